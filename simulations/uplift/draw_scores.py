"""What the charts of customers kept and of profit share: four curves over the share called, and a dot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    layout,
    line,
    numbers,
    point,
    snug,
    with_minus,
)
from simulations.picture import Picture
from simulations.words import Words

SCORES = (("truth", GREEN, True), ("lot", BLUE, True), ("risk", ORANGE, False), ("uplift", BLUE, False))
"""The curves with their colours; dotted are those that nobody has to learn."""


@dataclass(frozen=True)
class Curves:
    """Which view is drawn, how the columns of its curves begin, and where the reader's choice lies."""

    view: str
    columns: str
    share: float
    now: float
    tops: Sequence[float]
    facts: Mapping[str, object]
    alt: str


def draw_scores(curves: Curves, table: Table, words: Words, language: Language) -> Picture:
    """The curves by each score, named above and below, and the reader's own choice as a large dot."""
    phrases = words.views[curves.view].phrases
    shares = table["share_called"].tolist()
    traces = [
        line(
            shares,
            numbers(table[curves.columns + name], 1),
            colour,
            name=words.columns[curves.columns + name][language],
            **({"line": {"color": colour, "width": 2, "dash": "dot"}} if is_dotted else {}),
        )
        for name, colour, is_dotted in SCORES
    ]
    low, high = _reach(curves, table)
    axes = {
        "xaxis": axis(
            -0.02, 1.02, phrases["axis"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
        "yaxis": axis(low, high, phrases["height"][language], zeroline=True, nticks=6, tickformat=",d"),
    }
    notes = [
        {**header(0, bullet(BLUE, phrases["uplift"][language]), "left"), "yshift": 20},
        {**header(0.43, bullet(ORANGE, phrases["risk"][language])), "yshift": 20},
        {**header(1, dots(GREEN, phrases["truth"][language]), "right"), "yshift": 20},
        header(0, bullet(PINK, with_minus(phrases["today"].fill(curves.facts)[language])), "left"),
        header(1, dots(BLUE, phrases["lot"][language]), "right"),
    ]
    dot = point(curves.share, round(max(low, curves.now), 1), PINK)
    return Picture((*traces, dot), layout(axes, notes, head=2), with_minus(curves.alt))


def _reach(curves: Curves, table: Table) -> tuple[float, float]:
    """How far the axis goes: above as far as the truth, below as far as the worst of the scores."""
    names = [curves.columns + name for name, _, _ in SCORES]
    high = max(float(table[name].max()) for name in names)
    low = min(float(table[name].min()) for name in names)
    return -snug(-1.05 * low, curves.tops) if low < 0 else 0.0, snug(1.05 * high, curves.tops)
