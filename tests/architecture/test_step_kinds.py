"""A kind of step is one module a room: the type checker names what it lacks, and these tests the words."""

import re
from typing import get_args

import pytest

from course import lesson_registry
from courseware.interface import has_words
from lessons import SlideKind, StepKind
from papers.steps import on_paper
from tests.architecture.sources import ROOT, modules, read, rooms
from tests.example_gallery import STEP_TITLES

KINDS = get_args(StepKind)
TOTAL = {
    "authoring/steps/__init__.py",
    "classroom/lab_report.py",
    "classroom/live/questions.py",
    "classroom/portfolio.py",
    "course/checks/step.py",
    "lessons/steps/__init__.py",
    "papers/screens.py",
    "papers/steps/__init__.py",
    "ui/present/kinds/__init__.py",
    "ui/steps/__init__.py",
    "web/routes/overview.py",
}
"""Where a room asks once, and for every kind, of which kind a step or a slide is."""
ASKED = re.compile(
    r"isinstance\([\w.]+, (?:\w+ \| )*\w*Step\b|\b(?:step|slide)\.kind (?:==|!=|in\b|not\b)"
    r"|\bcase \w+Step\(|\bmatch (?:\w+\.)?(?:step|slide)\.kind\b|\bcase \"(?:ask|homework|discuss)\""
)


def test_only_the_lists_of_all_kinds_ask_of_which_kind_a_step_or_a_slide_is() -> None:
    asking = {str(path) for path in modules() if path.parts[0] in rooms() and ASKED.search(read(path))}

    assert asking == TOTAL


def test_every_list_of_all_kinds_ends_where_the_type_checker_names_the_kind_that_it_lacks() -> None:
    assert {name for name in TOTAL if "assert_never(" not in (ROOT / name).read_text("utf-8")} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_step_has_a_name_on_the_rail_and_an_example(kind: str) -> None:
    assert has_words(f"kind_{kind}")
    assert kind in STEP_TITLES


def test_of_every_step_of_the_course_paper_says_what_teacher_and_students_do() -> None:
    steps = [step for lesson in lesson_registry().lessons().values() for step in lesson.steps]

    assert {step.kind for step in steps} == set(KINDS)
    assert all(on_paper(step).students().zh and next(on_paper(step).teacher()).en for step in steps)


def test_the_kinds_of_slides_are_the_modules_of_the_projector() -> None:
    found = {path.stem for path in (ROOT / "ui/present/kinds").glob("*.py")} - {"__init__", "contract"}

    assert found == set(get_args(SlideKind))
