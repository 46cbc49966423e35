"""What a reader is told of a server without there being one: its refusals, what is missing, wrong copies."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from classroom.backup import backup, restore
from classroom.records import errors, postgres
from courseware.problem import ReaderError
from courseware.text import Text

SERVER = make_url("postgresql+psycopg://li:sesame@db/lab")


def refusal(state: str, kind: type[DBAPIError] = OperationalError) -> DBAPIError:
    """What SQLAlchemy raises when the server answers with this state."""
    driver = PGDialect_psycopg.import_dbapi()  # type: ignore[no-untyped-call]
    return kind("SELECT 1", {}, driver.errors.lookup(state)("first line\nname of a student"))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("40001", errors.BUSY_SERVER),
        ("40P01", errors.BUSY_SERVER),
        ("55P03", errors.BUSY_SERVER),
        ("53100", errors.DISK_FULL),
        ("25006", errors.READ_ONLY_SERVER),
    ],
)
def test_a_state_that_a_reader_can_do_something_about_has_a_sentence_of_its_own(
    state: str, said: Text
) -> None:
    told = postgres.told(refusal(state), "db/lab")

    assert told is not None
    assert told.text == said.fill({"where": "db/lab"})


def test_other_refusals_are_told_by_their_first_line_and_mistakes_of_the_program_not_at_all() -> None:
    told = postgres.told(refusal("57P03"), "db/lab")
    silent = postgres.refused(OperationalError("SELECT 1", {}, Exception(" \n")), "db/lab")

    assert told is not None
    assert "first line" in told.text.en
    assert "first line" in told.text.zh
    assert "student" not in told.text.en + told.text.zh
    assert "no answer" in silent.text.en
    assert postgres.told(refusal("42P01", ProgrammingError), "db/lab") is None


def test_a_driver_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(ReaderError) as refused:
        postgres.engine_of(make_url("postgresql+pg8000://li:sesame@db/lab"))

    assert "pg8000" in refused.value.text.en
    assert "requirements/postgres.txt" in refused.value.text.zh
    assert "sesame" not in refused.value.text.en + refused.value.text.zh


def test_a_computer_without_the_programs_of_the_server_is_told_which_and_no_copy_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReaderError) as refused:
        backup(SERVER, tmp_path / "lab.copy")

    assert "pg_dump is missing" in refused.value.text.en
    assert "缺少程序 pg_dump" in refused.value.text.zh
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("start", [b"SQLite format 3\0", b"PGDMP", b""])
def test_a_copy_of_the_other_kind_is_refused_by_the_name_of_the_one_that_is_wanted(
    tmp_path: Path, start: bytes
) -> None:
    copy, record = tmp_path / "lab.copy", tmp_path / "lab.db"
    copy.write_bytes(start)
    wanted = {b"SQLite format 3\0": (SERVER, "PostgreSQL")}.get(start, (record, "SQLite"))
    with pytest.raises(ReaderError) as refused:
        restore(wanted[0], copy, lambda: datetime(2026, 3, 2, tzinfo=UTC), replace=True)

    assert wanted[1] in refused.value.text.en
    assert wanted[1] in refused.value.text.zh
    assert "sesame" not in refused.value.text.en
    assert [path.name for path in tmp_path.iterdir()] == ["lab.copy"]
