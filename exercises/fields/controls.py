"""A field in which the controls of a simulation are set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal, TypeGuard

from courseware.text import LANGUAGES, Language, Text
from exercises.fields.field import AnswerField
from exercises.fields.option import joined
from exercises.fillin import show
from exercises.grade import Invalid


@dataclass(frozen=True)
class AskedControl:
    """A parameter of the simulation that the student may set, and from where to where."""

    name: str
    low: float
    high: float
    step: float
    default: float

    def takes(self, given: object) -> TypeGuard[float]:
        """Whether this is a number within the bounds."""
        if not isinstance(given, int | float) or isinstance(given, bool):
            return False
        return self.low <= given <= self.high


@dataclass(frozen=True)
class Controls(AnswerField):
    """Set a simulation's controls; `fixed` is what the task sets. The response maps names to numbers."""

    simulation: str
    view: str | None
    controls: tuple[AskedControl, ...]
    fixed: Mapping[str, float | int | str] = field(default_factory=dict)
    kind: Literal["controls"] = "controls"
    made_of: ClassVar[Literal["options", "number", "words"]] = "options"

    def read(self, given: object) -> Mapping[str, float] | Invalid:
        """The number of every control, within its bounds."""
        if not isinstance(given, Mapping) or given.keys() - {control.name for control in self.controls}:
            return self.unread(_SET_ALL)
        values: dict[str, float] = {}
        for control in self.controls:
            value = given.get(control.name)
            if not control.takes(value):
                return self.unread(_out_of_bounds(control))
            values[control.name] = float(value)
        return values

    def say(self, given: object) -> Text:
        """The controls that were set within their bounds."""
        values = given if isinstance(given, Mapping) else {}
        said = [(one, values.get(one.name)) for one in self.controls]
        told = [_setting(one.name, value) for one, value in said if one.takes(value)]
        return joined(dict.fromkeys(LANGUAGES, told))

    def preview(self, language: Language) -> Iterator[str]:  # noqa: ARG002
        """Each control with its start and its bounds, then what is fixed."""
        for one in self.controls:
            low, high, default = show(one.low), show(one.high), show(one.default)
            yield f"  {one.name} = {default}  [{low} … {high}]"
        yield from (f"  {_setting(name, value)}" for name, value in self.fixed.items())


def _setting(name: str, value: float | str) -> str:
    return f"{name} = {show(value)}"


def _out_of_bounds(control: AskedControl) -> Text:
    low, high = show(control.low), show(control.high)
    return Text(
        en=f"Set {control.name} to a number from {low} to {high}.",
        zh=f"请将 {control.name} 设为 {low} 到 {high} 之间的数值。",
    )


_SET_ALL: Final = Text(en="Set every control.", zh="请设置每一个参数。")
