"""The controls of a simulation: each built from its parameter and what a lesson or a question allows."""

from dataclasses import dataclass
from typing import Final, Literal

from courseware.language import conventions
from courseware.text import Language, Text
from simulations import Simulation
from simulations.parameter import Bounds, Parameter, ParameterValue
from simulations.words import ParameterWords

_MOST_STEPS: Final = 100_000
"""A number of more steps than this is typed: no hand can point at one of them on a slider."""


@dataclass(frozen=True)
class Restriction:
    """What a lesson, a question or a page says of a parameter; what is None is as the parameter has it."""

    default: ParameterValue | None = None
    low: float | None = None
    high: float | None = None
    step: float | None = None
    is_soft: bool = False
    """Whether the bounds are the slider's alone, so that an address may ask for what lies beyond them."""


@dataclass(frozen=True)
class PanelControl:
    """One parameter that the reader may move, within bounds that may be narrower than its own."""

    parameter: Parameter
    words: ParameterWords
    low: float
    high: float
    step: float
    default: ParameterValue
    is_soft: bool = False

    def label(self, language: Language) -> str:
        """The parameter's label with its unit; what is read as per cent needs none."""
        return with_unit(self.words.label, None if self.is_share else self.words.unit, language)

    @property
    def is_share(self) -> bool:
        """Whether the parameter is a share of one that readers know as per cent."""
        return self.words.is_share(self.parameter)

    @property
    def kind(self) -> Literal["slider", "number", "choice"]:
        """What it is set with: a number of too many steps for a slider is typed."""
        if self.parameter.choices:
            return "choice"
        return "number" if (self.high - self.low) / self.step > _MOST_STEPS else "slider"

    @property
    def number_format(self) -> str:
        """How its number is written, as a Python format: with no digit that its steps cannot change."""
        step = self.step * 100 if self.is_share else self.step
        digits = len(f"{step:.4f}".rstrip("0").partition(".")[2])
        if self.is_share:
            return f".{digits}%"
        return f"{',' if self.kind == 'slider' else ''}.{digits}f"

    def reach(self, value: ParameterValue) -> tuple[float, float]:
        """From where to where it goes, soft bounds as far as the `value` that an address has set."""
        if not self.is_soft or isinstance(value, str):
            return self.low, self.high
        return min(self.low, value), max(self.high, value)

    def holds(self, value: ParameterValue) -> bool:
        """Whether the value lies within the bounds, or is a word."""
        return isinstance(value, str) or self.is_soft or self.low <= value <= self.high


def build_control(simulation: Simulation, name: str, restriction: Restriction | None = None) -> PanelControl:
    """The control for one parameter of a simulation; here alone its bounds, default and words are read."""
    parameter, said = simulation.parameters[name], restriction or Restriction()
    own = parameter.bounds or Bounds(0, 0, 1)
    return PanelControl(
        parameter,
        simulation.words.parameters[name],
        own.low if said.low is None else said.low,
        own.high if said.high is None else said.high,
        own.step if said.step is None else said.step,
        parameter.default if said.default is None else said.default,
        said.is_soft,
    )


def with_unit(label: Text, unit: Text | None, language: Language) -> str:
    """A label and its unit in brackets, if it has one."""
    if unit is None or unit[language].casefold() == label[language].casefold():
        return label[language]
    return conventions(language).aside.format(what=label[language], aside=unit[language])


def usual_restriction(simulation: Simulation, name: str) -> Restriction | None:
    """How far the slider goes where most of what may be set would show one and the same."""
    bounds = simulation.parameters[name].bounds
    if bounds is None or bounds.usual is None:
        return None
    low, high = bounds.usual
    return Restriction(low=low, high=high, is_soft=True)
