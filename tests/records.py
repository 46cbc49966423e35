"""A class record that is ready at once, since migrations run once a process; and what a record is asked."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, event

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
