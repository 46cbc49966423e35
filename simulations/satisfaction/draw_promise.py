"""The chart of the promise: more of it brings people in, and sends them away again."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    header,
    layout,
    line,
    note,
    numbers,
    point,
    snug,
)
from simulations.line_ends import line_ends, room
from simulations.picture import Picture, Trace
from simulations.satisfaction.moments import Numbers
from simulations.satisfaction.offer import Offer
from simulations.words import Words

TOPS: Final = (1, 3, 6, 12, 24, 60)


def draw_promise(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """Above, purchases per prospect by promise; below, the two forces that make them."""
    phrases = words.views["promise"].phrases
    facts = _facts(model, table)
    top = snug(facts["most"] * 1.15, TOPS)
    said = "<br>".join(
        (bullet(PINK, phrases["today"].fill(facts)[language]), phrases["best"].fill(facts)[language])
    )
    notes = [
        header(0, bullet(BLUE, phrases["purchases"].fill(facts)[language]), "left"),
        note(*_quiet_corner(table["purchases_per_prospect"], top), said, yanchor="top"),
    ]
    axes, traces = _axes(top, phrases["axis"][language]), _traces(table, facts)
    tried, satisfied = traces[3:]
    below = [
        (tried, bullet(GREEN, phrases["tried"][language])),
        (satisfied, bullet(ORANGE, phrases["satisfied"][language])),
    ]
    ends = line_ends(below, axes["yaxis2"])
    shown = layout(axes, [*notes, *ends], head=1, **room(ends))
    return Picture(traces, shown, phrases["alt"].fill(facts)[language])


def _facts(model: Offer, table: Table) -> dict[str, float]:
    promise, bought = table["promise"], table["purchases_per_prospect"]
    best = int(np.argmax(bought))
    return {
        "e": model.expectation,
        "now": float(np.interp(model.expectation, promise, bought)),
        "best": float(promise[best]),
        "most": float(bought[best]),
        "t": model.periods,
    }


def _traces(table: Table, facts: dict[str, float]) -> tuple[Trace, ...]:
    x = table["promise"].tolist()
    promise, now = facts["e"], round(facts["now"], 3)
    return (
        line(x, numbers(table["purchases_per_prospect"]), BLUE),
        line([promise] * 2, [0, now], PINK, line={"color": PINK, "width": 2, "dash": "dot"}),
        point(promise, now, PINK),
        line(x, numbers(table["tried"]), GREEN, yaxis="y2"),
        line(x, numbers(table["satisfied"]), ORANGE, yaxis="y2"),
    )


def _quiet_corner(bought: Numbers, top: float) -> tuple[float, float]:
    """Where the label is out of the curve's way: right, unless high promises sell well."""
    return (98, top) if bought[90] < 0.6 * top else (22, top)


def _axes(top: float, title: str) -> dict[str, Any]:
    return {
        "xaxis": axis(0, 120, title, dtick=20, anchor="y2"),
        "yaxis": axis(0, top, domain=[0.46, 1]),
        "yaxis2": axis(0, 1.04, domain=[0, 0.36], tickvals=[0, 0.5, 1], tickformat=".0%"),
    }
