"""A number is read as people write it, and what is no number is said to be none."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.typed import MAX_TYPED, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", 12.5),
        ("1,234.5", 1234.5),
        ("1，234.5", 1234.5),
        ("12,345,678", 12345678),
        ("1 234", 1234),
        ("1'234", 1234),
        ("3,5", 3.5),
        ("3。5", 3.5),
        ("３．５", 3.5),
        ("１２３", 123),
        ("-3", -3),
        ("−3", -3),
        ("－３", -3),
        ("–3", -3),
        ("+3", 3),
        (".5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("1.5E-2", 0.015),
        ("60%", 0.6),
        ("６０％", 0.6),
        ("60 %", 0.6),
        ("百分之60", 0.6),
        ("1.2万", 12000),
        ("3亿", 300000000),
        ("3.6:1", 3.6),
        ("3.6：1", 3.6),
        ("5/8", 0.625),
        ("¥1,200", 1200),
        ("￥1,200", 1200),
        ("$ 5", 5),
        ("100元", 100),
        ("  7  ", 7),
        ("7 points", 7),
        ("7分", 7),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, value: float) -> None:
    typed = read_number(text, ("points", "分"))

    assert typed is not None
    assert typed.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "abc", "1.2.3", "1,23,4", "--3", "3-", "five", "1e999", "1/0", "%", "e5", "1:2:3", "nan"],
        *["inf", "∞", "1 2", "0x10", "1_000", "9" * 61, "٣٫٥٫", "1..2", ",", "万", "5/8%"],
    ],
)
def test_what_is_no_number_is_not_guessed_at(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    ["999" + ",999" * 13 + "e99亿", "1" + "0" * 17 + "e99亿/." + "0" * 29 + "1e-99", ".1e-99", "1/.1e99"],
)
def test_the_largest_and_the_smallest_that_can_be_typed_are_numbers(text: str) -> None:
    typed = read_number(text)

    assert len(text) <= MAX_TYPED
    assert typed is not None
    assert 0 < typed.value < inf


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
@settings(deadline=None)
def test_every_number_is_read_back_as_it_is_printed(value: float) -> None:
    for text in (f"{value:.4f}", f"{value:,.4f}"):
        typed = read_number(text)

        assert typed is not None
        assert typed.value == float(f"{value:.4f}")


@given(st.text(max_size=80))
@settings(deadline=None)
def test_no_typed_text_brings_a_traceback(text: str) -> None:
    typed = read_number(text, ("points", "分"))

    assert typed is None or abs(typed.value) < float("inf")
