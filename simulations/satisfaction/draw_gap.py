"""The chart of each customer's gap: a dot a customer, piled where its perceived value falls."""

from typing import Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    header,
    kept,
    layout,
    line,
    note,
    numbers,
)
from simulations.picture import Picture
from simulations.satisfaction.moments import Numbers
from simulations.satisfaction.offer import Offer
from simulations.words import Words

LOW, HIGH, WIDTH = 0.0, 130.0, 2.5
TALL: Final = 32
"""How many dots a pile holds before they close up."""
DOTS: Final = 600
"""Customers beyond this number are counted but not drawn."""
FEELINGS: Final = ((-1, "unhappy", ORANGE), (0, "neutral", BLUE), (1, "happy", GREEN))


def draw_gap(model: Offer, table: Table, words: Words, language: Language) -> Picture:
    """Piles of customers over what they got, coloured by how they feel about it."""
    phrases = words.views["gap"].phrases
    promise = line([model.expectation] * 2, [0, TALL + 1], PINK, hoverinfo="skip")
    total = max(len(table["feeling"]), 1)
    shares = {name: float((table["feeling"] == sign).sum()) / total for sign, name, _ in FEELINGS}
    heads = [
        header(x, bullet(colour, phrases[name].fill({"share": shares[name]})[language]), anchor)
        for (_, name, colour), x, anchor in zip(
            FEELINGS, (0, 0.5, 1), ("left", "center", "right"), strict=True
        )
    ]
    nobody = note(0.5, 0.5, phrases["no_one"][language], xref="paper", yref="paper")
    is_anybody = len(table["feeling"]) > 0
    heads = [*(kept(head, is_told=is_anybody) for head in heads), kept(nobody, is_told=not is_anybody)]
    left = model.expectation > 60
    label = phrases["expected"].fill({"e": model.expectation})[language]
    flag = note(
        model.expectation, TALL + 1, label, xanchor="right" if left else "left", xshift=-6 if left else 6
    )
    axes = {
        "xaxis": axis(LOW - 2, HIGH + 2, phrases["axis"][language]),
        "yaxis": axis(-1, TALL + 2.5, visible=False),
    }
    shown = layout(
        axes,
        [*heads, flag, *_outside(table["perceived"], words, language)],
        margin={"l": 12, "r": 12, "t": 52, "b": 44},
    )
    return Picture((_dots(model, table), promise), shown, _alt(model, table, shares, words, language))


def _outside(values: Numbers, words: Words, language: Language) -> list[dict[str, object]]:
    """How many customers lie at an end of the axis only because it ends there."""
    phrases = words.views["gap"].phrases
    ends = (
        ("below", LOW, (values < LOW).sum(), {"xanchor": "left", "xshift": 14}),
        ("beyond", HIGH, (values > HIGH).sum(), {"xanchor": "right", "xshift": -14}),
    )
    return [
        kept(
            note(end, TALL / 2, phrases[name].fill({"count": count, "end": end})[language], **beside),
            is_told=count > 0,
        )
        for name, end, count, beside in ends
    ]


def _piles(values: Numbers) -> tuple[Numbers, Numbers]:
    """Where each dot lies: the middle of its bin, and its rank in the pile from below."""
    bins = np.floor(np.clip(values, LOW, HIGH - WIDTH) / WIDTH).astype(int)
    order = np.argsort(bins, kind="stable")
    first = np.searchsorted(bins[order], bins[order], "left")
    rank = np.empty(len(bins))
    rank[order] = np.arange(len(bins)) - first
    tallest = rank.max(initial=0) + 1
    return (bins + 0.5) * WIDTH, rank * min(1.0, TALL / tallest) + 0.5


def _dots(model: Offer, table: Table) -> dict[str, object]:
    """A dot for each of the first customers, in their order; those who do not try are nowhere.

    So the same place in the list is the same customer in every run, and the browser can follow them.
    """
    count = min(model.n, DOTS)
    here = table["customer"] <= count
    at = table["customer"][here] - 1
    x, y, feeling = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, dtype=int)
    x[at], y[at] = _piles(table["perceived"][here])
    feeling[at] = table["feeling"][here]
    colours = {sign: colour for sign, _, colour in FEELINGS}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": numbers(x, 2),
        "y": numbers(y, 2),
        "marker": {"color": [colours[sign] for sign in feeling.tolist()], "size": 7},
        "hoverinfo": "skip",
    }


def _alt(model: Offer, table: Table, shares: dict[str, float], words: Words, language: Language) -> str:
    phrases = words.views["gap"].phrases
    tried = len(table["feeling"])
    if not tried:
        return phrases["nobody"].fill({"n": model.n, "e": model.expectation})[language]
    gap = float(table["difference"].mean())
    facts = {"n": model.n, "tried": tried, "e": model.expectation, "gap": gap, **shares}
    return phrases["alt"].fill(facts)[language]
