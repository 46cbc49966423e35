"""The chart of one customer: a path through the plane, and its story in words."""

from typing import Any

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, line, note, point
from simulations.loyalty.firm import Firm
from simulations.loyalty.plane import COLOURS, corner_names, corners, cross, plane_layout
from simulations.loyalty.views import picked
from simulations.loyalty.walk import QUADRANTS
from simulations.picture import Picture
from simulations.words import Words


def draw_story(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """The path month by month, a ring where it begins, a dot where it ends, months at the crossings."""
    x, y = (np.round(table[name], 3).tolist() for name in ("attitude", "behaviour"))
    path = line(x, y, BLUE, mode="lines+markers", marker={"color": BLUE, "size": 5}, hoverinfo="skip")
    ring = {"color": BLUE, "size": 14, "symbol": "circle-open", "line": {"width": 2}}
    start = point(x[0], y[0], BLUE, marker=ring)
    last = QUADRANTS[table["quadrant"][-1]]
    end = point(x[-1], y[-1], COLOURS[last])
    labels = corners(corner_names(words, language))
    shown = plane_layout(words, language, _months(model, table, words, language))
    return Picture((*cross(), path, start, end, labels), shown, _told(model, table, words, language))


def crossings(table: Table) -> list[int]:
    """The months in which the customer is in another quadrant than the month before."""
    return (np.flatnonzero(np.diff(table["quadrant"])) + 1).tolist()


def _months(model: Firm, table: Table, words: Words, language: Language) -> list[Any]:
    """Labels beside the path: where it begins, where it ends, where it crosses."""
    phrase = words.views["story"].phrases["month"]
    turned = bool(table["attitude"][-1] < table["attitude"][0])
    sides = {0: not turned, model.periods: turned}
    return [
        note(
            float(table["attitude"][t]),
            float(table["behaviour"][t]),
            phrase.fill({"period": t})[language],
            **_beside(float(table["attitude"][t]), left=sides.get(t, False)),
        )
        for t in _apart(table, sorted({0, model.periods, *crossings(table)[:4]}))
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


def _told(model: Firm, table: Table, words: Words, language: Language) -> str:
    phrases = words.views["story"].phrases
    names = {name: words.measures[f"share_{name}"].label[language] for name in QUADRANTS}

    def at(t: int) -> dict[str, object]:
        facts = {name: table[name][t] for name in ("attitude", "behaviour", "barrier")}
        return {**facts, "period": t, "quadrant": names[QUADRANTS[table["quadrant"][t]]]}

    events = crossings(table)
    sentences = [phrases["begins"].fill({"customer": picked(model), **at(0)})[language]]
    for t in sorted({*events, *([model.shock_period] if model.is_shocked else [])}):
        if model.is_shocked and t == model.shock_period:
            sentences.append(phrases["shock"].fill({**at(t), "held": table["barrier"][t - 1]})[language])
        if t in events:
            sentences.append(phrases["crossing"].fill(at(t))[language])
    sentences.append(phrases["ends" if events else "stays"].fill(at(model.periods))[language])
    return (" " if language == "en" else "").join(sentences)
