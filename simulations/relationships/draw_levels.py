"""What the charts of effort share: a colour for each level, its legend, and an axis of margins by tens."""

from collections.abc import Sequence
from math import log10
from typing import Any, Final

import numpy as np

from courseware.language import conventions
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, bullet, header
from simulations.relationships.closed_forms import Numbers
from simulations.relationships.model import Relationships, best_cutoffs
from simulations.relationships.terms import LEVELS
from simulations.relationships.views import ends
from simulations.words import Words

GREY: Final = "#8a8f98"
COLOURS: Final = dict(zip(LEVELS, (GREY, PINK, BLUE, GREEN, ORANGE), strict=True))
_UPPER: Final = (("basic", 0, "left"), ("reactive", 0.5, "center"), ("accountable", 1, "right"))
_LOWER: Final = (("proactive", 0, "left"), ("partnership", 0.5, "center"))


def legend(words: Words, language: Language) -> list[dict[str, Any]]:
    """The levels with their colours, in two rows above the chart."""
    names = words.parameters["plan"].choices
    upper, lower = (
        [header(x, bullet(COLOURS[level], names[level][language]), side) for level, x, side in row]
        for row in (_UPPER, _LOWER)
    )
    return [*({**one, "yshift": 20} for one in upper), *lower]


def margins_axis(model: Relationships, title: str) -> dict[str, Any]:
    """Powers of ten as a plain axis, so that bars are as wide on the left as on the right."""
    low, high = ends(model)
    powers = list(range(low, high + 1))
    return axis(low, high, title, tickvals=powers, ticktext=[f"{10**power:,}" for power in powers])


def powers(margins: Numbers) -> list[float]:
    """Where margins lie on that axis."""
    return [round(power, 4) for power in np.log10(margins).tolist()]


def cut_lines(model: Relationships, top: float) -> dict[str, Any]:
    """Thin lines at the margins from which the best plan gives the next level; a gap where it never does."""
    low, high = ends(model)
    places = [
        round(log10(cut), 4) if 10**low < cut < 10**high else None for cut in best_cutoffs(model).tolist()
    ]
    x = [at for place in places for at in (place, place, None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": [0, top, None] * len(places),
        "line": {"color": GREY, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }


def told_cutoffs(model: Relationships, words: Words, language: Language) -> str:
    """The levels that the best plan gives, each with the margin from which it does."""
    names, phrases = words.parameters["plan"].choices, words.views["worth"].phrases
    cuts = best_cutoffs(model).tolist()
    given = [
        (level, cut)
        for level, cut, following in zip(LEVELS[1:], cuts, [*cuts[1:], np.inf], strict=True)
        if np.isfinite(cut) and cut < following
    ]
    parts = [
        phrases["from"].fill({"level": names[level][language], "cut": cut})[language] for level, cut in given
    ]
    return joined(parts, language) if parts else phrases["none"][language]


def joined(parts: Sequence[str], language: Language) -> str:
    """A list in words, whose parts may have commas of their own."""
    return conventions(language).semicolon.join(parts)
