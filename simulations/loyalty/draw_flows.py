"""The chart of the flows: of those who were in each quadrant, where they are now."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import SMALL, axis, bullet, header, layout
from simulations.loyalty.account import SIZE
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import QUADRANTS
from simulations.loyalty.plane import COLOURS
from simulations.picture import Picture
from simulations.words import Words

ROOM = 0.09
"""The least part of a bar that a number fits into."""


def draw_flows(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """A bar for each quadrant of before, cut by the quadrants of after, with counts."""
    names = {name: words.views["plane"].phrases[name][language] for name in QUADRANTS}
    phrases = words.views["flows"].phrases
    flows = table["people"].reshape(SIZE, SIZE)
    rows = [f"{names[name]} <b>{count}</b>" for name, count in zip(QUADRANTS, flows.sum(axis=1), strict=True)]
    shares = np.nan_to_num(table["row_share"].reshape(SIZE, SIZE))
    bars = [
        _bar(rows, shares[:, code].tolist(), flows[:, code].tolist(), COLOURS[name])
        for code, name in enumerate(QUADRANTS)
    ]
    heads = [bullet(COLOURS[name], names[name]) for name in QUADRANTS]
    when = "after_shock" if model.is_shocked else "after"
    said = phrases[when].fill({"t": model.periods})[language]
    notes = [
        header(0, "<br>".join((said, heads[2], heads[0])), "left"),
        header(1, "<br>".join(("&nbsp;", heads[3], heads[1])), "right"),
    ]
    axes = {
        "xaxis": axis(0, 1, phrases["axis"][language], tickformat=".0%"),
        "yaxis": axis(-0.6, SIZE - 0.4, ticklen=0, showgrid=False),
    }
    shown = layout(axes, notes, head=3, barmode="stack", bargap=0.35)
    return Picture(tuple(bars), shown, _alt(model, flows, words, language))


def _bar(rows: list[str], shares: list[float], counts: list[int], colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": shares,
        "text": [str(count) if share >= ROOM else "" for share, count in zip(shares, counts, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": SMALL, "color": "#111111"},
        "marker": {"color": colour},
        "hoverinfo": "skip",
    }


def _alt(model: Firm, flows: np.ndarray[Any, Any], words: Words, language: Language) -> str:
    phrases = words.views["flows"].phrases
    stayed = int(np.trace(flows))
    pairs = {f"{a}_{b}": flows[i, j] for i, a in enumerate(QUADRANTS) for j, b in enumerate(QUADRANTS)}
    facts = {"n": model.n, "stayed": stayed, "moved": model.n - stayed, "t": model.periods, "eve": model.eve}
    return phrases["alt"].fill({**facts, **pairs})[language]
