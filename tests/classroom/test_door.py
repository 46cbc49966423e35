"""What the command line tells about the record."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classroom import Store, Student, again, guest_of, open_store, submit, variant_for
from classroom.__main__ import main
from classroom.records import tables
from classroom.sign_in.guest_work import known_guest
from exercises import Exercise, right_response
from tests.classroom.conftest import Clock
from tests.records import let_change


def test_status_of_a_record_that_is_not_there_makes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", str(tmp_path / "lab.db"), "status"]) == 0
    assert "no class record" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_status_counts_the_answers(
    store: Store, li: Student, plus_one: Exercise, capsys: pytest.CaptureFixture[str]
) -> None:
    submit(store, li, plus_one, {"answer": "-1"})

    assert main(["--database", store.where, "status"]) == 0
    shown = capsys.readouterr().out
    assert store.where in shown
    assert "attempts: 1" in shown
    assert "Li Hua" not in shown


def test_marks_open_in_a_spreadsheet_and_start_no_formula(
    store: Store, li: Student, plus_one: Exercise, tmp_path: Path
) -> None:
    store.rename(li, '=HYPERLINK("x")', "一班", "7")
    submit(store, li, plus_one, {"answer": "-1"})
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))
    again(store, li, plus_one)
    submit(store, li, plus_one, {"answer": "-1"})
    out = tmp_path / "marks.csv"

    assert main(["--database", store.where, "export", "--out", str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line == {
        "class_name": "一班",
        "number": "7",
        "name": '\'=HYPERLINK("x")',
        "item": plus_one.id,
        "tries": "2",
        "points": "0.75",
        "waiting": "0",
    }


@pytest.mark.parametrize("out", ["nowhere/marks.csv", "marks.db"])
def test_marks_that_cannot_be_written_are_told(
    store: Store, tmp_path: Path, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", store.where, "export", "--out", str(tmp_path / out)]) == 1
    assert "写入" in capsys.readouterr().err


def test_regrading_says_whether_any_mark_would_change(
    store: Store, li: Student, plus_one: Exercise, capsys: pytest.CaptureFixture[str]
) -> None:
    submit(store, li, plus_one, {"answer": "-1"})
    before = main(["--database", store.where, "regrade", "--check"])
    with store.write() as connection:
        let_change(connection, "attempt")
        connection.execute(tables.attempt.update().values(score=0.5))

    assert before == 0
    assert main(["--database", store.where, "regrade", "--check"]) == 1
    assert plus_one.id in capsys.readouterr().out


def test_a_damaged_record_is_one_sentence_in_each_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lab.db"
    file.write_bytes(b"not a database")

    assert main(["--database", str(file), "status"]) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 2
    assert all(str(file) in line for line in told)


@pytest.mark.parametrize("days", ["-1", "10001", "ten"])
def test_a_number_of_days_that_cannot_be_is_told_and_nobody_is_ended(
    store: Store, days: str, capsys: pytest.CaptureFixture[str]
) -> None:
    guest_of(store, "a browser")
    with pytest.raises(SystemExit) as ended:
        main(["--database", store.where, "end-guests", "--days", days])

    assert ended.value.code == 2
    assert days in capsys.readouterr().err
    assert known_guest(store, "a browser") is not None


@pytest.mark.parametrize(("words", "left"), [([], True), (["--days", "3"], False), (["--all"], False)])
def test_guests_are_ended_who_were_not_seen_for_so_many_days_or_all(
    where: str, clock: Clock, words: list[str], left: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.now = datetime.now(UTC) - timedelta(days=4)
    store = open_store(where, clock)
    guest_of(store, "a browser")
    code = main(["--database", where, "end-guests", *words])
    is_left = known_guest(store, "a browser") is not None
    store.close()

    assert (code, is_left) == (0, left)
    assert capsys.readouterr().out.startswith(f"{0 if left else 1} guests ended")


def test_what_needs_a_record_says_that_there_is_none_and_makes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", str(tmp_path / "lab.db"), "regrade"]) == 1
    assert "还没有课堂记录" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
