"""The chart of fading delight: expectation climbs to what is received, and the gap closes."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, bullet, layout, line, note, numbers, snug
from simulations.picture import Frame, Picture, Trace
from simulations.satisfaction.offer import Offer
from simulations.words import Words

SPANS = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 320.0)


def draw_fade(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """Above, expectation and value; below, their gap; one frame a month, the closed form dashed."""
    frames = tuple(_frame(model, table, words, language, t) for t in range(1, model.periods + 1))
    phrases = words.views["fade"].phrases
    notes = [
        note(
            1, 1.03, bullet(PINK, phrases["expects"][language]), xref="paper", yref="paper", xanchor="right"
        ),
        note(0, 1.03, bullet(BLUE, phrases["gets"][language]), xref="paper", yref="paper", xanchor="left"),
        note(1, 0.4, phrases["gap"][language], xref="paper", yref="paper", xanchor="right", yanchor="bottom"),
    ]
    shown = layout(_axes(model, table, phrases["axis"][language]), notes, bargap=0.2)
    shown["margin"] = {**shown["margin"], "t": 28}
    last = {"last": table["gap"][-1], "first": table["gap"][0], "e": table["expectation"][-1]}
    facts = {**last, "t": model.periods, "form": table["gap_expected"][-1], "buyers": table["buyers"][-1]}
    alt = phrases["alt"] if table["buyers"][0] else phrases["nobody"]
    data = tuple({**fixed, **moving} for fixed, moving in zip(_traces(table), frames[-1].data, strict=True))
    return Picture(data, shown, alt.fill(facts)[language], frames, len(frames) - 1)


def _traces(table: Table) -> tuple[Trace, ...]:
    months = table["period"].tolist()
    return (
        line([], [], BLUE),
        line([], [], PINK),
        line(months, numbers(table["expectation_expected"]), PINK, **_dashed(PINK)),
        {"type": "bar", "yaxis": "y2", "marker": {}},
        line(months, numbers(table["gap_expected"]), PINK, yaxis="y2", **_dashed(PINK)),
    )


def _dashed(colour: str) -> dict[str, Any]:
    return {"line": {"color": colour, "width": 2, "dash": "dot"}}


def _frame(model: Offer, table: Table, words: Words, language: Language, t: int) -> Frame:
    months = table["period"][:t].tolist()
    gaps = numbers(table["gap"][:t])
    colours = [GREEN if (gap or 0) >= 0 else ORANGE for gap in gaps]
    data: tuple[Trace, ...] = (
        {"x": months, "y": numbers(table["value"][:t])},
        {"x": months, "y": numbers(table["expectation"][:t])},
        {},
        {"x": months, "y": gaps, "marker": {"color": colours}},
        {},
    )
    facts = {column: table[column][t - 1] for column in ("period", "expectation", "value", "gap", "buyers")}
    said = words.views["fade"].phrases["moment"].fill({**facts, "n": model.n})
    return Frame(str(t), data, said[language])


def _axes(model: Offer, table: Table, title: str) -> dict[str, Any]:
    seen = np.concatenate([table["value"], table["expectation"], table["expectation_expected"]])
    seen = seen[np.isfinite(seen)]
    low, high = np.floor((seen.min() - 4) / 20) * 20, np.ceil((seen.max() + 4) / 20) * 20
    gaps = np.concatenate([table["gap"], table["gap_expected"]])
    span = snug(float(np.nanmax(np.abs(gaps))), SPANS)
    return {
        "xaxis": axis(0.4, model.periods + 0.6, title, anchor="y2"),
        "yaxis": axis(float(low), float(high), domain=[0.48, 1]),
        "yaxis2": axis(-span, span, domain=[0, 0.4], zeroline=True),
    }
