"""What the questions about loyalty take for right, and what for a slip."""

import numpy as np
import pytest

import exercises
from courseware.table import Table
from tests.content.shelf import QUESTIONS, data_of, drawn, mark


@pytest.fixture(scope="module")
def survey() -> Table:
    """Mei's own customers."""
    return data_of(QUESTIONS["loy.absolute-share"], "Mei")("survey")


def test_the_customers_are_those_of_the_lesson_on_satisfaction(survey: Table) -> None:
    before = data_of(QUESTIONS["sat.mean-gap"], "Mei")("survey")

    assert all(np.array_equal(survey[column], before[column]) for column in before)


def test_repeat_buying_taken_for_loyalty_is_a_foreseen_slip(survey: Table) -> None:
    fond, comes = survey["attitude"] >= 0.5, survey["behaviour"] >= 0.5

    assert mark("loy.absolute-share", f"{100 * (fond & comes).mean():.1f} %").score == 1
    assert mark("loy.absolute-share", f"{100 * comes.mean():.1f} %").score == 0.3
    assert mark("loy.false-regulars", f"{100 * (comes & ~fond).sum() / comes.sum():.1f} %").score == 1


def test_the_list_of_orders_is_asked_for_those_who_do_not_like_the_firm(survey: Table) -> None:
    least = float(str(drawn(QUESTIONS["loy.order-list"], "Mei").params["k"]))
    listed = survey["purchases"] >= least

    assert mark("loy.order-list", str(int((listed & (survey["attitude"] < 0.5)).sum()))).score == 1
    assert mark("loy.order-list", str(int(listed.sum()))).score == 0.2


def test_the_let_down_who_still_come_are_found_across_two_lessons(survey: Table) -> None:
    down = survey["perceived"] < survey["expected"]

    assert mark("loy.let-down-yet-here", str(int((down & (survey["behaviour"] >= 0.5)).sum()))).score == 1
    assert mark("loy.let-down-yet-here", str(int(down.sum()))).score == 0.2


def test_each_of_ones_own_customers_has_one_quadrant() -> None:
    variant = drawn(QUESTIONS["loy.my-quadrants"], "Mei")

    assert len({repr(choice) for choice in variant.question.fields}) == 1
    assert exercises.reveal(variant).en.count("→") == 6


def test_a_wall_does_not_survive_its_own_fall() -> None:
    nothing = {"satisfaction": 0, "knowledge": 0, "interaction": 0, "care": 0}

    assert mark("loy.survive", {**nothing, "switching_cost": 1}).score < 0.5
    assert mark("loy.survive", {**nothing, "satisfaction": 0.9, "switching_cost": 0.5}).score == 1


def test_a_wall_makes_hostages_and_satisfaction_sets_them_free() -> None:
    others = {"interaction": 0, "care": 0}

    assert mark("loy.no-hostages", {**others, "satisfaction": 0.2, "switching_cost": 0.8}).score < 0.5
    assert mark("loy.no-hostages", {**others, "satisfaction": 0.72, "switching_cost": 0.5}).score == 1
