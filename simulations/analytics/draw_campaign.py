"""The chart of the campaign: what it earns to contact more and more customers, and whom one should."""

from typing import Final

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
    snug,
)
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = tuple(base * 10**power for power in range(1, 9) for base in (1, 1.5, 2.5, 4, 6))
FLOORS: Final = tuple(base * 10**power for power in range(1, 9) for base in (1, 2.5, 5))


def draw_campaign(model: Analytics, table: Table, words: Words, language: Language) -> Picture:
    """Net profit by score, by chance, and if one knew the truth; today's share as a dot."""
    phrases = words.views["campaign"].phrases
    facts = {**model.measures(), "share": model.contacted}
    shares = table["contacted"].tolist()
    thin = {"width": 2, "dash": "dot"}
    scale = snug(1.1 * _most(table), TOPS)
    floor = -snug(
        max(1.0, -1.1 * float(min(table["profit_by_score"].min(), table["profit_by_chance"].min()))), FLOORS
    )
    known = np.where(table["profit_if_known"] >= floor, table["profit_if_known"], np.nan)
    traces = (
        line(shares, numbers(known, 0), GREEN, line={"color": GREEN, **thin}),
        line(shares, numbers(table["profit_by_chance"], 0), ORANGE, line={"color": ORANGE, **thin}),
        line(shares, numbers(table["profit_by_score"], 0), BLUE),
        point(model.contacted, round(facts["campaign_profit"]), PINK),
    )
    notes = [
        {**header(0, bullet(BLUE, phrases["score"].fill(facts)[language]), "left"), "yshift": 20},
        {**header(1, dots(GREEN, phrases["known"][language]), "right"), "yshift": 20},
        header(0, bullet(PINK, phrases["today"].fill(facts)[language]), "left"),
        header(1, dots(ORANGE, phrases["chance"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(
            -0.02, 1.02, phrases["axis"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
        "yaxis": axis(floor, scale, phrases["money"][language], zeroline=True, nticks=6, tickformat=",d"),
    }
    return Picture(traces, layout(axes, notes, head=2), phrases["alt"].fill(facts)[language])


def _most(table: Table) -> float:
    return max(10.0, float(table["profit_if_known"].max()), float(table["profit_by_score"].max()))
