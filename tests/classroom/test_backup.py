"""A copy of the record is one moment of it, taken while students write; it comes back whole or not at all."""

import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, make_url, select, text

from classroom import Store, Student, open_store, submit
from classroom.__main__ import main
from classroom.records import schema, tables
from classroom.regrade import regrade
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.postgres import MARK, Cluster, in_a_file, on_a_server
from tests.records import run_sql, see_that_it_is_sound

WRITERS = 6


@pytest.fixture
def elsewhere(where: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An address at which there is nothing yet: another file, or a database without tables."""
    if "://" not in where:
        yield str(tmp_path / "elsewhere" / "lab.db")
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    with cluster.database("template0") as address:
        yield address


def run(where: str, *words: str) -> int:
    """One command about the record at this address."""
    return main(["--database", where, *words])


def answers(store: Store) -> int:
    """How many answers the record holds."""
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(tables.attempt)) or 0


def test_a_copy_that_is_taken_while_students_write_is_one_sound_moment(
    store: Store, where: str, elsewhere: str, tmp_path: Path, plus_one: Exercise
) -> None:
    is_over, have_begun = threading.Event(), threading.Barrier(WRITERS + 1)
    out = tmp_path / "lab.copy"

    def write(number: int) -> int:
        told, is_first = 0, True
        while is_first or not is_over.is_set():
            student = store.enrol(f"Student {number}")
            told += sum(submit(store, student, plus_one, {"answer": one}).is_recorded for one in ("-1", "-2"))
            if is_first:
                have_begun.wait(30)
                is_first = False
        return told

    with ThreadPoolExecutor(WRITERS) as pool:
        working = pool.map(write, range(WRITERS))
        have_begun.wait(30)
        before = answers(store)
        made = run(where, "backup", "--out", str(out))
        is_over.set()
        told = sum(working)
    restored = run(elsewhere, "restore", str(out))

    assert (made, restored) == (0, 0)
    see_that_it_is_sound(elsewhere)
    copy = open_store(elsewhere, Clock())
    assert before <= answers(copy) <= answers(store) == told
    assert all(mark.is_same for mark in regrade(copy))
    assert copy.secret == store.secret
    assert submit(copy, copy.enrol("Li"), plus_one, {"answer": "-1"}).is_recorded
    copy.close()
    assert {path.name for path in tmp_path.iterdir()} - {"elsewhere"} <= {"lab.copy", "课堂 %#? var"}


def test_a_copy_never_takes_the_place_of_a_file(
    store: Store, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "precious.txt"
    out.write_text("precious")

    assert run(where, "backup", "--out", str(out)) == 1
    assert run(where, "backup", "--out", str(tmp_path / "no such folder" / "x")) == 1
    assert out.read_text() == "precious"
    assert "另起" in capsys.readouterr().err


def test_a_record_that_is_there_is_replaced_only_if_that_is_said_and_kept_beside(
    store: Store, li: Student, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "lab.copy"
    assert run(where, "backup", "--out", str(out)) == 0
    store.rename(li, "Wang Wei")
    in_use = run(where, "restore", str(out), "--replace")
    store.close()

    assert in_use == 1
    assert run(where, "restore", str(out)) == 1
    assert name_in(where) == "Wang Wei"
    capsys.readouterr()
    assert run(where, "restore", str(out), "--replace") == 0
    assert name_in(where) == "Li Hua"
    assert name_before(where, capsys.readouterr().out.strip().splitlines()[-1]) == "Wang Wei"


def name_in(where: str) -> str:
    """Who learns at the computer of this record."""
    store = open_store(where, Clock())
    owner = store.owner()
    store.close()
    assert owner is not None
    return owner.name


def name_before(where: str, said: str) -> str:
    """Who did in the record that was replaced, which lies where the command said."""
    aside = said.partition("kept: ")[2].partition(". ")[0]
    if "://" not in where:
        return name_in(aside)
    url = make_url(where).update_query_dict({"options": f"-c search_path={aside.removeprefix('schema ')}"})
    return name_in(url.render_as_string(hide_password=False))


def test_what_is_no_copy_or_one_of_a_newer_version_changes_nothing(
    store: Store, li: Student, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rubbish, newer = tmp_path / "rubbish", tmp_path / "newer"
    rubbish.write_bytes(b"PGDMP, or SQLite format 3: neither")
    with store.write() as connection:
        run_sql(connection, "UPDATE alembic_version SET version_num = '9999'")
    assert run(where, "backup", "--out", str(newer)) == 0
    with store.write() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = :head"), {"head": schema.revisions()[0]}
        )
    store.close()
    capsys.readouterr()

    for copy in (rubbish, newer, tmp_path / "none"):
        assert run(where, "restore", str(copy), "--replace") == 1
        assert len(capsys.readouterr().err.strip().splitlines()) == 2
        assert name_in(where) == "Li Hua"


@in_a_file
def test_a_copy_that_was_damaged_is_refused(store: Store, where: str, elsewhere: str, tmp_path: Path) -> None:
    out = tmp_path / "lab.copy"
    run(where, "backup", "--out", str(out))
    whole = out.read_bytes()
    out.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])

    assert run(elsewhere, "restore", str(out)) == 1
    assert not Path(elsewhere).exists()


@in_a_file
def test_a_copy_is_for_the_eyes_of_its_owner_alone_and_needs_no_journal(
    store: Store, li: Student, where: str, tmp_path: Path
) -> None:
    out = tmp_path / "lab.copy"
    run(where, "backup", "--out", str(out))

    assert out.stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.glob("lab.copy*")) == ["lab.copy"]


@on_a_server
def test_without_the_programs_of_a_server_it_is_said_which_one_is_missing(
    store: Store,
    where: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert run(where, "backup", "--out", str(tmp_path / "lab.copy")) == 1
    assert "pg_dump" in capsys.readouterr().err


@MARK
def test_no_command_line_and_no_word_of_a_copy_shows_the_password(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []
    real = subprocess.run

    def note(words: list[str], **more: Any) -> object:
        asked.extend(words)
        return real(words, **more)

    monkeypatch.setattr(subprocess, "run", note)
    url = make_url(cluster.address("no_such_database")).set(password="open-sesame")  # noqa: S106

    where = url.render_as_string(hide_password=False)
    assert run(where, "backup", "--out", str(tmp_path / "lab.copy")) == 1
    assert asked
    assert "sesame" not in f"{asked}{capsys.readouterr()}"
