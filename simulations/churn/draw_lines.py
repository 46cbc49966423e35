"""The chart of the register: twelve customers as lines, of whom some have left and some are still there."""

from typing import Any

from courseware.table import Table
from courseware.text import Language
from simulations.churn.model import Churn
from simulations.churn.views import LINES
from simulations.drawing import BLUE, ORANGE, axis, bullet, header, layout, note
from simulations.picture import Picture
from simulations.words import Words


def draw_lines(model: Churn, table: Table, words: Words, language: Language) -> Picture:
    """A bar a customer from joining to leaving, or to today where the end is open."""
    phrases = words.views["lines"].phrases
    rows = [f"{customer}" for customer in table["customer"].tolist()]
    left = table["has_left"].tolist()
    bars: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": table["seen_for"].tolist(),
        "base": table["joined_in"].tolist(),
        "marker": {"color": [ORANGE if is_gone else BLUE for is_gone in left]},
        "hoverinfo": "skip",
    }
    ends = [
        note(start + months, row, f"{months}" if is_gone else f"{months}+", xanchor="left", xshift=4)
        for row, start, months, is_gone in zip(
            rows, table["joined_in"].tolist(), table["seen_for"].tolist(), left, strict=True
        )
    ]
    heads = [
        header(0, bullet(ORANGE, phrases["left"][language]), "left"),
        header(1, bullet(BLUE, phrases["there"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(0, model.periods, phrases["axis"][language], nticks=8, tickformat="d"),
        "yaxis": axis(LINES - 0.5, -0.5, showgrid=False, ticklen=0, type="category"),
    }
    facts = {"n": len(rows), "gone": sum(left), "there": len(rows) - sum(left), "today": model.today}
    told = phrases["alt"].fill(facts)[language]
    return Picture((bars,), layout(axes, [*heads, *ends], bargap=0.3, head=1), told)
