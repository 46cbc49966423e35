"""The chart of the register: twelve customers as lines, of whom some have left and some are still there."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.churn.model import Churn
from simulations.churn.views import LINES
from simulations.drawing import BLUE, ORANGE, axis, bullet, header, kept, layout, note
from simulations.picture import Picture
from simulations.words import Words

BESIDE: Final = {"xanchor": "left", "xshift": 4}


def draw_lines(model: Churn, table: Table, words: Words, language: Language) -> Picture:
    """A bar a customer from joining to leaving, or to today where the end is open."""
    phrases = words.views["lines"].phrases
    rows, count = list(range(LINES)), len(table["customer"])
    spare, left = [None] * (LINES - count), table["has_left"].tolist()
    bars: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": [*table["seen_for"].tolist(), *spare],
        "base": [*table["joined_in"].tolist(), *spare],
        "marker": {"color": [*(ORANGE if is_gone else BLUE for is_gone in left), *(BLUE for _ in spare)]},
        "hoverinfo": "skip",
    }
    ends = [
        kept(_end(row, table) if row < count else note(0, row, "", **BESIDE), is_told=row < count)
        for row in rows
    ]
    heads = [
        header(0, bullet(ORANGE, phrases["left"][language]), "left"),
        header(1, bullet(BLUE, phrases["there"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(0, model.periods, phrases["axis"][language], nticks=8, tickformat="d"),
        "yaxis": axis(
            LINES - 0.5,
            -0.5,
            phrases["customer"][language],
            showgrid=False,
            ticklen=0,
            tickvals=rows[:count],
            ticktext=[f"{customer}" for customer in table["customer"].tolist()],
        ),
    }
    facts = {"n": count, "gone": sum(left), "there": count - sum(left), "today": model.today}
    told = phrases["alt"].fill(facts)[language]
    return Picture((bars,), layout(axes, [*heads, *ends], bargap=0.3, head=1), told)


def _end(row: int, table: Table) -> dict[str, Any]:
    """How long this customer was seen, at the end of the line; a plus where the end is not known."""
    months = int(table["seen_for"][row])
    told = f"{months}" if table["has_left"][row] else f"{months}+"
    return note(int(table["joined_in"][row]) + months, row, told, **BESIDE)
