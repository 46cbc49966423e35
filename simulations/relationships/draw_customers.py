"""The chart of customers: how many there are of each size, and which level the plan gives them."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import axis, dots, header, layout, numbers, snug
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.relationships.closed_forms import Numbers
from simulations.relationships.draw_levels import (
    COLOURS,
    GREY,
    cut_lines,
    joined,
    legend,
    margins_axis,
    powers,
    told_cutoffs,
)
from simulations.relationships.model import Relationships
from simulations.relationships.terms import LEVELS
from simulations.words import Words

TOPS: Final = (0.2, 0.4, 0.7, 1.0)


def draw_customers(model: Relationships, table: Table, words: Words, language: Language) -> Picture:
    """Stacked bars by size of customer; dotted, the margins at which the best plan changes the level."""
    phrases = words.views["customers"].phrases
    middle = powers(np.sqrt(table["margin_from"] * table["margin_to"]))
    names = words.parameters["plan"].choices
    shares = np.array([table[f"people_{level}"] for level in LEVELS]) / model.n
    bars = tuple(
        _bar(level, middle, share, names[level][language])
        for level, share in zip(LEVELS, shares, strict=True)
    )
    top = snug(1.05 * float(shares.sum(axis=0).max()), TOPS)
    heads = [*legend(words, language), header(1, dots(GREY, phrases["cuts"][language]), "right")]
    axes = {
        "xaxis": margins_axis(model, phrases["axis"][language]),
        "yaxis": axis(0, top, phrases["unit"][language], tickformat=".0%", nticks=5),
    }
    shown = layout(axes, heads, barmode="stack", bargap=0.06, head=2)
    return Picture((*bars, cut_lines(model, top)), shown, _alt(model, words, language))


def _bar(level: str, middle: list[float], share: Numbers, name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "x": middle,
        "y": numbers(share, 5),
        "marker": {"color": COLOURS[level]},
        "hoverinfo": "skip",
    }


def _alt(model: Relationships, words: Words, language: Language) -> str:
    phrases, names = words.views["customers"].phrases, words.parameters["plan"].choices
    measures = model.measures()
    people = [
        phrases["people"].fill({"level": names[level][language], "people": measures[f"at_{level}"]})[language]
        for level in LEVELS
        if measures[f"at_{level}"]
    ]
    facts = with_facts(
        measures,
        n=model.n,
        plan=names[model.plan][language],
        people=joined(people, language),
        cuts=told_cutoffs(model, words, language),
    )
    return phrases["alt"].fill(facts)[language]
