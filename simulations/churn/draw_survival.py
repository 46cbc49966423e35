"""The chart of staying: the true share left, that of Kaplan and Meier, and that of the leavers alone."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.churn.model import Churn
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    dots,
    header,
    kept,
    layout,
    line,
    note,
    numbers,
)
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.words import Words

LINES: Final = {
    "left_of_leavers": {"color": ORANGE, "width": 3},
    "left_by_curve": {"color": BLUE, "width": 3},
    "left_expected": {"color": PINK, "width": 2, "dash": "dot"},
}


def draw_survival(model: Churn, table: Table, words: Words, language: Language) -> Picture:
    """Three curves over the months of membership, and the month that is asked about."""
    phrases, measures = words.views["survival"].phrases, model.measures()
    names = {name: words.columns[name][language] for name in table}
    asked = line([model.after] * 2, [0, 1.08], GREEN, line={"color": GREEN, "width": 1}, hoverinfo="skip")
    traces = (asked, *(_curve(table, column, names[column], how) for column, how in LINES.items()))
    notes = [
        {**header(0, bullet(BLUE, phrases["curve"][language]), "left"), "yshift": 20},
        {**header(1, bullet(ORANGE, phrases["leavers"][language]), "right"), "yshift": 20},
        header(1, dots(PINK, phrases["truth"][language]), "right"),
        kept(_asked(model, phrases["asked"].fill({"after": model.after})[language]), is_told=_is_in(model)),
    ]
    axes = {
        "xaxis": axis(0, model.periods, phrases["axis"][language], nticks=8, tickformat="d"),
        "yaxis": axis(
            0, 1.08, phrases["share"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
    }
    said = "alt" if measures["gone"] else "alt_nobody"
    facts = with_facts(measures, after=model.after, today=model.today)
    return Picture(traces, layout(axes, notes, head=2), phrases[said].fill(facts)[language])


def _curve(table: Table, column: str, name: str, how: dict[str, Any]) -> dict[str, Any]:
    return line(table["months"].tolist(), numbers(table[column]), "", name=name, line={**how, "shape": "hv"})


def _is_in(model: Churn) -> bool:
    return model.after <= model.periods


def _asked(model: Churn, text: str) -> dict[str, Any]:
    side = "left" if model.after < 0.7 * model.periods else "right"
    return note(model.after, 1.0, f" {text} ", xanchor=side, yanchor="top")
