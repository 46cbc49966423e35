"""The chart of survival: how many customers are still there, year after year."""

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, PINK, axis, bullet, dots, header, kept, layout, line, note, numbers
from simulations.picture import Picture
from simulations.retention.terms import Terms
from simulations.words import Words


def draw_survival(terms: Terms, table: Table, words: Words, language: Language) -> Picture:
    """A bar a year, the closed form dotted through them, and the year in which half have left."""
    phrases = words.views["survival"].phrases
    years, half = table["year"].tolist(), _half(table)
    bars = {
        "type": "bar",
        "name": phrases["run"][language],
        "x": years,
        "y": numbers(table["share"]),
        "marker": {"color": BLUE},
        "hoverinfo": "skip",
    }
    expected = line(
        years,
        numbers(table["share_expected"]),
        PINK,
        name=phrases["formula"][language],
        line={"color": PINK, "width": 3, "dash": "dot"},
    )
    facts = {"n": terms.n, "half": half, "t": terms.periods, **_ends(table)}
    heads = [
        header(0, bullet(BLUE, phrases["run"][language]), "left"),
        header(1, dots(PINK, phrases["formula"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(0.4, terms.periods + 0.6, phrases["axis"][language], dtick=_tick(terms.periods)),
        "yaxis": axis(
            0, 1.05, phrases["share"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
    }
    said = "alt" if half else "alt_more"
    flag = _flag(half, terms.periods, phrases["half"].fill(facts)[language])
    notes = [*heads, kept(flag, is_told=half > 0)]
    return Picture(
        (bars, expected), layout(axes, notes, bargap=0.25, head=1), phrases[said].fill(facts)[language]
    )


def _ends(table: Table) -> dict[str, float]:
    last = -1
    return {
        "left": int(table["survivors"][last]),
        "share": float(table["share"][last]),
        "form": float(table["share_expected"][last]),
    }


def _half(table: Table) -> int:
    """The first year at whose start no more than half are there; 0 if it is not among those shown."""
    gone = np.flatnonzero(table["share"] <= 0.5)
    return int(table["year"][gone[0]]) if len(gone) else 0


def _flag(year: int, last: int, text: str) -> dict[str, object]:
    early = year <= max(2, 0.6 * last)
    return note(year, 0.62, text, xanchor="left" if early else "right", align="left" if early else "right")


def _tick(years: int) -> int:
    return next(step for step in (1, 2, 5, 10) if years / step <= 10)
