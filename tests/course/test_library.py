"""The course as it is taught: its plan, its words, its lessons."""

import pytest

from course import (
    LIBRARY,
    check_lesson_files,
    course_plan,
    find_lesson,
    glossary,
    lesson_registry,
    link_terms,
)
from courseware.problem import ReaderError


def test_the_library_has_no_problems() -> None:
    assert [problem.show() for problem in check_lesson_files()] == []


def test_the_plan_names_all_thirteen_lessons_in_five_units() -> None:
    assert len(course_plan().lessons) == 13
    assert len(course_plan().units) == 5


def test_every_lesson_file_says_which_schema_completes_it() -> None:
    for path in LIBRARY.glob("*.yaml"):
        assert "yaml-language-server: $schema=../../docs/schema/" in path.read_text(encoding="utf-8")[:400]


def test_satisfaction_takes_ninety_minutes_and_follows_the_class_hour() -> None:
    lesson = find_lesson("satisfaction")
    stages = list(dict.fromkeys(step.stage for step in lesson.steps))

    assert lesson.minutes == 90
    assert stages[:2] == ["sign_in", "warm_up"]
    assert stages[-3:] == ["summary", "homework", "extension"]
    assert {10, 11, 12, 13, 14} <= set(lesson.curriculum)


def test_every_term_that_a_lesson_uses_is_shown_by_its_own_word() -> None:
    term = glossary().terms[0]

    assert link_terms(f"[[{term.id}]]", lambda name: f"#{name}", "zh") == f"[{term.term.zh}](#{term.id})"


@pytest.mark.parametrize(
    ("name", "words"), [("scorecard", "still to come"), ("satisfacton", "satisfaction?")]
)
def test_a_lesson_that_cannot_be_shown_says_why(name: str, words: str) -> None:
    if name in lesson_registry().names():
        pytest.fail(f"{name} has come: name another lesson here")

    with pytest.raises(ReaderError, match=words):
        find_lesson(name)
