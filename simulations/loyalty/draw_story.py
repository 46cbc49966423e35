"""The chart of one customer: a path through the plane, and its story in words."""

from typing import Any, Final

import numpy as np

from courseware.language import conventions
from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, kept, line, note, point
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import QUADRANTS
from simulations.loyalty.plane import COLOURS, corner_names, corners, cross, plane_layout
from simulations.loyalty.views import picked
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

CROSSINGS: Final = 4
"""How many crossings are marked beside the path; the story in words tells all."""


def draw_story(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """The path, a frame a month: a ring where it begins, a dot where it is, and what has happened so far."""
    told = _told(model, table, words, language)
    frames = tuple(Frame(str(t), trail, _joined(told, t, language)) for t, trail in enumerate(_trails(table)))
    ring = {"color": BLUE, "size": 14, "symbol": "circle-open", "line": {"width": 2}}
    bare: list[Trace] = [
        *cross(),
        line([], [], BLUE, mode="lines+markers", marker={"color": BLUE, "size": 5}, hoverinfo="skip"),
        point(*_place(table, 0), BLUE, marker=ring),
        point(0, 0, BLUE),
        corners(corner_names(words, language)),
    ]
    data = tuple({**fixed, **moving} for fixed, moving in zip(bare, frames[-1].data, strict=True))
    shown = plane_layout(words, language, _months(model, table, words, language))
    return Picture(data, shown, _joined(told, model.periods, language), frames, len(frames) - 1)


def _place(table: Table, t: int) -> tuple[float, float]:
    return round(float(table["attitude"][t]), 3), round(float(table["behaviour"][t]), 3)


def _trails(table: Table) -> list[tuple[Trace, ...]]:
    """What each frame shows: the path up to that month, and the dot in the colour of its quadrant."""
    x, y = (np.round(table[name], 3).tolist() for name in ("attitude", "behaviour"))
    colours = [COLOURS[QUADRANTS[code]] for code in table["quadrant"].tolist()]
    return [
        (
            {},
            {},
            {"x": x[: t + 1], "y": y[: t + 1]},
            {},
            {"x": [x[t]], "y": [y[t]], "marker": {"color": colour, "size": 13}},
            {},
        )
        for t, colour in enumerate(colours)
    ]


def crossings(table: Table) -> list[int]:
    """The months in which the customer is in another quadrant than the month before."""
    return (np.flatnonzero(np.diff(table["quadrant"])) + 1).tolist()


def _months(model: Firm, table: Table, words: Words, language: Language) -> list[Any]:
    """Labels beside the path: where it begins, where it ends, where it crosses."""
    phrase = words.views["story"].phrases["month"]
    turned = bool(table["attitude"][-1] < table["attitude"][0])
    sides = {0: not turned, model.periods: turned}
    told = _apart(table, sorted({0, model.periods, *crossings(table)[:CROSSINGS]}))
    spare = [model.periods] * (CROSSINGS + 2 - len(told))
    return [
        kept(
            note(
                float(table["attitude"][t]),
                float(table["behaviour"][t]),
                phrase.fill({"period": t})[language],
                **_beside(float(table["attitude"][t]), left=sides.get(t, False)),
            ),
            is_told=place < len(told),
        )
        for place, t in enumerate([*told, *spare])
    ]


def _beside(x: float, *, left: bool) -> dict[str, object]:
    """To the left or right of a point, but never beyond the edge of the plane."""
    left = x > 0.25 if left else x > 0.75
    return {"xanchor": "right", "xshift": -12} if left else {"xanchor": "left", "xshift": 12}


def _apart(table: Table, marked: list[int]) -> list[int]:
    """Those months whose labels do not lie over one already placed; the first and last come first."""
    placed: list[int] = []
    for t in dict.fromkeys((marked[0], marked[-1], *marked)):
        if all(abs(float(table["behaviour"][t] - table["behaviour"][other])) > 0.06 for other in placed):
            placed.append(t)
    return placed


def _told(model: Firm, table: Table, words: Words, language: Language) -> list[tuple[int, str]]:
    """The story: sentences with the month from which on each can be told."""
    phrases = words.views["story"].phrases
    names = {name: words.measures[f"share_{name}"].label[language] for name in QUADRANTS}

    def say(phrase: str, t: int, **more: object) -> tuple[int, str]:
        facts = {name: table[name][t] for name in ("attitude", "behaviour", "barrier")}
        quadrant = names[QUADRANTS[table["quadrant"][t]]]
        return t, phrases[phrase].fill({**facts, **more, "period": t, "quadrant": quadrant})[language]

    turns = crossings(table)
    events = [say("crossing", t) for t in turns]
    if model.is_shocked:
        events.insert(0, say("shock", model.shock_period, held=table["barrier"][model.eve]))
    begins = say("begins", 0, customer=picked(model))
    ends = say("ends" if turns else "stays", model.periods)
    return [begins, *sorted(events, key=lambda event: event[0]), ends]


def _joined(told: list[tuple[int, str]], month: int, language: Language) -> str:
    """The story up to a month."""
    return conventions(language).blank.join(sentence for t, sentence in told if t <= month)
