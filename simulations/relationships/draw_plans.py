"""The chart of plans: what each way to give out the same hours is worth, beside the best."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, axis, bullet, header, layout, note, numbers, with_minus
from simulations.picture import Picture
from simulations.relationships.model import Relationships
from simulations.relationships.terms import PLANS
from simulations.words import Words

WIDE: Final = 1.75
"""Room to the right of the bars for what is written at their ends."""


def draw_plans(model: Relationships, table: Table, words: Words, language: Language) -> Picture:
    """A bar a plan, as a share of the best, with money and hours; the chosen plan in another colour."""
    phrases = words.views["plans"].phrases
    names = [words.parameters["plan"].choices[plan][language] for plan in PLANS]
    share = np.maximum(table["value"] / table["value"][-1], 0)
    bars: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": numbers(share),
        "marker": {"color": [_colour(plan, model.plan) for plan in PLANS]},
        "hoverinfo": "skip",
    }
    written = [
        phrases["bar"].fill({"value": value, "hours": hours})[language]
        for value, hours in zip(table["value"].tolist(), table["hours"].tolist(), strict=True)
    ]
    labels = [
        note(end, name, with_minus(text), xanchor="left", xshift=4)
        for end, name, text in zip(numbers(share), names, written, strict=True)
        if end is not None
    ]
    heads = [
        header(0, bullet(ORANGE, phrases["chosen"][language]), "left"),
        header(1, bullet(GREEN, phrases["best"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(0, WIDE, phrases["axis"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
        "yaxis": axis(len(PLANS) - 0.5, -0.5, showgrid=False, ticklen=0, type="category"),
    }
    alt = with_minus(_alt(model, table, words, language))
    return Picture((bars,), layout(axes, [*heads, *labels], bargap=0.25, head=1), alt)


def _colour(plan: str, chosen: str) -> str:
    if plan == chosen:
        return ORANGE
    return GREEN if plan == "optimum" else BLUE


def _alt(model: Relationships, table: Table, words: Words, language: Language) -> str:
    phrases = words.views["plans"].phrases
    facts = dict(zip(PLANS, table["value"].tolist(), strict=True))
    here = PLANS.index(model.plan)
    chosen = {
        "plan": words.parameters["plan"].choices[model.plan][language],
        "value": float(table["value"][here]),
        "used": float(table["hours"][here]),
        "unserved": int(table["not_served"][here]),
    }
    return phrases["alt"].fill({**facts, **chosen})[language]
