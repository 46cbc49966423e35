"""The chart of numbers: which levels the best plan gives to forty customers, and to four thousand."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import axis, layout, note, numbers
from simulations.picture import Picture
from simulations.relationships.draw_levels import COLOURS, joined, legend
from simulations.relationships.model import Relationships
from simulations.relationships.terms import LEVELS
from simulations.words import Words

HIGH: Final = 1.14
"""Room above the bars for what an hour is worth."""


def draw_number(model: Relationships, table: Table, words: Words, language: Language) -> Picture:
    """A stacked bar a number of customers, and above it what an hour is worth, or its wage."""
    phrases = words.views["number"].phrases
    sizes = [f"{size:,}" for size in table["customers"].tolist()]
    bars = tuple(_bar(table, level, sizes, words, language) for level in LEVELS)
    prices = table["price"].tolist()
    labels = [
        note(place, 1.01, phrases["price"].fill({"price": price})[language], yanchor="bottom")
        for place, price in enumerate(prices)
    ]
    axes = {
        "xaxis": axis(-0.5, len(sizes) - 0.5, phrases["axis"][language], type="category", showgrid=False),
        "yaxis": axis(0, HIGH, tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
    }
    shown = layout(axes, [*legend(words, language), *labels], barmode="stack", bargap=0.3, head=2)
    rows = [
        phrases["row"].fill({"size": size, "price": price, "basic": basic, "partnership": partner})[language]
        for size, price, basic, partner in zip(
            sizes, prices, table["share_basic"].tolist(), table["share_partnership"].tolist(), strict=True
        )
    ]
    said = phrases["alt_fixed" if model.is_fixed else "alt_hired"]
    facts = {"hours": model.hours, "wage": model.wage, "rows": joined(rows, language)}
    return Picture(bars, shown, said.fill(facts)[language])


def _bar(table: Table, level: str, sizes: list[str], words: Words, language: Language) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": words.columns[f"share_{level}"][language],
        "x": sizes,
        "y": numbers(table[f"share_{level}"], 4),
        "marker": {"color": COLOURS[level]},
        "hoverinfo": "skip",
    }
