"""The same answer earns the same: Moodle's rules for numbers and weights against the lab's own marks."""

from math import inf, nextafter

import pytest

from course import all_exercises
from exercises import Exercise, Grade, draw, grade, own_data
from exercises.fields import ManyOf
from exercises.portable.answers import answers
from exercises.portable.told import Answers
from interchange import PortableNumber
from interchange.gift.writing import decimal
from interchange.weights import ALLOWED, moved, weight

PRECISION = 1e-14
"""What PHP's setting `precision` makes of it on every Moodle server."""
NUMBERS = [one for one in all_exercises().values() if one.kind == "number"]
SEVERAL = [
    one for one in all_exercises().values() if one.kind == "choice" and getattr(one.item, "several", False)
]


def moodle_marks(numbers: tuple[PortableNumber, ...], typed: str) -> float:
    """What Moodle gives: the first answer within its tolerance, the ends included and a last digit beyond."""
    value = float(typed)
    for number in numbers:
        right, width = float(decimal(number.value)), float(decimal(number.tolerance))
        reach = width + PRECISION * max(1.0, abs(right))
        if right - reach <= value <= right + reach:
            return weight(number.share).percent / 100
    return 0.0


def typed(numbers: tuple[PortableNumber, ...]) -> list[str]:
    """Numbers around every answer: in its middle, at its ends, a little within them and a little beyond."""
    steps = (0, 1, -1, 0.5, -0.5, 0.999, -0.999, 1.001, -1.001, 2, -2, 20)
    points = [one.value + step * (one.tolerance or 0.01) for one in numbers for step in steps]
    wide = [round(point, places) for point in points for places in (0, 1, 2, 3, 6)]
    return sorted({decimal(point) for point in (*points, *wide, *(nextafter(p, inf) for p in points))})


@pytest.mark.parametrize("exercise", NUMBERS, ids=lambda one: str(one.id))
def test_moodle_marks_every_typed_number_as_the_lab_does(exercise: Exercise) -> None:
    for student in ("1", "2"):
        data = own_data(exercise, secret=b"marks", class_name="", student=student)
        variant = draw(exercise, secret=b"marks", class_name="", student=student, group=0, data=data)
        told = answers(variant)
        assert isinstance(told, Answers)
        for text in typed(told.numbers):
            mark = grade(variant, {"answer": text})

            assert isinstance(mark, Grade)
            assert moodle_marks(told.numbers, text) == pytest.approx(mark.score, abs=1e-6), text


@pytest.mark.parametrize("exercise", SEVERAL, ids=lambda one: str(one.id))
def test_moodles_sum_of_weights_is_the_mark_of_the_lab_for_every_set_of_ticks(exercise: Exercise) -> None:
    data = own_data(exercise, secret=b"marks", class_name="", student="1")
    variant = draw(exercise, secret=b"marks", class_name="", student="1", group=0, data=data)
    told, field = answers(variant), variant.question.fields[0]
    assert isinstance(told, Answers)
    assert isinstance(field, ManyOf)
    for ticks in range(1, 2 ** len(field.options)):
        chosen = [place for place in range(len(field.options)) if ticks >> place & 1]
        mark = grade(variant, {"answer": [field.options[place].id for place in chosen]})
        total = sum(weight(told.options[place].share).percent for place in chosen) / 100

        assert isinstance(mark, Grade)
        assert min(1.0, max(0.0, total)) == pytest.approx(mark.score, abs=1e-6)


def test_no_share_that_the_lab_gives_ticks_has_to_be_moved() -> None:
    for count in range(1, 11):
        assert not weight(1 / count).is_moved
        assert not weight(-1 / count).is_moved


def test_a_share_that_moodle_does_not_know_is_moved_to_the_nearest_and_said() -> None:
    said = moved((1.0, 0.35, 0.3))

    assert str(weight(0.35)) == "33.33333"
    assert said is not None
    assert "35% → 33.33333%" in said.en
    assert "35% → 33.33333%" in said.zh
    assert moved((1.0, 0.3, 0.0)) is None


def test_moodles_list_is_the_same_above_and_below_nothing() -> None:
    assert {-one for one in ALLOWED} == set(ALLOWED)
    assert len(ALLOWED) == len(set(ALLOWED)) == 41
