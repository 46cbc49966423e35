"""Whatever the lab can show is shown in a lesson or a question, or waits for a lesson that is to come."""

import ast
from collections.abc import Iterator
from typing import Final

import simulations
from course import all_exercises, course_plan, lesson_registry
from exercises.kinds.target.written import TargetItem
from lessons import PlayStep
from tests.architecture.sources import modules, tree

View = tuple[str, str]
Module = str
WAITING: Final[dict[View, str]] = {
    ("analytics", "segments"): "segmentation",
    ("analytics", "lift"): "data_mining",
    ("analytics", "calibration"): "data_mining",
    ("churn", "lines"): "data_mining",
    ("uplift", "qini"): "data_mining",
    ("pipeline", "forecast"): "opportunities",
    ("retention", "survival"): "scorecard",
}
"""Views that are met in free play alone, and the lesson of the plan that is to show each."""

UNSEEN: Final[dict[Module, str]] = {
    "simulations.complaints.budget": "the best plan of a task of complaints",
    "simulations.lifetime_value.bg_bb": "checked against published fits; for teachers who compute",
    "simulations.lifetime_value.pareto_nbd": "checked against published fits; for teachers who compute",
    "simulations.retention.mailing": "segmentation",
    "simulations.thumbnail": "the small pictures of lessons on the course map",
}
"""Modules that no chart and no measure reaches, and what each is kept for."""
PARTS: Final = ("__init__", "__main__", "model", "figure")
"""Modules that are found by their names and imported by nobody."""


def played() -> Iterator[View]:
    """Every view that a step of a lesson shows."""
    for lesson in lesson_registry().lessons().values():
        for step in lesson.steps:
            if isinstance(step, PlayStep):
                yield step.simulation, step.view


def asked() -> Iterator[View]:
    """Every view in which a question sets a task."""
    for exercise in all_exercises().values():
        if isinstance(exercise.item, TargetItem) and exercise.item.view:
            yield exercise.item.simulation, exercise.item.view


def test_every_view_is_shown_or_waits_for_a_lesson_that_is_planned_and_not_yet_written() -> None:
    views = {(name, view) for name, found in simulations.catalogue().items() for view in found.views}
    shown = {*played(), *asked()}

    assert views - shown == set(WAITING)
    assert set(WAITING.values()) <= set(course_plan().lessons) - set(lesson_registry().lessons())


def imported(found: ast.Module) -> Iterator[Module]:
    """Every module that this one imports from."""
    for node in ast.walk(found):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_a_module_that_nothing_shown_needs_has_its_reason() -> None:
    ours = [
        path for path in modules() if path.parts[0] == "simulations" and not path.stem.startswith("test_")
    ]
    named = {".".join(path.with_suffix("").parts): path for path in ours if path.stem not in PARTS}
    needed = {name for path in ours for name in imported(tree(path))}

    assert set(named) - needed == set(UNSEEN)
