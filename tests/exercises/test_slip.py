"""Wrong numbers that nobody foresaw: each hears what to check, and none hears the answer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseware.text import LANGUAGES
from exercises import Grade, Variant, grade
from exercises.slip import UNKNOWN, NumberSlip, Truth, slip_of
from tests.exercises.banks import NUMBER, PERCENT, drawn, exercise

SHARE = Truth(0.623, 0.0005, is_percent=True)
LENGTH = Truth(42.7, 0.06, is_percent=False)
HOURS = Truth(30, 0.05, is_percent=False, is_time=True)
COUNT = Truth(37, 0, is_percent=False)


def check(given: float, truth: Truth) -> str:
    """What somebody who answered `given` reads while tries are left."""
    return slip_of([given], truth).check.en


@pytest.mark.parametrize(
    ("given", "truth", "word"),
    [
        (-42.7, LENGTH, "sign"),
        (-0.623, SHARE, "sign"),
        (4270, LENGTH, "decimal point"),
        (0.427, LENGTH, "factor of 100"),
        (42_700_000, LENGTH, "decimal point"),
        (0.5, HOURS, "unit of time"),
        (1800, HOURS, "unit of time"),
        (210, HOURS, "unit of time"),
        (0.00623, SHARE, "factor of 100"),
        (62.3, SHARE, "factor of 100"),
        (427, LENGTH, "decimal point"),
        (0.0427, LENGTH, "decimal point"),
        (427_000, LENGTH, "decimal point"),
        (0.377, SHARE, "the rest"),
        (1 / 42.7, LENGTH, "above the line"),
        (1 / 0.623, SHARE, "above the line"),
        (43, LENGTH, "decimals"),
        (0.63, SHARE, "decimals"),
        (14.695, SHARE, "more than 100 %"),
        (5000, LENGTH, "Estimate"),
        (0, LENGTH, "Estimate"),
        (20, LENGTH, "one step at a time"),
        (36, COUNT, "one step at a time"),
    ],
)
def test_each_slip_hears_what_to_check(given: float, truth: Truth, word: str) -> None:
    assert word in check(given, truth)


def test_all_readings_of_what_was_typed_are_looked_at() -> None:
    assert "the rest" in slip_of([0.00377, 0.377], SHARE).check.en


def test_of_nought_only_what_makes_sense_is_said() -> None:
    assert slip_of([7], Truth(0, 0.1, is_percent=False)) is UNKNOWN


@given(st.floats(-1e9, 1e9), st.floats(-1e6, 1e6), st.floats(0, 10), st.booleans())
def test_every_wrong_number_is_told_something_without_any_number_of_its_own(
    answer: float, right: float, width: float, is_percent: bool
) -> None:
    slip = slip_of([answer], Truth(right, width, is_percent))

    assert isinstance(slip, NumberSlip)
    for text in (slip.check, slip.fact):
        for language in LANGUAGES:
            assert set(re.findall(r"\d+", text[language])) <= {"100"}


@given(
    st.floats(1.5, 1e6),
    st.booleans(),
    st.integers(1, 9),
    st.booleans(),
    st.sampled_from(["size", "sign", "near"]),
)
def test_size_sign_and_rounding_are_told_apart_for_any_number(
    size: float, is_negative: bool, power: int, is_small: bool, slip: str
) -> None:
    right = -size if is_negative else size
    truth = Truth(right, 0.001 * size, is_percent=False)
    wrong = {"size": right * 10.0 ** (-power if is_small else power), "sign": -right, "near": right * 1.015}

    told = check(wrong[slip], truth)

    words = {"size": ("decimal point", "factor of 100"), "sign": ("sign",), "near": ("decimals",)}
    assert any(word in told for word in words[slip])


@given(st.floats(0.01, 0.45), st.sampled_from([100.0, 0.01]))
def test_per_cent_and_share_are_told_apart_for_any_share(share: float, factor: float) -> None:
    assert "factor of 100" in check(share * factor, Truth(share, 0.0005, is_percent=True))


@given(st.floats(2, 1e6), st.floats(2, 1e6))
def test_a_number_that_no_rule_knows_is_not_blamed_on_anything(answer: float, right: float) -> None:
    truth = Truth(right, 0, is_percent=False)
    blamed = ("divided", "above the line", "taken from")
    slip = slip_of([answer], truth)

    assert slip is not UNKNOWN or not any(word in slip.check.en for word in blamed)


@pytest.mark.parametrize("item", [NUMBER, PERCENT])
def test_nobody_is_advised_after_the_last_try(item: str) -> None:
    variant: Variant = drawn(item)
    result = grade(variant, {"answer": "123456789"})

    assert isinstance(result, Grade)
    assert result.told(is_closed=False).en.startswith("Not yet")
    assert result.told(is_closed=True).en.startswith("Not right")
    assert "heck" not in result.told(is_closed=True).en


def test_a_mark_of_before_without_advice_is_read_and_told_as_it_was() -> None:
    old = Grade.from_json({"score": 0, "parts": [], "feedback": {"en": "Not yet.", "zh": "还不对。"}})

    assert old.told(is_closed=False) == old.told(is_closed=True) == old.feedback


def test_only_what_is_drawn_as_a_number_comes_with_new_numbers() -> None:
    assert exercise(NUMBER).is_drawn_anew != exercise(PERCENT).is_drawn_anew
