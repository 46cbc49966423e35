"""The chart of trials: what a button for a random half finds, beside what a table would have said."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.complaints import closed_forms as forms
from simulations.complaints.model import POINTS, Complaints
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
    snug,
    with_minus,
)
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = (50.0, 100.0)
"""Points up and down; what a small trial finds beyond is cut off."""


def draw_trial(model: Complaints, table: Table, words: Words, language: Language) -> Picture:
    """A pole a size from the lowest to the highest of twenty trials; across, the table and the truth."""
    phrases = words.views["trial"].phrases
    sizes = [f"{size:,}" for size in table["size"].tolist()]
    truth = POINTS * forms.per_complaint(model, forms.readiness_with_button(model))
    naive = POINTS * forms.naive(model)
    top = snug(1.3 * float(np.nanmax(np.abs([naive, truth]))), TOPS)
    low, middle, high = (np.clip(table[name], -top, top) for name in ("lowest", "middle", "highest"))
    poles: dict[str, Any] = {
        "type": "bar",
        "name": phrases["all"][language],
        "x": sizes,
        "y": numbers(high - low, 1),
        "base": numbers(low, 1),
        "width": 0.28,
        "marker": {"color": BLUE},
        "hoverinfo": "skip",
    }
    medians: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "name": words.columns["middle"][language],
        "x": sizes,
        "y": numbers(middle, 1),
        "marker": {"color": PINK, "size": 12},
        "hoverinfo": "skip",
    }
    across = (
        _across(sizes, naive, ORANGE, phrases["naive"][language], "solid"),
        _across(sizes, truth, GREEN, phrases["truth"][language], "dot"),
    )
    heads = [
        {**header(0, bullet(BLUE, phrases["all"][language]), "left"), "yshift": 20},
        {**header(1, dots(GREEN, phrases["truth"][language]), "right"), "yshift": 20},
        header(0, bullet(PINK, words.columns["middle"][language]), "left"),
        header(1, bullet(ORANGE, phrases["naive"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(-0.5, len(sizes) - 0.5, phrases["axis"][language], type="category"),
        "yaxis": axis(-top, top, phrases["points"][language], zeroline=True, nticks=5),
    }
    shown = layout(axes, heads, head=2)
    return Picture((poles, medians, *across), shown, _alt(table, naive, truth, phrases, language))


def _across(sizes: list[str], value: float, colour: str, name: str, dash: str) -> dict[str, Any]:
    shown = numbers(np.full(len(sizes), value), 1)
    style = {"color": colour, "width": 3, "dash": dash}
    return line(sizes, shown, colour, name=name, line=style, hoverinfo="skip")  # type: ignore[arg-type]


def _alt(table: Table, naive: float, truth: float, phrases: Any, language: Language) -> str:
    if not np.isfinite([truth, *table["lowest"]]).all():
        return with_minus(phrases["alt_none"].fill({"naive": naive})[language])
    facts = {
        "naive": naive,
        "truth": truth,
        "least": int(table["size"][0]),
        "most": int(table["size"][-1]),
        "low_least": float(table["lowest"][0]),
        "high_least": float(table["highest"][0]),
        "low_most": float(table["lowest"][-1]),
        "high_most": float(table["highest"][-1]),
    }
    return with_minus(phrases["alt"].fill(facts)[language])
