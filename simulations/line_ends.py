"""Labels at the ends of the lines that they name, moved apart where lines end close together."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import fmean
from typing import Any, Final

from simulations.drawing import Axis, note
from simulations.picture import Trace

ROW: Final = 0.09
"""How much of a chart one row of a label takes on a phone, where letters nearly touch."""
LEADING: Final = 0.3
"""How much more of a row two rows of one label take."""
APART: Final = 6
"""Pixels between the end of a line and its label."""
LATIN, WIDE, DOT, DOTS = 6.9, 13.5, 18.0, 34.0
"""Pixels that a letter, a Chinese character, and the dot or dots before a label take."""
LONG: Final = 14
"""Letters of a label after which it goes on in a second row."""


def line_ends(named: Sequence[tuple[Trace, str]], shown: Axis) -> list[dict[str, Any]]:
    """A label to the right of the chart for each line, as high as the line ends.

    `shown` is their axis; a line without an end has its label at the foot. Labels that would lie over one
    another are moved apart and keep the order of their lines.
    """
    low, high = shown["range"]
    bottom, top = shown.get("domain", (0, 1))
    texts = [_in_rows(text) for _, text in named]
    rows = [_rows(text) * ROW * (high - low) / (top - bottom) for text in texts]
    heights = _apart([_last(trace, low) for trace, _ in named], rows, low, high)
    beside = {"xref": "paper", "xanchor": "left", "yanchor": "middle", "xshift": APART, "align": "left"}
    return [
        note(1, height, text, yref=trace.get("yaxis", "y"), **beside)
        for (trace, _), text, height in zip(named, texts, heights, strict=True)
    ]


def room(labels: Sequence[Axis]) -> dict[str, int]:
    """How much room these labels need to the right of the chart: a word for its layout."""
    rows = [row for label in labels for row in label["text"].split("<br>")]
    return {"right": round(APART + max((_width(row) for row in rows), default=0.0))}


def _rows(text: str) -> float:
    return 1 + (1 + LEADING) * text.count("<br>")


def _last(trace: Trace, low: float) -> float:
    known = [height for height in trace["y"] if height is not None]
    return float(known[-1]) if known else low


def _apart(heights: list[float], rows: list[float], low: float, high: float) -> list[float]:
    """The heights as near as may be to where they were, each with room for its own rows.

    Counted without the room below them they may not fall from one to the next: those that do share a mean.
    """
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    steps = [(rows[below] + rows[above]) / 2 for below, above in pairwise(order)]
    feet = list(accumulate(steps, initial=0.0))
    pools: list[list[float]] = []
    for at, foot in zip(order, feet, strict=False):
        pools.append([min(max(heights[at], low), high) - foot])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    rising = [fmean(pool) for pool in pools for _ in pool]
    placed = {
        at: min(max(height, low), high - feet[-1]) + foot
        for at, height, foot in zip(order, rising, feet, strict=False)
    }
    return [placed[at] for at in range(len(heights))]


def _plain(text: str) -> str:
    return re.sub(r"<[^>]*>|[●·]", "", text).strip()


def _width(text: str) -> float:
    mark = DOTS if "···" in text else DOT if "●" in text else 0.0
    return mark + sum(WIDE if letter > "⺀" else LATIN for letter in _plain(text))


def _in_rows(text: str) -> str:
    """A long label in two rows, broken at the blank nearest to its middle."""
    if "<br>" in text or len(_plain(text)) <= LONG:
        return text
    mark, blank, words = text.partition("</span> ") if "</span> " in text else ("", "", text)
    cuts = [at for at, letter in enumerate(words) if letter == " "]
    if not cuts:
        return text
    cut = min(cuts, key=lambda at: abs(at - len(words) / 2))
    return f"{mark}{blank}{words[:cut]}<br>{words[cut + 1 :]}"
