"""The chart of the plane: every customer a dot, drifting between four corners."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language, Text
from simulations.drawing import BLUE
from simulations.loyalty.account import account
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import QUADRANTS
from simulations.loyalty.plane import COLOURS, DOT, OPACITY, cloud, corner_names, corners, cross, plane_layout
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words


def draw_plane(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """Dots in the plane, coloured by quadrant; one frame a month, the shares in the corners."""
    phrases = words.views["plane"].phrases
    shares = [dict(zip(QUADRANTS, row, strict=True)) for row in (account(model).counts / model.n).tolist()]
    frames = tuple(
        Frame(
            str(period),
            ({}, {}, dots, {"text": corner_names(words, language, shares[period])}),
            _caption(model, period, shares[period], words)[language],
        )
        for period, dots in moments_of(table)
    )
    hover = phrases["customer"][language] + " %{text}<extra></extra>"
    names = table["customer"][: len(table["customer"]) // len(frames)].tolist()
    everybody = {**cloud(BLUE, hover), "text": names}
    empty: list[Trace] = [*cross(), everybody, corners([])]
    data = tuple({**fixed, **moving} for fixed, moving in zip(empty, frames[-1].data, strict=True))
    ends = {"first": shares[0], "last": shares[-1]}
    facts = {f"{name}_{when}": share for when, row in ends.items() for name, share in row.items()}
    said = phrases["alt"].fill({"n": model.n, "t": model.periods, **facts})[language]
    return Picture(data, plane_layout(words, language), said, frames, len(frames) - 1)


def moments_of(table: Table) -> Iterator[tuple[int, Trace]]:
    """For each month of the table, where each customer is, in the same order in every month and every run.

    One cloud, whose dots change their colour: so the browser can follow a customer across a border.
    """
    months = np.unique(table["period"])
    x, y, codes = (table[name].reshape(len(months), -1) for name in ("attitude", "behaviour", "quadrant"))
    for month, period in enumerate(months.tolist()):
        marker = {**_BY_CODE, "color": codes[month].tolist(), "size": DOT, "opacity": OPACITY}
        yield period, {"x": _two_digits(x[month]), "y": _two_digits(y[month]), "marker": marker}


def _steps() -> Iterator[list[float | str]]:
    """The colours of the quadrants as a scale of even steps, for a code is shorter to send than a colour."""
    for code, name in enumerate(QUADRANTS):
        yield [code / len(QUADRANTS), COLOURS[name]]
        yield [(code + 1) / len(QUADRANTS), COLOURS[name]]


_BY_CODE: Final = {"colorscale": [*_steps()], "cmin": -0.5, "cmax": len(QUADRANTS) - 0.5, "showscale": False}


def _two_digits(values: np.ndarray[Any, Any]) -> list[float]:
    found: list[float] = np.round(values, 2).tolist()
    return found


def _caption(model: Firm, period: int, shares: dict[str, float], words: Words) -> Text:
    fallen = model.is_shocked and period >= model.shock_period
    phrase = words.views["plane"].phrases["moment_fallen" if fallen else "moment"]
    return phrase.fill({"period": period, **shares})
