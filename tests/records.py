"""A class record that is ready at once: the migrations run once a process, and each test gets a copy."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine

from classroom.records import schema


def lay_record(file: Path) -> Path:
    """Puts an empty record of today's schema at `file`; it has no secret, so that each draws its own."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_migrated())
    return file


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
