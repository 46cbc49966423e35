"""What the command line tells about the record."""

import csv
from pathlib import Path

import pytest

from classroom import Store, Student, again, submit, variant_for
from classroom.__main__ import main
from classroom.records import tables
from exercises import Exercise, right_response
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
