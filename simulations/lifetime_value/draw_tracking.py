"""The chart of tracking: repeat purchases week by week, and what a model foretold of them."""

from dataclasses import asdict
from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language, Text
from simulations.drawing import (
    BLUE,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    kept,
    layout,
    line,
    note,
    numbers,
    snug,
    together,
)
from simulations.lifetime_value.analysis import analysis, fitted
from simulations.lifetime_value.market import Market
from simulations.line_ends import line_ends, room
from simulations.picture import Picture
from simulations.words import Words

SPANS: Final = (45.0, 60.0, 80.0, 110.0, 160.0, 210.0)
TOPS: Final = tuple(m * 10.0**k for k in range(1, 8) for m in (1, 2, 3, 5, 7))


def draw_tracking(market: Market, table: Table, words: Words, language: Language) -> Picture:
    """The purchases made, the model's line through and beyond them, and the week in which watching ended."""
    phrases, log = words.views["tracking"].phrases, analysis(market).log
    weeks = np.round(table["week"], 1).tolist()
    actual, foretold = numbers(table["actual"]), numbers(table["foretold"], 1)
    top = snug(1.12 * max(float(table["actual"].max()), float(table["foretold"].max()), 1), TOPS)
    told = [text[language] for text in _parameters(market, words)]
    facts, stop = _facts(table, log.cut), {"color": PINK, "width": 2, "dash": "dot"}
    traces = (
        line(weeks, actual, BLUE, name=words.columns["actual"][language]),
        line(
            weeks,
            foretold,
            ORANGE,
            name=words.columns["foretold"][language],
            line={"color": ORANGE, "width": 3, "dash": "dot"},
        ),
        line([log.cut] * 2, [0, top], PINK, line=stop, hoverinfo="skip"),
    )
    beside: dict[str, Any] = {"xanchor": "right", "yanchor": "top", "xshift": -6, "align": "right"}
    heads = [
        note(log.cut, top, phrases["cut"][language], **beside),
        kept(header(0, "<br>".join(told), "left"), is_told=bool(told)),
    ]
    axes = {
        "xaxis": axis(0, snug(log.end, SPANS), phrases["axis"][language]),
        "yaxis": axis(0, top, phrases["purchases"][language], nticks=6, tickformat=",d"),
    }
    labels = [
        bullet(BLUE, phrases["actual"].fill(facts)[language]),
        dots(ORANGE, phrases[market.story].fill(facts)[language]),
    ]
    ends = line_ends(list(zip(traces, labels, strict=False)), axes["yaxis"])
    said = [phrases["alt"].fill(facts), *(phrases["sentence"].fill({"told": one}) for one in told)]
    return Picture(traces, layout(axes, [*heads, *ends], head=2, **room(ends)), together(said, language))


def _parameters(market: Market, words: Words) -> list[Text]:
    """The parameters that the fit has found and, of simulated customers, those that made them."""
    phrases = words.views["tracking"].phrases
    if market.story != "leave":  # a model without leaving has no a and b
        return []
    rows = [("found", fitted(market).model)]
    rows += [("truth", market.buying)] if market.source == "simulated" else []
    return [phrases[row].fill(asdict(buying)) for row, buying in rows]


def _facts(table: Table, cut: float) -> dict[str, float]:
    actual, foretold = float(table["actual"][-1]), float(table["foretold"][-1])
    return {
        "cut": cut,
        "end": float(table["week"][-1]),
        "actual": actual,
        "foretold": foretold,
        "then": float(np.interp(cut, table["week"], table["actual"])),
        "error": foretold / actual - 1 if actual else 0.0,
    }
