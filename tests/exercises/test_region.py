"""Where a task in a simulation can be solved is searched, so that it is neither a gift nor a needle."""

from math import prod

import pytest

from course.bank_lint import draw_many, search_findings
from exercises.exercise import Exercise
from exercises.kind import Finding
from exercises.kinds.target.region import corner_findings, count_pieces, region
from exercises.kinds.target.solved import TargetSolution, controls, solve
from exercises.kinds.target.written import TargetItem
from tests.exercises.banks import TARGET, exercise

SCARCE = TARGET.replace(
    '      - {measure: mean_gap, op: "<=", value: 40,',
    '      - {expr: "service + 2 * (100 - expectation)", label: {en: Price, zh: 价钱}, '
    'format: ",d", op: "<=", value: 122,',
)
"""The same task with a price on what its sliders give away."""


def task(one: Exercise) -> tuple[TargetItem, TargetSolution]:
    """The item and what the first of many students has to reach."""
    scope, _ = draw_many(one, students=1, groups=1)[0]
    assert isinstance(one.item, TargetItem)
    return one.item, solve(one.item, scope)


def corners_of(one: Exercise) -> list[Finding]:
    """What is said of the ends of the sliders."""
    return list(corner_findings(*task(one)))


def test_a_task_that_is_solved_at_the_ends_of_its_sliders_is_told() -> None:
    greedy = exercise(TARGET.replace("value: 40", "value: 100"))

    assert [(one.loc, one.severity) for one in corners_of(greedy)] == [(("controls",), "warning")]
    assert [one.message.en for one in corners_of(greedy)] == [
        "Every goal is reached by pushing all sliders to their ends: expectation = 40, service = 60."
    ]
    assert corners_of(exercise(TARGET)) == []


def test_a_goal_may_be_a_formula_of_measures_and_controls() -> None:
    one = exercise(SCARCE)
    _, variant = draw_many(one, students=1, groups=1)[0]

    assert "Price ≤ 122" in variant.question.fields[0].label.en
    assert corners_of(one) == []


def test_a_task_that_nearly_everything_solves_and_one_that_nothing_solves_are_told() -> None:
    easy = search_findings(
        exercise(TARGET.replace("value: 0.6", "value: 0.05").replace("value: 40", "value: 90"))
    )
    needle = search_findings(
        exercise(TARGET.replace("value: 0.6", "value: 0.999").replace("value: 40", "value: 9"))
    )

    assert [(one.loc, one.severity) for one in (*easy, *needle)] == [(("goals",), "warning")] * 2
    assert needle[0].message.en.startswith("0.0% of all settings")


def test_one_region_counts_as_one() -> None:
    item, solution = task(exercise(TARGET))

    assert region(controls(item), solution).pieces == 1


def test_a_small_box_is_looked_at_whole() -> None:
    steps = TARGET.replace("max: 100}", "max: 100, step: 20}").replace("max: 60,", "max: 60, step: 20,")
    item, solution = task(exercise(steps))
    found = region(controls(item), solution)

    assert prod(len(range(int(one.low), int(one.high) + 1, int(one.step))) for one in controls(item)) == 16
    assert 0 < found.share < 1
    assert found.share * 16 == pytest.approx(round(found.share * 16))
    assert found.pieces == 1


@pytest.mark.parametrize(
    ("places", "pieces"),
    [([], 0), ([(3,)], 1), ([(0,), (2,), (4,)], 1), ([(0,), (3,)], 2), ([(0, 0), (2, 2), (2, 5), (9, 9)], 3)],
)
def test_settings_two_steps_apart_are_neighbours_and_those_further_off_are_not(
    places: list[tuple[int, ...]], pieces: int
) -> None:
    assert count_pieces(set(places)) == pieces


@pytest.mark.parametrize("step", ["", ", step: 10"])
def test_a_task_that_is_solved_at_both_ends_of_a_slider_is_told_to_be_in_two_pieces(step: str) -> None:
    apart = (
        '{expr: "abs(service - 30)", label: {en: Far, zh: 远}, op: ">=", value: 28,'
        " why: {en: Near., zh: 近。}}"
    )
    head, _, rest = TARGET.partition("    goals:\n")
    tests = (
        rest[rest.index("    tests:") :]
        .replace("service: 40", "service: 60")
        .replace("service: 0", "service: 30")
    )
    small = f"{head}    goals:\n      - {apart}\n{tests}".replace("n: 300, periods: 6", "n: 40, periods: 2")
    one = exercise(small.replace("max: 60,", f"max: 60{step},").replace("max: 100}", f"max: 100{step}}}"))
    found = search_findings(one)[-1]

    assert (found.loc, found.severity) == (("goals",), "warning")
    assert found.message.en == "The settings that reach every goal lie in 2 separate pieces."
    assert found.message.zh == "能达到所有目标的设置分成了互不相连的 2 块。"
