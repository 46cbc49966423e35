"""The questions of every lesson ask for understanding, differ by student and know the usual mistakes."""

import pytest

import lessons
from exercises.kinds.choice import ChoiceItem
from exercises.kinds.number import NumberItem
from tests.content.shelf import QUESTIONS, WRITTEN, bank_of, drawn


@pytest.mark.parametrize("lesson", WRITTEN)
def test_there_are_enough_questions_of_every_kind(lesson: str) -> None:
    ours = bank_of(lessons.find(lesson)).values()
    kinds = [one.kind for one in ours]

    assert len(kinds) >= 14
    assert sum(one.item.data is not None for one in ours) >= 4
    assert kinds.count("target") >= 2
    assert set(kinds) >= {"choice", "number", "match", "order", "target"}


def test_every_question_offers_a_hint_that_costs() -> None:
    free = [
        name for name, one in QUESTIONS.items() if not one.hints or any(hint.cost <= 0 for hint in one.hints)
    ]

    assert free == []


def test_every_question_names_its_knowledge_points_and_explains_itself() -> None:
    assert [name for name, one in QUESTIONS.items() if not one.curriculum or not one.explain] == []


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_students_get_questions_of_their_own(name: str) -> None:
    seen = {repr(drawn(QUESTIONS[name], f"student {number}").solution) for number in range(6)}

    assert len(seen) > 1


def test_every_wrong_option_names_the_belief_behind_it() -> None:
    options = [
        option
        for one in QUESTIONS.values()
        if isinstance(one.item, ChoiceItem)
        for option in one.item.options
    ]

    assert all(option.why for option in options if option.right is not True)


def test_every_number_foresees_a_slip() -> None:
    assert all(one.item.near for one in QUESTIONS.values() if isinstance(one.item, NumberItem))
