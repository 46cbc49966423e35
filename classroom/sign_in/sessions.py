"""Students who have signed in: a session for each device, which means nothing without the record."""

import secrets
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, select, update

from classroom.audit import note
from classroom.guests import token_digest
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, read_student

SIGNED_IN_FOR: Final = timedelta(days=30)
"""So long after the last visit a device stays signed in."""
SHARED_FOR: Final = timedelta(hours=2)
"""So long after the last click a computer that others use too stays signed in."""
_NOTED_EVERY: Final = timedelta(hours=12)
_SHARED_NOTED_EVERY: Final = timedelta(minutes=5)
_SHARED: Final = "shared."
"""How the token of a shared computer begins; without it, it is another token and nobody's."""
_SESSION = tables.student_session


def sign_in(store: Store, student: Student, *, is_shared: bool = False) -> str:
    """A new session's token, for the browser alone."""
    token, now = (_SHARED if is_shared else "") + secrets.token_urlsafe(32), store.clock()
    values = {"digest": token_digest(token), "student_id": student.id, "begun_at": now, "seen_at": now}
    with store.write() as connection:
        connection.execute(_SESSION.insert().values(**values))
    return token


def signed_in_student(store: Store, token: str) -> Student | None:
    """Whose session this is; None if it has ended, or if the student or the class is not there any more."""
    is_shared, now = is_shared_token(token), store.clock()
    mine = _SESSION.c.digest == token_digest(token)
    member, of = tables.roster_member, tables.school_class
    query = (
        select(tables.student, _SESSION.c.seen_at)
        .select_from(
            _SESSION.join(tables.student)
            .join(member, member.c.student_id == tables.student.c.id)
            .join(of, of.c.name == member.c.class_name)
        )
        .where(mine, tables.student.c.kind == "enrolled", of.c.closed_at.is_(None))
    )
    with store.read() as connection:
        row = connection.execute(query).first()
    if row is None or now - row.seen_at > (SHARED_FOR if is_shared else SIGNED_IN_FOR):
        return None
    if now - row.seen_at > (_SHARED_NOTED_EVERY if is_shared else _NOTED_EVERY):
        with store.write() as connection:
            connection.execute(update(_SESSION).where(mine).values(seen_at=now))
    return read_student(row)


def is_shared_token(token: str) -> bool:
    """Whether a token is one of a computer that others use too."""
    return token.startswith(_SHARED)


def sign_out(store: Store, token: str) -> None:
    """Ends the session of this device."""
    with store.write() as connection:
        connection.execute(delete(_SESSION).where(_SESSION.c.digest == token_digest(token)))


def sign_out_everywhere(store: Store, student: Student, by: str | None = None) -> int:
    """Ends all sessions of the student; returns how many there were. `by` is the teacher who did it."""
    with store.write() as connection:
        if by is not None:
            note(connection, store.clock(), by, "sign_out", student.class_name, {"student": student.id})
        return connection.execute(delete(_SESSION).where(_SESSION.c.student_id == student.id)).rowcount


def forget_old_sign_ins(store: Store) -> None:
    """Deletes the sessions whose time is over."""
    with store.write() as connection:
        connection.execute(delete(_SESSION).where(_SESSION.c.seen_at < store.clock() - SIGNED_IN_FOR))
