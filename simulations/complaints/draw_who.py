"""The chart of who complains: customers by their attachment, split into those who speak and the silent."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.complaints import closed_forms as forms
from simulations.complaints.model import Complaints
from simulations.drawing import (
    BLUE,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    layout,
    line,
    numbers,
    snug,
)
from simulations.picture import Picture
from simulations.words import Words

TOPS: Final = (0.22, 0.5, 1.0)
DEVIATIONS: Final = list(range(-3, 4))
SIGNED: Final = ["−3", "−2", "−1", "0", "+1", "+2", "+3"]


def draw_who(model: Complaints, table: Table, words: Words, language: Language) -> Picture:
    """Stacked bars over attachment: below, those who complain; dotted, the formula."""
    phrases = words.views["who"].phrases
    places = table["attachment"].tolist()
    bars = [
        _bar(words.columns[name][language], places, numbers(table[name], 4), colour)
        for name, colour in (("complains", BLUE), ("silent", ORANGE))
    ]
    traces = (
        *bars,
        line(
            places,
            numbers(table["complains_expected"], 4),
            PINK,
            name=words.columns["complains_expected"][language],
            line={"color": PINK, "width": 3, "dash": "dot"},
            hoverinfo="skip",
        ),
    )
    heads = [
        header(0, bullet(BLUE, phrases["complains"][language]), "left"),
        header(0.5, dots(PINK, phrases["formula"][language])),
        header(1, bullet(ORANGE, phrases["silent"][language]), "right"),
    ]
    top = snug(1.05 * float((table["silent"] + table["complains"]).max()), TOPS)
    axes = {
        "xaxis": axis(-3.3, 3.3, phrases["axis"][language], tickvals=DEVIATIONS, ticktext=SIGNED),
        "yaxis": axis(0, top, phrases["share"][language], tickformat=".0%", nticks=6),
    }
    facts = {
        "complaining": forms.complain(model, model.readiness),
        "gap": forms.attachment_gap(model),
        "high": forms.complain_at(model, 1),
        "low": forms.complain_at(model, -1),
    }
    shown = layout(axes, heads, head=1, barmode="stack", bargap=0.1)
    return Picture(traces, shown, phrases["alt"].fill(facts)[language])


def _bar(name: str, x: list[float], y: list[float | None], colour: str) -> dict[str, Any]:
    return {"type": "bar", "name": name, "x": x, "y": y, "marker": {"color": colour}, "hoverinfo": "skip"}
