"""The shelf of banks: reads a file again when it changes, and keeps the last good one."""

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from time import monotonic
from types import MappingProxyType
from typing import Final

from course.bank_files import Reading, read, repeated
from course.layers import Layers, Stamp, layers_in
from courseware.advice import did_you_mean
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.source import shown_path
from courseware.text import Text
from exercises.exercise import Exercise

BANKS: Final = Path(__file__).resolve().parents[1] / "exercises" / "bank"


@cache
def bank_layers() -> Layers:
    """The banks in force: the built-in ones, under those of the own course if LAB_COURSE names one.

    A ReaderError tells what to do if that folder cannot be used.
    """
    return layers_in(BANKS, "bank", os.environ)


class BankShelf:
    """The last good version of every bank; safe to share between threads.

    Own banks lie over the built-in ones. File times are looked at when something is asked, at most once
    in `every` seconds by `clock`. A file that breaks leaves its last good exercises in use.
    """

    def __init__(
        self,
        where: Layers | Path | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        every: float = 0.2,
    ) -> None:
        self._layers = Layers(where) if isinstance(where, Path) else where or bank_layers()
        self._clock, self._every, self._looked = clock, every, -every
        self._lock = Lock()
        self._readings: dict[str, tuple[Stamp, Reading]] = {}
        self._good: dict[str, tuple[Exercise, ...]] = {}
        self._problems: tuple[Problem, ...] = ()
        self._exercises: Mapping[str, Exercise] = MappingProxyType({})

    def exercises(self) -> Mapping[str, Exercise]:
        """Every exercise by its id; raises ProblemsFoundError if no bank ever was good."""
        self._current()
        if not self._exercises:
            raise ProblemsFoundError(self._problems)
        return self._exercises

    def problems(self) -> tuple[Problem, ...]:
        """What is to be mended in the files as they are now; nothing if all is well."""
        self._current()
        return self._problems

    def unread(self) -> tuple[str, ...]:
        """The names of the files that never were good, so that nobody knows what they would hold."""
        self._current()
        return tuple(name for name in self._readings if name not in self._good)

    def look(self) -> None:
        """Look at the files now, whenever the last look was: for whoever has just written one."""
        with self._lock:
            self._look()

    def _current(self) -> None:
        with self._lock:
            if self._clock() - self._looked >= self._every or not self._readings:
                self._look()

    def _look(self) -> None:
        self._looked = self._clock()
        stamps = self._layers.stamps()
        if not stamps or stamps != {name: stamp for name, (stamp, _) in self._readings.items()}:
            self._read(stamps)

    def _read(self, stamps: dict[str, Stamp]) -> None:
        """Read what changed, then see that no item stands in two files; the own one is blamed if so."""
        unchanged = {name: one for name, one in self._readings.items() if one[0] == stamps.get(name)}
        readings = {name: unchanged.get(name) or (stamp, read(stamp.path)) for name, stamp in stamps.items()}
        good = {name: kept for name, kept in self._good.items() if name in stamps}
        problems: list[Problem] = [] if stamps else [_empty(self._layers.builtin)]
        taken: dict[str, str] = {}
        for name in stamps:
            found = readings[name][1]
            wrong = found.problems or repeated(found, taken)
            if not wrong:
                good[name] = found.exercises
            elif name not in good and self._layers.is_own(name):
                good |= self._covered(name, taken)
            problems += wrong
            taken |= {one.id: one.file for one in good.get(name, ())}
        self._readings, self._good, self._problems = readings, good, tuple(problems)
        self._exercises = MappingProxyType({one.id: one for name in sorted(good) for one in good[name]})

    def _covered(self, name: str, taken: Mapping[str, str]) -> Mapping[str, tuple[Exercise, ...]]:
        """What the built-in bank under an own one holds, if it is there and good."""
        path = self._layers.builtin / name
        found = read(path) if path.is_file() else None
        if found is None or found.problems or repeated(found, taken):
            return {}
        return {name: found.exercises}


def _empty(folder: Path) -> Problem:
    return Problem(
        shown_path(folder),
        1,
        1,
        "",
        Text(en="There is no bank of questions.", zh="这里没有题库。"),
        Text(en="Put a file such as satisfaction.yaml here.", zh="请放入题库文件，例如 satisfaction.yaml。"),
    )


@cache
def bank_shelf() -> BankShelf:
    """The shelf of the lab's own banks."""
    return BankShelf()


def find_exercise(id_: str) -> Exercise:
    """The lab's exercise of this id; a ReaderError names the nearest."""
    known = all_exercises()
    if id_ not in known:
        advice = did_you_mean(id_, tuple(known))
        raise ReaderError(
            Text(en=f"There is no exercise {id_}. {advice.en}", zh=f"没有题目 {id_}。{advice.zh}")
        )
    return known[id_]


def all_exercises() -> Mapping[str, Exercise]:
    """Every exercise of the lab by its id, as the files are now or last were when they were good."""
    return bank_shelf().exercises()
