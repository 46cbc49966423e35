"""What a lesson may refer to: the other lessons, the terms, the questions, the simulations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from courseware.problem import Problem, ProblemsFoundError
from lessons.plan import Course
from lessons.terms import Glossary
from simulations.parameter import Parameter


@dataclass(frozen=True)
class Playable:
    """What a play step may name of one simulation."""

    parameters: Mapping[str, Parameter]
    views: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """The names that exist; None where they could not be read, so that nothing is said of them.

    `problems` tells why they could not.
    """

    lessons: tuple[str, ...] | None = None
    terms: tuple[str, ...] | None = None
    exercises: tuple[str, ...] | None = None
    simulations: Mapping[str, Playable] | None = None
    problems: tuple[Problem, ...] = field(default=())

    def of(self, course: Course | None, glossary: Glossary | None) -> Self:
        """The same, with the names of this course and this glossary."""
        return type(self)(
            lessons=course.lessons if course else None,
            terms=tuple(term.id for term in glossary.terms) if glossary else None,
            exercises=self.exercises,
            simulations=self.simulations,
            problems=self.problems,
        )


def known_to_the_lab() -> Known:
    """The exercises and simulations that the lab has."""
    exercises, first = _exercises()
    simulations, second = _simulations()
    return Known(exercises=exercises, simulations=simulations, problems=(*first, *second))


def _exercises() -> tuple[tuple[str, ...] | None, tuple[Problem, ...]]:
    from exercises import shelf

    banks = shelf()
    try:
        names = tuple(banks.exercises())
    except ProblemsFoundError as error:
        return None, error.problems
    return None if banks.unread() else names, banks.problems()


@cache
def _simulations() -> tuple[Mapping[str, Playable] | None, tuple[Problem, ...]]:
    from simulations import catalogue, parameters

    try:
        return {
            name: Playable(
                {parameter.name: parameter for parameter in parameters(found.model)},
                tuple(found.views),
                tuple(found.words.measures),
            )
            for name, found in catalogue().items()
        }, ()
    except ProblemsFoundError as error:
        return None, error.problems
