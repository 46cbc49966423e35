"""LibreOffice opens the sheet of the office as it is meant: numbers are texts, nothing is worked out."""

import csv
from pathlib import Path

import pytest

from classroom.gradebook.exporting.office_sheet import office_sheet
from tests.classroom.gradebook.test_exporting import HEAD, LINES
from tests.foreign.office import converted
from tests.foreign.test_sheet import CSV

pytestmark = pytest.mark.slow


def test_another_program_finds_the_marks_of_the_office_as_they_were_written(tmp_path: Path) -> None:
    """It starts LibreOffice, which takes longer than five seconds."""
    file = tmp_path / "marks.xlsx"
    file.write_bytes(office_sheet(LINES, HEAD, "zh"))

    with converted(file, CSV, tmp_path).open(encoding="utf-8", newline="") as lines:
        said = list(csv.reader(lines))
    assert said[2:6] == [
        ["学号", "姓名", "平时", "期末", "总评"],
        ["001", "李华", "85", "76", "79"],
        ["002", "Wu Min", "60", "", "60"],
        ["003", "=cmd()", "", "", ""],
    ]
