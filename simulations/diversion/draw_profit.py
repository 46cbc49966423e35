"""The chart of profit: what the firm earns at each discount, and what its generous region sells."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.diversion.model import Diversion
from simulations.diversion.scale import TOPS, discount_axis, money_axis
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    layout,
    line,
    numbers,
    point,
    snug,
    title_of,
    with_minus,
)
from simulations.line_ends import line_ends, room
from simulations.picture import Picture, Trace
from simulations.words import Words

MONEY: Final = ("profit_expected", "profit_at_home")


def draw_profit(model: Diversion, table: Table, words: Words, language: Language) -> Picture:
    """Above, the firm's profit and what it would be if nothing travelled; below, cases sold and used in A."""
    phrases, facts = words.views["profit"].phrases, {**vars(model), **model.measures()}
    money = money_axis([*(table[name] for name in MONEY), np.array([facts["profit"]])])
    cases = snug(1.03 * max(float(table["sold_a"].max()), facts["sold_a"]), TOPS)
    axes = {
        "xaxis": discount_axis(phrases["axis"][language], anchor="y2"),
        "yaxis": {**money, **title_of(phrases["money"][language]), "domain": [0.48, 1]},
        "yaxis2": axis(0, cases, phrases["cases"][language], nticks=4, tickformat=",d", domain=[0, 0.38]),
    }
    traces = _traces(table, money["range"], words, language)
    dots_here = (
        point(model.discount, round(max(facts["profit"], money["range"][0])), PINK),
        point(model.discount, facts["sold_a"], PINK, yaxis="y2"),
    )
    profit, at_home, sold, used = traces
    above = [
        (profit, bullet(GREEN, phrases["profit"][language])),
        (at_home, dots(GREEN, phrases["at_home"][language])),
    ]
    below = [
        (sold, bullet(BLUE, phrases["sold"][language])),
        (used, dots(ORANGE, phrases["used"][language])),
    ]
    ends = [*line_ends(above, axes["yaxis"]), *line_ends(below, axes["yaxis2"])]
    told = with_minus(phrases["alt"].fill(facts)[language])
    return Picture((*traces, *dots_here), layout(axes, ends, **room(ends)), told)


def _traces(table: Table, reach: tuple[float, float], words: Words, language: Language) -> tuple[Trace, ...]:
    x, names = table["discount"].tolist(), {name: words.columns[name][language] for name in table}
    shown = {name: np.where(table[name] < reach[0], np.nan, table[name]) for name in MONEY}
    thin: dict[str, Any] = {"width": 2, "dash": "dot"}
    return (
        line(x, numbers(shown["profit_expected"], 0), GREEN, name=names["profit_expected"]),
        line(
            x,
            numbers(shown["profit_at_home"], 0),
            GREEN,
            name=names["profit_at_home"],
            line={"color": GREEN, **thin},
        ),
        line(x, numbers(table["sold_a"], 0), BLUE, name=names["sold_a"], yaxis="y2"),
        line(
            x,
            numbers(table["used_a"], 0),
            ORANGE,
            name=names["used_a"],
            yaxis="y2",
            line={"color": ORANGE, **thin},
        ),
    )
