"""What teachers did to classes, marks and students, noted as it was done and never changed."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Connection

from classroom.records import tables


def note(  # noqa: PLR0917 - a sentence: who did what to whom
    connection: Connection,
    at: datetime,
    actor: str,
    action: str,
    subject: str,
    detail: Mapping[str, JsonValue] | None = None,
) -> None:
    """Notes who did what to whom, in the transaction in which it is done.

    `action` is a word of code such as ``reset_pin``, `subject` the class, student or question meant.
    """
    values = {"at": at, "actor": actor, "action": action, "subject": subject, "detail": dict(detail or {})}
    connection.execute(tables.audit_entry.insert().values(**values))
