"""What somebody has written and not saved: kept for each file and author, so that a reload costs nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.upsert import upsert
from classroom.revisions.history import lock_file, name_of


@dataclass(frozen=True)
class Unsaved:
    """A text in the making; `base` is the digest of the text that it began from, None for a new file."""

    file: str
    author: str
    text: str
    base: str | None
    at: datetime


def keep_unsaved(store: Store, file: str, author: str, words: str, *, base: str | None) -> None:
    """Keeps what this author has written in this file so far."""
    with store.write() as connection:
        lock_file(connection, file)
        key = {"file": file, "author": name_of(author)}
        upsert(connection, tables.unsaved, key, {"text": words, "base": base, "at": store.clock()})


def unsaved(store: Store, file: str, author: str) -> Unsaved | None:
    """What this author has not saved yet in this file, if anything."""
    table = tables.unsaved
    with store.read() as connection:
        row = connection.execute(
            select(table).where(table.c.file == file, table.c.author == name_of(author))
        ).first()
    return Unsaved(row.file, row.author, row.text, row.base, row.at) if row else None


def drop_unsaved(store: Store, file: str, author: str) -> None:
    """Nothing is unsaved any more."""
    with store.write() as connection:
        drop(connection, file, author)


def drop(connection: Connection, file: str, author: str) -> None:
    """The same within a transaction of the caller."""
    table = tables.unsaved
    connection.execute(table.delete().where(table.c.file == file, table.c.author == name_of(author)))
