"""The chart of the balance: the same customers, counted as people and as messages."""

from typing import Any, Final

import numpy as np

from courseware.table import Table, make_table
from courseware.text import Language
from simulations.drawing import BLUE, FONT, GREEN, ORANGE, axis, bullet, header, layout, note
from simulations.picture import Picture
from simulations.word_of_mouth.model import WordOfMouth, account
from simulations.words import Words

SIDES: Final = (("bad", ORANGE, 0, "left"), ("neutral", BLUE, 0.5, "center"), ("good", GREEN, 1, "right"))


def balance_table(model: WordOfMouth) -> Table:
    """Two rows, all who were reached: how many people, and how many messages, of each kind."""
    reached, happy, unhappy, well, badly = account(model)[-1].tolist()
    return make_table(
        {
            "counted": ["people", "messages"],
            "bad": [unhappy, badly],
            "neutral": [reached - happy - unhappy, 0],
            "good": [happy, well],
        }
    )


def draw_balance(model: WordOfMouth, table: Table, words: Words, language: Language) -> Picture:
    """Two bars of equal length: the shares among people, and the shares among messages."""
    phrases = words.views["balance"].phrases
    rows = [phrases[row][language] for row in ("people", "messages")]
    total = table["bad"] + table["neutral"] + table["good"]
    bars = tuple(_bar(rows, table[name], total, colour) for name, colour, _, _ in SIDES)
    heads = [header(x, bullet(colour, phrases[name][language]), side) for name, colour, x, side in SIDES]
    measures = model.measures()
    verdict = note(
        0.5,
        -0.12,
        phrases["verdict"].fill(measures)[language],
        xref="paper",
        yref="paper",
        yanchor="top",
        font={"size": FONT},
    )
    axes = {
        "xaxis": axis(0, 1, tickformat=".0%", tickvals=[0, 0.5, 1]),
        "yaxis": axis(1.5, -0.5, showgrid=False, ticklen=0),
    }
    shown = layout(axes, [*heads, verdict], barmode="stack", bargap=0.35)
    shown["margin"] = {"l": 44, "r": 20, "t": 34, "b": 76}
    counts = {
        f"{name}_{row}": table[name][i] for name, *_ in SIDES for i, row in enumerate(("people", "told"))
    }
    return Picture(bars, shown, phrases["alt"].fill({**counts, **measures})[language])


def _bar(rows: list[str], counts: Any, total: Any, colour: str) -> dict[str, Any]:
    shares = np.divide(counts, total, out=np.zeros(len(rows)), where=total > 0)
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": np.round(shares, 4).tolist(),
        "marker": {"color": colour},
        "text": [f"{share:.0%}" if share >= 0.08 else "" for share in shares],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 16, "color": "#fff"},
        "hoverinfo": "skip",
    }
