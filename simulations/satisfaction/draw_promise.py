"""The chart of the promise: more of it brings people in, and sends them away again."""

from typing import Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, bullet, layout, line, note, numbers, snug
from simulations.picture import Picture
from simulations.satisfaction.offer import Offer
from simulations.words import Words

HEIGHTS: Final = (1, 3, 6, 12, 24, 60)


def draw_promise(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """Above, purchases per prospect by promise; below, the two forces whose product they follow."""
    phrases = words.views["promise"].phrases
    promise, bought = table["promise"], table["purchases_per_prospect"]
    best = int(np.argmax(bought))
    today = float(np.interp(model.expectation, promise, bought))
    top = snug(float(bought[best]) * 1.15, HEIGHTS)
    facts = {
        "e": model.expectation, "now": today, "best": promise[best], "most": bought[best], "t": model.periods
    }  # fmt: skip
    x = promise.tolist()
    traces = (
        line(x, numbers(bought), BLUE),
        line([model.expectation] * 2, [0, top], PINK, line={"color": PINK, "width": 2, "dash": "dot"}),
        _dot(model.expectation, today, PINK),
        line(x, numbers(table["tried"]), GREEN, yaxis="y2"),
        line(x, numbers(table["satisfied"]), ORANGE, yaxis="y2"),
    )
    right = model.expectation > 60
    side = {"xanchor": "right", "xshift": -8} if right else {"xanchor": "left", "xshift": 8}
    notes = [
        note(0, top, phrases["purchases"].fill(facts)[language], xanchor="left", yanchor="top", xshift=4),
        note(model.expectation, top * 0.8, phrases["today"].fill(facts)[language], **side),
        note(2, 1.12, bullet(ORANGE, phrases["satisfied"][language]), yref="y2", xanchor="left"),
        note(118, 1.12, bullet(GREEN, phrases["tried"][language]), yref="y2", xanchor="right"),
    ]
    return Picture(
        traces, layout(_axes(top, phrases["axis"][language]), notes), phrases["alt"].fill(facts)[language]
    )


def _axes(top: float, title: str) -> dict[str, dict[str, object]]:
    return {
        "xaxis": axis(0, 120, title, dtick=20, anchor="y2"),
        "yaxis": axis(0, top, domain=[0.44, 1]),
        "yaxis2": axis(0, 1.25, domain=[0, 0.36], tickvals=[0, 0.5, 1], tickformat=".0%"),
    }


def _dot(x: float, y: float, colour: str) -> dict[str, object]:
    marker = {"color": colour, "size": 13}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x],
        "y": [round(y, 3)],
        "marker": marker,
        "hoverinfo": "skip",
    }
