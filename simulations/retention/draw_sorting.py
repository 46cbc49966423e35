"""The chart of sorting: the group stays better every year, though no customer in it ever changes."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, bullet, dots, layout, line, note, numbers
from simulations.picture import Picture
from simulations.retention.terms import Terms
from simulations.words import Words

KINDS = (("fickle", ORANGE), ("steady", BLUE), ("loyal", GREEN))


def draw_sorting(terms: Terms, table: Table, words: Words, language: Language) -> Picture:
    """Above, the share that stays on each year; below, of which kind those are who are there."""
    phrases = words.views["sorting"].phrases
    years = table["year"].tolist()
    bars = [_bar(years, table[kind], colour, phrases[kind][language]) for kind, colour in KINDS]
    staying = line(
        years, numbers(table["staying"]), PINK, mode="lines+markers", name=phrases["run"][language]
    )
    formula = line(
        years,
        numbers(table["staying_expected"]),
        PINK,
        name=phrases["formula"][language],
        line={"color": PINK, "width": 2, "dash": "dot"},
    )
    notes = [
        note(0, 1.02, bullet(PINK, phrases["run"][language]), **_above("left")),
        note(1, 1.02, dots(PINK, phrases["formula"][language]), **_above("right")),
        *(
            note(x, 0.45, bullet(colour, phrases[kind][language]), **_above(side))
            for (kind, colour), x, side in zip(KINDS, (0, 0.5, 1), ("left", "center", "right"), strict=True)
        ),
    ]
    shown = layout(_axes(terms, phrases["axis"][language]), notes, barmode="stack", bargap=0.15, head=1)
    return Picture((staying, formula, *bars), shown, _alt(terms, table, words, language))


def _bar(years: list[int], shares: Any, colour: str, name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "x": years,
        "y": numbers(shares),
        "yaxis": "y2",
        "marker": {"color": colour},
        "hoverinfo": "skip",
    }


def _above(side: str) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}


def _axes(terms: Terms, title: str) -> dict[str, Any]:
    ticks: dict[str, Any] = {"tickformat": ".0%", "tickvals": [0, 0.5, 1]}
    return {
        "xaxis": axis(0.4, terms.periods + 0.6, title, anchor="y2", nticks=10, tickformat="d"),
        "yaxis": axis(0, 1.06, domain=[0.56, 1], **ticks),
        "yaxis2": axis(0, 1, domain=[0, 0.44], **ticks),
    }


def _alt(terms: Terms, table: Table, words: Words, language: Language) -> str:
    there = np.flatnonzero(table["survivors"])
    last = int(there[-1])
    facts = {
        "t": int(table["year"][last]),
        "first": float(table["staying_expected"][0]),
        "later": float(table["staying_expected"][last]),
        "loyal_first": float(table["loyal"][0]),
        "loyal_last": float(table["loyal"][last]),
        "fickle_first": float(table["fickle"][0]),
        "fickle_last": float(table["fickle"][last]),
    }
    phrase = "alt" if terms.customers == "mixed" else "alt_alike"
    return words.views["sorting"].phrases[phrase].fill(facts)[language]
