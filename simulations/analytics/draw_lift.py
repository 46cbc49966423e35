"""The chart of gains: how many leavers are found among the few who are contacted."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.analytics.model import Analytics
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
)
from simulations.picture import Picture
from simulations.words import Words


def draw_lift(model: Analytics, table: Table, words: Words, language: Language) -> Picture:
    """The curve by score between chance and perfect sight, and today's share as a dot."""
    phrases = words.views["lift"].phrases
    facts = {**model.measures(), "share": model.contacted}
    shares = table["contacted"].tolist()
    caught = facts["captured"] if np.isfinite(facts["captured"]) else 0.0
    thin = {"width": 2, "dash": "dot"}
    traces = (
        line(shares, numbers(table["by_sight"]), GREEN, line={"color": GREEN, **thin}),
        line(shares, numbers(table["by_chance"]), ORANGE, line={"color": ORANGE, **thin}),
        line(shares, numbers(table["by_score"]), BLUE),
        point(model.contacted, round(caught, 3), PINK),
    )
    notes = [
        {**header(0, bullet(BLUE, phrases["score"].fill(facts)[language]), "left"), "yshift": 20},
        {**header(1, dots(GREEN, phrases["sight"][language]), "right"), "yshift": 20},
        header(0, bullet(PINK, phrases["today"].fill(facts)[language]), "left"),
        header(1, dots(ORANGE, phrases["chance"][language]), "right"),
    ]
    percent: dict[str, Any] = {"tickformat": ".0%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}
    axes = {
        "xaxis": axis(-0.02, 1.02, phrases["axis"][language], **percent),
        "yaxis": axis(0, 1.03, phrases["found"][language], **percent),
    }
    alt = phrases["alt" if np.isfinite(facts["captured"] + facts["auc"]) else "nobody"]
    return Picture(traces, layout(axes, notes, head=2), alt.fill(facts)[language])
