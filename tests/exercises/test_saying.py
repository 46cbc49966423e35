"""An answer in words: as it was given, its unit said once."""

import pytest
from pydantic import JsonValue

from courseware.text import Text
from exercises import ANSWER, NumberField, Question, say_response
from exercises.fields.option import NOTHING
from tests.exercises.banks import MATCH, drawn

DAYS = Text(en="days", zh="天")
PERCENT = Text(en="%", zh="%")


@pytest.mark.parametrize(
    ("typed", "unit", "en", "zh"),
    [
        ("66.7", PERCENT, "66.7 %", "66.7 %"),
        ("66.7%", PERCENT, "66.7%", "66.7%"),
        ("６６％", PERCENT, "６６％", "６６％"),
        ("3", DAYS, "3 days", "3 天"),
        ("3 Days", DAYS, "3 Days", "3 Days"),
        ("3天", DAYS, "3天", "3天"),
        ("3", None, "3", "3"),
    ],
)
def test_a_unit_that_was_typed_is_not_said_twice(typed: str, unit: Text | None, en: str, zh: str) -> None:
    question = Question(DAYS, (NumberField("answer", DAYS, unit),))

    assert say_response(question, {"answer": typed}) == Text(en=en, zh=zh)


@pytest.mark.parametrize("given", [["c1"], {"c1": "c1"}, 1, None, "nowhere"])
def test_a_row_that_was_answered_with_no_choice_is_told_as_left_open(given: JsonValue) -> None:
    assert say_response(drawn(MATCH).question, {ANSWER: {"r1": given}}) == NOTHING
