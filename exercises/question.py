"""What a student is asked: a stem and the fields to answer in, with no trace of what is right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field as Tagged

from courseware.text import Text

ANSWER = "answer"
"""The name of the one field that every kind of this lab asks to be filled in."""


@dataclass(frozen=True)
class Option:
    """Something to choose or to place; its id says nothing about whether it is right."""

    id: str
    text: Text


@dataclass(frozen=True)
class OneOf:
    """Choose one option. The response is its id."""

    name: str
    label: Text
    options: tuple[Option, ...]
    kind: Literal["one_of"] = "one_of"


@dataclass(frozen=True)
class ManyOf:
    """Tick every option that fits. The response is a list of ids."""

    name: str
    label: Text
    options: tuple[Option, ...]
    kind: Literal["many_of"] = "many_of"


@dataclass(frozen=True)
class NumberField:
    """Type a number, written as people write numbers. The response is the text as typed."""

    name: str
    label: Text
    unit: Text | None = None
    kind: Literal["number"] = "number"


@dataclass(frozen=True)
class Assign:
    """Give each row one of the choices. The response maps row ids to choice ids."""

    name: str
    label: Text
    rows: tuple[Option, ...]
    choices: tuple[Option, ...]
    kind: Literal["assign"] = "assign"


@dataclass(frozen=True)
class Ordering:
    """Put the options in order, first to last. The response is the list of all ids."""

    name: str
    label: Text
    options: tuple[Option, ...]
    kind: Literal["ordering"] = "ordering"


@dataclass(frozen=True)
class Control:
    """A parameter of the simulation that the student may set, and from where to where."""

    name: str
    low: float
    high: float
    step: float
    default: float


@dataclass(frozen=True)
class Controls:
    """Set a simulation's controls; `fixed` is what the task sets. The response maps names to numbers."""

    name: str
    label: Text
    simulation: str
    view: str | None
    controls: tuple[Control, ...]
    fixed: Mapping[str, float | int | str] = field(default_factory=dict)
    kind: Literal["controls"] = "controls"


Field = Annotated[OneOf | ManyOf | NumberField | Assign | Ordering | Controls, Tagged(discriminator="kind")]


@dataclass(frozen=True)
class Question:
    """All that may reach a browser before an answer has come."""

    stem: Text
    fields: tuple[Field, ...]
