"""What a lesson sets to its class is judged beside the banks, at its line and column."""

from dataclasses import replace

import pytest

from course import check_lesson_text
from lessons import ItemFacts
from tests.course.small_course import LAB, LESSON, Library

KNOWN = replace(LAB, facts=(ItemFacts("gap.mean", (10,), 1), ItemFacts("gap.share", (10,), 3)))


def told(library: Library, assignment: str) -> list[str]:
    text = LESSON.replace("steps:\n", f"assignment:\n{assignment}steps:\n", 1)
    problems, _ = check_lesson_text(text, str(library / "gap.yaml"), KNOWN)
    return [
        f"{one.line}:{one.column} {one.field}: {one.message.en}"
        for one in problems
        if one.field.startswith("assignment")
    ]


@pytest.mark.parametrize(
    ("assignment", "problems"),
    [
        ("  {tries: 2, late: {days: 7, per_day: 0.1, floor: 0.5}}\n", []),
        ("  {mode: exam, minutes: 45, pools: [{draw: 1, difficulty: 2}]}\n", []),
        (
            "  use: [gap.mean, gap.maen]\n",
            ["14:19 assignment.use.1: There is no exercise gap.maen."],
        ),
        (
            "  mode: exam\n  minutes: 45\n  pools:\n    - {draw: 2, difficulty: 2}\n",
            ["17:14 assignment.pools.0.draw: 2 questions are to be drawn, and the pool has 1."],
        ),
        (
            "  {mode: exam, pools: [{draw: 1}]}\n",
            ["14:3 assignment: An exam needs minutes: how long a student has, such as minutes: 45."],
        ),
        (
            "  {late: {days: 7, per_day: 2}}\n",
            ["14:29 assignment.late.per_day: A number of 1.0 or less is expected; it is 2."],
        ),
    ],
)
def test_an_assignment_is_told_where_it_cannot_be(
    library: Library, assignment: str, problems: list[str]
) -> None:
    assert told(library, assignment) == problems
