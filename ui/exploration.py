"""What a reader has set in a simulation, as it stands in the address and is found there after a reload."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language, Text
from simulations.model import Model
from simulations.parameter import ParameterValue
from ui.components.address import keep_address
from ui.play_setup import PlaySetup, state_of
from ui.prose import literal
from web.runs import KEPT, check_size, kept_of

_PAGE: Final = ("lang", "step", "question")
"""What an address says that is not about the run."""
_OPENED: Final = "opened"
_OUTSIDE: Final = Text(
    en="{name} goes from {low} to {high} here; got {value}.",
    zh="{name} 在这里的范围是 {low} 到 {high}，现在是 {value}。",
)


def changed(setup: PlaySetup, model: Model, before: str = "") -> dict[str, str]:
    """What is set otherwise than at first, each name with `before` in front."""
    said = {
        name: getattr(model, name)
        for name, value in setup.defaults().items()
        if getattr(model, name) != value
    }
    return {before + name: str(value).removesuffix(".0") for name, value in said.items()}


def tell(
    setup: PlaySetup, model: Model, kept: Model | None, always: Mapping[str, str], language: Language
) -> None:
    """Keeps the address up to date with the run that is shown and the one that is kept beside it."""
    values = {**always, **changed(setup, model)}
    if kept is not None:
        values |= {f"{KEPT}seed": str(kept.seed), **changed(setup, kept, KEPT)}
    keep_address(values, kept=_PAGE, key=f"{setup.key}:address", language=language)


def asked_for() -> dict[str, str]:
    """What the address says of a run."""
    return {name: value for name, value in st.query_params.items() if name not in _PAGE}


def restore(setup: PlaySetup, language: Language) -> None:
    """Sets the controls as the address says, once in a session; what cannot be set is told and left alone."""
    opened = state_of(setup, _OPENED)
    if opened.is_kept:
        return
    opened.set(True)
    try:
        set_from(setup, asked_for())
    except ReaderError as error:
        st.warning(say("address_refused", language, why=literal(error.text[language])))


def set_from(setup: PlaySetup, asked: Mapping[str, str]) -> None:
    """Puts the values of an address into the session; a ReaderError says which cannot be, and none is set."""
    now = {name: value for name, value in asked.items() if not name.startswith(KEPT)}
    values = _values(setup, now)
    kept = kept_of(asked)
    model = None if kept is None else check_size(setup.model({**setup.defaults(), **_values(setup, kept)}))
    for name, value in values.items():
        state_of(setup, name).set(value)
    if model is not None:
        state_of(setup, "kept").set(model)


def _values(setup: PlaySetup, asked: Mapping[str, str]) -> dict[str, ParameterValue]:
    model = check_size(setup.simulation.model.of(asked))
    values: dict[str, ParameterValue] = {
        name: getattr(model, name) for name in asked if name in setup.defaults()
    }
    for one in setup.controls:
        value = values.get(one.parameter.name)
        if value is not None and not one.holds(value):
            facts = {"name": one.parameter.name, "low": one.low, "high": one.high, "value": value}
            raise ReaderError(_OUTSIDE.fill(facts))
    return values
