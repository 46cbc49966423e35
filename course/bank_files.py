"""Reads banks one by one: what each holds if it can be used, else what is to be mended in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.bank_references import reference_problems, twice_problems
from courseware.problem import Problem, ProblemsFoundError
from courseware.source import Source, parse, read_source
from exercises.bank_file import Bank, understand
from exercises.exercise import Exercise, exercises_of


@dataclass(frozen=True)
class Reading:
    """What became of one file, looked at by itself: its exercises, or its problems."""

    source: Source | None
    bank: Bank | None
    exercises: tuple[Exercise, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(path: Path) -> Reading:
    """Read one file; nothing is raised, the problems are told."""
    try:
        return _understood(read_source(path))
    except ProblemsFoundError as error:
        return Reading(None, None, (), error.problems)


def read_text(text: str, file: str) -> Reading:
    """Read text as if it stood in `file`."""
    try:
        return _understood(parse(text, file))
    except ProblemsFoundError as error:
        return Reading(None, None, (), error.problems)


def repeated(reading: Reading, taken: Mapping[str, str]) -> tuple[Problem, ...]:
    """The items of a file that another file has already; `taken` tells the file of each item."""
    if reading.source is None or reading.bank is None:
        return ()
    return tuple(twice_problems(reading.bank, reading.source, taken))


def read_banks(files: Sequence[Path]) -> Mapping[str, Exercise]:
    """The exercises of these files by their ids; raises ProblemsFoundError with all problems of all files."""
    found: dict[str, Exercise] = {}
    problems: list[Problem] = []
    for file in files:
        reading = read(file)
        problems += reading.problems or repeated(reading, {id_: one.file for id_, one in found.items()})
        found.update({one.id: one for one in reading.exercises})
    if problems:
        raise ProblemsFoundError(problems)
    return found


def _understood(source: Source) -> Reading:
    try:
        bank = understand(source)
    except ProblemsFoundError as error:
        return Reading(source, None, (), error.problems)
    if wrong := reference_problems(bank, source, {}):
        return Reading(source, bank, (), tuple(wrong))
    return Reading(source, bank, exercises_of(bank, source.file))
