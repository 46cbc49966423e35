"""The registry of banks: reads a file again when it changes, and keeps the last good one."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from time import monotonic
from types import MappingProxyType

from course.documents import Document, read_document
from course.folders import bank_layers
from course.layers import Layers
from course.registry import EVERY, FileRegistry
from courseware.advice import did_you_mean
from courseware.phrases import sentences
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.source import shown_path
from courseware.text import Text
from exercises.exercise import Exercise


class BankRegistry(FileRegistry):
    """The last good version of every bank. A file that breaks leaves its last good exercises in use."""

    part = "bank"

    def __init__(
        self,
        where: Layers | Path | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        every: float = EVERY,
    ) -> None:
        super().__init__(where or bank_layers(), clock, every)
        self._good: Mapping[str, tuple[Exercise, ...]] = {}
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
        return tuple(name for name in self._documents if name not in self._good)

    def _judge(self, documents: Mapping[str, Document]) -> None:
        """See that no item stands in two files; the own one is blamed if so."""
        good = {name: kept for name, kept in self._good.items() if name in documents}
        problems: list[Problem] = [] if documents else [_empty(self._layers.builtin)]
        taken: dict[str, str] = {}
        for name, found in documents.items():
            wrong = found.problems or found.repeated(taken)
            if not wrong:
                good[name] = found.exercises
            elif name not in good and self._layers.is_own(name):
                good |= self._covered(name, taken)
            problems += wrong
            taken |= {one.id: one.file for one in good.get(name, ())}
        self._good, self._problems = good, tuple(problems)
        self._exercises = MappingProxyType({one.id: one for name in sorted(good) for one in good[name]})

    def _covered(self, name: str, taken: Mapping[str, str]) -> Mapping[str, tuple[Exercise, ...]]:
        """What the built-in bank under an own one holds, if it is there and good."""
        path = self._layers.builtin / name
        found = read_document("bank", path) if path.is_file() else None
        if found is None or found.problems or found.repeated(taken):
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
def bank_registry() -> BankRegistry:
    """The registry of the lab's own banks."""
    return BankRegistry()


def find_exercise(id_: str) -> Exercise:
    """The lab's exercise of this id; a ReaderError names the nearest."""
    known = all_exercises()
    if id_ not in known:
        advice = did_you_mean(id_, tuple(known))
        raise ReaderError(sentences(Text(en=f"There is no exercise {id_}.", zh=f"没有题目 {id_}。"), advice))
    return known[id_]


def all_exercises() -> Mapping[str, Exercise]:
    """Every exercise of the lab by its id, as the files are now or last were when they were good."""
    return bank_registry().exercises()
