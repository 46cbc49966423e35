"""The chart of worth: what a customer is worth at each retention, and what five points more would add."""

from typing import Any, Final

import numpy as np

from courseware.language import conventions
from courseware.table import Table
from courseware.text import Language
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    kept,
    layout,
    line,
    note,
    numbers,
    point,
    snug,
)
from simulations.picture import Picture, Trace
from simulations.retention.model import HIGHEST, POINTS, income_expected, uplift
from simulations.retention.terms import Terms
from simulations.words import Words

CLAIM: Final = (0.25, 0.85)
"""From 25 to 85 per cent more profit: what five points are said to bring (Reichheld & Sasser 1990)."""
TOPS: Final = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 200_000)
TALL: Final = 1.2
"""The uplift at which the lower panel ends."""


def draw_worth(terms: Terms, table: Table, words: Words, language: Language) -> Picture:
    """Above, the worth of a customer; below, the uplift of five points with the claim across."""
    phrases = words.views["worth"].phrases
    facts = _facts(terms, table)
    any_gain = bool(np.isfinite(table["uplift"]).any())
    reach = [_reached(table, share, words, language) if any_gain else "" for share in CLAIM]
    now = "worth" if np.isfinite(facts["now"]) else "worth_endless"
    notes = [
        note(0, 1.02, bullet(BLUE, phrases[now].fill(facts)[language]), **_above(0)),
        note(0, 0.45, bullet(GREEN, phrases["uplift"][language]), **_above(0)),
        note(1, 0.45, dots(GREEN, phrases["level"][language]), **_above(1)),
        *(kept(_claimed(share, text), is_told=any_gain) for share, text in zip(CLAIM, reach, strict=True)),
    ]
    shown = layout(_axes(facts, phrases["axis"][language]), notes, head=1)
    said = phrases[_alt_name(facts)].fill(facts)[language]
    return Picture(
        _traces(terms, table, facts, words, language), shown, " ".join([said, *_sentences(reach, language)])
    )


def _alt_name(facts: dict[str, float]) -> str:
    if np.isnan(facts["now"]):
        return "alt_endless"
    return "alt_none" if np.isnan(facts["more"]) else "alt"


def _sentences(reach: list[str], language: Language) -> list[str]:
    stop = conventions(language).full_stop
    return [f"{text[0].upper()}{text[1:]}{stop}" for text in reach if text]


def _above(side: int) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": ("left", "right")[side], "yanchor": "bottom"}


def _claimed(share: float, text: str) -> dict[str, Any]:
    return note(0.3, share, bullet(ORANGE, text), yref="y2", xanchor="left", yanchor="bottom")


def _facts(terms: Terms, table: Table) -> dict[str, float]:
    income = income_expected(terms)
    known = np.flatnonzero(np.isfinite(table["worth"]))
    return {
        "r": terms.retention,
        "now": income - terms.acquisition,
        "i": terms.discount,
        "then": terms.retention + POINTS,
        "more": uplift(income, income_expected(terms, more=POINTS)),
        "low": float(table["worth"][0]),
        "high": float(table["worth"][known[-1]]) if len(known) else 0.0,
        "upto": float(table["retention"][known[-1]]) if len(known) else float("nan"),
    }


def _reached(table: Table, share: float, words: Words, language: Language) -> str:
    """From which retention on five points add that much: a base, everywhere, or nowhere."""
    phrases = words.views["worth"].phrases
    known = np.isfinite(table["uplift"])
    grid, gain = table["retention"][known], table["uplift"][known]
    short = np.flatnonzero(gain < share)
    if not len(short) or short[-1] == len(gain) - 1:
        return phrases["nowhere" if len(short) or not len(gain) else "everywhere"].fill({"share": share})[
            language
        ]
    at = short[-1]
    base = float(np.interp(share, gain[at : at + 2], grid[at : at + 2]))
    return phrases["reached"].fill({"share": share, "base": base})[language]


def _traces(
    terms: Terms, table: Table, facts: dict[str, float], words: Words, language: Language
) -> tuple[Trace, ...]:
    names = {name: words.columns[name][language] for name in ("worth", "uplift", "uplift_level")}
    x, low = table["retention"].tolist(), {"yaxis": "y2"}
    dotted = {"color": ORANGE, "width": 2, "dash": "dot"}
    capped = {name: np.where(table[name] > 9, np.nan, table[name]) for name in ("uplift", "uplift_level")}
    return (
        line(x, numbers(table["worth"], 1), BLUE, name=names["worth"]),
        line(x, numbers(capped["uplift"]), GREEN, name=names["uplift"], **low),
        line(
            x,
            numbers(capped["uplift_level"]),
            GREEN,
            name=names["uplift_level"],
            line={"color": GREEN, "width": 2, "dash": "dot"},
            **low,
        ),
        *(line([0.3, HIGHEST], [share] * 2, ORANGE, line=dotted, hoverinfo="skip", **low) for share in CLAIM),
        _here(terms, round(facts["now"], 1)),
        _here(terms, round(facts["more"], 3) if facts["more"] <= TALL else float("nan"), **low),
    )


def _here(terms: Terms, height: float, **panel: str) -> Trace:
    """The reader's own retention as a dot, if there is a number to show."""
    here = point(terms.retention, height, PINK, **panel)
    return here if np.isfinite(height) else {**here, "y": [None]}


def _axes(facts: dict[str, float], title: str) -> dict[str, Any]:
    top, low = snug(facts["high"], TOPS), facts["low"]
    bottom = 0.0 if not low < 0 else -snug(-low, TOPS)
    percent = {"tickformat": ".0%"}
    return {
        "xaxis": axis(0.29, 1, title, dtick=0.1, anchor="y2", **percent),
        "yaxis": axis(bottom, top, domain=[0.56, 1], nticks=5, zeroline=True),
        "yaxis2": axis(0, TALL, domain=[0, 0.44], tickvals=[0, 0.25, 0.5, 0.85], **percent),
    }
