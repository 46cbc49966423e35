"""What must hold for the mark of every kind of question, whatever is answered."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises import Grade, Invalid, Variant, grade, reveal, right_response, wrong_response
from exercises.kinds import catalogue
from tests.exercises.banks import KINDS, drawn

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
IDS = st.sampled_from(
    ["o1", "o2", "o3", "r1", "r2", "r3", "r4", "c1", "c2", "expectation", "service", "x", ""]
)
NEAR_MISSES = (
    IDS
    | st.lists(IDS | JSON, max_size=6)
    | st.dictionaries(IDS, IDS | JSON, max_size=6)
    | st.floats().map(str)
    | st.sampled_from(["62.5", "6０％", "3.6:1", "1e5", "-", "1,2"])
)


@cache
def variant(name: str) -> Variant:
    return drawn(KINDS[name])


def test_every_kind_of_question_is_tried_here() -> None:
    assert {variant(name).kind for name in KINDS} == set(catalogue())


BY_HAND = {"text"}
"""What a teacher marks: the lab says no more than that it waits."""


@pytest.mark.parametrize("name", sorted(KINDS.keys() - BY_HAND))
def test_the_right_answer_earns_everything_and_a_wrong_one_does_not(name: str) -> None:
    right = grade(variant(name), right_response(variant(name)))
    wrong = grade(variant(name), wrong_response(variant(name)))

    assert isinstance(right, Grade)
    assert right.score == 1
    assert right.is_right
    assert isinstance(wrong, Grade)
    assert 0 <= wrong.score < 1
    assert not wrong.is_right


@pytest.mark.parametrize("name", KINDS)
@given(answer=JSON | NEAR_MISSES)
@settings(deadline=None, max_examples=60)
def test_no_answer_whatsoever_brings_a_traceback(name: str, answer: object) -> None:
    for response in (answer, {"answer": answer}):
        result = grade(variant(name), response)

        if isinstance(result, Grade):
            assert 0 <= result.score <= 1
            assert all(0 <= part.score <= 1 for part in result.parts)
        else:
            assert result.field in {one.name for one in variant(name).question.fields}
            assert result.message.en


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    "response", [None, {}, [], "o1", {"answer": None}, {"answer": True}, {"other": "o1"}]
)
def test_an_answer_that_cannot_be_read_is_not_wrong_but_told_what_is_missing(
    name: str, response: object
) -> None:
    result = grade(variant(name), response)

    assert isinstance(result, Invalid)
    assert any("\u4e00" <= character <= "\u9fff" for character in result.message.zh)


@pytest.mark.parametrize("name", KINDS)
def test_a_kept_question_is_marked_the_same_for_ever(name: str) -> None:
    kept = Variant.from_json(variant(name).to_json())

    assert kept == variant(name)
    for response in (right_response(variant(name)), wrong_response(variant(name)), {"answer": 7}):
        result = grade(kept, response)

        assert result == grade(variant(name), response)
        if isinstance(result, Grade):
            assert Grade.from_json(result.to_json()) == result


@pytest.mark.parametrize("name", KINDS)
def test_the_answer_is_told_in_both_languages_with_its_reason(name: str) -> None:
    told = reveal(variant(name))

    assert told.en.endswith(variant(name).explain.en)
    assert told.zh.endswith(variant(name).explain.zh)
    assert len(told.en) > len(variant(name).explain.en) + len("The right answer: ")


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_left_to_fill_in(name: str) -> None:
    assert "{{" not in str(variant(name).to_json())


@pytest.mark.parametrize("name", KINDS)
def test_a_wrong_answer_hears_why(name: str) -> None:
    result = grade(variant(name), wrong_response(variant(name)))

    assert isinstance(result, Grade)
    assert result.feedback.en
    if name not in {"number", "percent", *BY_HAND}:
        assert any(part.why for part in result.parts)
