"""The chart of value: what customers have brought, will bring and could bring, the best buyers first."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, axis, bullet, header, layout, numbers, snug
from simulations.lifetime_value.analysis import values
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.model import mean
from simulations.lifetime_value.views import SHOWN
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = tuple(m * 10.0**k for k in range(1, 8) for m in (1, 2.5, 4, 6))
PARTS: Final = (("historical", BLUE), ("current", GREEN), ("potential", ORANGE))


def draw_value(market: Market, table: Table, words: Words, language: Language) -> Picture:
    """A bar a customer in three parts; a tall foot without a body is a past, not a future."""
    phrases = words.views["value"].phrases
    facts = _facts(market, table)
    bars = tuple(_bar(table, part, colour, words.columns[part][language]) for part, colour in PARTS)
    tall = max((table["historical"] + table["current"] + table["potential"]).tolist(), default=0)
    heads = [
        header(x, bullet(colour, phrases[part].fill(facts)[language]), side)
        for (part, colour), x, side in zip(PARTS, (0, 0.5, 1), ("left", "center", "right"), strict=True)
    ]
    axes = {
        "xaxis": axis(0.3, SHOWN + 0.7, phrases["axis"].fill(facts)[language], showgrid=False),
        "yaxis": axis(0, snug(1.02 * tall, TOPS), phrases["money"][language], nticks=6, tickformat=",d"),
    }
    said = phrases["alt" if len(table["rank"]) else "nobody"].fill(facts)[language]
    return Picture(bars, layout(axes, heads, barmode="stack", bargap=0.15, head=2), said)


def _bar(table: Table, part: str, colour: str, name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "x": table["rank"].tolist(),
        "y": numbers(table[part], 1),
        "marker": {"color": colour},
        "hoverinfo": "skip",
    }


def _facts(market: Market, table: Table) -> dict[str, float]:
    worth = values(market)
    means = {part: mean(getattr(worth, part)) for part, _ in PARTS}
    return {
        "count": len(table["rank"]),
        "months": market.horizon,
        **means,
        "best_past": float(table["historical"].max(initial=0)),
        "best_future": float(table["current"].max(initial=0)),
        "asleep": int((table["current"] < means["current"]).sum()),
    }
