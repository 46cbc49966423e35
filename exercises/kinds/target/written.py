"""What a teacher writes for a goal in a simulation."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from courseware.text import Text
from exercises.formula import Formula
from exercises.item import Item, Name, Written

Op = Literal[">=", "<=", ">", "<"]
Value = float | str


class ControlRange(Written):
    """From where to where a parameter may be set; what is not said, the simulation says."""

    min: float | None = None
    max: float | None = None
    default: float | None = None
    step: Annotated[float, Field(gt=0)] | None = None


class Goal(Written):
    """A measure and what it must reach, how much that counts, and why it is missed if it is."""

    measure: Name
    op: Op
    value: Formula
    weight: Annotated[float, Field(gt=0)] = 1.0
    why: Text


class Tests(Written):
    """Controls that must reach every goal, and controls that must not."""

    pass_: Annotated[Mapping[Name, float], Field(alias="pass")]
    fail: Mapping[Name, float]


class TargetItem(Item):
    """A simulation, what the student may set, what the task sets, and the goals."""

    type: Literal["target"]
    simulation: Name
    view: Name | None = None
    controls: Annotated[Mapping[Name, ControlRange], Field(min_length=1)]
    set: Mapping[Name, Value] = Field(default_factory=dict)
    goals: Annotated[tuple[Goal, ...], Field(min_length=1, max_length=6)]
    tests: Tests
