"""A class record that is ready at once, since migrations run once a process; and what a record is asked."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, create_engine, event, text

from classroom import Store
from classroom.records import schema


def lay_record(file: Path) -> Path:
    """Puts an empty record of today's schema at `file`; it has no secret, so that each draws its own."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_migrated())
    return file


def statements(store: Store) -> list[str]:
    """What the record is asked from now on; that a transaction begins asks nothing."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    return asked


def run_sql(connection: Connection, words: str | Mapping[str, str]) -> None:
    """Has the database do what is said in SQL, or in its own kind of it."""
    connection.execute(text(words if isinstance(words, str) else words[connection.dialect.name]))


def let_change(connection: Connection, table: str) -> None:
    """Takes away what keeps the entries of a table from being changed, as somebody with bad intent would."""
    name = f"{table}_is_never_changed"
    run_sql(connection, {"sqlite": f"DROP TRIGGER {name}", "postgresql": f"DROP TRIGGER {name} ON {table}"})


def see_that_it_is_sound(where: str) -> None:
    """Fails if a file was damaged; what a server keeps, it sees to itself."""
    if "://" in where:
        return
    with closing(sqlite3.connect(where)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@cache
def _migrated() -> bytes:
    """Migrating takes as long again as all else that opens a record does; tests of it open a new file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        engine = create_engine(f"sqlite:///{file}")
        with engine.begin() as connection:
            schema.bring_up_to_date(connection, str(file))
        engine.dispose()
        return file.read_bytes()
