"""The chart of how value is built: benefits add up, costs take away, and the promise stands beside."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, SMALL, axis, layout, snug
from simulations.picture import Picture, Trace
from simulations.satisfaction.offer import Offer
from simulations.words import Words

LOWS: Final = (0.0, 20.0, 60.0, 120.0, 250.0)
HIGHS: Final = (130.0, 170.0, 215.0)
"""Where the axis ends, with room for a number beside the longest bar."""
BETWEEN: Final = 0.375
"""From the middle of a row to the edge of its bar."""
GREY: Final = "#8a8f98"


VALUE: Final = 8
"""The row of the value, after the last of the costs."""


def draw_value(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """A waterfall lying on its side, from the first benefit down to the gap."""
    names = [_label(part, words, language) for part in table["part"].tolist()]
    points, ends = table["points"].tolist(), table["reaches"].tolist()
    lows = [min(end, end - step) for end, step in zip(ends, points, strict=True)]
    labels = [f"{step:+.0f}".replace("-", "−") for step in points]
    labels[8:10] = [f"{model.value:.0f}".replace("-", "−"), f"{model.expectation:.0f}"]
    bars: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "x": [abs(step) for step in points],
        "base": lows,
        "marker": {"color": _colours(model)},
        "text": labels,
        "textposition": "outside",
        "constraintext": "none",
        "textfont": {"size": SMALL},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    bars["y"] = list(range(len(names)))
    rows = axis(
        len(names) - 0.5,
        -0.5,
        ticklen=0,
        showgrid=False,
        tickvals=bars["y"],
        ticktext=names,
    )
    low, high = -snug(max(0.0, -1.1 * min(lows)), LOWS), snug(1.12 * max(0.0, *ends), HIGHS)
    unit = words.views["value"].phrases["points"][language]
    shown = layout({"xaxis": axis(low, high, unit, zeroline=True), "yaxis": rows}, bargap=0.25)
    said = (
        words.views["value"]
        .phrases["alt"]
        .fill(
            {
                "b": model.benefits,
                "c": model.costs,
                "v": model.value,
                "e": model.expectation,
                "gap": points[-1],
            }
        )
    )
    return Picture((_connectors(ends), bars), shown, said[language])


def _connectors(ends: list[float]) -> Trace:
    """A thin line from the end of each part to the next; from the value down to the gap past the promise."""
    pairs = [(row, row + 1) for row in range(VALUE)] + [(VALUE, VALUE + 2), (VALUE + 1, VALUE + 2)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [at for row, _ in pairs for at in (ends[row], ends[row], None)],
        "y": [at for row, below in pairs for at in (row + BETWEEN, below - BETWEEN, None)],
        "line": {"color": GREY, "width": 1},
        "hoverinfo": "skip",
    }


def _label(part: str, words: Words, language: Language) -> str:
    phrases = words.views["value"].phrases
    return (phrases[part] if part in phrases else words.parameters[part].label)[language]


def _colours(model: Offer) -> list[str]:
    return [BLUE] * 4 + [ORANGE] * 4 + [BLUE, PINK, GREEN if model.value >= model.expectation else ORANGE]
