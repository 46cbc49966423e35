"""The plane of attitude and behaviour as paper: its axes, its cross, the names in its corners."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, SMALL, axis, bullet, layout, line
from simulations.loyalty.moments import MIDDLE, QUADRANTS, Codes
from simulations.picture import Trace
from simulations.words import Words

COLOURS: Final = dict(zip(QUADRANTS, (ORANGE, PINK, BLUE, GREEN), strict=True))
LOW, HIGH = -0.09, 1.09
"""The plane with a row below and one above for the names of its corners."""
DOT: Final = 7
OPACITY: Final = 0.75
CORNERS: Final = (("none", 0, LOW), ("latent", 1, LOW), ("inertia", 0, HIGH), ("absolute", 1, HIGH))


def plane_layout(
    words: Words, language: Language, notes: Sequence[Any] = (), **more: object
) -> dict[str, Any]:
    """A layout with attitude to the right and behaviour upwards."""
    phrases = words.views["plane"].phrases
    ticks = {"tickvals": [0, MIDDLE, 1], "tickformat": ".1f", "showgrid": False}
    axes = {
        "xaxis": axis(-0.02, 1.02, phrases["attitude"][language], **ticks),
        "yaxis": axis(LOW - 0.05, HIGH + 0.05, phrases["behaviour"][language], **ticks),
    }
    return layout(axes, notes, **more)  # type: ignore[arg-type]


def cross() -> tuple[Trace, Trace]:
    """The two thresholds."""
    thin = {"line": {"color": "#8a8a8a", "width": 1, "dash": "dot"}, "hoverinfo": "skip"}
    return line([MIDDLE] * 2, [0, 1], "", **thin), line([0, 1], [MIDDLE] * 2, "", **thin)


def corners(labels: Sequence[str]) -> Trace:
    """The four names, each in the colour of its dots, in the order of the corners."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for _, x, _ in CORNERS],
        "y": [y for _, _, y in CORNERS],
        "text": list(labels),
        "textposition": ["middle right" if x == 0 else "middle left" for _, x, _ in CORNERS],
        "textfont": {"size": SMALL},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def corner_names(words: Words, language: Language, shares: dict[str, float] | None = None) -> list[str]:
    """What stands in the corners: a bullet, the name and, if known, the share of all customers."""
    phrases = words.views["plane"].phrases
    texts = []
    for name, _, _ in CORNERS:
        share = f" <b>{shares[name]:.0%}</b>" if shares else ""
        texts.append(bullet(COLOURS[name], phrases[name][language] + share))
    return texts


def cloud(colour: str, hover: str) -> dict[str, Any]:
    """An empty cloud of dots; frames say where its customers are and which they are."""
    return {
        "type": "scatter",
        "mode": "markers",
        "marker": {"color": colour, "size": DOT, "opacity": OPACITY},
        "hovertemplate": hover,
    }


def clouds(table: Table, group: Codes, size: int) -> Iterator[tuple[int, tuple[Trace, ...]]]:
    """For each month of a table, where the customers of each of `size` groups are, and their numbers."""
    months, month = np.unique(table["period"], return_inverse=True)
    cell = size * month + group
    order = np.argsort(cell, kind="stable")
    ends = np.cumsum(np.bincount(cell, minlength=size * len(months))).tolist()
    starts = [0, *ends]
    x, y = (np.round(table[name][order], 2).tolist() for name in ("attitude", "behaviour"))
    text = table["customer"][order].tolist()
    parts = [{"x": x[a:b], "y": y[a:b], "text": text[a:b]} for a, b in zip(starts, ends, strict=False)]
    for k, period in enumerate(months.tolist()):
        yield period, tuple(parts[size * k : size * (k + 1)])
