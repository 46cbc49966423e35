"""The chart of the paths: who stays of those who took each, and who would if everybody took it."""

from typing import Any

from courseware.language import conventions
from courseware.table import Table
from courseware.text import Language
from simulations.complaints import closed_forms as forms
from simulations.complaints.model import Complaints
from simulations.complaints.terms import GIVEN_BACK
from simulations.drawing import BLUE, GREEN, ORANGE, axis, bullet, dots, header, kept, layout, line, numbers
from simulations.picture import Picture
from simulations.tarp import PATHS
from simulations.words import Words


def draw_paths(model: Complaints, table: Table, words: Words, language: Language) -> Picture:
    """A bar a path for the table, a diamond for the experiment; dotted, those never failed."""
    phrases = words.views["paths"].phrases
    names = [phrases[path][language] for path in PATHS]
    bars: dict[str, Any] = {
        "type": "bar",
        "name": words.columns["stay_of_those"][language],
        "x": names,
        "y": numbers(table["stay_of_those"]),
        "width": 0.5,
        "marker": {"color": BLUE},
        "hoverinfo": "skip",
    }
    experiment: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "name": words.columns["if_everybody"][language],
        "x": names,
        "y": numbers(table["if_everybody"]),
        "marker": {"color": ORANGE, "size": 16, "symbol": "diamond"},
        "hoverinfo": "skip",
    }
    heads = [
        header(0, bullet(BLUE, phrases["table"][language]), "left"),
        header(1, bullet(ORANGE, phrases["experiment"][language]), "right"),
    ]
    is_compared = model.basis == GIVEN_BACK
    never = [round(forms.never_failed(model), 3)] * len(PATHS) if is_compared else [None] * len(PATHS)
    across = line(
        names,  # type: ignore[arg-type] # Plotly takes the names of a row of categories
        never,
        GREEN,
        name=phrases["never"][language],
        line={"color": GREEN, "width": 3, "dash": "dot"},
        hoverinfo="skip",
    )
    never_failed = {**header(0, dots(GREEN, phrases["never"][language]), "left"), "yshift": 20}
    heads.append(kept(never_failed, is_told=is_compared))
    axes = {
        "xaxis": axis(-0.5, len(PATHS) - 0.5, type="category"),
        "yaxis": axis(0, 1.02, phrases["stay"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
    }
    shown = layout(axes, heads, head=2)
    return Picture((bars, across, experiment), shown, _alt(model, table, phrases, language))


def _alt(model: Complaints, table: Table, phrases: Any, language: Language) -> str:
    """Told by formula, which knows a number also where a small run has nobody."""
    facts: dict[str, float] = {"never": forms.never_failed(model)}
    for place, path in enumerate(PATHS):
        facts[path] = float(table["stay_of_those_expected"][place])
        facts[f"all_{path}"] = float(table["if_everybody_expected"][place])
    said = [phrases["alt"].fill(facts)[language]]
    if model.basis == GIVEN_BACK:
        said.append(phrases["alt_never"].fill(facts)[language])
    return conventions(language).blank.join(said)
