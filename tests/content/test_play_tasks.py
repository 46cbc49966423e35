"""Every way of every task can be gone, by its own settings alone, and other customers do not close it."""

from collections.abc import Mapping

import pytest

from course import lesson_registry
from lessons import Lesson, PlayStep, PlayTask, progress_of, ways_met
from tests.content import quotes
from tests.content.quotes import Value
from ui.steps.tasks import facts_of

SEEDS = range(1, 5)
WITNESSES: Mapping[str, tuple[tuple[Mapping[str, Value], ...], ...]] = {
    "value": (
        (
            {"service": 35},
            {"personnel": 25},
            {"image": 20},
            {"time": 0, "energy": 0, "psychic": 0},
            {"personnel": 22, "time": 3, "psychic": 1},
        ),
    ),
    "best-promise": (({"expectation": 70, "noise": 0},),),
    "delight-fades": (({"improvement": 1}, {"adaptation": 0.1}),),
    "wall-falls": (({"satisfaction": 1}, {"satisfaction": 0.6, "interaction": 0.3, "care": 0.3}),),
    "card-index": (({"care": 0.5},),),
    "price-of-a-name": (({"age": 13}, {"price": 10}),),
    "record-of-a": (({"discount": 8}, {"transport": 25}),),
    "one-level-for-all": (({"plan": "partnership"},),),
    "call-the-riskiest": (({"score": "uplift"}, {"pull_on_decided": 0.3}),),
    "five-times": (({"score": "uplift"}, {"call_cost": 0.2}, {"acquisition": 400}),),
    "please-complain": (({"complaint_rate": 1}, {"fix_rate": 1, "fast_rate": 1}),),
    "talk-of-the-town": (({"unhappy": 0.1}, {"well_tells": 4}, {"badly_tells": 4}),),
    "ten-for-ten": (({"agents": 13},),),
    "best-campaign": (({"contacted": 0.2},),),
    "payback": (({"retention": 0.9}, {"discount": 0}),),
    "strongest-lever": (({"retention": 0.88}, {"profit_1": 40}, {"acquisition": 15}, {"discount": 0}),),
}
"""By step: for each task a setting that goes each of its ways and no other."""
ASKED = [
    (lesson, step, number)
    for lesson in lesson_registry().lessons().values()
    for step in lesson.steps
    if isinstance(step, PlayStep)
    for number in range(len(step.tasks))
]


def named(one: object) -> str:
    """What a task is called in a test."""
    return one.id if isinstance(one, Lesson | PlayStep) else str(one)


def found(lesson: Lesson, step: PlayStep, task: PlayTask, changes: Mapping[str, Value]) -> tuple[bool, ...]:
    """Which ways of a task the run goes that has these sliders moved."""
    facts = facts_of(quotes.model(lesson.id, step.id, changes))
    return progress_of(task, ways_met((task,), facts)).found


def test_several_lessons_have_tasks_and_some_have_several_ways() -> None:
    assert len({step.id for _, step, _ in ASKED}) >= 8
    assert len({lesson.id for lesson, _, _ in ASKED}) >= 6
    assert sum(bool(step.tasks[number].ways) for _, step, number in ASKED) >= 4


@pytest.mark.parametrize(("lesson", "step", "number"), ASKED, ids=named)
def test_no_task_is_done_before_anything_is_moved(lesson: Lesson, step: PlayStep, number: int) -> None:
    for seed in SEEDS:
        assert not any(found(lesson, step, step.tasks[number], {"seed": seed}))


@pytest.mark.parametrize(("lesson", "step", "number"), ASKED, ids=named)
def test_each_way_is_gone_by_its_own_setting_and_by_no_other_whoever_the_customers_are(
    lesson: Lesson, step: PlayStep, number: int
) -> None:
    witnesses = WITNESSES[step.id][number]

    assert len(witnesses) == len(step.tasks[number].conditions)
    for way, changes in enumerate(witnesses):
        for seed in SEEDS:
            seen = found(lesson, step, step.tasks[number], {**changes, "seed": seed})
            assert [place for place, is_found in enumerate(seen) if is_found] == [way], (changes, seed)


@pytest.mark.parametrize(("lesson", "step", "number"), ASKED, ids=named)
def test_a_setting_that_goes_a_way_can_be_set_on_the_step(
    lesson: Lesson, step: PlayStep, number: int
) -> None:
    for changes in WITNESSES[step.id][number]:
        for name, value in changes.items():
            control = step.controls[name]
            assert control.min is None or isinstance(value, str) or control.min <= value
            assert control.max is None or isinstance(value, str) or value <= control.max
