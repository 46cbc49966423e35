"""The chart of the sample: how many names came back how lately, and what each is worth from now on."""

from itertools import pairwise
from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.customer_list.model import CustomerList
from simulations.customer_list.people import GROUPS, QUIET
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    axis,
    bullet,
    header,
    layout,
    note,
    numbers,
    snug,
)
from simulations.measures import with_facts
from simulations.picture import Picture, Trace
from simulations.words import Words

NAMES: Final = (10, 25, 50, 100, 150, 200, 300, 400, 600, 800, 2000, 4000)
TOPS: Final = tuple(base * 10.0**power for power in range(5) for base in (1, 1.5, 2.5, 4, 6))
"""Where the axes of names and of money end."""


def draw_sample(model: CustomerList, table: Table, words: Words, language: Language) -> Picture:
    """Above, the names of each group; below, what a name of the group is worth, and the price."""
    phrases = words.views["sample"].phrases
    facts = with_facts(model.measures(), **vars(model), names=int(table["names"].sum()))
    groups = [*_spans(), phrases["never"][language]]
    notes = [
        header(0, bullet(BLUE, phrases["names"].fill(facts)[language]), "left"),
        {**header(0, bullet(GREEN, phrases["worth"][language]), "left"), "y": 0.47},
        {**header(1, bullet(ORANGE, phrases["price"].fill(facts)[language]), "right"), "y": 0.47},
        *(
            note(place, count, f"{count}", yanchor="bottom")
            for place, count in enumerate(table["names"].tolist())
        ),
    ]
    shown = layout(_axes(model, table, phrases["axis"][language]), notes, bargap=0.3, head=1)
    traces = _traces(model, table, groups, words, language)
    return Picture(traces, shown, phrases["alt"].fill(facts)[language])


def _spans() -> list[str]:
    """Weeks since the last order as they stand under the bars."""
    below = [f"{low + 1}–{high}" for low, high in pairwise(QUIET)]
    return [f"0–{QUIET[0]}", *below, f"{QUIET[-1]}+"]


def _traces(
    model: CustomerList, table: Table, groups: list[str], words: Words, language: Language
) -> tuple[Trace, ...]:
    bars: dict[str, Any] = {"type": "bar", "x": groups, "hoverinfo": "skip"}
    names, worth = (words.columns[name][language] for name in ("names", "worth_by_history"))
    price = {
        "type": "scatter",
        "mode": "lines",
        "x": groups,
        "y": [model.price] * GROUPS,
        "yaxis": "y2",
        "line": {"color": ORANGE, "width": 3},
        "hoverinfo": "skip",
    }
    return (
        {**bars, "name": names, "y": table["names"].tolist(), "marker": {"color": BLUE}},
        {
            **bars,
            "name": worth,
            "y": numbers(table["worth_by_history"], 2),
            "yaxis": "y2",
            "marker": {"color": GREEN},
        },
        price,
    )


def _axes(model: CustomerList, table: Table, title: str) -> dict[str, Any]:
    dearest = max(float(np.nan_to_num(table["worth_by_history"]).max()), model.price, 1.0)
    most = snug(1.2 * float(table["names"].max()), NAMES)
    return {
        "xaxis": axis(-0.5, GROUPS - 0.5, title, type="category", anchor="y2", showgrid=False),
        "yaxis": axis(0, most, nticks=4, domain=[0.58, 1]),
        "yaxis2": axis(0, snug(1.05 * dearest, TOPS), nticks=4, domain=[0, 0.45]),
    }
