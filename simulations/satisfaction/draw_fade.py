"""The chart of fading delight: expectation climbs to what is received, and the gap closes."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language, filled
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    layout,
    line,
    note,
    numbers,
    snug,
)
from simulations.picture import Frame, Picture, Trace
from simulations.satisfaction.offer import Offer
from simulations.words import Words

SPANS = (8.0, 16.0, 32.0, 64.0, 128.0, 320.0)


def draw_fade(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """Above, expectation and value; below, their gap; a frame a month from 0 on, the closed form dotted."""
    phrases = words.views["fade"].phrases
    captions = _captions(model, table, words, language)
    frames = tuple(
        Frame(str(t), data, caption)
        for t, (data, caption) in enumerate(zip(_growing(table), captions, strict=True))
    )
    notes = [
        note(1, 1.02, bullet(PINK, phrases["expects"][language]), **_above("right")),
        note(0.5, 1.02, dots(PINK, phrases["formula"][language]), **_above("center")),
        note(0, 1.02, bullet(BLUE, phrases["gets"][language]), **_above("left")),
        note(1, 0.4, phrases["gap"][language], **_above("right")),
    ]
    shown = layout(_axes(model, table, phrases["axis"][language]), notes, bargap=0.2, head=1)
    data = tuple({**fixed, **moving} for fixed, moving in zip(_traces(table), frames[-1].data, strict=True))
    return Picture(data, shown, _alt(model, table, words, language), frames, len(frames) - 1)


def _above(side: str) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}


def _alt(model: Offer, table: Table, words: Words, language: Language) -> str:
    ends = {"first": table["gap"][0], "last": table["gap"][-1], "form": table["gap_expected"][-1]}
    now = {"e": table["expectation"][-1], "t": model.periods, "buyers": table["buyers"][-1]}
    phrase = "alt" if table["buyers"][0] else "nobody"
    return words.views["fade"].phrases[phrase].fill({**ends, **now})[language]


def _captions(model: Offer, table: Table, words: Words, language: Language) -> list[str]:
    """What each month began with and brought; without a single customer there is nothing to tell."""
    if not table["buyers"][0]:
        return [""] * (model.periods + 1)
    phrases = words.views["fade"].phrases
    before = phrases["before"].fill({"expectation": table["expectation"][0], "n": model.n})[language]
    said = phrases["moment"][language]
    columns = ("period", "value", "expectation", "gap", "buyers")
    rows = zip(*(table[column].tolist() for column in columns), strict=True)
    told = [filled(said, {**dict(zip(columns, row, strict=True)), "n": model.n}) for row in rows]
    return [before, *told]


def _traces(table: Table) -> tuple[Trace, ...]:
    months = table["period"].tolist()
    dotted = {"line": {"color": PINK, "width": 2, "dash": "dot"}}
    return (
        line([], [], BLUE),
        line([], [], PINK),
        line(months, numbers(table["expectation_expected"]), PINK, **dotted),
        {"type": "bar", "yaxis": "y2"},
        line(months, numbers(table["gap_expected"]), PINK, yaxis="y2", **dotted),
    )


def _growing(table: Table) -> list[tuple[Trace, ...]]:
    """What each frame shows: every line and bar up to that month."""
    months = table["period"].tolist()
    value, expectation, gaps = (numbers(table[column]) for column in ("value", "expectation", "gap"))
    colours = [GREEN if (gap or 0) >= 0 else ORANGE for gap in gaps]
    return [
        (
            {"x": months[:t], "y": value[:t]},
            {"x": months[:t], "y": expectation[:t]},
            {},
            {"x": months[:t], "y": gaps[:t], "marker": {"color": colours[:t]}},
            {},
        )
        for t in range(len(months) + 1)
    ]


def _axes(model: Offer, table: Table, title: str) -> dict[str, Any]:
    points = np.concatenate([table["value"], table["expectation"], table["expectation_expected"]])
    low = float(np.floor((np.nanmin(points) - 4) / 20) * 20)
    high = float(np.ceil((np.nanmax(points) + 4) / 20) * 20)
    gaps = np.concatenate([table["gap"], table["gap_expected"]])
    span = snug(float(np.nanmax(np.abs(gaps))), SPANS)
    return {
        "xaxis": axis(0.4, model.periods + 0.6, title, anchor="y2"),
        "yaxis": axis(low, high, domain=[0.52, 1]),
        "yaxis2": axis(-span, span, domain=[0, 0.38], zeroline=True),
    }
