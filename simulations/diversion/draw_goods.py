"""The chart of the goods: in whose books the cases of this run were sold, and where they were used."""

from typing import Final

from courseware.table import Table
from courseware.text import Language
from simulations.diversion.model import Diversion
from simulations.diversion.scale import TOPS
from simulations.drawing import BLUE, ORANGE, axis, bullet, header, layout, snug, with_minus
from simulations.picture import Picture, Trace
from simulations.words import Words

LETTERS: Final = ("A", "B", "C")


def draw_goods(model: Diversion, table: Table, words: Words, language: Language) -> Picture:
    """Two bars a region, and what its books show in money below them."""
    phrases, facts = words.views["goods"].phrases, {**vars(model), **model.measures()}
    regions = [_region(model, table, at, words, language) for at in range(len(LETTERS))]
    most = max(float(table["sold"].max()), float(table["used"].max()))
    notes = [
        header(0, bullet(BLUE, phrases["sold"][language]), "left"),
        header(1, bullet(ORANGE, phrases["used"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(-0.5, len(regions) - 0.5, type="category", showgrid=False),
        "yaxis": axis(
            0, snug(1.1 * max(most, 1.0), TOPS), phrases["axis"][language], nticks=6, tickformat=",d"
        ),
    }
    shown = layout(axes, notes, head=1, barmode="group", bargap=0.3)
    traces = tuple(
        _bars(regions, table, name, colour, words.columns[name][language])
        for name, colour in (("sold", BLUE), ("used", ORANGE))
    )
    return Picture(traces, shown, with_minus(phrases["alt"].fill(facts)[language]))


def _region(model: Diversion, table: Table, at: int, words: Words, language: Language) -> str:
    """What stands below the bars of a region."""
    phrases, facts = words.views["goods"].phrases, {"letter": LETTERS[at]}
    if not model.customers[at]:
        return phrases["nobody"].fill(facts)[language]
    money = {"price": table["price"][at].item(), "earned": table["earned"][at].item()}
    return with_minus(phrases["region"].fill({**facts, **money})[language])


def _bars(regions: list[str], table: Table, name: str, colour: str, label: str) -> Trace:
    return {
        "type": "bar",
        "name": label,
        "x": regions,
        "y": table[name].tolist(),
        "text": [f"{count:,.0f}" for count in table[name].tolist()],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colour},
        "hoverinfo": "skip",
    }
