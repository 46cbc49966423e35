"""The chart of the groups: customers by their last order and number of orders, coloured by group."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.analytics.model import Analytics
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, header, kept, layout, note
from simulations.picture import Picture
from simulations.words import Words

STYLES: Final = (
    (BLUE, "circle"),
    (ORANGE, "diamond"),
    (GREEN, "square"),
    (PINK, "triangle-up"),
    (BLUE, "x"),
    (ORANGE, "cross"),
)
DOTS: Final = 600
"""More customers than this are counted but not drawn."""


def draw_segments(model: Analytics, table: Table, words: Words, language: Language) -> Picture:
    """Dots on a plane of days and orders, one colour and shape a group, named where its middle lies."""
    phrases = words.views["segments"].phrases
    facts = [_facts(table, group) for group in range(1, len(STYLES) + 1)]
    labels = [
        kept(
            note(
                float(np.log10(1 + each["days"])),
                float(np.log10(each["orders"])),
                f"<b>{chr(65 + group)}</b>",
                font={"size": 18},
                bgcolor="rgba(128,128,128,0.35)",
            ),
            is_told=each["people"] > 0,
        )
        for group, each in enumerate(facts)
    ]
    lines = [
        phrases["group"].fill({"name": chr(65 + group), **each})[language] if each["people"] else ""
        for group, each in enumerate(facts[: model.groups])
    ]
    rows = -(-len(lines) // 2)
    columns = [
        {**header(side, "<br>".join(part), anchor), "align": "left"}
        for side, anchor, part in ((0, "left", lines[:rows]), (1, "right", lines[rows:]))
    ]
    axes = {
        "xaxis": _logarithmic(1, 367, [1, 8, 31, 366], ["0", "7", "30", "365"], phrases["days"][language]),
        "yaxis": _logarithmic(
            0.8, 130, [1, 3, 10, 30, 100], ["1", "3", "10", "30", "100"], phrases["orders"][language]
        ),
    }
    first = {**facts[0], "top": model.measures()["revenue_of_top_fifth"], "n": model.n, "k": model.groups}
    told = {**header(0, phrases["shares"][language], "left"), "yshift": 20 * rows}
    shown = layout(axes, [*labels, told, *columns], head=rows + 1)
    return Picture((_dots(table),), shown, phrases["alt"].fill(first)[language])


def _facts(table: Table, group: int) -> dict[str, float]:
    here = table["group"] == group
    if not here.any():
        return {"people": 0.0, "days": 0.0, "orders": 1.0}
    money = table["monetary"]
    return {
        "people": float(here.mean()),
        "money": float(money[here].sum() / money.sum()),
        "leave": float(table["leaves"][here].mean()),
        "days": float(np.expm1(np.log1p(table["recency"][here]).mean())),
        "orders": float(np.exp(np.log(table["frequency"][here]).mean())),
    }


def _dots(table: Table) -> dict[str, Any]:
    """A dot a customer, in their order, in the colour and shape of its group."""
    styles = [STYLES[group - 1] for group in table["group"][:DOTS].tolist()]
    marker = {"color": [colour for colour, _ in styles], "symbol": [symbol for _, symbol in styles]}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": np.round(1 + table["recency"][:DOTS], 1).tolist(),
        "y": table["frequency"][:DOTS].tolist(),
        "marker": {**marker, "size": 6, "opacity": 0.75},
        "hoverinfo": "skip",
    }


def _logarithmic(low: float, high: float, ticks: list[float], names: list[str], title: str) -> dict[str, Any]:
    ends = (float(np.log10(low)) - 0.05, float(np.log10(high)))
    return axis(*ends, title, type="log", tickvals=ticks, ticktext=names)
