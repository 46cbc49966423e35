"""The controls of a simulation: each built from its parameter and what a lesson or a question allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language, Text
from simulations import Simulation
from simulations.parameter import Bounds, Parameter, ParameterValue
from simulations.words import ParameterWords
from ui.choice import choose_one
from ui.session import SessionKey

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
    def number_format(self) -> str:
        """How a slider writes its number: per cent, or with no digit that its steps cannot change."""
        if self.is_share:
            return "percent"
        return f"%.{len(f'{self.step:.4f}'.rstrip('0').partition('.')[2])}f"

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


def draw_controls(controls: Sequence[PanelControl], language: Language, *, key: str, folded: int = 0) -> None:
    """Draws each control under the session's ``key:name``, which must hold its value; the last `folded` of
    them in a drawer of their own."""
    shown = len(controls) - folded
    for one in controls[:shown]:
        _draw(one, language, f"{key}:{one.parameter.name}")
    if folded:
        with st.expander(say("more_parameters", language)):
            for one in controls[shown:]:
                _draw(one, language, f"{key}:{one.parameter.name}")


def _draw(one: PanelControl, language: Language, key: str) -> None:
    """Segments for words, a slider for a number, a field for a number with too many steps for a slider."""
    words, kind = one.words, int if one.parameter.is_whole else float
    if one.parameter.choices:
        choose_one(
            one.label(language),
            one.parameter.choices,
            key=key,
            format_func=lambda choice: words.choices[choice][language],
            help_text=words.help[language],
        )
        return
    low, high = kind(one.low), kind(one.high)
    if one.is_soft:
        now = SessionKey[Any](key, low).get()
        low, high = min(low, now), max(high, now)
    place: dict[str, Any] = {"key": key, "help": words.help[language], "persist_state": "session"}
    if (high - low) / one.step > _MOST_STEPS:
        st.number_input(one.label(language), low, high, step=kind(one.step), **place)
        return
    st.slider(one.label(language), low, high, step=kind(one.step), format=one.number_format, **place)


def with_unit(label: Text, unit: Text | None, language: Language) -> str:
    """A label and its unit in brackets, if it has one."""
    if unit is None or unit[language].casefold() == label[language].casefold():
        return label[language]
    return conventions(language).aside.format(what=label[language], aside=unit[language])
