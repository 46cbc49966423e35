"""The questions about satisfaction ask for understanding, differ by student and know the usual mistakes."""

from collections.abc import Mapping

import numpy as np
import pytest

import exercises
from courseware.table import Table
from exercises import Exercise, Grade, Variant
from exercises.drawing import Data
from exercises.kinds.choice import ChoiceItem
from exercises.kinds.number import NumberItem

SECRET = b"a school's own secret"
OURS = {name: exercise for name, exercise in exercises.bank().items() if name.startswith("sat.")}


def data_of(exercise: Exercise, student: str) -> Data:
    """The data that this student is asked about."""
    return exercises.own_data(exercise, secret=SECRET, class_name="1", student=student)


def drawn(exercise: Exercise, student: str) -> Variant:
    """The question as this student of one class gets it first."""
    data = data_of(exercise, student)
    return exercises.draw(exercise, secret=SECRET, class_name="1", student=student, group=0, data=data)


def mark(name: str, answer: object) -> Grade:
    """What an answer of Mei to this question earns."""
    grade = exercises.grade(drawn(OURS[name], "Mei"), {exercises.ANSWER: answer})
    assert isinstance(grade, Grade)
    return grade


def kinds() -> Mapping[str, int]:
    """How many items there are of each kind."""
    names = [exercise.kind for exercise in OURS.values()]
    return {name: names.count(name) for name in set(names)}


def test_there_are_enough_questions_of_every_kind() -> None:
    own = [one for one in OURS.values() if one.kind == "number" and one.item.data == "survey"]

    assert len(OURS) >= 16
    assert len(own) >= 5
    assert kinds()["target"] >= 2
    assert kinds().keys() == {"choice", "number", "match", "order", "target"}


def test_every_question_offers_a_hint_that_costs() -> None:
    free = [name for name, one in OURS.items() if not one.hints or any(hint.cost <= 0 for hint in one.hints)]

    assert free == []


@pytest.mark.parametrize("name", sorted(OURS))
def test_students_get_questions_of_their_own(name: str) -> None:
    seen = {repr(drawn(OURS[name], f"student {number}").solution) for number in range(6)}

    assert len(seen) > 1


def test_every_wrong_option_names_the_belief_behind_it() -> None:
    options = [
        option for one in OURS.values() if isinstance(one.item, ChoiceItem) for option in one.item.options
    ]

    assert all(option.why for option in options if option.right is not True)


def test_every_number_foresees_a_slip() -> None:
    assert all(one.item.near for one in OURS.values() if isinstance(one.item, NumberItem))


@pytest.fixture(scope="module")
def survey() -> Table:
    """Mei's own customers."""
    return data_of(OURS["sat.mean-gap"], "Mei")("survey")


def test_the_mean_gap_of_ones_own_customers_is_right_and_its_opposite_nearly(survey: Table) -> None:
    gap = float((survey["perceived"] - survey["expected"]).mean())

    assert mark("sat.mean-gap", f"{gap:.2f}").score == 1
    assert mark("sat.mean-gap", f"{-gap:.2f}").score == 0.3
    assert mark("sat.mean-gap", f"{float(survey['perceived'].mean()):.2f}").score == 0.1


def test_those_whom_only_the_price_would_satisfy_are_counted(survey: Table) -> None:
    gap = np.round(survey["perceived"] - survey["expected"], 1)
    hidden = np.round(survey["time"] + survey["energy"] + survey["psychic"], 1)
    count = int(np.count_nonzero((gap < 0) & (np.round(gap + hidden, 1) >= 0)))

    assert mark("sat.money-only", str(count)).score == 1


def test_a_felt_gap_weighs_every_shortfall_by_itself(survey: Table) -> None:
    weight = drawn(OURS["sat.felt-gap"], "Mei").params["lam"]
    gap = survey["perceived"] - survey["expected"]
    felt = float(np.where(gap < 0, float(weight) * gap, gap).mean())

    assert mark("sat.felt-gap", f"{felt:.2f}").score == 1
    assert mark("sat.felt-gap", f"{float(gap.mean()):.2f}").score == 0.2


def test_a_promise_equal_to_what_is_delivered_is_refused_by_unseen_towns() -> None:
    assert mark("sat.promise", {"expectation": 61}).score == 1
    assert mark("sat.promise", {"expectation": 70}).score < 1


def test_handling_alone_does_not_bring_the_silent_back() -> None:
    best_handling = {"fix_rate": 0.7, "fast_rate": 0.6}

    assert mark("sat.recovery", {"complaint_rate": 0.5, **best_handling}).score == 0
    assert mark("sat.recovery", {"complaint_rate": 0.9, **best_handling}).score == 1
