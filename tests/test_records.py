"""A copied record is what the migrations make, and shares nothing with another copy."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from classroom import open_store
from tests.records import lay_record


def test_a_copied_record_has_the_tables_of_one_that_grew_by_itself(tmp_path: Path) -> None:
    grown, copied = tmp_path / "grown.db", lay_record(tmp_path / "copied.db")
    for file in (grown, copied):
        open_store(file, lambda: datetime.now(UTC)).close()

    assert described(copied) == described(grown)


def described(file: Path) -> list[tuple[str, ...]]:
    """Every table, index and trigger as SQLite keeps it, and the revision."""
    with closing(sqlite3.connect(file)) as database:
        parts = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2")
        return [*parts, *database.execute("SELECT version_num FROM alembic_version")]


def test_no_two_copies_share_a_secret(tmp_path: Path) -> None:
    stores = [
        open_store(lay_record(tmp_path / f"{number}.db"), lambda: datetime.now(UTC)) for number in (1, 2)
    ]
    for store in stores:
        store.close()

    assert stores[0].secret != stores[1].secret
