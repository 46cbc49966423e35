"""What a student may set: each parameter's bounds, default and step, stated once."""

from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from math import isfinite
from typing import Any, Final, cast

from courseware.grouping import ungrouped
from courseware.problem import ReaderError
from courseware.text import Text

_KEY: Final = "parameter"
ParameterValue = float | int | str


@dataclass(frozen=True)
class Bounds:
    """Which numbers a parameter may take."""

    low: float
    high: float
    step: float
    usual: tuple[float, float] | None = None
    """Between which of them most is to be seen; a slider of free play goes so far, an address farther."""


@dataclass(frozen=True)
class Parameter:
    """One thing that may be set: bounds if it is a number, `choices` if it is a word."""

    name: str
    default: ParameterValue
    bounds: Bounds | None = None
    choices: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether only whole numbers fit."""
        return isinstance(self.default, int)

    def takes_as_it_is(self, value: object) -> bool:
        """Whether `value` needs no reading: of the right type already, and allowed."""
        if type(value) is not type(self.default):
            return False
        if self.bounds is None:
            return value in self.choices
        return self.bounds.low <= value <= self.bounds.high  # type: ignore[operator]

    def read(self, value: object) -> ParameterValue:
        """`value` as this parameter takes it; a ReaderError says what would be right."""
        if self.choices:
            return self._read_choice(value)
        assert self.bounds is not None
        if isinstance(value, bool):
            raise self._refused(value)
        if isinstance(value, str):
            value = ungrouped(value)
        try:
            number = float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError) as error:
            raise self._refused(value) from error
        if not isfinite(number) or not self.bounds.low <= number <= self.bounds.high:
            raise self._refused(value)
        if not self.is_whole:
            return number
        if not number.is_integer():
            raise self._refused(value)
        return int(value) if isinstance(value, (int, str)) and str(value).isdigit() else int(number)

    def _read_choice(self, value: object) -> str:
        if value in self.choices:
            return str(value)
        near = get_close_matches(str(value), self.choices, 1, 0.4)
        en, zh = (f" Did you mean {near[0]}?", f"是否想写 {near[0]}？") if near else ("", "")
        allowed = ", ".join(self.choices)
        raise ReaderError(
            Text(
                en=f"{self.name} takes one of {allowed}; got {value!r}.{en}",
                zh=f"{self.name} 只能取 {allowed} 之一，现在是 {value!r}。{zh}",
            )
        )

    def _refused(self, value: object) -> ReaderError:
        assert self.bounds is not None
        low, high = f"{self.bounds.low:,.16g}", f"{self.bounds.high:,.16g}"
        whole_en, whole_zh = ("a whole number", "整数") if self.is_whole else ("a number", "数值")
        return ReaderError(
            Text(
                en=f"{self.name} takes {whole_en} from {low} to {high}; got {value!r}.",
                zh=f"{self.name} 须为 {low} 到 {high} 之间的{whole_zh}，现在是 {value!r}。",
            )
        )


def between(
    low: float, high: float, *, default: float, step: float, usual: tuple[float, float] | None = None
) -> Any:
    """A dataclass field for a number from `low` to `high`; whole if the default is an int."""
    return field(default=default, metadata={_KEY: Bounds(low, high, step, usual)})


def one_of(*choices: str, default: str) -> Any:
    """A dataclass field for one of several words."""
    return field(default=default, metadata={_KEY: choices})


def parameters(model: Any) -> tuple[Parameter, ...]:
    """The parameters of a model (its class or an instance), in the order they were written."""
    return _parameters(model if isinstance(model, type) else type(model))


@cache
def _parameters(model: Any) -> tuple[Parameter, ...]:
    """The same, read once for each class: a model looks at them whenever it is made."""
    found = []
    for item in fields(model):
        rule = item.metadata.get(_KEY)
        if isinstance(rule, Bounds):
            found.append(Parameter(item.name, cast(ParameterValue, item.default), bounds=rule))
        elif rule is not None:
            found.append(Parameter(item.name, cast(ParameterValue, item.default), choices=rule))
    return tuple(found)
