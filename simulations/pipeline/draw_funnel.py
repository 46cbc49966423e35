"""The chart of the funnel: how many deals ever get to each stage, and where the others are lost."""

from typing import Any

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, FONT, GREEN, axis, layout, note
from simulations.picture import Picture
from simulations.pipeline.model import PLACES, Pipeline
from simulations.words import Words


def draw_funnel(model: Pipeline, table: Table, words: Words, language: Language) -> Picture:
    """A bar a stage, in the middle as a funnel is, with the share that goes on above it."""
    phrases = words.views["funnel"].phrases
    found = table["reached"].tolist()
    shares = [count / model.n for count in found]
    rows = list(range(len(found)))
    bars = (
        {
            "type": "bar",
            "orientation": "h",
            "y": rows,
            "x": [round(share, 4) for share in shares],
            "base": [round(-share / 2, 4) for share in shares],
            "marker": {"color": [*[BLUE] * (len(rows) - 1), GREEN]},
            "width": 0.56,
            "hoverinfo": "skip",
        },
    )
    names = [phrases[place][language] for place in PLACES[:-1]]
    facts = {**model.measures(), **dict(zip((f"at_{place}" for place in PLACES), found, strict=False))}
    notes = _labels(found, names, phrases["goes_on"][language])
    axes = {
        "xaxis": axis(-0.5, 0.5, visible=False),
        "yaxis": axis(len(rows) - 0.65, -0.7, visible=False),
    }
    shown = layout(axes, notes, margin={"l": 12, "r": 12, "t": 12, "b": 12})
    return Picture(bars, shown, phrases["alt"].fill({**facts, "n": model.n})[language])


def _labels(found: list[int], names: list[str], goes_on: str) -> list[dict[str, Any]]:
    """Above each bar its name and number, and the share of the stage before that goes on to it."""
    before = [0, *found[:-1]]
    return [
        note(
            0,
            row - 0.29,
            f"{name} <b>{count:,}</b>" + (" " + goes_on.format(share=count / earlier) if earlier else ""),
            font={"size": FONT},
            yanchor="bottom",
        )
        for row, (name, count, earlier) in enumerate(zip(names, found, before, strict=True))
    ]
