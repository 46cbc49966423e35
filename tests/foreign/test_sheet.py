"""LibreOffice finds every cell of the sheet for 学习通 as it was written, and saves what we can read."""

import csv
from pathlib import Path

import openpyxl
import pytest

from courseware.text import Text
from interchange import PortableOption
from interchange.xuexitong import read, write
from tests.foreign.office import converted
from tests.interchange.made import EVERY_KIND, both, question, whole_bank

pytestmark = pytest.mark.slow
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
"""Commas, quotes, UTF-8, cells as they are shown, the first sheet."""
RISKY = question(
    id="made.risky",
    stem=Text(en="=1+1", zh='=HYPERLINK("x","y")'),
    options=(
        PortableOption(both("@SUM(1)"), 1.0),
        PortableOption(both("+1"), 0.0),
        PortableOption(both("007"), 0.0),
    ),
)


def test_another_program_finds_every_cell_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(write((*EVERY_KIND, RISKY, *whole_bank()[0]), language="both").data)
    expected = [
        ["" if value is None else str(value) for value in row]
        for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    ]

    with converted(file, CSV, tmp_path).open(encoding="utf-8", newline="") as lines:
        assert list(csv.reader(lines)) == expected


def test_what_another_program_has_saved_reads_the_same(tmp_path: Path) -> None:
    data = write((*EVERY_KIND, RISKY, *whole_bank()[0]), language="both").data
    file, saved = tmp_path / "sheet.xlsx", tmp_path / "saved"
    file.write_bytes(data)
    saved.mkdir()

    assert read(converted(file, "xlsx", saved).read_bytes()) == read(data)
