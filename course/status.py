"""The status of a whole course: its lessons beside its questions, and all that is amiss in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from course.documents import COURSE, GLOSSARY, Document, document_at
from course.folders import Parts
from course.judge import judge
from course.known import KnownNames, known_simulations
from courseware.problem import Problem
from exercises import Exercise, is_silent


@dataclass(frozen=True)
class CourseStatus:
    """What became of every file of a course, by its name in it (``lessons/tea.yaml``, ``bank/tea.yaml``).

    Of two banks with one item the later one is to be mended. `media` are files that come along, which the
    texts may show although they are not in the course yet.
    """

    lessons: Mapping[str, Document]
    banks: Mapping[str, Document]
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
            {f"lessons/{name}": document_at("lessons", stamp) for name, stamp in lessons.items()},
            {f"bank/{name}": document_at("bank", stamp) for name, stamp in questions.items()},
        )

    def problems(self) -> Mapping[str, tuple[Problem, ...]]:
        """The problems of each file, seen beside all others."""
        items: dict[str, Exercise] = {}
        found: dict[str, tuple[Problem, ...]] = {}
        for name, bank in self.banks.items():
            taken = {id_: one.file for id_, one in items.items()}
            found[name] = bank.problems or bank.repeated(taken)
            items |= {one.id: one for one in bank.exercises if one.id not in items}
        known = self._known(items, is_whole=not any(found.values()))
        return found | {name: judge(document, known) for name, document in self.lessons.items()}

    def _known(self, items: Mapping[str, Exercise], *, is_whole: bool) -> KnownNames:
        plan, words = (self.lessons.get(f"lessons/{name}", Document()) for name in (COURSE, GLOSSARY))
        silent = frozenset(name for name, one in items.items() if is_silent(one))
        lab = replace(
            known_simulations(), exercises=tuple(items) if is_whole else None, silent=silent, media=self.media
        )
        return lab.of(plan.course, words.glossary)
