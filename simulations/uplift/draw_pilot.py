"""The chart of pilots: how far chance moves what a campaign earns, by the size of its pilot."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    axis,
    bullet,
    dots,
    header,
    layout,
    line,
    numbers,
    snug,
    with_minus,
)
from simulations.picture import Picture
from simulations.uplift.model import Uplift
from simulations.words import Words

TOPS: Final = tuple(base * 10.0**power for power in range(1, 6) for base in (1, 4))


def draw_pilot(model: Uplift, table: Table, words: Words, language: Language) -> Picture:
    """A pole a size from the worst of twenty pilots to the best, and the middle one; dotted, the truth."""
    phrases = words.views["pilot"].phrases
    sizes = [f"{size:,}" for size in table["pilot"].tolist()]
    known = model.measures()["profit_by_truth"]
    poles: dict[str, Any] = {
        "type": "bar",
        "name": phrases["all"][language],
        "x": sizes,
        "y": numbers(table["highest"] - table["lowest"], 1),
        "base": numbers(table["lowest"], 1),
        "width": 0.28,
        "marker": {"color": [ORANGE if low < 0 else BLUE for low in table["lowest"].tolist()]},
        "hoverinfo": "skip",
    }
    middle: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": words.columns["middle"][language],
        "x": sizes,
        "y": numbers(table["middle"], 1),
        "line": {"color": BLUE, "width": 3},
        "marker": {"color": BLUE, "size": 10},
    }
    truth = line(
        sizes,  # type: ignore[arg-type] # Plotly takes the names of a row of categories
        [round(known, 1)] * len(sizes),
        GREEN,
        name=phrases["truth"][language],
        line={"color": GREEN, "width": 2, "dash": "dot"},
    )
    heads = [
        {**header(0, bullet(BLUE, phrases["middle"][language]), "left"), "yshift": 20},
        header(0, bullet(ORANGE, phrases["loses"][language]), "left"),
        header(1, dots(GREEN, phrases["truth"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(-0.5, len(sizes) - 0.5, phrases["axis"][language], type="category"),
        "yaxis": _money(
            float(table["lowest"].min()),
            max(known, float(table["highest"].max())),
            phrases["height"][language],
        ),
    }
    shown = layout(axes, heads, head=2)
    alt = phrases["alt"].fill(_facts(table, known))[language]
    return Picture((poles, middle, truth), shown, with_minus(alt))


def _money(low: float, high: float, title: str) -> dict[str, Any]:
    floor = -snug(-1.05 * low, TOPS) if low < 0 else 0.0
    return axis(floor, snug(1.05 * max(high, 0.0), TOPS), title, zeroline=True, nticks=6, tickformat=",d")


def _facts(table: Table, known: float) -> dict[str, float]:
    losing = np.rint(table["share_losing"] * 100)
    return {
        "least": int(table["pilot"][0]),
        "most": int(table["pilot"][-1]),
        "low_least": float(table["lowest"][0]),
        "high_least": float(table["highest"][0]),
        "low_most": float(table["lowest"][-1]),
        "high_most": float(table["highest"][-1]),
        "losing_least": float(losing[0]),
        "losing_most": float(losing[-1]),
        "known": known,
    }
