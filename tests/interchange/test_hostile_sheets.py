"""Files that were broken or made to break things: each is read or refused in words, and soon."""

import zipfile
from contextlib import suppress
from functools import partial
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from courseware.problem import ReaderError
from interchange.spreadsheets.xlsx import read_sheets
from interchange.xuexitong import read, write
from tests.hostile.timing import within
from tests.interchange.by_hand import GOOD, SHEET, cells, part, with_parts
from tests.interchange.made import EVERY_KIND

WRITTEN = write(EVERY_KIND, language="both").data
PARTS = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"}
PATIENCE = 25
"""Million rounds of a plain loop: the work of a second."""
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def tried(data: bytes) -> None:
    """Read the file; it must cost little and fail only in words."""
    with suppress(ReaderError):
        within(PATIENCE, partial(read, data))


@settings(max_examples=150, deadline=None)
@given(
    whole=st.sampled_from([GOOD, WRITTEN]),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), min_size=1, max_size=8),
)
def test_a_file_with_changed_bytes_never_does_more_than_fail_in_words(
    whole: bytes, cuts: list[tuple[float, bytes]]
) -> None:
    data = bytearray(whole)
    for where, new in cuts:
        place = int(where * len(data))
        data[place : place + len(new)] = new

    tried(bytes(data))


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(sorted(PARTS)),
    place=st.floats(0, 1),
    gone=st.integers(0, 40),
    new=st.binary(max_size=20)
    | st.sampled_from([b"<", b'"', b"</c>", b'<c r="A1"/>', b"&#0;", b'r="A0"', b"-1", b"9" * 30]),
)
def test_a_part_with_changed_words_never_does_more_than_fail_in_words(
    name: str, place: float, gone: int, new: bytes
) -> None:
    xml = part(name)
    at = int(place * len(xml))

    tried(with_parts({name: xml[:at] + new + xml[at + gone :]}))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + bytes(18))
@example(b"")
def test_any_bytes_at_all_fail_in_words(data: bytes) -> None:
    tried(data)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_file_without_one_of_its_parts_fails_in_words(name: str) -> None:
    tried(with_parts({name: b""}))


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_part_that_defines_entities_is_refused(name: str) -> None:
    xml = part(name)
    head, mark, rest = xml.partition(b"?>")

    with pytest.raises(ReaderError):
        read(with_parts({name: head + mark + DOCTYPE + rest if mark else DOCTYPE + xml}))


def test_a_sheet_that_unpacks_to_far_more_than_it_is_large_is_refused_at_once() -> None:
    bomb = cells(b"<row><c><v>" + b"0" * 60_000_000 + b"</v></c></row>")
    assert len(bomb) < 200_000

    with pytest.raises(ReaderError, match="unpacks to too much"):
        within(PATIENCE, partial(read, bomb))


@pytest.mark.parametrize(
    "xml",
    [
        b"<row>" + b"<c/>" * 2_000_000 + b"</row>",
        b"<row>" + b'<c r="A1"><v>1</v></c>' * 400_000 + b"</row>",
        b"<row><c t='inlineStr'>" + b"<is>" * 300_000,
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"".join(b'<row r="%d"><c><v>1</v></c></row>' % n for n in range(1, 100_000)),
        b'<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>nan</v></c><c r="C1" t="s"><v>-5</v></c></row>',
        b'<row r="99999999999999999999"><c><v>1</v></c></row>',
    ],
)
def test_sheets_made_to_keep_the_lab_busy_do_not(xml: bytes) -> None:
    tried(cells(xml))


def test_merged_ranges_as_large_as_a_sheet_can_be_do_no_harm() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 5_000))
    merged = b'<mergeCell ref="A1:XFD1048576"/>' * 5_000
    xml = cells(rows)
    sheet = zipfile.ZipFile(BytesIO(xml)).read(SHEET).replace(b"</sheetData>", b"</sheetData>" + merged)

    tried(with_parts({SHEET: sheet}))


def test_what_a_file_points_to_outside_is_never_opened() -> None:
    links = part("xl/_rels/workbook.xml.rels").replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd")

    with pytest.raises(ReaderError):
        read(with_parts({"xl/_rels/workbook.xml.rels": links}))


def test_thousands_of_small_parts_are_refused() -> None:
    with pytest.raises(ReaderError):
        read_sheets(with_parts({f"x{number}": b"" for number in range(2_100)}))
