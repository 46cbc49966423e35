"""The chart of age: what a name is worth by how old the list is, and the price that is asked."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.customer_list.model import CustomerList
from simulations.customer_list.terms import OLDEST
from simulations.drawing import (
    BLUE,
    ORANGE,
    PINK,
    axis,
    bullet,
    header,
    layout,
    line,
    numbers,
    point,
    snug,
    with_minus,
)
from simulations.line_ends import line_ends, room
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = tuple(base * 10.0**power for power in range(5) for base in (1, 2, 4, 6))


def draw_age(model: CustomerList, table: Table, words: Words, language: Language) -> Picture:
    """A falling curve, the price across it, and this run's list as a dot."""
    phrases, facts = words.views["age"].phrases, with_facts(model.measures(), **vars(model))
    top = snug(1.1 * max(float(table["worth_expected"].max()), model.price), TOPS)
    price = {"color": ORANGE, "width": 2}
    worth, asked = (
        line(
            table["age"].tolist(),
            numbers(table["worth_expected"], 2),
            BLUE,
            name=words.columns["worth_expected"][language],
        ),
        line([0, OLDEST], [model.price] * 2, ORANGE, line=price, hoverinfo="skip"),
    )
    here = point(model.age, round(min(facts["worth"], top), 2), PINK)
    axes: dict[str, Any] = {
        "xaxis": axis(-8, OLDEST + 8, phrases["axis"][language], tickvals=list(range(0, OLDEST + 1, 52))),
        "yaxis": axis(0, top, phrases["money"][language], nticks=6),
    }
    ends = line_ends(
        [
            (worth, bullet(BLUE, phrases["formula"][language])),
            (asked, bullet(ORANGE, phrases["price"].fill(facts)[language])),
        ],
        axes["yaxis"],
    )
    notes = [*ends, header(1, bullet(PINK, phrases["here"].fill(facts)[language]), "right")]
    said = "alt_never" if np.isnan(facts["pays_until"]) else "alt"
    shown = layout(axes, notes, head=1, **room(ends))
    return Picture((worth, asked, here), shown, with_minus(phrases[said].fill(facts)[language]))
