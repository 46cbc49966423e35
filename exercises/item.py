"""What every question of a bank has, whatever its kind."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.formula import Formula

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([._-][a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Share = Annotated[float, Field(ge=0, le=1)]
Location = tuple[str | int, ...]

MAX_STEPS: Final = 10_000


class Written(BaseModel):
    """A piece of a file that a teacher writes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HintText(Written):
    """A hint and the share of the score that opening it costs."""

    text: Text
    cost: Share = 0.1


class Attempts(Written):
    """How many tries there are, and what share of the gain each of them earns."""

    points: Annotated[tuple[Share, ...], Field(min_length=1, max_length=10)] = (1.0, 0.75, 0.5)


class Param(Written):
    """A drawn value: worked out (`expr`), one of a list (`choose`), or in steps `between` two bounds."""

    expr: Formula | None = None
    choose: Annotated[tuple[float | str, ...], Field(min_length=1)] | None = None
    between: tuple[float, float] | None = None
    step: Annotated[float, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(way is not None for way in (self.expr, self.choose, self.between)) != 1:
            raise ReaderError(_ONE_WAY)
        if (self.between is None) != (self.step is None):
            raise ReaderError(_WITH_STEP)
        if self.between and self.between[0] > self.between[1]:
            raise ReaderError(_UPWARDS)
        if self.count > MAX_STEPS:
            raise ReaderError(_TOO_FINE)
        return self

    @property
    def count(self) -> int:
        """How many values lie between the bounds, both included if the step fits."""
        if self.between is None or self.step is None:
            return 0
        low, high = self.between
        return int(min((high - low) / self.step + 1e-9, MAX_STEPS) + 1)

    def at(self, index: int) -> float:
        """The value that lies so many steps above the low bound."""
        low, step = self.between[0] if self.between else 0.0, self.step or 0.0
        return round(low + index * step, 10)

    def steps(self) -> Sequence[float]:
        """Every value between the bounds, both included if the step fits."""
        return tuple(self.at(index) for index in range(self.count))


class Item(Written):
    """A question as a teacher wrote it; each kind adds what it asks and what is right."""

    id: Identifier
    type: str
    curriculum: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]
    difficulty: Annotated[int, Field(ge=1, le=3)] = 2
    data: str | None = None
    params: Mapping[Name, Param] = Field(default_factory=dict)
    require: Formula | None = None
    stem: Text
    hints: tuple[HintText, ...] = ()
    explain: Text
    attempts: Attempts | None = None
    shuffle: bool | None = None
    redraw: Literal["never", "group"] | None = None


Found = TypeVar("Found")


def walk(value: Any, kind: type[Found], loc: Location = ()) -> Iterator[tuple[Location, Found]]:
    """Every `kind` (such as Text or Formula) written anywhere in `value`, with the way to it."""
    if isinstance(value, kind):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from walk(getattr(value, name), kind, (*loc, field.alias or name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from walk(inner, kind, (*loc, name))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from walk(inner, kind, (*loc, index))


_ONE_WAY: Final = Text(
    en="Write exactly one of expr, choose and between.", zh="expr、choose、between 三者须恰好写一个。"
)
_WITH_STEP: Final = Text(en="between and step go together.", zh="between 与 step 须一起写。")
_TOO_FINE: Final = Text(
    en=f"There are more than {MAX_STEPS} steps between the bounds.", zh=f"上下限之间超过 {MAX_STEPS} 步。"
)
_UPWARDS: Final = Text(
    en="between goes from the low bound to the high one.", zh="between 须先写下限，再写上限。"
)
