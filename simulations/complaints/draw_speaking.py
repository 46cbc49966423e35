"""The chart of speaking: how many stay as more complain, and if complainers were no more attached."""

from courseware.table import Table
from courseware.text import Language
from simulations.complaints import closed_forms as forms
from simulations.complaints.model import Complaints
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    layout,
    line,
    numbers,
    point,
)
from simulations.line_ends import line_ends, room
from simulations.picture import Picture
from simulations.words import Words


def draw_speaking(model: Complaints, table: Table, words: Words, language: Language) -> Picture:
    """A curve over the share that complains, a dotted one if all are alike, and the button's two dots."""
    phrases = words.views["speaking"].phrases
    facts = _facts(model)
    shares = table["complaining"].tolist()
    traces = (
        line(
            shares,
            numbers(table["stay_if_alike"], 4),
            ORANGE,
            name=words.columns["stay_if_alike"][language],
            line={"color": ORANGE, "width": 3, "dash": "dot"},
        ),
        line(shares, numbers(table["stay_expected"], 4), BLUE, name=words.columns["stay_expected"][language]),
        point(round(facts["unasked"], 4), round(facts["now"], 4), GREEN),
        point(round(facts["asked"], 4), round(facts["then"], 4), PINK),
    )
    heads = [
        {**header(0, bullet(GREEN, phrases["now"].fill(facts)[language]), "left"), "yshift": 20},
        header(0, bullet(PINK, phrases["then"].fill(facts)[language]), "left"),
    ]
    axes = {
        "xaxis": axis(
            -0.02, 1.02, phrases["axis"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
        "yaxis": axis(0, 1.02, phrases["stay"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
    }
    alike, attached = traces[:2]
    ends = line_ends(
        [
            (alike, dots(ORANGE, phrases["alike"][language])),
            (attached, bullet(BLUE, phrases["attached"][language])),
        ],
        axes["yaxis"],
    )
    return Picture(
        traces, layout(axes, [*heads, *ends], head=2, **room(ends)), phrases["alt"].fill(facts)[language]
    )


def _facts(model: Complaints) -> dict[str, float]:
    asked, alike = forms.readiness_with_button(model), forms.if_alike(model)
    return {
        "unasked": forms.complain(model, model.readiness),
        "now": forms.stay(model, model.readiness),
        "asked": forms.complain(model, asked),
        "then": forms.stay(model, asked),
        "alike": forms.stay(alike, forms.readiness_with_button(alike)),
    }
