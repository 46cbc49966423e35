"""What is predicted as a number or a curve can be told from what it is not, whoever the customers are."""

import pytest

import simulations
from classroom.run_curves import run_curve
from course import lesson_registry
from lessons import Lesson, PlayStep, Predict
from simulations.report import written
from tests.content import quotes

SEEDS = range(1, 7)
ASKED = [
    (lesson, step, step.predict)
    for lesson in lesson_registry().lessons().values()
    for step in lesson.steps
    if isinstance(step, PlayStep) and step.predict is not None
]
NUMBERS = [one for one in ASKED if one[2].number is not None]


CURVES = [one for one in ASKED if one[2].curve is not None]


def named(one: object) -> str:
    """What a step is called in a test."""
    return one.id if isinstance(one, Lesson | PlayStep) else ""


def test_numbers_and_curves_are_asked_for_in_several_lessons() -> None:
    assert len({lesson.id for lesson, _, _ in NUMBERS}) >= 4
    assert len({lesson.id for lesson, _, _ in CURVES}) >= 4


@pytest.mark.parametrize(("lesson", "step", "asked"), NUMBERS, ids=named)
def test_a_number_lies_within_its_bounds_whoever_the_customers_are_and_a_guess_at_large_is_not_near(
    lesson: Lesson, step: PlayStep, asked: Predict
) -> None:
    assert asked.number is not None
    assert asked.measure is not None
    low, high, near = asked.number.min, asked.number.max, asked.number.near
    found = [quotes.model(lesson.id, step.id, {"seed": seed}).measures()[asked.measure] for seed in SEEDS]

    assert all(low < value < high for value in found)
    assert max(abs(value - found[0]) for value in found) <= near
    assert 2 * near <= 0.2 * (high - low)


@pytest.mark.parametrize(("lesson", "step", "asked"), NUMBERS, ids=named)
def test_the_number_that_is_asked_for_opens_the_explanation(
    lesson: Lesson, step: PlayStep, asked: Predict
) -> None:
    words = simulations.find(step.simulation).words.measures[str(asked.measure)]
    value = quotes.model(lesson.id, step.id, quotes.TODAY).measures()[str(asked.measure)]

    assert all(written(value, words.format) in asked.explain[one].split("\n")[0] for one in ("en", "zh"))


@pytest.mark.parametrize(("lesson", "step", "asked"), ASKED, ids=named)
def test_what_is_predicted_is_drawn_on_an_axis_that_the_chart_has(
    lesson: Lesson, step: PlayStep, asked: Predict
) -> None:
    if asked.axis is None:
        assert all(option.place is None for option in asked.options)
        return
    view = simulations.find(step.simulation).views[step.view]
    model = quotes.model(lesson.id, step.id, quotes.TODAY)
    picture = view.draw(model, view.table(model), simulations.find(step.simulation).words, "en")

    assert f"{asked.axis[0]}axis{asked.axis[1:]}" in picture.layout
    assert not asked.options or asked.options[asked.answer or 0].place is not None


@pytest.mark.parametrize(("lesson", "step", "asked"), CURVES, ids=named)
def test_the_curve_of_the_run_lies_in_its_plot_whoever_the_customers_are_and_a_level_line_is_not_near(
    lesson: Lesson, step: PlayStep, asked: Predict
) -> None:
    curve = asked.curve
    assert curve is not None
    first = run_curve(step, curve)
    view = simulations.find(step.simulation).views[step.view]
    tables = [view.table(quotes.model(lesson.id, step.id, {"seed": seed})) for seed in SEEDS]
    found = [
        dict(zip(map(float, table[curve.over]), map(float, table[curve.of]), strict=True)) for table in tables
    ]
    others = [[one[at] for at in first.at] for one in found]

    assert 8 <= len(first.at) <= 60
    assert all(curve.holds(one) for one in (first.run, *others))
    assert max(first.distance(one) for one in others) <= curve.near
    assert first.distance([first.run[0]] * len(first.at)) > 2 * curve.near
