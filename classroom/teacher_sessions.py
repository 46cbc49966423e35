"""Teachers who have come in: a session for each browser, and links that let one in once."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, select, update

from classroom.guests import token_digest
from classroom.records import tables
from classroom.records.store import Store
from classroom.staff import INSTRUCTOR, StaffMember, StaffRole, find_staff

SESSION_KEPT_FOR: Final = timedelta(days=30)
"""So long after the last visit a browser stays signed in."""
LINK_KEPT_FOR: Final = timedelta(days=7)
"""So long a link works if nobody has used it."""
_NOTED_EVERY: Final = timedelta(hours=12)


@dataclass(frozen=True)
class StaffSession:
    """As what somebody has come in to teach, under which name, and who it is in the list of staff."""

    role: StaffRole
    actor: str = INSTRUCTOR
    staff_id: int | None = None


@dataclass(frozen=True)
class UsedLink:
    """A link that has just let somebody in: one who teaches by name, or whoever has the lab's key (None)."""

    member: StaffMember | None = None


def begin_session(store: Store, key_digest: str, member: StaffMember | None = None) -> str:
    """A new session's token, for the browser alone; it ends with the key whose digest is given.

    Without a `member` of staff it is the instructor's.
    """
    token, now = secrets.token_urlsafe(32), store.clock()
    values = {"digest": token_digest(token), "key_digest": key_digest, "begun_at": now, "seen_at": now}
    with store.write() as connection:
        connection.execute(tables.teacher_session.insert().values(**values, **_whose(member)))
    return token


def staff_session(store: Store, token: str, key_digest: str) -> StaffSession | None:
    """As what a browser with this token is signed in, by today's key; None if it is not."""
    table, staff, now = tables.teacher_session, tables.staff, store.clock()
    same = (table.c.digest == token_digest(token), table.c.key_digest == key_digest)
    query = (
        select(table.c.seen_at, table.c.staff_id, staff.c.name, staff.c.role, staff.c.ended_at)
        .select_from(table.outerjoin(staff))
        .where(*same)
    )
    with store.read() as connection:
        row = connection.execute(query).first()
    if row is None or now - row.seen_at > SESSION_KEPT_FOR or row.ended_at is not None:
        return None
    if now - row.seen_at > _NOTED_EVERY:
        with store.write() as connection:
            connection.execute(update(table).where(*same).values(seen_at=now))
    if row.staff_id is None:
        return StaffSession("instructor")
    return StaffSession(row.role, row.name, row.staff_id)


def is_session(store: Store, token: str, key_digest: str) -> bool:
    """Whether a browser with this token is signed in, by today's key."""
    return staff_session(store, token, key_digest) is not None


def end_session(store: Store, token: str) -> None:
    """Signs this browser out."""
    table = tables.teacher_session
    with store.write() as connection:
        connection.execute(delete(table).where(table.c.digest == token_digest(token)))


def end_all_sessions(store: Store) -> int:
    """Signs every browser out and lets every link go; returns how many sessions there were."""
    with store.write() as connection:
        connection.execute(delete(tables.teacher_link))
        return connection.execute(delete(tables.teacher_session)).rowcount


def make_link(store: Store, member: StaffMember | None = None) -> str:
    """The token of a link that lets one browser in, once: as the instructor, or as this member of staff."""
    token = secrets.token_urlsafe(24)
    with store.write() as connection:
        values = {"digest": token_digest(token), "made_at": store.clock(), **_whose(member)}
        connection.execute(tables.teacher_link.insert().values(**values))
    return token


def use_link(store: Store, token: str) -> UsedLink | None:
    """Whom this link lets in; it never does again. None if it was used, is too old or was made up."""
    table = tables.teacher_link
    with store.write() as connection:
        query = delete(table).where(table.c.digest == token_digest(token))
        row = connection.execute(query.returning(table.c.made_at, table.c.staff_id)).first()
        if row is None or store.clock() - row.made_at > LINK_KEPT_FOR:
            return None
        if row.staff_id is None:
            return UsedLink()
        member = find_staff(connection, row.staff_id)
        return UsedLink(member) if member is not None else None


def _whose(member: StaffMember | None) -> dict[str, object]:
    if member is None:
        return {"role": "instructor", "staff_id": None}
    return {"role": member.role, "staff_id": member.id}


def forget_old(store: Store) -> None:
    """Deletes sessions and links whose time is over."""
    now = store.clock()
    with store.write() as connection:
        session, link = tables.teacher_session, tables.teacher_link
        # links first, as where all are let go
        connection.execute(delete(link).where(link.c.made_at < now - LINK_KEPT_FOR))
        connection.execute(delete(session).where(session.c.seen_at < now - SESSION_KEPT_FOR))
