"""Comments that a marker keeps for a question, to give them again."""

from sqlalchemy import delete, select

from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store

LONGEST = 500


def saved_comments(store: Store, item: str) -> tuple[str, ...]:
    """The comments kept for a question, the latest last."""
    table = tables.saved_comment.c
    with store.read() as connection:
        return tuple(connection.scalars(select(table.words).where(table.item == item).order_by(table.id)))


def save_comment(store: Store, item: str, words: str, by: str) -> None:
    """Keeps a comment; one that is kept already, or says nothing, changes nothing."""
    plain = one_line(words)[:LONGEST]
    if plain and plain not in saved_comments(store, item):
        values = {"item": item, "words": plain, "by": by, "at": store.clock()}
        with store.write() as connection:
            connection.execute(tables.saved_comment.insert().values(**values))


def forget_comment(store: Store, item: str, words: str) -> None:
    """Keeps this comment no longer; where it was given it stays."""
    table = tables.saved_comment
    with store.write() as connection:
        connection.execute(delete(table).where(table.c.item == item, table.c.words == words))
