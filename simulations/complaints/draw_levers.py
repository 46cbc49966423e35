"""The chart of the levers: what more complaints, more speed and more solutions bring, each to its end."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.complaints.model import Complaints
from simulations.complaints.views import LEVERS
from simulations.drawing import BLUE, ORANGE, axis, bullet, header, layout, numbers, snug, with_minus
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = (10.0, 20.0, 30.0, 50.0, 100.0)


def draw_levers(model: Complaints, table: Table, words: Words, language: Language) -> Picture:
    """A bar a lever in points; a diamond where it would be if complainers were no more attached."""
    phrases = words.views["levers"].phrases
    names = [phrases[lever][language] for lever in LEVERS]
    gains = [*table["gain"].tolist(), *table["gain_if_alike"].tolist()]
    bars: dict[str, Any] = {
        "type": "bar",
        "name": words.columns["gain"][language],
        "x": names,
        "y": numbers(table["gain"], 2),
        "width": 0.5,
        "marker": {"color": BLUE},
        "hoverinfo": "skip",
    }
    alike: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "name": words.columns["gain_if_alike"][language],
        "x": names,
        "y": numbers(table["gain_if_alike"], 2),
        "marker": {"color": ORANGE, "size": 16, "symbol": "diamond"},
        "hoverinfo": "skip",
    }
    low = -snug(1.2 * -min(gains), TOPS) if min(gains) < -0.05 else 0.0
    axes = {
        "xaxis": axis(-0.5, len(LEVERS) - 0.5, type="category"),
        "yaxis": axis(low, snug(1.2 * max(gains), TOPS), phrases["axis"][language], zeroline=True, nticks=6),
    }
    heads = [
        header(0, bullet(BLUE, phrases["attached"][language]), "left"),
        header(1, bullet(ORANGE, phrases["alike"][language]), "right"),
    ]
    facts = dict(zip(LEVERS, table["gain"].tolist(), strict=True))
    facts["complain_alike"] = float(table["gain_if_alike"][0])
    alt = with_minus(phrases["alt"].fill({**facts, "correlation": model.measures()["correlation"]})[language])
    return Picture((bars, alike), layout(axes, heads, head=1, bargap=0.3), alt)
