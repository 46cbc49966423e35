"""The chart of the day: the rush comes, the line grows after it, and is long after it has gone."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language, filled
from simulations.call_centre.day import SLOT
from simulations.call_centre.model import CallCentre
from simulations.drawing import BLUE, GREEN, ORANGE, axis, bullet, dots, header, layout, line, note, snug
from simulations.measures import with_facts
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

QUEUES: Final = (10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0, 1280.0, 5120.0, 20480.0, 81920.0)


def draw_day(model: CallCentre, table: Table, words: Words, language: Language) -> Picture:
    """Above, the longest line of each quarter of an hour; below, the calls and what the agents manage."""
    phrases = words.views["day"].phrases
    facts = with_facts(
        model.measures(),
        agents=model.agents,
        hours=model.hours,
        seconds=model.threshold,
        manage=_manage(model),
    )
    frames = tuple(
        Frame(f"{hour:.2f}", data, caption)
        for hour, data, caption in zip(
            [0.0, *table["hour"].tolist()], _growing(table), _captions(table, words, language), strict=True
        )
    )
    data = tuple(
        {**fixed, **moving} for fixed, moving in zip(_traces(model, table), frames[-1].data, strict=True)
    )
    notes = [
        header(0, bullet(ORANGE, phrases["line"].fill(facts)[language]), "left"),
        note(0, 0.44, bullet(BLUE, phrases["calls"][language]), **_over("left")),
        note(1, 0.44, dots(GREEN, phrases["manage"].fill(facts)[language]), **_over("right")),
    ]
    shown = layout(_axes(model, table, phrases["axis"][language]), notes, head=1, bargap=0.15)
    return Picture(data, shown, phrases["alt"].fill(facts)[language], frames, len(frames) - 1)


def _over(side: str) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}


def _manage(model: CallCentre) -> float:
    """How many calls all agents can answer in a quarter of an hour."""
    return SLOT * model.agents / model.handling


def _traces(model: CallCentre, table: Table) -> tuple[Trace, ...]:
    hours = table["hour"].tolist()
    manage = round(_manage(model), 1)
    return (
        {"type": "bar", "marker": {"color": ORANGE}, "width": 0.2},
        line(hours, np.round(table["calls_expected"], 1).tolist(), BLUE, yaxis="y2", line=_thin(BLUE, "dot")),
        {"type": "bar", "marker": {"color": BLUE}, "width": 0.2, "yaxis": "y2"},
        line([0, hours[-1]], [manage] * 2, GREEN, yaxis="y2", line=_thin(GREEN, "dot")),
    )


def _thin(colour: str, dash: str) -> dict[str, Any]:
    return {"color": colour, "width": 2, "dash": dash}


def _growing(table: Table) -> list[tuple[Trace, ...]]:
    """What each frame shows: every bar up to that quarter of an hour."""
    middles = (table["hour"] - 0.125).tolist()
    longest, calls = table["longest"].tolist(), table["calls"].tolist()
    return [
        ({"x": middles[:t], "y": longest[:t]}, {}, {"x": middles[:t], "y": calls[:t]}, {})
        for t in range(len(middles) + 1)
    ]


def _captions(table: Table, words: Words, language: Language) -> list[str]:
    phrases = words.views["day"].phrases
    said = phrases["moment"][language]
    columns = ("hour", "calls", "busy", "longest", "hung_up")
    rows = zip(*(table[column].tolist() for column in columns), strict=True)
    return [
        phrases["before"][language],
        *(filled(said, dict(zip(columns, row, strict=True))) for row in rows),
    ]


def _axes(model: CallCentre, table: Table, title: str) -> dict[str, Any]:
    line_top = snug(1.05 * float(table["longest"].max()), QUEUES)
    peak = SLOT * model.rate * max(model.rush, 1.0)
    most = max(1.2 * peak, 1.1 * _manage(model), float(table["calls"].max()))
    grain = 50 if most < 400 else 1000
    calls_top = float(-(-most // grain) * grain)
    return {
        "xaxis": axis(0, model.hours, title, anchor="y2", dtick=1),
        "yaxis": axis(0, line_top, domain=[0.58, 1], nticks=4),
        "yaxis2": axis(0, calls_top, domain=[0, 0.43], nticks=4),
    }
