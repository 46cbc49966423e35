"""What is wrong with a bank that shows only when its questions are drawn for many; one rule a module."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from course.bank_lint.claims import broken_claims
from course.bank_lint.draws import GROUPS, STUDENTS, draw_many
from course.bank_lint.guessing import absolutes, longest_keys
from course.bank_lint.languages import languages
from course.bank_lint.marks import SHOW, marks, requirement
from course.bank_lint.media import media
from course.bank_lint.unused import unused_params
from course.bank_lint.wordings import wordings
from course.bank_references import problem_of
from course.documents import read_document
from courseware.problem import Problem, ReaderError
from courseware.source import Source
from courseware.text import Text
from exercises.exercise import Exercise, is_silent, kind_of
from exercises.kind import Finding

__all__ = [
    "GROUPS",
    "STUDENTS",
    "check_banks",
    "draw_many",
    "findings",
    "quick_findings",
    "search_findings",
    "written_findings",
]

FEW: Final = 300
"""At most so many rows are looked at while somebody types."""


def check_banks(files: Sequence[Path], *, is_thorough: bool = False) -> tuple[int, list[Problem]]:
    """How many items these banks hold, and every problem of them; all are read before any is drawn.

    A thorough check also searches the settings of every task in a simulation, which takes minutes.
    """
    taken: dict[str, str] = {}
    problems: list[Problem] = []
    items: list[tuple[Exercise, Source]] = []
    for file in files:
        found = read_document("bank", file)
        problems += found.problems or found.repeated(taken)
        taken |= {one.id: one.file for one in found.exercises}
        items += [(one, found.source) for one in found.exercises if found.source is not None]
    if problems:
        return 0, problems
    told = [
        problem_of(finding, source, one.index)
        for one, source in items
        for finding in (*findings(one), *(search_findings(one) if is_thorough else ()))
    ]
    return len(items), told


def findings(exercise: Exercise) -> list[Finding]:
    """Everything that is wrong with one item; it is drawn 200 times."""
    try:
        draws = draw_many(exercise)
    except ReaderError as error:
        return [*written_findings(exercise), Finding((), error.text, SHOW)]
    drawn = kind_of(exercise.kind).lint(exercise.item, draws)
    judged = (*requirement(exercise.item, draws), *marks(draws), *broken_claims(exercise.item, draws))
    return [*written_findings(exercise), *judged, *drawn]


def search_findings(exercise: Exercise) -> list[Finding]:
    """What shows only in hundreds of runs of an item's simulation."""
    _, variant = draw_many(exercise, students=1, groups=1)[0]
    return list(kind_of(exercise.kind).search(exercise.item, variant))


def quick_findings(exercise: Exercise) -> list[Finding]:
    """What can be told of an item while somebody types: a few draws, a few rows, no simulation."""
    kind = kind_of(exercise.kind)
    try:
        draws = draw_many(_of_a_few(exercise), students=2, groups=2)
    except ReaderError as error:
        return [*written_findings(exercise), Finding((), error.text, SHOW)]
    drawn = () if kind.is_slow_to_mark else (*marks(draws), *kind.lint(exercise.item, draws))
    return [*written_findings(exercise), *broken_claims(exercise.item, draws), *drawn]


def written_findings(exercise: Exercise) -> list[Finding]:
    """What can be told of an item without drawing it."""
    item = exercise.item
    silent = [Finding((), _NO_FEEDBACK, _NO_FEEDBACK_ADVICE, "warning")] if is_silent(exercise) else []
    guessable = (*longest_keys(item), *absolutes(item), *wordings(item))
    return [*languages(item), *unused_params(item), *silent, *media(item), *guessable]


def _of_a_few(exercise: Exercise) -> Exercise:
    """The same item asked about few rows, so that nobody waits for a hundred thousand of them."""
    if exercise.data is None:
        return exercise
    few = min(exercise.data.n, FEW)
    return replace(exercise, data=exercise.data.model_copy(update={"n": few}))


_NO_FEEDBACK: Final = Text(
    en="Whoever answers wrongly is told only that it is wrong.", zh="答错的学生只会知道自己错了。"
)
_NO_FEEDBACK_ADVICE: Final = Text(
    en="Write a near miss, a reason (why) or a hint.",
    zh="请写一个典型错解（near）、理由（why）或提示（hints）。",
)
