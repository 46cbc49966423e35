"""An answer in words: as it was given, its unit said once."""

import pytest

from courseware.text import Text
from exercises import NumberField, Question, say_answer

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

    assert say_answer(question, {"answer": typed}) == Text(en=en, zh=zh)
