"""A typed number: near enough, a foreseen slip, or wrong; percentages however they are written."""

from math import nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courseware.problem import ProblemsFoundError, ReaderError
from exercises import Grade, Invalid, Variant, grade, reveal
from tests.exercises.banks import NUMBER, PERCENT, drawn, exercise


def score(variant: Variant, text: str) -> float:
    result = grade(variant, {"answer": text})
    return result.score if isinstance(result, Grade) else nan


def plain(expr: str, tolerance: str) -> Variant:
    """A number question with this answer and tolerance."""
    item = PERCENT.replace("unit: percent", "unit: {en: days, zh: 天}")
    item = item.replace('expr: "0.625", tolerance: {abs: 0.0005}', f'expr: "{expr}", tolerance: {tolerance}')
    return drawn(item)


@pytest.mark.parametrize("text", ["62.5%", "62.5", "0.625", "６２．５％", "62.5 %", ".625", "5/8", "62,5"])
def test_a_percentage_is_taken_however_it_is_written(text: str) -> None:
    assert score(drawn(PERCENT), text) == 1


@pytest.mark.parametrize("text", ["37.5", "0.375", "37.5%"])
def test_a_foreseen_slip_earns_its_share_and_hears_its_reason(text: str) -> None:
    result = grade(drawn(PERCENT), {"answer": text})

    assert isinstance(result, Grade)
    assert result.score == 0.25
    assert result.feedback.en == "That is the rest."


@pytest.mark.parametrize(
    ("tolerance", "near", "far"),
    [
        ("{abs: 0.5}", ["1234.6", "1234.1", "1235.1"], ["1235.2", "1234.0"]),
        ("{rel: 0.01}", ["1223", "1246"], ["1221", "1248"]),
        ("{figures: 2}", ["1200", "1234.6", "1284"], ["1300", "1180"]),
        ("{figures: 5}", ["1234.6", "1234.64"], ["1234.7"]),
        ("{abs: 0}", ["1234.6"], ["1234.61"]),
    ],
)
def test_near_enough_is_what_the_tolerance_says(tolerance: str, near: list[str], far: list[str]) -> None:
    variant = plain("1234.6", tolerance)

    assert [score(variant, text) for text in near] == [1] * len(near)
    assert [score(variant, text) for text in far] == [0] * len(far)


def test_nought_has_a_tolerance_too() -> None:
    assert score(plain("0", "{figures: 2}"), "0") == 1
    assert score(plain("0", "{rel: 0.1}"), "0.2") == 0


def test_the_answer_is_told_with_its_unit_and_no_more_places_than_matter() -> None:
    assert reveal(plain("1234.5678", "{abs: 0.05}")).en.startswith("The right answer: 1234.6 days")
    assert reveal(plain("1234.5678", "{abs: 0.05}")).zh.startswith("正确答案：1234.6 天")
    assert reveal(plain("6.1612", "{abs: 0.006}")).en.startswith("The right answer: 6.16 days")
    assert reveal(plain("6.4321", "{rel: 0.2}")).en.startswith("The right answer: 6.43 days")
    assert reveal(plain("0.04217", "{rel: 2}")).en.startswith("The right answer: 0.0422 days")
    assert reveal(plain("1284.4", "{rel: 0.02}")).en.startswith("The right answer: 1284 days")
    assert reveal(drawn(PERCENT)).en.startswith("The right answer: 62.5%")


@given(st.floats(-1e6, 1e6, allow_nan=False), st.sampled_from(["{abs: 0.01}", "{rel: 0.02}", "{figures: 3}"]))
@settings(deadline=None, max_examples=40)
def test_what_is_told_as_right_is_marked_as_right(value: float, tolerance: str) -> None:
    variant = plain(f"{value:.5f}", tolerance)
    told = reveal(variant).en.removeprefix("The right answer: ").partition("\n")[0]

    assert score(variant, told) == 1


def test_students_have_numbers_of_their_own() -> None:
    truths = {drawn(NUMBER, str(student)).params["truth"] for student in range(10)}

    assert len(truths) == 10


def test_the_stem_and_the_reasons_speak_of_the_students_own_numbers() -> None:
    variant = drawn(NUMBER)
    truth = variant.params["truth"]
    result = grade(variant, {"answer": f"{-float(truth)}"})

    assert f"asks 60 customers and adds {variant.params['rise']:.1f}" in variant.question.stem.en
    assert isinstance(result, Grade)
    assert result.feedback.en.endswith(f"{truth:.2f}.".replace("-", "−"))


def test_a_slip_that_would_count_as_right_is_left_out() -> None:
    item = PERCENT.replace('near: [{expr: "0.375"', 'near: [{expr: "0.6253"')

    assert score(drawn(item), "62.53%") == 1
    assert score(drawn(item), "62.58%") == 0


def test_what_cannot_be_read_hears_what_was_expected() -> None:
    result = grade(drawn(PERCENT), {"answer": "about half"})

    assert isinstance(result, Invalid)
    assert "60%" in result.message.en


def test_a_question_without_a_finite_answer_is_not_asked() -> None:
    with pytest.raises(ReaderError, match="no finite value"):
        plain("1 / 0", "{abs: 1}")


def test_two_tolerances_at_once_are_refused() -> None:
    with pytest.raises(ProblemsFoundError, match="exactly one of abs, rel and figures"):
        exercise(PERCENT.replace("{abs: 0.0005}", "{abs: 1, rel: 0.1}"))
