"""Upsert: an entry of which there is one is written the first time and written over after that."""

from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

_INSERT: Final[Mapping[str, Callable[[Table], sqlite.Insert | postgresql.Insert]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
"""SQL has no word for "unless it is there" that both databases know; each dialect has its own."""


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert of this connection's database, which may say what is to be done if the entry is there."""
    return _INSERT[connection.dialect.name](table)


def upsert(
    connection: Connection, table: Table, key: Mapping[str, object], values: Mapping[str, object]
) -> None:
    """Makes `values` the entry at `key`, which is the table's primary key; one statement, so nobody waits."""
    new = insert(connection, table).values(**key, **values)
    over = {name: new.excluded[name] for name in values}
    connection.execute(new.on_conflict_do_update(index_elements=list(key), set_=over))
