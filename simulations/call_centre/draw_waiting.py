"""The chart of the waits: how many are still in the line after so many seconds, run and formula."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.call_centre.model import CallCentre
from simulations.drawing import (
    BLUE,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    layout,
    line,
    note,
    numbers,
    snug,
    together,
)
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = (0.25, 0.5, 1.0)


def draw_waiting(model: CallCentre, table: Table, words: Words, language: Language) -> Picture:
    """A falling area for the run, Erlang dotted over it, and the promised seconds across."""
    phrases = words.views["waiting"].phrases
    facts = with_facts(model.measures(), seconds=model.threshold, n=model.n, agents=model.agents)
    highest = max(float(table["still_waiting"].max()), float(table["still_waiting_expected"].max()))
    top = snug(highest, TOPS)
    end = float(table["seconds"][-1])
    seconds = table["seconds"].tolist()
    dotted = {"line": {"color": PINK, "width": 3, "dash": "dot"}, "hoverinfo": "skip"}
    traces = (
        line(seconds, numbers(table["still_waiting"], 4), BLUE, fill="tozeroy"),
        line(seconds, numbers(table["still_waiting_expected"], 4), PINK, **dotted),
        line([model.threshold] * 2, [0, 0.94 * top], ORANGE, hoverinfo="skip"),
    )
    side = "left" if model.threshold < 0.5 * end else "right"
    flag = bullet(ORANGE, phrases["level"].fill(facts)[language])
    notes = [
        header(0, bullet(BLUE, phrases["run"].fill(facts)[language]), "left"),
        header(1, dots(PINK, phrases["formula"][language]), "right"),
        note(model.threshold, 0.94 * top, flag, xanchor=side, xshift=6 if side == "left" else -6),
        note(0.98, 0.55, _said(model, facts, words, language), xref="paper", yref="paper", **_right()),
    ]
    axes = {
        "xaxis": axis(0, end * 1.02, phrases["axis"][language], nticks=6),
        "yaxis": axis(0, top * 1.02, phrases["share"][language], tickformat=".0%", nticks=5),
    }
    alts = ["alt" if np.isfinite(facts["mean_wait_expected"]) else "overrun"]
    alts += ["alt_short"] if model.is_short else []
    told = together((phrases[alt].fill(facts) for alt in alts), language)
    return Picture(traces, layout(axes, notes, head=1), told)


def _right() -> dict[str, str]:
    return {"xanchor": "right", "align": "right"}


def _said(model: CallCentre, facts: Mapping[str, Any], words: Words, language: Language) -> str:
    phrases = words.views["waiting"].phrases
    lines = ["at_once", "hung_up" if model.callers == "hang_up" else "mean"]
    lines += ["short"] if model.is_short else []
    told = with_facts(facts, at_once=1 - facts["share_waiting"])
    return "<br>".join(phrases[said].fill(told)[language] for said in lines)
