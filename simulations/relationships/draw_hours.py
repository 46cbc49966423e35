"""The chart of hours: what more hours a year bring, given out in the best way and in two plainer ones."""

from typing import Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, bullet, header, layout, line, numbers, point
from simulations.picture import Picture
from simulations.relationships.model import Relationships
from simulations.relationships.plans import price
from simulations.relationships.views import all_partners, as_fixed, value_now
from simulations.words import Words

CURVES: Final = (("accountable", BLUE), ("partnership", ORANGE), ("optimum", GREEN))
"""The plans that are compared; the best is drawn last, over the others."""


def draw_hours(model: Relationships, table: Table, words: Words, language: Language) -> Picture:
    """Value by hours as a share of what it would be if all were partners; the choice as a large dot."""
    phrases, names = words.views["hours"].phrases, words.parameters["plan"].choices
    firm, most, hours = as_fixed(model), all_partners(model), table["hours"].tolist()
    share = value_now(model) / most
    facts = {
        "share": share,
        "hours": model.hours,
        "price": price(firm),
        "plan": names[model.plan][language],
        "none": float(table["value_optimum"][0]) / most,
        "best": float(table["value_optimum"][-1]) / most,
        "most": hours[-1],
    }
    curves = [
        line(hours, numbers(table[f"value_{plan}"] / most, 4), colour, name=names[plan][language])
        for plan, colour in CURVES
    ]
    heads = [
        {**header(0, bullet(GREEN, phrases["best"][language]), "left"), "yshift": 20},
        {**header(1, bullet(ORANGE, phrases["largest"][language]), "right"), "yshift": 20},
        header(0, bullet(BLUE, phrases["alike"][language]), "left"),
        header(1, bullet(PINK, phrases["today"].fill(facts)[language]), "right"),
    ]
    axes = {
        "xaxis": axis(0, hours[-1], phrases["axis"][language], nticks=6, tickformat=",d"),
        "yaxis": axis(0, 1.04, tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
    }
    dot = point(min(model.hours, hours[-1]), round(share, 4), PINK)
    return Picture((*curves, dot), layout(axes, heads, head=2), phrases["alt"].fill(facts)[language])
