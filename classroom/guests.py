"""Who learns without having signed in: the owner of the computer, and a guest for each browser elsewhere."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Row, delete, select, update

from classroom import tables
from classroom.revisions import lock_file
from classroom.store import Store
from classroom.student import Student, add_nameless, find_owner, read_student

KEPT_FOR: Final = timedelta(days=200)
"""So long after the last visit a guest's work is kept: a term and the break after it."""
_NOTED_EVERY: Final = timedelta(days=1)
"""How exactly the last visit is known, so that not every page writes."""
_PERSONAL: Final = (tables.draft, tables.prediction, tables.place, tables.seen, tables.setting)
"""What is deleted with a guest. Answers stay, without anything that tells whose they were."""


def owner_here(store: Store) -> Student:
    """The student at the computer that runs the lab; without a name until one is given."""
    known = store.owner()
    if known is not None:
        return known
    with store.write() as connection:
        lock_file(connection, "owner")
        return find_owner(connection) or add_nameless(connection, store.clock(), "owner")


def guest_of(store: Store, token: str) -> Student:
    """The guest whose browser holds this token, welcomed at the first visit.

    The token is a secret of that browser; the record holds its digest alone.
    """
    digest, now = token_digest(token), store.clock()
    with store.read() as connection:
        row = _find(connection, digest)
    if row is not None and now - row.seen_at < _NOTED_EVERY:
        return read_student(row)
    with store.write() as connection:
        lock_file(connection, digest)
        row = _find(connection, digest)
        if row is None:
            return _welcome(connection, digest, now)
        connection.execute(
            update(tables.guest_device).where(tables.guest_device.c.digest == digest).values(seen_at=now)
        )
        return read_student(row)


def end_guests(store: Store, unseen_since: datetime) -> int:
    """Ends the guests not seen since then; returns how many.

    Name, class, number, thoughts, drafts and places are deleted; whoever comes back with the old cookie
    begins anew. Answers stay for statistics, without a word on whose they were.
    """
    with store.write() as connection:
        device = tables.guest_device.c
        old = select(device.student_id).where(device.seen_at <= unseen_since)
        ids = list(connection.scalars(old))
        if not ids:
            return 0
        connection.execute(delete(tables.guest_device).where(device.student_id.in_(ids)))
        for table in _PERSONAL:
            connection.execute(delete(table).where(table.c.student_id.in_(ids)))
        nobody = {"name": "", "class_name": "", "number": "", "kind": "ended"}
        connection.execute(update(tables.student).where(tables.student.c.id.in_(ids)).values(**nobody))
        return len(set(ids))


def token_digest(token: str) -> str:
    """SHA-256 of a token, which cannot be turned back into it."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _find(connection: Connection, digest: str) -> Row[tuple[object, ...]] | None:
    query = (
        select(tables.student, tables.guest_device.c.seen_at)
        .join_from(tables.guest_device, tables.student)
        .where(tables.guest_device.c.digest == digest)
    )
    return connection.execute(query).first()


def _welcome(connection: Connection, digest: str, now: datetime) -> Student:
    guest = add_nameless(connection, now, "guest")
    values = {"digest": digest, "student_id": guest.id, "first_at": now, "seen_at": now}
    connection.execute(tables.guest_device.insert().values(**values))
    return guest
