"""Teachers who have come in: a session for each browser, and links that let one in once."""

import secrets
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, select, update

from classroom.guests import token_digest
from classroom.records import tables
from classroom.records.store import Store

SESSION_KEPT_FOR: Final = timedelta(days=30)
"""So long after the last visit a browser stays signed in."""
LINK_KEPT_FOR: Final = timedelta(days=7)
"""So long a link works if nobody has used it."""
_NOTED_EVERY: Final = timedelta(hours=12)


def begin_session(store: Store, key_digest: str) -> str:
    """A new session's token, for the browser alone; it ends with the key whose digest is given."""
    token, now = secrets.token_urlsafe(32), store.clock()
    values = {"digest": token_digest(token), "key_digest": key_digest, "begun_at": now, "seen_at": now}
    with store.write() as connection:
        connection.execute(tables.teacher_session.insert().values(**values))
    return token


def is_session(store: Store, token: str, key_digest: str) -> bool:
    """Whether a browser with this token is signed in, by today's key."""
    table, now = tables.teacher_session, store.clock()
    same = (table.c.digest == token_digest(token), table.c.key_digest == key_digest)
    with store.read() as connection:
        seen = connection.scalar(select(table.c.seen_at).where(*same))
    if seen is None or now - seen > SESSION_KEPT_FOR:
        return False
    if now - seen > _NOTED_EVERY:
        with store.write() as connection:
            connection.execute(update(table).where(*same).values(seen_at=now))
    return True


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


def make_link(store: Store) -> str:
    """The token of a link that lets one browser in, once."""
    token = secrets.token_urlsafe(24)
    with store.write() as connection:
        values = {"digest": token_digest(token), "made_at": store.clock()}
        connection.execute(tables.teacher_link.insert().values(**values))
    return token


def use_link(store: Store, token: str) -> bool:
    """Whether this link may be used; it never may again."""
    table = tables.teacher_link
    with store.write() as connection:
        query = delete(table).where(table.c.digest == token_digest(token)).returning(table.c.made_at)
        made = connection.scalar(query)
    return made is not None and store.clock() - made <= LINK_KEPT_FOR


def forget_old(store: Store) -> None:
    """Deletes sessions and links whose time is over."""
    now = store.clock()
    with store.write() as connection:
        session, link = tables.teacher_session, tables.teacher_link
        # links first, as where all are let go
        connection.execute(delete(link).where(link.c.made_at < now - LINK_KEPT_FOR))
        connection.execute(delete(session).where(session.c.seen_at < now - SESSION_KEPT_FOR))
