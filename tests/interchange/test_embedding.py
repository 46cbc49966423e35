"""Several answers in one question: embedded in a Moodle text, and left in the lab with a word elsewhere."""

import pytest

from course import check_bank_text
from courseware.text import Text
from exercises.exercise import Exercise
from exercises.portable.question import PortablePart
from interchange import Portable, PortableNumber, freeze, moodle
from interchange.bank_writer import into_bank
from interchange.exporting import export_items
from interchange.formats import formats
from interchange.unsupported import CLOZE_STAYS
from tests.exercises.banks import NUMBER, NUMBERS, TABLE, exercise
from tests.interchange.made import both, question

CLOZE = question(
    "cloze",
    id="made.parts",
    parts=(
        PortablePart(
            Text(en="Revenue", zh="收入"),
            1.0,
            (
                PortableNumber(1600, 0.5, 1.0),
                PortableNumber(400, 0.5, 0.25, Text(en="Profit ~ {so}.", zh="利润。")),
            ),
            both("yuan"),
        ),
        PortablePart(
            Text(en="Margin", zh="利润率"),
            3.0,
            (PortableNumber(25, 0.1, 1.0), PortableNumber(0.25, 0.001, 1.0)),
            both("%"),
        ),
    ),
)


def frozen(*items: Exercise) -> tuple[Portable, ...]:
    return freeze(items, variants=1, secret=b"cloze")[0]


def test_moodle_gets_every_number_with_its_weight_tolerance_and_slips() -> None:
    written = moodle.write([CLOZE], language="en").data.decode()

    assert '<question type="cloze">' in written
    assert "Revenue: {1:NUMERICAL:=1600:0.5~%25%400:0.5#Profit \\~ {so\\}.} yuan" in written
    assert "Margin: {3:NUMERICAL:=25:0.1~=0.25:0.001} %" in written


def test_what_went_to_moodle_comes_back_as_several_numbers() -> None:
    (found,), _ = moodle.read(moodle.write([CLOZE], language="both").data)

    assert found.kind == "cloze"
    assert [part.weight for part in found.parts] == [1, 3]
    assert [[(one.value, one.tolerance, one.share) for one in part.numbers] for part in found.parts] == [
        [(1600, 0.5, 1), (400, 0.5, 0.25)],
        [(25, 0.1, 1), (0.25, 0.001, 1)],
    ]
    assert "Revenue" in found.stem.en
    assert "收入" in found.stem.zh


def test_a_bank_takes_several_numbers_in() -> None:
    text = into_bank([CLOZE], "brought")
    found, _ = check_bank_text(text, "brought.yaml")

    assert "type: numbers" in text
    assert "unit: percent" in text
    assert [one for one in found if one.severity == "error"] == []


@pytest.mark.parametrize("name", ["gift", "qti", "xuexitong"])
def test_a_format_that_cannot_hold_several_answers_says_so(name: str) -> None:
    (asked,) = frozen(exercise(NUMBERS))
    written = formats()[name].write([asked], language="zh")

    assert [loss.what for loss in written.losses if loss.item == asked.id] == [CLOZE_STAYS]


def test_what_a_format_cannot_hold_is_counted_among_what_stayed() -> None:
    items = [exercise(NUMBERS), exercise(NUMBER)]
    found = {
        name: export_items(items, form, language="en", variants=2, seed="1")
        for name, form in formats().items()
    }

    assert (found["gift"].items, found["gift"].stayed) == (("small.number",), ("small.numbers",))
    assert found["gift"].questions == 2
    assert found["moodle"].stayed == ()


def test_a_table_goes_to_moodle_with_numbers_in_its_empty_cells_and_a_field_for_each() -> None:
    (asked,) = frozen(exercise(TABLE))
    written = moodle.write([asked], language="en")
    text = written.data.decode()

    assert "| 2 | (1) | – | (2) |" in asked.stem.en
    assert "<td>(1)</td>" in text
    assert "(1) 2 · Customers: {1:NUMERICAL:=" in text
    assert "(2) 2 · Trend: {1:MULTICHOICE:=falls#Some leave.~%0%rises#Nobody has joined.}" in text
    assert "(3) 3 · Customers: {2:NUMERICAL:=" in text
    assert any("follows rightly" in loss.what.en for loss in written.losses)
