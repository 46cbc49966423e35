"""The chart of the effect: in which tenths the call keeps customers, in which it drives them away."""

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

TOPS: Final = (0.15, 0.3, 0.6, 1.0)


def draw_effect(model: Uplift, table: Table, words: Words, language: Language) -> Picture:
    """A bar a tenth, up where the call keeps, down where it drives away; dotted, who would leave anyway."""
    phrases = words.views["effect"].phrases
    tenths = table["tenth"].tolist()
    bars: dict[str, Any] = {
        "type": "bar",
        "name": words.columns["effect"][language],
        "x": tenths,
        "y": numbers(table["effect"]),
        "marker": {"color": [GREEN if value >= 0 else ORANGE for value in table["effect"].tolist()]},
        "hoverinfo": "skip",
    }
    alone = line(
        tenths,
        numbers(table["alone"]),
        BLUE,
        name=words.columns["alone"][language],
        yaxis="y2",
        line={"color": BLUE, "width": 3, "dash": "dot"},
    )
    top = snug(float(np.abs(table["effect"]).max()), TOPS)
    heads = [
        header(0, bullet(GREEN, phrases["kept"][language]), "left"),
        header(1, dots(BLUE, phrases["alone"][language]), "right"),
        {**header(0, bullet(ORANGE, phrases["away"][language]), "left"), "y": 0},
    ]
    axes = {
        "xaxis": axis(0.4, 10.6, phrases[f"axis_{model.score}"][language], dtick=1, anchor="y"),
        "yaxis": axis(
            -top,
            top,
            phrases["effect"][language],
            tickformat=".0%",
            nticks=7,
            zeroline=True,
            domain=[0, 0.66],
        ),
        "yaxis2": axis(0, 1, tickformat=".0%", tickvals=[0, 0.5, 1], domain=[0.74, 1], anchor="x"),
    }
    shown = layout(axes, heads, bargap=0.25, head=1)
    alt = phrases["alt"].fill(_facts(model, table, phrases, language))[language]
    return Picture((bars, alone), shown, with_minus(alt))


def _facts(model: Uplift, table: Table, phrases: Any, language: Language) -> dict[str, Any]:
    measures = model.measures()
    return {
        "score": phrases[f"axis_{model.score}"][language],
        "first": 100 * float(table["effect"][0]),
        "last": 100 * float(table["effect"][-1]),
        "alone": measures["churn_alone"],
        "called": measures["churn_called"],
        "harmed": measures["harmed_by_call"],
    }
