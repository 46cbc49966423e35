"""A marking scheme is checked like a lesson, however it is written; the short way still works."""

import pytest
import yaml

from course import check_lesson_files
from courseware.problem import Problem
from lessons import Course, Marks, mark_presets, parts_of
from tests.course.small_course import COURSE, LAB, Library

OLD = "marks: {usual: 30, exam: 70, usual_parts: {attendance: 30, class_performance: 30, homework: 40}}\n"
OWN = """\
marks:
  rounding: {decimals: 1, at: final}
  parts:
    - id: work
      title: {en: Work, zh: 平时}
      weight: 40
      parts:
        - {id: there, title: {en: There, zh: 考勤}, weight: 50, from: attendance, late: 0.8}
        - {id: labs, title: {en: Labs, zh: 实验}, weight: 50, from: lessons, lessons: [gap], best_of: 3}
    - {id: paper, title: {en: Paper, zh: 试卷}, weight: 60, from: entered, cap: 90}
"""


def problems_of(library: Library, marks: str) -> tuple[Problem, ...]:
    """What is wrong with the small course under another marking scheme."""
    path = library.write("course.yaml", COURSE.replace(OLD, marks))
    return check_lesson_files((path,), LAB)


def marks_of(marks: str) -> Marks:
    return Course.model_validate(yaml.safe_load(COURSE.replace(OLD, marks))).marks


@pytest.mark.parametrize("marks", [OLD, OWN, "marks: {preset: course}\n", "marks: {preset: practice}\n"])
def test_a_scheme_that_adds_up_has_no_problems(library: Library, marks: str) -> None:
    assert problems_of(library, marks) == ()


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("weight: 60", "weight: 50", (7, 5), "The shares add up to 90 per cent."),
        ("weight: 50, from: att", "weight: 40, from: att", (11, 9), "The shares add up to 90 per cent."),
        ("id: labs", "id: work", (12, 16), "Two parts are called work."),
        ("from: entered, ", "", (13, 7), "Nothing says where the marks of paper come from."),
        ("from: entered", "from: exams", (13, 65), "One of these is expected"),
        ("from: entered", "from: entered, late: 0.2", (13, 80), "late means something only with"),
        ("[gap]", "[gab]", (12, 86), "There is no lesson gab."),
        ("best_of: 3", "best_of: 3, drop_lowest: 1", (12, 117), "best_of and drop_lowest cannot both"),
        ("      weight: 40\n", "      weight: 40\n      missing: zero\n", (10, 16), "A part with parts of"),
        ("  rounding", "  preset: course\n  rounding", (8, 5), "The scheme is said twice"),
        ("cap: 90", "cap: 101", (13, 79), "it is 101"),
        ("decimals: 1", "decimals: 2", (5, 24), "One of these is expected"),
    ],
)
def test_each_slip_in_a_scheme_has_its_place(
    library: Library, old: str, new: str, place: tuple[int, int], words: str
) -> None:
    assert old in OWN, "the test must change something"
    (problem,) = problems_of(library, OWN.replace(old, new, 1))

    assert words in problem.message.en
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ("marks: {rounding: {decimals: 1}}\n", "Nothing says how the final mark is made up."),
        ("marks: {usual: 30, exam: 70}\n", "The short way lacks usual_parts."),
        (OLD.replace("exam: 70", "exam: 60"), "The shares add up to 90 per cent."),
        (OLD.replace("homework: 40", "homework: 50"), "The shares add up to 110 per cent."),
        (OLD.replace("{usual: 30", "{preset: course, usual: 30"), "The scheme is said twice"),
    ],
)
def test_a_scheme_without_parts_is_checked_as_well(library: Library, marks: str, words: str) -> None:
    (problem,) = problems_of(library, marks)

    assert words in problem.message.en


def test_the_short_way_stands_for_the_parts_of_the_preset() -> None:
    usual, exam = parts_of(marks_of(OLD))

    assert (usual.weight, exam.weight, exam.from_) == (30, 70, "entered")
    assert [(part.id, part.weight, part.from_) for part in usual.parts] == [
        ("attendance", 30, "attendance"),
        ("class_performance", 30, "entered"),
        ("homework", 40, "lessons"),
    ]


def test_the_presets_are_those_of_the_course_and_add_up_at_each_level() -> None:
    for parts in mark_presets().values():
        levels = [parts, *(part.parts for part in parts if part.parts)]
        assert [sum(part.weight for part in level) for level in levels] == [100] * len(levels)

    assert [part.weight for part in mark_presets()["course"]] == [30, 70]
    assert [part.weight for part in mark_presets()["practice"]] == [30, 30, 40]
