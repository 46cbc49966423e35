"""A whole course seen at once: its lessons beside its questions, and all that is amiss in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from course import bank_files as banks
from course import lesson_files as reading
from course import media
from course.banks import bank_layers
from course.judge import Reading, judge, read
from course.known import Known, known_simulations
from course.layers import Layers, Stamp
from course.lesson_files import COURSE, GLOSSARY
from courseware.problem import Problem
from exercises import Exercise, is_silent
from lessons.plan import Course
from lessons.terms import Glossary

Parts = Mapping[str, Layers]
"""The folders of a course (`lessons`, `bank` and `media`), each with the built-in one under it."""


def parts() -> Parts:
    """The course in force."""
    return {"lessons": reading.lesson_layers(), "bank": bank_layers(), media.FOLDER: media.layers()}


@dataclass(frozen=True)
class Standing:
    """What became of every file of a course, by its name in it (``lessons/tea.yaml``, ``bank/tea.yaml``).

    Of two banks with one item the later one is to be mended. `media` are files that come along, which the
    texts may show although they are not in the course yet.
    """

    lessons: Mapping[str, Reading]
    banks: Mapping[str, banks.Reading]
    media: frozenset[str] = frozenset()

    def with_these(self, other: Self) -> Self:
        """The same course with the files of `other` in it, which come last."""
        mine = {name: one for name, one in self.banks.items() if name not in other.banks}
        return replace(
            self,
            lessons={**self.lessons, **other.lessons},
            banks={**mine, **other.banks},
            media=self.media | other.media,
        )

    def without(self, name: str) -> Self:
        """The same course without one file."""
        lessons = {key: one for key, one in self.lessons.items() if key != name}
        return replace(self, lessons=lessons, banks={k: one for k, one in self.banks.items() if k != name})

    @classmethod
    def of(cls, course: Parts) -> Self:
        """The course as it is in its files now; only those that have changed are read again."""
        lessons, questions = course["lessons"].stamps(), course["bank"].stamps()
        return cls(
            {f"lessons/{name}": _lesson(stamp) for name, stamp in lessons.items()},
            {f"bank/{name}": _bank(stamp) for name, stamp in questions.items()},
        )

    def problems(self) -> Mapping[str, tuple[Problem, ...]]:
        """The problems of each file, seen beside all others."""
        items: dict[str, Exercise] = {}
        found: dict[str, tuple[Problem, ...]] = {}
        for name, bank in self.banks.items():
            taken = {id_: one.file for id_, one in items.items()}
            found[name] = bank.problems or banks.repeated(bank, taken)
            items |= {one.id: one for one in bank.exercises if one.id not in items}
        known = self._known(items, is_whole=not any(found.values()))
        return found | {name: judge(reading, known) for name, reading in self.lessons.items()}

    def _known(self, items: Mapping[str, Exercise], *, is_whole: bool) -> Known:
        plan = self._written(COURSE)
        words = self._written(GLOSSARY)
        silent = frozenset(name for name, one in items.items() if is_silent(one))
        lab = replace(
            known_simulations(), exercises=tuple(items) if is_whole else None, silent=silent, media=self.media
        )
        return lab.of(
            plan if isinstance(plan, Course) else None,
            words if isinstance(words, Glossary) else None,
        )

    def _written(self, file: str) -> object:
        reading = self.lessons.get(f"lessons/{file}")
        return reading.written if reading else None


@lru_cache(maxsize=256)
def _lesson(stamp: Stamp) -> Reading:
    return read(stamp.path)


@lru_cache(maxsize=256)
def _bank(stamp: Stamp) -> banks.Reading:
    return banks.read(stamp.path)
