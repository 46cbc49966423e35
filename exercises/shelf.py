"""The shelf of banks: reads every file of a folder again when it changes, and keeps the last good one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Final

from courseware.advice import did_you_mean
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.source import read_source, validate
from courseware.text import Text
from exercises.bank_file import bank_model
from exercises.exercise import Exercise, exercises_of
from exercises.references import reference_problems

BANKS: Final = Path(__file__).with_name("bank")

_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class _Stock:
    stamp: _Stamp
    exercises: Mapping[str, Exercise] | None
    problems: tuple[Problem, ...]


class Shelf:
    """The banks of one folder. A file that breaks leaves the last good exercises in use."""

    def __init__(self, folder: Path = BANKS) -> None:
        self.folder = folder
        self._lock = Lock()
        self._stock = _Stock((), None, ())

    def exercises(self) -> Mapping[str, Exercise]:
        """Every exercise by its id; raises ProblemsFoundError if there never was a good version."""
        stock = self._look()
        if stock.exercises is None:
            raise ProblemsFoundError(stock.problems)
        return stock.exercises

    def problems(self) -> tuple[Problem, ...]:
        """What is to be mended in the files as they are now; nothing if all is well."""
        return self._look().problems

    def _look(self) -> _Stock:
        with self._lock:
            stamp = _stamp(self.folder)
            if stamp != self._stock.stamp or (self._stock.exercises is None and not self._stock.problems):
                self._stock = self._read(stamp)
            return self._stock

    def _read(self, stamp: _Stamp) -> _Stock:
        try:
            return _Stock(stamp, read_banks(tuple(Path(name) for name, _, _ in stamp), self.folder), ())
        except ProblemsFoundError as error:
            return _Stock(stamp, self._stock.exercises, error.problems)


def read_banks(files: tuple[Path, ...], folder: Path) -> Mapping[str, Exercise]:
    """The exercises of these files by their ids; raises ProblemsFoundError with all problems of all files."""
    found: dict[str, Exercise] = {}
    problems: list[Problem] = [] if files else [_empty(folder)]
    for file in files:
        try:
            source = read_source(file)
            bank = validate(source, bank_model())
        except ProblemsFoundError as error:
            problems += error.problems
            continue
        wrong = reference_problems(bank, source, {id_: one.file for id_, one in found.items()})
        problems += wrong
        if not wrong:
            found.update({one.id: one for one in exercises_of(bank, str(file))})
    if problems:
        raise ProblemsFoundError(problems)
    return MappingProxyType(found)


def _stamp(folder: Path) -> _Stamp:
    files = sorted(folder.glob("*.yaml"))
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def _empty(folder: Path) -> Problem:
    return Problem(
        str(folder),
        1,
        1,
        "",
        Text(en="There is no bank of questions.", zh="这里没有题库。"),
        Text(en="Put a file such as satisfaction.yaml here.", zh="请放入题库文件，例如 satisfaction.yaml。"),
    )


_SHELF: Final = Shelf()


def shelf() -> Shelf:
    """The shelf of the lab's own banks."""
    return _SHELF


def find(id_: str) -> Exercise:
    """The lab's exercise of this id; a ReaderError names the nearest."""
    known = bank()
    if id_ not in known:
        advice = did_you_mean(id_, tuple(known))
        raise ReaderError(
            Text(en=f"There is no exercise {id_}. {advice.en}", zh=f"没有题目 {id_}。{advice.zh}")
        )
    return known[id_]


def bank() -> Mapping[str, Exercise]:
    """Every exercise of the lab by its id, as the files are now or last were when they were good."""
    return _SHELF.exercises()
