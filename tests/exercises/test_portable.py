"""What another platform is told of a question is what the lab marks by, or why it can ask no such thing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import Grade, Variant, grade
from exercises.frozen import Json
from exercises.portable.answers import answers
from exercises.portable.told import Answers, Stays, mark_of
from tests.exercises.banks import (
    BLANK,
    KINDS,
    NUMBER,
    NUMBERS,
    PERCENT,
    TABLE,
    TARGET,
    TEXT,
    drawn,
)

OF_STUDENTS = [drawn(NUMBER, str(student)) for student in range(5)]


def kept_otherwise(item: str, **solution: Json) -> Variant:
    """A drawn question that a kind from elsewhere marks by what only it knows."""
    return replace(drawn(item), solution=solution)


@pytest.mark.parametrize(
    ("item", "en", "zh"),
    [
        (NUMBER, "Its number is marked by rules", "数值按本实验室特有的规则"),
        (NUMBERS, "asks for several answers", "要填几个答案"),
        (BLANK, "Its gaps are marked by rules", "空按本实验室特有的规则"),
        (TABLE, "Its table is marked by rules", "表按本实验室特有的规则"),
    ],
)
def test_a_question_that_is_marked_by_rules_of_its_own_stays_here_and_says_why(
    item: str, en: str, zh: str
) -> None:
    found = answers(kept_otherwise(item, truth=1))

    assert isinstance(found, Stays)
    assert en in found.why.en
    assert zh in found.why.zh


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_travels_but_a_task_in_a_simulation(name: str) -> None:
    found = answers(drawn(KINDS[name]))

    assert isinstance(found, Stays) is (KINDS[name] == TARGET)


@given(variant=st.sampled_from(OF_STUDENTS), share=st.floats(-0.9, 0.9), at=st.integers(0, 1))
def test_a_number_earns_elsewhere_what_it_earns_here(variant: Variant, share: float, at: int) -> None:
    found = answers(variant)
    assert isinstance(found, Answers)
    number = found.numbers[at]
    mark = mark_of(variant, repr(number.value + share * number.tolerance))

    assert mark.score == number.share


def test_percent_are_taken_as_shares_and_as_percent() -> None:
    found = answers(drawn(PERCENT))
    assert isinstance(found, Answers)

    assert [(one.value, one.tolerance, one.share) for one in found.numbers] == [
        (62.5, 0.05, 1),
        (0.625, 0.0005, 1),
        (37.5, 0.05, 0.25),
        (0.375, 0.0005, 0.25),
    ]


def test_every_wording_of_a_gap_earns_elsewhere_what_it_earns_here() -> None:
    variant = drawn(BLANK)
    found = answers(variant)
    assert isinstance(found, Answers)
    words = [[(one.words, one.share) for one in gap.wordings] for gap in found.gaps]
    mark = grade(variant, {"answer": {"g1": words[0][2][0], "g2": words[1][4][0]}})

    assert words[0] == [("perceived value", 1), ("value felt", 1), ("感知价值", 1)]
    assert words[1] == [("expectation", 1), ("期望", 1), ("期望值", 1), ("need", 0.5), ("需求", 0.5)]
    assert isinstance(mark, Grade)
    assert mark.score == 0.75


def test_an_answer_that_cannot_be_read_has_no_mark_to_tell() -> None:
    with pytest.raises(TypeError, match=r"small\.text: 3 is an answer that cannot be read"):
        mark_of(drawn(TEXT), 3)
