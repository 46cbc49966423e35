"""Tasks of a simulation that notice by themselves when they are solved, in one way or in several."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, model_validator

from courseware.about import about
from courseware.expression import Scalar, compile_expression
from courseware.problem import ReaderError
from courseware.text import Text
from lessons.written import LessonModel

_LETTERS: Final = 16
"""Of the digest by which the record knows a way: two of a lesson never meet."""


def _compiles(text: str) -> str:
    compile_expression(text)
    return text


Condition = Annotated[str, AfterValidator(_compiles)]
"""A comparison of parameters and measures of the run, such as ``cpv >= 80 and money <= 20``."""
_WHEN = about(
    "A comparison of the simulation's parameters and measures that is true of such a run.",
    "用该模拟的参数和指标写成的比较式，成立时即算做到。",
)


class TaskWay(LessonModel):
    """One of several ways in which a task is solved; it is named once a student has found it."""

    text: Annotated[Text, about("What the way is called, once it is found.", "找到之后显示的名称。")]
    when: Annotated[Condition, _WHEN]


class PlayTask(LessonModel):
    """Something to be brought about in a simulation; a run that does it is noticed."""

    text: Annotated[Text, about("What is to be brought about, in a sentence.", "要做到什么，用一句话说明。")]
    when: Annotated[Condition | None, _WHEN] = None
    ways: Annotated[
        tuple[TaskWay, ...],
        Field(min_length=2, max_length=12),
        about(
            "Several ways to do it, each noticed by itself, instead of when.",
            "有几种做法时，逐一写出，代替 when。",
        ),
    ] = ()

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.when is None) == (not self.ways):
            raise ReaderError(_ONE_WAY)
        return self

    @property
    def conditions(self) -> tuple[str, ...]:
        """What each way asks for; one where there is one way only."""
        return (self.when,) if self.when is not None else tuple(way.when for way in self.ways)


@dataclass(frozen=True)
class TaskProgress:
    """A task, and which of its ways a student has found."""

    task: PlayTask
    found: tuple[bool, ...]

    @property
    def is_done(self) -> bool:
        """Whether no way is left to be found."""
        return all(self.found)

    @property
    def names(self) -> tuple[Text, ...]:
        """What the ways are called that were found."""
        return tuple(way.text for way, is_found in zip(self.task.ways, self.found, strict=False) if is_found)


def way_key(condition: str) -> str:
    """By what the record knows a way: its condition, however tasks are put in another order."""
    return hashlib.sha256("".join(condition.split()).encode()).hexdigest()[:_LETTERS]


def ways_met(tasks: tuple[PlayTask, ...], run: Mapping[str, Scalar]) -> frozenset[str]:
    """The keys of all ways that this run goes, with its settings and measures by their names."""
    return frozenset(way_key(one) for one in conditions_of(tasks) if _holds(one, run))


def conditions_of(tasks: tuple[PlayTask, ...]) -> Iterator[str]:
    """The conditions of all ways of all tasks."""
    for task in tasks:
        yield from task.conditions


def progress_of(task: PlayTask, found: frozenset[str]) -> TaskProgress:
    """How far a task is with these ways found."""
    return TaskProgress(task, tuple(way_key(one) in found for one in task.conditions))


def _holds(condition: str, run: Mapping[str, Scalar]) -> bool:
    """Whether it is true; a measure that there is nobody to ask for brings nothing about."""
    try:
        return compile_expression(condition).evaluate(run) is True
    except ReaderError:
        return False


_ONE_WAY: Final = Text(
    en="A task needs either when, or ways of which there are several.",
    zh="任务应当写 when，或写若干 ways，二者取其一。",
)
