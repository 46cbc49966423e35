"""The chart of the times: when deals close, the won above and the lost below the line."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import (
    GREEN,
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
)
from simulations.picture import Picture
from simulations.pipeline.model import Pipeline
from simulations.words import Words

TOPS: Final = (0.1, 0.25, 0.4, 0.6, 1.0)
LONG: Final = (12.0, 24.0, 48.0, 96.0, 400.0)


def draw_times(model: Pipeline, table: Table, words: Words, language: Language) -> Picture:
    """A bar for each number of periods in both directions, with the means marked."""
    phrases = words.views["stage_times"].phrases
    measures = model.measures()
    chain = model.chain
    end = snug(2 * chain.mean_periods_won, LONG)
    shares = {name: _until(end, table[f"{name}_then"]) / model.n for name in ("won", "lost")}
    highest = max(float(chain.lose[0]), float(max(each.max() for each in shares.values())))
    top = snug(1.15 * highest, TOPS)
    periods = list(range(int(end) + 1))
    traces = (
        _bar(periods, shares["won"], GREEN),
        _bar(periods, -shares["lost"], ORANGE),
        _mean(measures["mean_periods_won"], top, GREEN),
        _mean(measures["mean_periods_lost"], -top, ORANGE),
        line([round(measures["mean_periods"], 3)] * 2, [-top, top], PINK, line=_dotted(), hoverinfo="skip"),
    )
    won, lost = measures["mean_periods_won"], max(measures["mean_periods_lost"], measures["mean_periods"])
    heads = [
        header(0, dots(PINK, phrases["all"].fill(measures)[language]), "left"),
        _beside(won, end, top, bullet(GREEN, phrases["won"].fill(measures)[language])),
        _beside(lost, end, -top, bullet(ORANGE, phrases["lost"].fill(measures)[language])),
    ]
    axes = {
        "xaxis": axis(0.4, end + 0.6, phrases["axis"][language], nticks=8),
        "yaxis": axis(-top, top, phrases["share"][language], **_ticks(top), zeroline=True),
    }
    phrase = (
        "alt" if np.isfinite(measures["mean_periods_won"] + measures["mean_periods_lost"]) else "one_kind"
    )
    alt = phrases[phrase].fill({**measures, "n": model.n})[language]
    return Picture(traces, layout(axes, heads, head=1, barmode="overlay", bargap=0.2), alt)


def _until(end: float, counts: Any) -> Any:
    """The counts of the periods that are shown, with nobody where the run was over sooner."""
    shown = counts[: int(end) + 1]
    return np.append(shown, np.zeros(int(end) + 1 - len(shown)))


def _bar(periods: list[int], shares: Any, colour: str) -> dict[str, Any]:
    return {"type": "bar", "x": periods, "y": np.round(shares, 4).tolist(), "marker": {"color": colour}}


def _mean(periods: float, height: float, colour: str) -> dict[str, Any]:
    """A line at a mean, or none where nobody is."""
    at = numbers(np.array([periods, periods]))
    return line(at, [0, height], colour, hoverinfo="skip")  # type: ignore[arg-type]


def _beside(periods: float, end: float, height: float, text: str) -> dict[str, Any]:
    """A label beside the end of the line at a mean, on the side where there is room."""
    side = "left" if not periods > 0.6 * end else "right"
    place = periods if np.isfinite(periods) else 0.0
    beside = {"xanchor": side, "xshift": 6 if side == "left" else -6}
    return note(min(place, end), 0.88 * height, text, **beside)


def _dotted() -> dict[str, Any]:
    return {"color": PINK, "width": 2, "dash": "dot"}


def _ticks(top: float) -> dict[str, Any]:
    """Shares counted from the middle both ways."""
    values = [-top, -top / 2, 0, top / 2, top]
    return {"tickvals": values, "ticktext": [f"{abs(value):.0%}" for value in values]}
