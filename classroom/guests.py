"""Who learns without having signed in: the owner of the computer, and a guest for each browser elsewhere."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Row, delete, select, update

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, add_nameless, find_owner, lock_all, read_student
from classroom.revisions.history import lock_file

KEPT_FOR: Final = timedelta(days=200)
"""So long after the last visit a guest's work is kept: a term and the break after it."""
_NOTED_EVERY: Final = timedelta(days=1)
"""How exactly the last visit is known, so that not every page writes."""
_PERSONAL: Final = (
    tables.draft,
    tables.live_seat,
    tables.prediction,
    tables.place,
    tables.seen,
    tables.found_way,
    tables.setting,
    tables.work_setting,
)
"""What is deleted with a guest. Answers stay, without anything that tells whose they were."""


def owner_here(store: Store, token: str | None = None) -> Student:
    """The student at the computer that runs the lab; without a name until one is given.

    A browser's `token` is noted as the owner's, so that it is known again when the lab is opened to others.
    """
    if token is not None and (of_browser := owner_of(store, token)) is not None:
        return of_browser
    known = store.owner()
    if known is None:
        with store.write() as connection:
            lock_file(connection, "owner")
            known = find_owner(connection) or add_nameless(connection, store.clock(), "owner")
    if token is not None:
        _note_owner(store, known, token_digest(token))
    return known


def owner_of(store: Store, token: str) -> Student | None:
    """The owner, if this is the token of a browser in which the lab was used while open to nobody else."""
    with store.read() as connection:
        row = _find(connection, token_digest(token))
    return read_student(row) if row is not None else None


def guest_of(store: Store, token: str) -> Student:
    """The guest whose browser holds this token, welcomed at the first visit.

    The token is a secret of that browser; the record holds a digest alone.
    """
    # as a guest, the owner's browser is somebody else
    digest, now = token_digest(f"guest {token}"), store.clock()
    with store.read() as connection:
        row = _find(connection, digest)
    if row is not None and now - row.seen_at < _NOTED_EVERY:
        return read_student(row)
    with store.write() as connection:
        lock_file(connection, digest)
        row = _find(connection, digest)
        if row is None:
            return _note(connection, digest, add_nameless(connection, now, "guest"), now)
        connection.execute(update(tables.device).where(tables.device.c.digest == digest).values(seen_at=now))
        return read_student(row)


def _note_owner(store: Store, owner: Student, digest: str) -> None:
    with store.write() as connection:
        lock_file(connection, digest)
        if _find(connection, digest) is None:
            _note(connection, digest, owner, store.clock())


def end_guests(store: Store, unseen_since: datetime) -> int:
    """Ends the guests not seen since then; returns how many.

    Name, class, number, thoughts, drafts and places are deleted; whoever comes back with the old cookie
    begins anew. Answers stay for statistics, without a word on whose they were.
    """
    with store.write() as connection:
        return end_guests_in(connection, unseen_since)


def end_guests_in(connection: Connection, unseen_since: datetime) -> int:
    """The same within the caller's transaction."""
    device = tables.device.c
    old = (
        select(device.student_id)
        .join_from(tables.device, tables.student)
        .where(device.seen_at <= unseen_since, tables.student.c.kind == "guest")
    )
    ids = list(connection.scalars(old))
    if not ids:
        return 0
    lock_all(connection, ids)
    connection.execute(delete(tables.device).where(device.student_id.in_(ids)))
    for table in _PERSONAL:
        connection.execute(delete(table).where(table.c.student_id.in_(ids)))
    asked = tables.live_question
    connection.execute(update(asked).where(asked.c.student_id.in_(ids)).values(text="", is_shown=False))
    nobody = {"name": "", "class_name": "", "number": "", "kind": "ended"}
    connection.execute(update(tables.student).where(tables.student.c.id.in_(ids)).values(**nobody))
    return len(set(ids))


def token_digest(token: str) -> str:
    """SHA-256 of a token, which cannot be turned back into it."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _find(connection: Connection, digest: str) -> Row[tuple[object, ...]] | None:
    query = (
        select(tables.student, tables.device.c.seen_at)
        .join_from(tables.device, tables.student)
        .where(tables.device.c.digest == digest)
    )
    return connection.execute(query).first()


def _note(connection: Connection, digest: str, student: Student, now: datetime) -> Student:
    values = {"digest": digest, "student_id": student.id, "first_at": now, "seen_at": now}
    connection.execute(tables.device.insert().values(**values))
    return student
