"""The chart of the books: one discount, seen by the region that gives it, by the others, and by the firm."""

from typing import Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.diversion.model import Diversion
from simulations.diversion.scale import discount_axis, money_axis
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    bullet,
    layout,
    line,
    numbers,
    title_of,
    with_minus,
)
from simulations.line_ends import line_ends, room
from simulations.picture import Picture
from simulations.words import Words

CURVES: Final = {"earned_a": BLUE, "earned_others": ORANGE, "profit_expected": GREEN}


def draw_books(model: Diversion, table: Table, words: Words, language: Language) -> Picture:
    """Three curves over the discount in A, and a line at the chosen one."""
    phrases, facts = words.views["books"].phrases, {**vars(model), **model.measures()}
    facts["earned_others"] = facts["profit_expected"] - facts["earned_a_expected"]
    money = money_axis([table[name] for name in CURVES])
    here = line(
        [model.discount] * 2, money["range"], PINK, line={"color": PINK, "width": 1}, hoverinfo="skip"
    )
    traces = [
        line(
            table["discount"].tolist(),
            numbers(np.where(table[name] < money["range"][0], np.nan, table[name]), 0),
            colour,
            name=words.columns[name][language],
        )
        for name, colour in CURVES.items()
    ]
    labels = [
        bullet(colour, phrases[name][language])
        for name, colour in zip(("a", "others", "firm"), CURVES.values(), strict=True)
    ]
    ends = line_ends(list(zip(traces, labels, strict=True)), money)
    money = {**money, **title_of(phrases["money"][language])}
    axes = {"xaxis": discount_axis(phrases["axis"][language]), "yaxis": money}
    told = with_minus(phrases["alt"].fill(facts)[language])
    return Picture((here, *traces), layout(axes, ends, **room(ends)), told)
