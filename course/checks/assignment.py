"""Whether what a lesson sets to its class can be had: questions that exist, pools that are large enough."""

from collections.abc import Iterator
from typing import Final

from course.checks.exercise import EXERCISE
from course.checks.unknown import unknown
from course.known import KnownNames
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from courseware.tree import Location
from lessons.lesson import Lesson


def assignment_problems(lesson: Lesson, source: Source, known: KnownNames) -> Iterator[Problem]:
    """The problems of a lesson's `assignment`, at their places."""
    plan = lesson.assignment
    if plan is None:
        return
    yield from _unknown(plan.items, ("assignment", "use"), source, known)
    for place, pool in enumerate(plan.pools):
        where = ("assignment", "pools", place)
        yield from _unknown(pool.items, (*where, "use"), source, known)
        if known.facts is not None and (there := len(pool.of(known.facts))) < pool.draw:
            values = {"draw": pool.draw, "there": there}
            yield source.problem((*where, "draw"), TOO_FEW[0].fill(values), TOO_FEW[1])
    if plan.items is None and not plan.pools and not lesson.items("graded"):
        yield source.problem(("assignment",), _EMPTY[0], _EMPTY[1], at_key=True)


def _unknown(
    items: tuple[str, ...] | None, path: Location, source: Source, known: KnownNames
) -> Iterator[Problem]:
    for place, item in enumerate(items or ()):
        if known.exercises is not None and item not in known.exercises:
            yield unknown(item, known.exercises, (*path, place), source, EXERCISE)


TOO_FEW: Final = (
    Text(
        en="{draw} questions are to be drawn, and the pool has {there}.",
        zh="要抽 {draw} 题，题库里只有 {there} 题。",
    ),
    Text(
        en="Draw fewer, or let more questions in: other knowledge points, a higher difficulty.",
        zh="请少抽几题，或放宽知识点和难度。",
    ),
)
_EMPTY: Final = (
    Text(en="The lesson has no graded question to set.", zh="本课没有可以布置的计分题。"),
    Text(en="Name questions in use, or draw them from pools.", zh="请在 use 中列出题目，或用 pools 抽题。"),
)
