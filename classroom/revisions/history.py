"""What a file of the course has said over time: every text kept whole, with who, when and why."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from sqlalchemy import Connection, select, text

from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store

Why = Literal[
    "found",
    "outside",
    "saved",
    "restored",
    "imported",
    "replaced",
    "aside",
    "converted",
    "deleted",
    "renamed",
    "copied",
    "adapted",
]
"""Why a text is kept: as it was first found, changed outside of the desk, saved, restored, brought in
with a course, saved over somebody else's, set aside in favour of somebody else's, converted from
another character code, deleted, given another name, copied from another file, or adapted from one."""

_ON_DISK: Final = tuple(why for why in get_args(Why) if why != "aside")


@dataclass(frozen=True)
class Revision:
    """One text that a file had; `author` is empty if it was changed outside of the desk."""

    id: int
    file: str
    digest: str
    author: str
    why: Why
    at: datetime


def digest_of(words: str) -> str:
    """SHA-256 of a text, by which two versions are told apart.

    >>> digest_of("a: 1\\n") == digest_of("a: 1")
    False
    """
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()


def revisions_of(store: Store, file: str) -> tuple[Revision, ...]:
    """The revisions of a file, newest first; `file` is its name in the course (``lessons/x.yaml``)."""
    with store.read() as connection:
        return _read(connection, file)


def text_of(store: Store, revision: int) -> str | None:
    """The whole text of a revision, letter by letter; None if there is none of this number."""
    with store.read() as connection:
        return connection.scalar(select(tables.revision.c.text).where(tables.revision.c.id == revision))


def keep_revision(store: Store, file: str, words: str, *, author: str, why: Why) -> Revision:
    """Adds a text to the history of a file, unless the newest one on the disk says the same."""
    with store.write() as connection:
        lock_file(connection, file)
        return append(connection, file, words, author=author, why=why, at=store.clock())


def note_text(store: Store, file: str, words: str) -> Revision:
    """Notes what a file was found to say; a text that is not the newest was changed outside."""
    latest = newest(store, file)
    if latest is not None and latest.digest == digest_of(words) and latest.why != "deleted":
        return latest
    return keep_revision(store, file, words, author="", why="found" if latest is None else "outside")


def newest(store: Store, file: str) -> Revision | None:
    """The last text that the file is known to have had on the disk."""
    with store.read() as connection:
        return _newest(connection, file)


def latest_of_all(store: Store) -> dict[str, Revision]:
    """The newest revision of every file, by the file's name."""
    table = tables.revision.c
    query = select(*_COLUMNS).where(table.why.in_(_ON_DISK)).order_by(table.id)
    with store.read() as connection:
        return {row.file: Revision(*row) for row in connection.execute(query)}


def append(connection: Connection, file: str, words: str, *, author: str, why: Why, at: datetime) -> Revision:
    """The same within a transaction of the caller, who has locked the file."""
    latest, digest = _newest(connection, file), digest_of(words)
    if latest is not None and latest.digest == digest and "deleted" not in {latest.why, why}:
        return latest
    values = {"file": file, "digest": digest, "author": name_of(author), "why": why, "at": at}
    added = tables.revision.insert().values(**values, text=words).returning(*_COLUMNS)
    return Revision(*connection.execute(added).one())


def lock_file(connection: Connection, file: str) -> None:
    """Makes other writers of this file, or of what goes by this name, wait until the transaction ends.

    SQLite lets one write anyway. Who locks several takes them by the alphabet.
    """
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(file.encode()).digest()[:8], signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def name_of(author: str) -> str:
    """An author's name as it is kept.

    >>> name_of("  Li\\n Hua ")
    'Li Hua'
    """
    return one_line(author)[: tables.NAME]


_COLUMNS: Final = tuple(tables.revision.c[name] for name in ("id", "file", "digest", "author", "why", "at"))


def _read(connection: Connection, file: str) -> tuple[Revision, ...]:
    table = tables.revision.c
    query = select(*_COLUMNS).where(table.file == file).order_by(table.id.desc())
    return tuple(Revision(*row) for row in connection.execute(query))


def _newest(connection: Connection, file: str) -> Revision | None:
    table = tables.revision.c
    query = select(*_COLUMNS).where(table.file == file, table.why.in_(_ON_DISK))
    row = connection.execute(query.order_by(table.id.desc()).limit(1)).first()
    return Revision(*row) if row else None
