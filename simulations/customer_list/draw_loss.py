"""The chart of the loss: what each year takes from a list, and what it would take if all were alike."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.customer_list.model import CustomerList
from simulations.drawing import BLUE, ORANGE, axis, bullet, dots, header, layout, line, note, numbers, snug
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = (0.3, 0.65, 1.0)


def draw_loss(model: CustomerList, table: Table, words: Words, language: Language) -> Picture:
    """A bar for each year, and a dotted line at the same height for all of them."""
    phrases = words.views["loss"].phrases
    years, loss, alike = table["year"].tolist(), table["loss"], float(table["loss_if_alike"][0])
    top = snug(1.1 * max(float(loss.max()), alike), TOPS)
    bars: dict[str, Any] = {
        "type": "bar",
        "name": words.columns["loss"][language],
        "x": years,
        "y": numbers(loss, 4),
        "marker": {"color": BLUE},
        "hoverinfo": "skip",
    }
    dotted = line(
        [0.4, len(years) + 0.6],
        [round(alike, 4)] * 2,
        ORANGE,
        name=words.columns["loss_if_alike"][language],
        line={"color": ORANGE, "width": 3, "dash": "dot"},
    )
    notes = [
        header(0, bullet(BLUE, phrases["run"][language]), "left"),
        header(1, dots(ORANGE, phrases["alike"].fill({"alike": alike})[language]), "right"),
        *(
            note(year, share, f"{share:.0%}", yanchor="bottom")
            for year, share in zip(years, loss.tolist(), strict=True)
        ),
    ]
    axes = {
        "xaxis": axis(0.4, len(years) + 0.6, phrases["axis"][language], dtick=1, tickformat="d"),
        "yaxis": axis(0, top, tickformat=".0%", nticks=6),
    }
    facts = {"first": float(loss[0]), "last": float(loss[-1]), "years": len(years), "alike": alike}
    told = phrases["alt"].fill({**facts, "ahead": model.ahead})[language]
    return Picture((bars, dotted), layout(axes, notes, bargap=0.3, head=1), told)
