"""What must hold for every item of every bank of the lab."""

from functools import cache

import pytest

import exercises
from exercises import Grade, Variant, draw, grade, own_data, reveal, right_response, wrong_response
from exercises.lint import findings

ITEMS = list(exercises.bank())


@cache
def variant(item: str, student: str = "7", group: int = 0) -> Variant:
    one = exercises.find(item)
    data = own_data(one, secret=b"tests", class_name="", student=student)
    return draw(one, secret=b"tests", class_name="", student=student, group=group, data=data)


@pytest.mark.parametrize("item", ITEMS)
def test_nothing_is_to_be_mended_over_two_hundred_draws(item: str) -> None:
    assert [finding.message.en for finding in findings(exercises.find(item))] == []


@pytest.mark.parametrize("item", ITEMS)
def test_right_is_right_and_wrong_is_not_for_every_student(item: str) -> None:
    for student in ("1", "2", "3"):
        right = grade(variant(item, student), right_response(variant(item, student)))
        wrong = grade(variant(item, student), wrong_response(variant(item, student)))

        assert isinstance(right, Grade)
        assert right.score == 1
        assert isinstance(wrong, Grade)
        assert wrong.score < 1


@pytest.mark.parametrize("item", ITEMS)
def test_a_kept_question_is_marked_the_same(item: str) -> None:
    kept = Variant.from_json(variant(item).to_json())

    assert kept == variant(item)
    assert grade(kept, right_response(kept)) == grade(variant(item), right_response(variant(item)))


@pytest.mark.parametrize("item", ITEMS)
def test_no_place_is_left_unfilled_and_the_answer_is_told_in_both_languages(item: str) -> None:
    assert "{{" not in str(variant(item).to_json())
    assert reveal(variant(item)).en
    assert reveal(variant(item)).zh


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_says_which_knowledge_it_asks_about_and_how_hard_it_is(item: str) -> None:
    one = exercises.find(item)

    assert all(1 <= point <= 60 for point in one.curriculum)
    assert one.difficulty in {1, 2, 3}
    assert one.attempts.points == tuple(sorted(one.attempts.points, reverse=True))
    assert sum(hint.cost for hint in one.hints) < 1


@pytest.mark.parametrize("item", ITEMS)
def test_the_question_of_an_item_says_nothing_of_its_solution(item: str) -> None:
    question = str(variant(item).question)

    assert str(variant(item).seed) not in question
    assert variant(item).explain.en not in question
    assert not [hint for hint in variant(item).hints if hint.text.en in question]
