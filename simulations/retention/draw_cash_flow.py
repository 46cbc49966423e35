"""The chart of the cash flow: fewer customers each year, and money that is worth less each year."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, axis, bullet, layout, line, note, numbers, snug
from simulations.picture import Frame, Picture, Trace
from simulations.retention.model import payback_year
from simulations.retention.terms import Terms
from simulations.words import Words

TOPS: Final = (40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240)


def draw_cash_flow(terms: Terms, table: Table, words: Words, language: Language) -> Picture:
    """Above, what shrinks; below, each year's present value and their sum; one frame a year."""
    phrases = words.views["cash_flow"].phrases
    frames = tuple(
        Frame(str(year), shown, _caption(terms, table, year, words, language))
        for year, shown in enumerate(_growing(table))
    )
    fixed = _traces(words, language)
    data = tuple({**trace, **moving} for trace, moving in zip(fixed, frames[-1].data, strict=True))
    notes = [
        note(0, 1.02, bullet(BLUE, phrases["there"][language]), **_above("left")),
        note(1, 1.02, bullet(PINK, phrases["factor"][language]), **_above("right")),
        note(0, 0.6, bullet(GREEN, phrases["value"][language]), **_above("left")),
        note(1, 0.6, bullet(ORANGE, _sum(table, words, language)), **_above("right")),
    ]
    shown = layout(_axes(terms, table, phrases["axis"][language]), notes, bargap=0.25, head=1)
    return Picture(data, shown, _alt(terms, table, words, language), frames, len(frames) - 1)


def _sum(table: Table, words: Words, language: Language) -> str:
    paid, phrases = payback_year(table["cumulative"][1:]), words.views["cash_flow"].phrases
    phrase = phrases["sum_never"] if np.isnan(paid) else phrases["sum"].fill({"year": int(paid)})
    return phrase[language]


def _above(side: str) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}


def _traces(words: Words, language: Language) -> tuple[Trace, ...]:
    names = (
        words.columns[name][language] for name in ("share", "discount_factor", "present_value", "cumulative")
    )
    share, factor, value, total = names
    return (
        line([], [], BLUE, name=share),
        line([], [], PINK, name=factor),
        {"type": "bar", "name": value, "yaxis": "y2", "hoverinfo": "skip"},
        line([], [], ORANGE, name=total, yaxis="y2", mode="lines+markers"),
    )


def _growing(table: Table) -> list[tuple[Trace, ...]]:
    """What each frame shows: everything up to its year; later years stay empty."""
    years = table["year"].tolist()
    names, digits = ("share", "discount_factor", "present_value", "cumulative"), (3, 3, 2, 2)
    columns = [numbers(table[name], places) for name, places in zip(names, digits, strict=True)]
    colours = [ORANGE if value < 0 else GREEN for value in table["present_value"].tolist()]
    blank: list[float | None] = [None] * len(years)
    bars = {"marker": {"color": colours}}
    return [
        tuple(
            {"x": years, "y": column[:end] + blank[end:], **(bars if name == "present_value" else {})}
            for name, column in zip(names, columns, strict=True)
        )
        for end in range(1, len(years) + 1)
    ]


def _caption(terms: Terms, table: Table, year: int, words: Words, language: Language) -> str:
    row = {name: column[year].item() for name, column in table.items()}
    phrase = words.views["cash_flow"].phrases["moment" if year else "start"]
    return phrase.fill({**row, "cost": terms.acquisition})[language]


def _alt(terms: Terms, table: Table, words: Words, language: Language) -> str:
    paid = payback_year(table["cumulative"][1:])
    facts = {
        "cost": terms.acquisition,
        "t": terms.periods,
        "end": float(table["cumulative"][-1]),
        "first": float(table["present_value"][1]),
        "last": float(table["present_value"][-1]),
        "year": 0 if np.isnan(paid) else int(paid),
    }
    return words.views["cash_flow"].phrases["alt_never" if np.isnan(paid) else "alt"].fill(facts)[language]


def _axes(terms: Terms, table: Table, title: str) -> dict[str, Any]:
    values = np.concatenate([table["cumulative"], table["present_value"]])
    top, low = snug(float(values.max()), TOPS), -float(values.min())
    bottom = -snug(low * 1.02, TOPS) if low > 0 else 0.0
    shares: dict[str, Any] = {"tickformat": ".0%", "tickvals": [0, 0.5, 1]}
    return {
        "xaxis": axis(-0.6, terms.periods + 0.6, title, anchor="y2", nticks=10, tickformat="d"),
        "yaxis": axis(0, 1.06, domain=[0.72, 1], **shares),
        "yaxis2": axis(bottom, top, domain=[0, 0.59], nticks=6, zeroline=True),
    }
