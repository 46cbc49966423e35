"""Several numbers in one question: each is marked by itself, weighs what it weighs, and is read by itself."""

import pytest

from course import check_bank_text
from exercises import Grade, Invalid, grade, reveal, right_response, say_response
from tests.exercises.banks import HEAD, NUMBERS, drawn

VARIANT = drawn(NUMBERS)
REVENUE = 16 * float(VARIANT.params["cups"])


def marked(revenue: str, rate: str) -> Grade:
    found = grade(VARIANT, {"revenue": revenue, "rate": rate})
    assert isinstance(found, Grade)
    return found


@pytest.mark.parametrize(
    ("revenue", "rate", "score"),
    [
        (REVENUE, "25%", 1.0),
        (REVENUE, "0.9", 1 / 4),
        (REVENUE / 4, "25", 1 / 16 + 3 / 4),
        (1, "0.25", 3 / 4),
        (1, "1%", 0),
    ],
)
def test_each_number_earns_its_share_of_the_weights(revenue: float, rate: str, score: float) -> None:
    assert marked(f"{revenue:g}", rate).score == pytest.approx(score)


def test_every_part_is_told_with_its_name_whether_right_or_not() -> None:
    parts = marked(f"{REVENUE / 4:g} yuan", "25%").parts

    assert [(part.label and part.label.en, part.score, part.why and part.why.en) for part in parts] == [
        ("Revenue", 0.25, "That is the profit."),
        ("Margin", 1.0, "Right."),
    ]


def test_a_number_that_cannot_be_read_is_named_with_what_was_expected_and_costs_nothing() -> None:
    found = grade(VARIANT, {"revenue": "a lot", "rate": "25%"})

    assert isinstance(found, Invalid)
    assert found.field == "revenue"
    assert found.message.en == "Revenue: “a lot” cannot be read; write a number like 12.5, −3 or 1,200."
    assert found.message.zh == "收入：读不出“a lot”，请填 12.5、−3 或 1,200 这样的数。"


def test_all_that_is_open_is_named_each_with_what_it_expects() -> None:
    found = grade(VARIANT, {"revenue": "", "rate": "much"})

    assert isinstance(found, Invalid)
    assert "Revenue: still empty" in found.message.en
    assert "Margin: “much” cannot be read; write a percentage like 60% or 0.6." in found.message.en


def test_the_key_names_every_number_with_its_unit() -> None:
    assert right_response(VARIANT) == {"revenue": f"{REVENUE:g}", "rate": "25%"}
    assert reveal(VARIANT).en.startswith(f"The right answer: Revenue: {REVENUE:g} yuan; Margin: 25%")


def test_a_list_of_answers_names_every_number_and_what_was_left_open() -> None:
    said = say_response(VARIANT.question, {"revenue": "1280"})

    assert (said.en, said.zh) == ("Revenue: 1280 yuan; Margin: —", "收入：1280 元；利润率：—")


def test_two_numbers_of_one_name_are_told() -> None:
    found, _ = check_bank_text(HEAD + NUMBERS.replace("name: rate", "name: revenue"), "small.yaml")

    assert "called the same" in str([one.message.en for one in found])
