"""Judges the text of a bank as it stands in an editor, before anything is saved."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from typing import Final

from course.bank_lint import quick_findings, written_findings
from course.bank_references import problem_of, reference_problems, unused
from course.bank_registry import all_exercises
from course.documents import Document, document_of
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import Source
from exercises.bank_file import Bank
from exercises.exercise import Exercise, exercises_of

Checked = tuple[tuple[Problem, ...], Mapping[str, Exercise]]

PATIENCE: Final = 0.25
"""For so many seconds items are drawn; the rest is judged by its words, and drawn by the full check."""


def check_bank_text(
    text: str,
    file: str,
    *,
    used: Collection[str] | None = None,
    others: Mapping[str, Exercise] | None = None,
    clock: Callable[[], float] = monotonic,
) -> Checked:
    """The problems of a bank's text as if it were saved in `file`, and its sound exercises by their ids.

    Nothing is written. `used` are the ids that lessons ask for, if they are known; `others` the
    exercises of all banks, those of the lab if not given: no id may be taken by another file.
    """
    return judge_bank(document_of("bank", text, file), file, used=used, others=others, clock=clock)


def judge_bank(
    document: Document,
    file: str,
    *,
    used: Collection[str] | None = None,
    others: Mapping[str, Exercise] | None = None,
    clock: Callable[[], float] = monotonic,
) -> Checked:
    """The same of a bank that has been read."""
    source, written = document.source, document.content
    if source is None or not isinstance(written, Bank):
        return document.problems, MappingProxyType({})
    taken = _taken(_all_banks() if others is None else others, file)
    wrong = reference_problems(written, source, taken)
    sound = {one.id: one for one in _sound(written, file, wrong)}
    warnings = [*_findings(sound.values(), source, clock), *_unused(written, source, used)]
    return tuple(sorted({*wrong, *warnings})), MappingProxyType(sound)


def _all_banks() -> Mapping[str, Exercise]:
    try:
        return all_exercises()
    except ProblemsFoundError:  # another file is broken, which is that file's problem
        return {}


def _taken(others: Mapping[str, Exercise], file: str) -> dict[str, str]:
    """The file of every item that stands in another file than this one."""
    name = Path(file).name
    return {id_: one.file for id_, one in others.items() if Path(one.file).name != name}


def _sound(written: Bank, file: str, wrong: list[Problem]) -> tuple[Exercise, ...]:
    if any(not problem.field.startswith("items.") for problem in wrong):
        return ()
    return exercises_of(written, file, without={int(problem.field.split(".")[1]) for problem in wrong})


def _findings(
    exercises: Collection[Exercise], source: Source, clock: Callable[[], float]
) -> Iterator[Problem]:
    start = clock()
    for one in exercises:
        is_early = clock() - start < PATIENCE
        for finding in quick_findings(one) if is_early else written_findings(one):
            yield problem_of(finding, source, one.index)


def _unused(written: Bank, source: Source, used: Collection[str] | None) -> Iterator[Problem]:
    """The items that no lesson asks for."""
    for index, item in enumerate(written.items):
        if used is not None and item.id not in used:
            yield problem_of(unused(item.id), source, index)
