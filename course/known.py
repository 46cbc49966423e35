"""What a lesson may refer to: the other lessons, the terms, the questions, the simulations."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Self

from course.bank_registry import BankRegistry, bank_registry
from courseware.problem import Problem, ProblemsFoundError
from courseware.text import LANGUAGES, Language, Text
from exercises.exercise import Exercise, is_silent
from lessons.assignment import ItemFacts
from lessons.plan import Course
from lessons.terms import Glossary
from simulations.parameter import Parameter


@dataclass(frozen=True)
class Playable:
    """What a play step may name of one simulation."""

    parameters: Mapping[str, Parameter]
    views: tuple[str, ...]
    measures: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownNames:
    """The names that exist; None where they could not be read, so that nothing is said of them.

    `languages` are those of the course. `titles` are those of the lessons, `words` those of the terms.
    `facts` are what pools of an exam go by. `silent` are the exercises that say nothing to a wrong answer
    but that it is wrong; `media` are files that come along and are not in the course yet; `problems` tells
    why names could not be read.
    """

    lessons: tuple[str, ...] | None = None
    terms: tuple[str, ...] | None = None
    exercises: tuple[str, ...] | None = None
    simulations: Mapping[str, Playable] | None = None
    titles: Mapping[str, Text] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)
    languages: tuple[Language, ...] = LANGUAGES
    silent: frozenset[str] = frozenset()
    facts: tuple[ItemFacts, ...] | None = None
    media: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = field(default=())

    def of(self, course: Course | None, glossary: Glossary | None) -> Self:
        """The same, with the names of this course and this glossary."""
        return replace(
            self,
            lessons=course.lessons if course else None,
            terms=tuple(term.id for term in glossary.terms) if glossary else None,
            titles={entry.id: entry.title for entry in course.entries} if course else {},
            languages=course.languages if course else LANGUAGES,
            words={term.id: term.term for term in glossary.terms} if glossary else {},
        )


def known_to_the_lab() -> KnownNames:
    """The exercises and simulations that the lab has."""
    return known_with(bank_registry())


def known_with(banks: BankRegistry) -> KnownNames:
    """The exercises of these banks and the simulations that the lab has."""
    known = known_simulations()
    try:
        items = banks.exercises()
    except ProblemsFoundError as error:
        return replace(known, problems=(*error.problems, *known.problems))
    return replace(
        known,
        exercises=None if banks.unread() else tuple(items),
        facts=None if banks.unread() else tuple(map(facts_of, items.values())),
        silent=frozenset(name for name, one in items.items() if is_silent(one)),
        problems=(*banks.problems(), *known.problems),
    )


def facts_of(exercise: Exercise) -> ItemFacts:
    """What a pool goes by, of this exercise."""
    return ItemFacts(exercise.id, exercise.curriculum, exercise.difficulty)


def known_simulations() -> KnownNames:
    """The simulations that the lab has; nothing is known of exercises."""
    simulations, problems = _simulations()
    return KnownNames(simulations=simulations, problems=problems)


@cache
def _simulations() -> tuple[Mapping[str, Playable] | None, tuple[Problem, ...]]:
    from simulations import catalogue, parameters

    try:
        return {
            name: Playable(
                {parameter.name: parameter for parameter in parameters(found.model)},
                tuple(found.views),
                tuple(found.words.measures),
                tuple(found.words.columns),
            )
            for name, found in catalogue().items()
        }, ()
    except ProblemsFoundError as error:
        return None, error.problems
