"""The chart of what a level brings: a curve for each, of which the highest is the level that pays."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import axis, bullet, dots, header, layout, line, numbers, snug
from simulations.line_ends import line_ends, room
from simulations.picture import Picture
from simulations.relationships.draw_levels import (
    COLOURS,
    GREY,
    cut_lines,
    margins_axis,
    powers,
    told_cutoffs,
)
from simulations.relationships.model import Relationships
from simulations.relationships.terms import LEVELS
from simulations.relationships.views import price_of_hour
from simulations.words import Words

TOPS: Final = (12.0, 25.0, 60.0, 200.0)


def draw_worth(model: Relationships, table: Table, words: Words, language: Language) -> Picture:
    """What each level brings once its hours are paid, in yearly margins, over the size of the customer."""
    phrases = words.views["worth"].phrases
    top = snug(1.05 * max(float(table[f"net_{level}"].max()) for level in LEVELS), TOPS)
    curves = tuple(_curve(table, level, words, language) for level in LEVELS)
    axes = {
        "xaxis": margins_axis(model, phrases["axis"][language]),
        "yaxis": axis(0, top, phrases["unit"][language], nticks=5),
    }
    names = words.parameters["plan"].choices
    labels = [bullet(COLOURS[level], names[level][language]) for level in LEVELS]
    ends = line_ends(list(zip(curves, labels, strict=True)), axes["yaxis"])
    shown = layout(
        axes, [*ends, header(0, dots(GREY, phrases["cuts"][language]), "left")], head=1, **room(ends)
    )
    said = phrases["alt_fixed" if model.is_fixed else "alt_hired"]
    facts = {
        "price": price_of_hour(model),
        "hours": model.hours,
        "cuts": told_cutoffs(model, words, language),
        **{f"net_{level}": float(table[f"net_{level}"][-1]) for level in ("basic", "partnership")},
    }
    return Picture((*curves, cut_lines(model, top)), shown, said.fill(facts)[language])


def _curve(table: Table, level: str, words: Words, language: Language) -> dict[str, Any]:
    net = table[f"net_{level}"]
    return line(
        powers(table["margin"]),
        numbers(np.where(net >= 0, net, np.nan)),
        COLOURS[level],
        name=words.columns[f"net_{level}"][language],
    )
