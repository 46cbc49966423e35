"""What a play panel tells the browser: the run, what may be moved, and what may be done."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from simulations.model import Model
from ui.components.chart import message_of
from ui.components.panel import WORDS
from ui.controls import PanelControl
from ui.play_setup import PlaySetup, measure_label, state_of
from ui.scenario import current_model, current_values, has_step, kept_model
from web.runs import address_of_run, address_of_table, measures_of, picture_of
from web.sweeps import address_of_sweep

ROOM_FOR_MEASURES: Final = 4


@dataclass(frozen=True)
class PanelLook:
    """How a panel stands on its page: as in a lesson, or large on a projector.

    There it takes a `share` of the screen; its measures and controls stand in a `port`, and what a hand moves
    is seen in every window that shows the same slide (`live`). A chart that is to be played begins with its
    first moment.
    """

    share: float | None = None
    port: str | None = None
    live: str | None = None
    is_to_be_played: bool = False
    is_covered: bool = False
    has_tools: bool = True
    guess: Mapping[str, Any] | None = None
    """What the reader predicted, and where the chart shows it: a ``Panels.Guess``."""
    plot: Mapping[str, Any] | None = None
    """The empty plot over which a curve is to be drawn while the run is covered: a ``Panels.Plot``."""


def panel_message(setup: PlaySetup, language: Language, look: PanelLook) -> Mapping[str, Any]:
    """The whole message; of a covered run nothing but its title and its controls."""
    words = setup.simulation.words.views[setup.view]
    kept, model = kept_model(setup), None if look.is_covered else current_model(setup)
    is_open = model is not None and look.has_tools
    return {
        "chart": None if model is None else _chart(setup, model, kept, language, look),
        "title": words.title[language] if look.share is None else "",
        "said": words.message[language] if is_open and look.share is None else "",
        "cover": {"text": say("veiled", language), "button": say("unveil", language)},
        "plot": look.plot if look.is_covered else None,
        "controls": [_control(setup, one, kept, language) for one in setup.controls],
        "folded": setup.more,
        "measures": [] if model is None else measure_messages(setup, model, kept, language),
        "tools": _tools(setup, kept, language) if is_open else [],
        "share": None if model is None or not is_open else _share(setup, model, kept, language),
        "sweep": None if model is None else address_of_sweep(setup.simulation, setup.view, model, language),
        "guess": None if model is None or look.guess is None else _guess(look.guess, model),
        "heard": state_of(setup, "heard").get() or 0,
        "port": look.port,
        "live": look.live,
        "words": WORDS.spoken(language),
    }


def _chart(
    setup: PlaySetup, model: Model, kept: Model | None, language: Language, look: PanelLook
) -> Mapping[str, Any]:
    models = (kept, model) if kept else (model,)
    pictures = [picture_of(setup.simulation, setup.view, one, language) for one in models]
    return message_of(
        [replace(one, start=0) for one in pictures] if look.is_to_be_played else pictures,
        tables=[address_of_table(setup.simulation, setup.view, one, language) for one in models],
        labels=(say("scenario_a", language), say("scenario_b", language)) if kept else (),
        language=language,
        share=look.share,
        fills=look.share is None,
    )


def _control(
    setup: PlaySetup, one: PanelControl, kept: Model | None, language: Language
) -> Mapping[str, Any]:
    name, value = one.parameter.name, current_values(setup)[one.parameter.name]
    low, high = one.reach(value)
    return {
        "name": name,
        "label": one.label(language),
        "help": one.words.help[language],
        "kind": one.kind,
        "low": low,
        "high": high,
        "step": one.step,
        "whole": one.parameter.is_whole,
        "format": one.number_format,
        "value": value,
        "default": one.default,
        "kept": None if kept is None else getattr(kept, name),
        "choices": [(choice, one.words.choices[choice][language]) for choice in one.parameter.choices],
    }


def measure_messages(
    setup: PlaySetup, model: Model, kept: Model | None, language: Language
) -> list[Mapping[str, Any]]:
    """The measures of the run, each with that of the kept one if the reader compares."""
    words = setup.simulation.words.measures
    names: Sequence[str] = setup.measures or setup.simulation.views[setup.view].measures
    return [
        {
            "name": name,
            "label": measure_label(setup.simulation, name, language),
            "help": words[name].help[language],
            "format": words[name].format,
            "value": _number(measures_of(model)[name]),
            **({} if kept is None else {"kept": _number(measures_of(kept)[name])}),
        }
        for name in names[:ROOM_FOR_MEASURES]
    ]


def _guess(guess: Mapping[str, Any], model: Model) -> Mapping[str, Any]:
    """The prediction beside the run that stands there now."""
    run = guess["run"] if guess["measure"] is None else measures_of(model)[guess["measure"]]
    return {**guess, "run": None if run is None else _number(run)}


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _tools(setup: PlaySetup, kept: Model | None, language: Language) -> list[Mapping[str, Any]]:
    is_at_first = kept is None and current_values(setup) == setup.defaults()
    found: tuple[tuple[str, str, str, Mapping[str, bool]], ...] = (
        ("compare", "compare_off" if kept else "compare", "A|B", {"on": kept is not None}),
        ("luck", "new_luck", "⚄", {}),
        ("undo", "undo", "↶", {"off": not has_step(setup, "past")}),
        ("redo", "redo", "↷", {"off": not has_step(setup, "future")}),
        ("reset", "reset", "⟲", {"off": is_at_first}),
    )
    return [
        {"do": do, "label": say(words, language), "word": say(f"tool_{do}", language), "icon": icon, **state}
        for do, words, icon, state in found
    ]


def _share(setup: PlaySetup, model: Model, kept: Model | None, language: Language) -> Mapping[str, str]:
    address = address_of_run(setup.simulation, setup.view, model, kept)
    here = urlsplit(st.context.url or "http://localhost:8501/")
    return {
        "link": f"{here.scheme}://{here.netloc}/lab?{address}&lang={language}",
        "csv": f"/runs/{setup.simulation.name}.csv?{address}&lang={language}",
    }
