"""The chart of the reported rate: how it looks while the firm grows, and once the adverts stop."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.churn.model import Churn
from simulations.drawing import (
    BLUE,
    GREEN,
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
)
from simulations.line_ends import line_ends, room
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = (0.06, 0.12, 0.25, 0.5, 1.0)
CROWDS: Final = tuple(base * 10**power for power in range(1, 8) for base in (1, 2, 4, 6))


def draw_rates(model: Churn, table: Table, words: Words, language: Language) -> Picture:
    """Above, the monthly rate beside that of a newcomer's whole life; below, how many are there."""
    phrases = words.views["rates"].phrases
    measures, months = model.measures(), table["month"].tolist()
    top = _top(table, measures["churn_of_newcomer"])
    whole = [round(measures["churn_of_newcomer"], 5)] * 2
    traces = (
        line(
            months, numbers(np.minimum(table["churn"], top), 4), BLUE, name=words.columns["churn"][language]
        ),
        line(
            months,
            numbers(np.minimum(table["churn_expected"], top), 4),
            PINK,
            name=words.columns["churn_expected"][language],
            line={"color": PINK, "width": 2, "dash": "dot"},
        ),
        line([0, model.periods], whole, ORANGE, line={"color": ORANGE, "width": 2}, hoverinfo="skip"),
        line([model.stop] * 2, [0, top], GREEN, line={"color": GREEN, "width": 1}, hoverinfo="skip"),
        {
            "type": "bar",
            "name": words.columns["base"][language],
            "x": months,
            "y": table["base"].tolist(),
            "yaxis": "y2",
            "marker": {"color": GREEN},
            "hoverinfo": "skip",
        },
    )
    notes = [
        header(0, bullet(BLUE, phrases["run"][language]), "left"),
        header(1, dots(PINK, phrases["formula"][language]), "right"),
        kept(_stop(model, top, phrases["stop"][language]), is_told=model.stop < model.periods),
    ]
    axes = _axes(model, table, top, words, language)
    life = bullet(ORANGE, phrases["life"].fill(measures)[language])
    ends = line_ends([(traces[2], life)], axes["yaxis"])
    shown = layout(axes, [*notes, *ends], bargap=0.1, head=1, **room(ends))
    return Picture(traces, shown, _alt(model, measures, words, language))


def _top(table: Table, whole: float) -> float:
    known = table["churn_expected"][np.isfinite(table["churn_expected"])]
    return snug(1.25 * max([whole, *known.tolist()]), TOPS)


def _stop(model: Churn, top: float, text: str) -> dict[str, Any]:
    side = "left" if model.stop < 0.7 * model.periods else "right"
    return note(model.stop, top, f" {text} ", xanchor=side, yanchor="top")


def _axes(model: Churn, table: Table, top: float, words: Words, language: Language) -> dict[str, Any]:
    month, rate, base = (words.views["rates"].phrases[name][language] for name in ("axis", "rate", "base"))
    most = snug(1.05 * float(table["base"].max()), CROWDS)
    return {
        "xaxis": axis(-0.6, model.periods + 0.6, month, anchor="y2", nticks=8, tickformat="d"),
        "yaxis": axis(0, top, rate, tickformat=".0%", nticks=5, domain=[0.46, 1]),
        "yaxis2": axis(0, most, base, nticks=4, domain=[0, 0.36], tickformat=",d"),
    }


def _alt(model: Churn, measures: Any, words: Words, language: Language) -> str:
    phrases = words.views["rates"].phrases
    facts = {**measures, "growth": model.growth, "stop": model.stop}
    return phrases["alt"].fill(facts)[language]
