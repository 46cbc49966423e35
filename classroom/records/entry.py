"""An entry of which there is one: written the first time, written over after that."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table


def put(
    connection: Connection, table: Table, key: Mapping[str, object], values: Mapping[str, object]
) -> None:
    """Makes `values` the entry at `key`. Only for entries of a student whom the writer has locked."""
    same = [table.c[name] == value for name, value in key.items()]
    if not connection.execute(table.update().where(*same).values(**values)).rowcount:
        connection.execute(table.insert().values(**key, **values))
