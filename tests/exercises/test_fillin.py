"""Places in a text are filled with what the student has, and never with anything else."""

import pytest

from courseware.expression import Scalar
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fillin import fill, names_in, show

VALUES: dict[str, Scalar] = {"n": 120.0, "share": 0.256, "who": "shop", "gap": -3.456}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{n}}", "120"),
        ("{{ share : .0% }}", "26%"),
        ("{{gap:.2f}}", "−3.46"),
        ("{{gap:+.1f}} {{share:+.1f}}", "−3.5 +0.3"),
        ("{{n:,d}}", "120"),
        ("{{who}}", "shop"),
        ("a {single} brace stays", "a {single} brace stays"),
    ],
)
def test_a_place_shows_the_students_own_number(written: str, read: str) -> None:
    assert fill(Text(en=written, zh=written), VALUES) == Text(en=read, zh=read)


@pytest.mark.parametrize(
    "written",
    [
        *["{{nobody}}", "{{n.__class__}}", "{{n[0]}}", "{{n!r}}", "{{}}", "{{n", "n}}", "{{n:>999999999}}"],
        *["{{who:.2f}}", "{{n:x}}", "{{n:{n}}}", "{{n:s}}", "{{1}}"],
    ],
)
def test_a_place_that_cannot_be_filled_is_refused(written: str) -> None:
    with pytest.raises(ReaderError):
        fill(Text(en=written, zh="好"), VALUES)


def test_the_names_of_both_languages_are_known() -> None:
    assert names_in(Text(en="{{a}} {{b:.2f}}", zh="{{c}}")) == {"a", "b", "c"}


def test_whole_numbers_are_shown_plain() -> None:
    assert [show(5.0), show(0.1 + 0.2), show(1e6), show(True)] == ["5", "0.3", "1000000", "True"]
