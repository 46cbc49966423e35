"""The audit log: what teachers and commands did that concerns students or marks; only ever added to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.store import Store


@dataclass(frozen=True)
class AuditEntry:
    """One thing that was done: by whom, to what, and what else is worth knowing of it.

    `subject` names a student by the number in the record (``student 12``) and never by name, so that the log
    says nothing of somebody who was deleted.
    """

    at: datetime
    actor: str
    action: str
    subject: str
    detail: Mapping[str, JsonValue]


def note(  # noqa: PLR0917 - a sentence: who did what to whom
    connection: Connection,
    at: datetime,
    actor: str,
    action: str,
    subject: str,
    detail: Mapping[str, JsonValue] | None = None,
) -> None:
    """Adds an entry within the transaction of what it tells of, so that both are kept or neither.

    `action` is a word of code such as ``reset_pin``, `subject` the class, student or question meant.
    """
    values = {"at": at, "actor": actor, "action": action, "subject": subject, "detail": dict(detail or {})}
    connection.execute(tables.audit_entry.insert().values(**values))


def audit_entries(store: Store, most: int = 200) -> tuple[AuditEntry, ...]:
    """The latest entries, the last first."""
    table = tables.audit_entry.c
    query = (
        select(table.at, table.actor, table.action, table.subject, table.detail)
        .order_by(table.id.desc())
        .limit(most)
    )
    with store.read() as connection:
        return tuple(AuditEntry(*row) for row in connection.execute(query))
