"""The chart of calibration: whether those to whom the score gives 30 % do leave in 30 of 100 cases."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.analytics.model import Analytics
from simulations.drawing import BLUE, ORANGE, PINK, axis, bullet, dots, header, layout, line, numbers
from simulations.picture import Picture
from simulations.words import Words


def draw_calibration(model: Analytics, table: Table, words: Words, language: Language) -> Picture:
    """A dot for each tenth of the customers, with its margin of chance, beside the line of honesty."""
    phrases = words.views["calibration"].phrases
    facts = dict(model.measures())
    said, left = table["score"], table["left_share"]
    margin = 2 * np.sqrt(np.maximum(left * (1 - left), 0) / table["people"])
    observed: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": numbers(said),
        "y": numbers(left),
        "marker": {"color": BLUE, "size": 11},
        "error_y": {"type": "data", "array": numbers(margin), "color": BLUE, "thickness": 2, "width": 4},
    }
    traces = (
        line([0, 1], [0, 1], ORANGE, line={"color": ORANGE, "width": 2, "dash": "dot"}, hoverinfo="skip"),
        line(np.round(said, 3).tolist(), numbers(table["risk"]), PINK, line={"color": PINK, "width": 2}),
        observed,
    )
    heads = [
        header(0, bullet(BLUE, phrases["left"][language]), "left"),
        header(1, dots(ORANGE, phrases["honest"][language]), "right"),
        header(0.5, bullet(PINK, phrases["truth"][language])),
    ]
    percent: dict[str, Any] = {"tickformat": ".0%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}
    axes = {
        "xaxis": axis(-0.02, 1.02, phrases["axis"][language], **percent),
        "yaxis": axis(-0.02, 1.02, phrases["came"][language], **percent),
    }
    ends = {"low": float(said[0]), "high": float(said[-1]), "came": float(left[-1])}
    alt = phrases["alt"].fill({**facts, **ends})
    return Picture(traces, layout(axes, heads, head=1), alt[language])
