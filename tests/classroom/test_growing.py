"""A record that was filled with any earlier version of the lab opens today, with all that is in it."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    JSON,
    URL,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from classroom import open_store, sandbox, submit
from classroom.records import schema, tables
from classroom.records.address import read_address
from classroom.records.new_record import make_folder, make_record
from classroom.regrade import regrade
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.postgres import MARK, Cluster

ROWS: Final = 3
WHEN: Final = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EARLIER: Final = schema.revisions()[1:]
"""Every schema that a record may have had before, newest first."""
Row = Mapping[str, Any]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=MARK)])
def empty(request: pytest.FixtureRequest, file: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        make_folder(file.parent)
        make_record(file)
        yield str(file)
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    with cluster.database("template0") as address:
        yield address


@pytest.fixture(scope="module")
def answered(plus_one: Exercise) -> dict[str, Row]:
    """A drawn question and an answer to it as the record keeps them, whoever's they are."""
    store, student = sandbox(1, Clock())
    submit(store, student, plus_one, {"answer": "-1"})
    with store.read() as connection:
        found: dict[str, Row] = {
            table.name: dict(connection.execute(select(table)).mappings().one())
            for table in (tables.variant, tables.attempt)
        }
    store.close()
    return found


def filled(connection: Connection, answered: Mapping[str, Row]) -> dict[str, list[Row]]:
    """Puts some rows into every table there is; what they hold, by table."""
    metadata = MetaData()
    metadata.reflect(connection)
    there = [table for table in metadata.sorted_tables if table.name != "alembic_version"]
    for table in there:
        for number in range(1, ROWS + 1 if table.name != "secret" else 2):
            put(connection, table, {**row_of(table, number), **known(table, answered)})
    return {table.name: rows_of(connection, table) for table in there}


def known(table: Table, answered: Mapping[str, Row]) -> Row:
    """What a row of this table must hold so that it can be marked again."""
    given = answered.get(table.name, {})
    return {
        name: value
        for name, value in given.items()
        if name in table.c and not table.c[name].foreign_keys and name != "id"
    }


def row_of(table: Table, number: int) -> Row:
    """Any values that the table takes; numbers in the record are counted by the database itself."""
    return {
        column.name: 1 if table.name == "secret" and column.name == "id" else value_of(column, number)
        for column in table.c
        if table.name == "secret" or not (column.name == "id" and column.primary_key)
    }


VALUES: Final[Mapping[type, Callable[[int], object]]] = {
    Boolean: lambda _: True,
    Float: lambda number: number / 10,
    Integer: lambda number: number,
    Date: lambda number: date(2026, 3, number),
    DateTime: lambda _: WHEN,
    JSON: lambda number: {"n": number, "words": "你好"},
    LargeBinary: lambda _: bytes(range(32)),
}


def value_of(column: "Column[Any]", number: int) -> object:
    """Any value of the column's type, another one in each row."""
    if column.name == "kind":
        return "owner" if number == 1 else "enrolled"
    if isinstance(column.type, String):
        return f"{column.name}-{number}-你好"[: column.type.length]
    return next(make(number) for kind, make in VALUES.items() if isinstance(column.type, kind))


def put(connection: Connection, table: Table, row: Row) -> None:
    """Adds a row in plain SQL, as the program of that time did."""
    names, values = [f'"{name}"' for name in row], [f":{name}" for name in row]
    plain = {name: json.dumps(value) if isinstance(value, dict) else value for name, value in row.items()}
    words = f'INSERT INTO "{table.name}" ({", ".join(names)}) VALUES ({", ".join(values)})'  # noqa: S608
    connection.execute(text(words), plain)


def rows_of(connection: Connection, table: Table) -> list[Row]:
    """All that is in a table, in the columns that it had."""
    query = select(table).order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(query).mappings()]


@pytest.mark.parametrize("revision", EARLIER)
def test_a_filled_record_of_an_earlier_version_opens_with_all_that_is_in_it(
    empty: str, clock: Clock, answered: dict[str, Row], plus_one: Exercise, revision: str
) -> None:
    address = read_address(empty)
    is_file = isinstance(address, Path)
    engine = create_engine(URL.create("sqlite", database=str(address)) if is_file else make_url(empty))
    with engine.begin() as connection:
        command.upgrade(schema._config(connection), revision)
        before = filled(connection, answered)
    store = open_store(empty, clock)

    with engine.connect() as connection:
        old = MetaData()
        old.reflect(connection)
        for name, rows in before.items():
            kept = rows_of(connection, old.tables[name])
            assert [{key: row[key] for key in rows[0]} for row in kept] == rows
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    assert [mark.is_same for mark in regrade(store)] == [True] * ROWS
    new = store.enrol("Wang Wei")
    assert new.id == ROWS + 1
    assert submit(store, new, plus_one, {"answer": "-1"}).is_recorded
    owner = store.owner()
    assert owner is not None
    assert owner.id == 1
    if revision >= "0002":
        with pytest.raises(IntegrityError), store.write() as connection:
            connection.execute(tables.attempt.update().values(points=1))
    store.close()
    engine.dispose()
