"""What must hold for every item of every bank of the lab, beside what `python -m exercises check` draws."""

from collections import Counter
from functools import cache

import pytest

from course import all_exercises, find_exercise
from courseware.text import LANGUAGES, Language
from exercises import ANSWER, Grade, Variant, draw, grade, own_data, reveal, right_response
from exercises.exercise import kind_of

ITEMS = list(all_exercises())


@cache
def variant(item: str, student: str = "7", group: int = 0) -> Variant:
    one = find_exercise(item)
    data = own_data(one, secret=b"tests", class_name="", student=student)
    return draw(one, secret=b"tests", class_name="", student=student, group=group, data=data)


@pytest.mark.parametrize("item", ITEMS)
def test_a_kept_question_is_marked_the_same(item: str) -> None:
    kept = Variant.from_json(variant(item).to_json())

    assert kept == variant(item)
    assert grade(kept, right_response(kept)) == grade(variant(item), right_response(variant(item)))


@pytest.mark.parametrize("item", ITEMS)
def test_no_place_is_left_unfilled_in_what_is_asked_and_what_is_told(item: str) -> None:
    assert "{{" not in str(variant(item).to_json())
    assert "{{" not in str(reveal(variant(item)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", [item for item in ITEMS if find_exercise(item).kind == "number"])
def test_a_number_that_is_told_as_the_answer_is_taken_as_the_answer(item: str, language: Language) -> None:
    told = kind_of("number").reveal(variant(item))[language].split()[0]
    marked = grade(variant(item), {ANSWER: told})

    assert isinstance(marked, Grade)
    assert marked.is_right


def test_no_two_questions_share_an_explanation() -> None:
    told = Counter(find_exercise(item).explain[language] for item in ITEMS for language in LANGUAGES)

    assert [words for words, times in told.items() if times > 1] == []


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_asks_about_one_of_the_sixty_knowledge_points(item: str) -> None:
    assert max(find_exercise(item).curriculum) <= 60


@pytest.mark.parametrize("item", ITEMS)
def test_a_later_try_never_earns_more_and_all_hints_together_leave_something_to_earn(item: str) -> None:
    one = find_exercise(item)

    assert one.attempts.points == tuple(sorted(one.attempts.points, reverse=True))
    assert sum(hint.cost for hint in one.hints) < 1


@pytest.mark.parametrize("item", ITEMS)
def test_the_question_of_an_item_says_nothing_of_its_solution(item: str) -> None:
    question = str(variant(item).question)

    assert str(variant(item).seed) not in question
    assert variant(item).explain.en not in question
    assert not [hint for hint in variant(item).hints if hint.text.en in question]
