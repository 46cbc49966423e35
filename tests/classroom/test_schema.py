"""How the record grows: migrations, in order, whoever starts first."""

import io
import sqlite3
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from classroom import Store, Student, open_store, submit
from classroom.records import schema
from classroom.records.tables import metadata
from courseware.problem import ReaderError
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.postgres import in_a_file
from tests.records import run_sql

FIRST_DAY = (
    "INSERT INTO student (number, name, class_name, joined_at) VALUES ('', :name, '', '2026-03-02 09:00:00')"
)


def test_the_migrations_lead_to_the_tables_as_they_are_written_down(store: Store) -> None:
    with store.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


def test_a_record_of_the_first_day_is_brought_up_to_date_with_all_that_is_in_it(
    file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "revisions", lambda: ("0001",))
        patch.setattr(command, "upgrade", first_day_only(command.upgrade))
        old = open_store(file, clock)
        with old.write() as connection:
            for name in ("Li Hua", "Wang Wei"):
                connection.execute(text(FIRST_DAY), {"name": name})
        old.close()
    new = open_store(file, clock)

    with new.read() as connection:
        assert schema.revision(connection) == schema.revisions()[0] != "0001"
    assert new.owner() == Student(1, "Li Hua", kind="owner")
    assert new.secret == old.secret
    new.close()


def first_day_only(upgrade: object) -> object:
    """Alembic's upgrade as it was when there was one migration."""
    assert callable(upgrade)
    return lambda config, _: upgrade(config, "0001")


def test_every_revision_has_one_before_it_but_the_first() -> None:
    assert len(set(schema.revisions())) == len(schema.revisions())
    assert schema.revisions()[-1] == "0001"


def test_a_record_of_a_newer_version_is_refused_and_left_alone(file: Path, clock: Clock) -> None:
    open_store(file, clock).close()
    with closing(sqlite3.connect(file)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()

    with pytest.raises(ReaderError, match="newer version") as caught:
        open_store(file, clock)
    assert "9999" in caught.value.text.zh
    assert file.read_bytes() == before


def test_starts_at_the_same_moment_make_one_record(file: Path, clock: Clock) -> None:
    together = threading.Barrier(8)

    def start(_: int) -> bytes:
        together.wait(10)
        store = open_store(file, clock)
        store.close()
        return store.secret

    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(start, range(8)))

    assert len(secrets) == 1
    assert len(secrets.pop()) == 32


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attempt SET points = 1",
        "UPDATE attempt SET score = score",
        "DELETE FROM attempt",
        {"sqlite": "REPLACE INTO attempt SELECT * FROM attempt", "postgresql": "TRUNCATE attempt CASCADE"},
        "UPDATE variant SET wording = ''",
        "DELETE FROM variant",
        "DELETE FROM student",
    ],
)
def test_what_was_answered_cannot_be_changed_even_with_sql(
    store: Store, li: Student, plus_one: Exercise, change: str | Mapping[str, str]
) -> None:
    submit(store, li, plus_one, {"answer": "-1"})

    with pytest.raises(IntegrityError), store.write() as connection:
        run_sql(connection, change)


@in_a_file
def test_not_even_a_program_that_ignores_our_settings_can_replace_an_answer(
    store: Store, li: Student, plus_one: Exercise, file: Path
) -> None:
    submit(store, li, plus_one, {"answer": "-1"})

    with closing(sqlite3.connect(file)) as stranger, pytest.raises(sqlite3.IntegrityError, match="never"):
        stranger.execute("INSERT OR REPLACE INTO attempt SELECT * FROM attempt")


def test_the_same_migrations_are_written_for_a_school_with_postgresql() -> None:
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    for name in sorted(path.stem for path in Path(schema.__file__).parent.glob("migrations/versions/r*.py")):
        with Operations.context(context):
            import_module(f"classroom.records.migrations.versions.{name}").upgrade()

    for table in metadata.sorted_tables:
        assert f"CREATE TABLE {table.name} (" in written.getvalue()
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    assert "BEFORE UPDATE OR DELETE ON attempt" in written.getvalue()
    assert "id SERIAL NOT NULL" in written.getvalue()
