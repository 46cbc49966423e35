"""The chart of staffing: what one agent more brings, which is never the same twice."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.call_centre.model import TARGET, CallCentre
from simulations.call_centre.views import reach
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    layout,
    line,
    note,
    numbers,
    point,
    snug,
    together,
)
from simulations.measures import with_facts
from simulations.picture import Picture, Trace
from simulations.words import Words

WAITS: Final = (30.0, 60.0, 120.0, 240.0, 480.0)


def draw_staffing(model: CallCentre, table: Table, words: Words, language: Language) -> Picture:
    """Above, the share answered in time; below, the mean wait; today's run as a dot in both."""
    phrases, caveat = words.views["staffing"].phrases, words.views["waiting"].phrases
    measures = model.measures()
    facts = with_facts(measures, **_gains(model), agents=model.agents, seconds=model.threshold)
    top = _top(model)
    today, told = phrases["today"].fill(facts)[language], [phrases["alt"]]
    if model.is_short:
        today += f"<br>{caveat['short'][language]}"
        told += [caveat["alt_short"]]
    notes = [
        header(0, bullet(BLUE, phrases["level"].fill(facts)[language]), "left"),
        header(1, dots(GREEN, phrases["root"].fill(facts)[language]), "right"),
        note(0.99, 0.5, bullet(PINK, today), **_beside("bottom")),
        note(0.99, 0.34, bullet(ORANGE, phrases["wait"][language]), **_beside("top")),
    ]
    shown = layout(_axes(model, top, phrases["axis"][language]), notes, head=1)
    said = together((text.fill(facts) for text in told), language)
    return Picture(_traces(model, table, measures, top), shown, said)


def _beside(anchor: str) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": anchor, "align": "right"}


def _gains(model: CallCentre) -> dict[str, float]:
    """What the next agent and the one after bring, in points of the share answered in time."""
    now, one, two = (model.line(model.agents + more).service_level(model.threshold) for more in (0, 1, 2))
    return {"next": 100 * (one - now), "after": 100 * (two - one)}


def _top(model: CallCentre) -> float:
    """The longest wait that is drawn: twice that with as many agents as the load has erlangs."""
    line = model.line(int(np.ceil(model.load)) + 1)
    return snug(1.5 * line.mean_wait, WAITS)


def _traces(model: CallCentre, table: Table, measures: Mapping[str, float], top: float) -> tuple[Trace, ...]:
    agents = table["agents"].tolist()
    wait = np.where(table["wait_expected"] <= top, table["wait_expected"], np.nan)
    root, today = measures["agents_by_root"], model.agents
    return (
        line(agents, numbers(table["service_level_expected"], 4), BLUE),
        line([agents[0], agents[-1]], [TARGET] * 2, BLUE, line={"color": BLUE, "width": 1, "dash": "dot"}),
        line([root] * 2, [0, 1.04], GREEN, line={"color": GREEN, "width": 2, "dash": "dot"}),
        point(today, round(measures["service_level"], 4), PINK),
        line(agents, numbers(wait), ORANGE, yaxis="y2"),
        point(today, round(min(measures["mean_wait"], top), 3), PINK, yaxis="y2"),
    )


def _axes(model: CallCentre, top: float, title: str) -> dict[str, Any]:
    low, high = reach(model)
    return {
        "xaxis": axis(low, high, title, anchor="y2", nticks=8),
        "yaxis": axis(0, 1.06, domain=[0.44, 1], tickformat=".0%", tickvals=[0, 0.5, TARGET, 1]),
        "yaxis2": axis(0, 1.05 * top, domain=[0, 0.34], nticks=4),
    }
