"""The chart of the shares: how the quadrants grow and shrink, and what a fallen barrier leaves."""

from math import isnan
from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, PINK, axis, bullet, dots, header, layout, line, note, numbers, together
from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import QUADRANTS
from simulations.loyalty.plane import COLOURS
from simulations.picture import Picture
from simulations.words import Words

GREY: Final = "#8a8a8a"


def draw_shares(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """Above, the four shares; below, the mean attitude with its closed form; the shock as a line."""
    phrases = words.views["shares"].phrases
    months = table["period"].tolist()
    curves = [line(months, numbers(table[name]), colour) for name, colour in COLOURS.items()]
    dotted = {"line": {"color": PINK, "width": 3, "dash": "dot"}}
    means = (
        line(months, numbers(table["attitude"]), BLUE, yaxis="y2"),
        line(months, numbers(table["attitude_expected"]), PINK, yaxis="y2", **dotted),
    )
    told = bullet(BLUE, phrases["attitude"][language]) + "  " + dots(PINK, phrases["formula"][language])
    below = note(0, 0.31, told, xref="paper", yref="paper", xanchor="left", yanchor="bottom")
    fall = [0.0, 1.0] if model.is_shocked else [None, None]
    shock = line([model.shock_period - 0.5] * 2, fall, GREY, line={"color": GREY, "width": 2})
    notes = [*_heads(model, table, words, language), below]
    shown = layout(_axes(model, phrases["axis"][language]), notes, head=3)
    return Picture((*curves, *means, shock), shown, _alt(model, table, words, language))


def _heads(model: Firm, table: Table, words: Words, language: Language) -> list[Any]:
    """The four names with their last shares, two by two above the chart; below them the shock."""
    names = words.views["plane"].phrases
    texts = [
        bullet(COLOURS[name], f"{names[name][language]} <b>{table[name][-1]:.0%}</b>") for name in QUADRANTS
    ]
    left = "<br>".join((texts[2], texts[0], _shock_line(model, words, language)))
    right = "<br>".join((texts[3], texts[1], "&nbsp;"))
    return [header(0, left, "left"), header(1, right, "right")]


def _shock_line(model: Firm, words: Words, language: Language) -> str:
    """What the fall of the barrier leaves; an empty line if it stays up."""
    measures = model.measures()
    if not model.is_shocked:
        return "&nbsp;"
    known = not any(
        isnan(measures[name]) for name in ("kept_inertia_after_shock", "kept_absolute_after_shock")
    )
    phrase = words.views["shares"].phrases["shock" if known else "shock_bare"]
    return "<b>│</b> " + phrase.fill(measures)[language]


def _axes(model: Firm, title: str) -> dict[str, Any]:
    return {
        "xaxis": axis(0, model.periods, title, anchor="y2"),
        "yaxis": axis(0, 1.02, domain=[0.42, 1], tickformat=".0%", tickvals=[0, 0.5, 1]),
        "yaxis2": axis(0, 1, domain=[0, 0.3], tickvals=[0, 0.5, 1]),
    }


def _alt(model: Firm, table: Table, words: Words, language: Language) -> str:
    phrases = words.views["shares"].phrases
    facts = {name: table[name][-1] for name in (*QUADRANTS, "attitude", "attitude_expected")}
    said = [phrases["alt"].fill({**facts, "t": model.periods, "first": table["absolute"][0]})]
    if model.is_shocked:
        eve = {f"{name}_eve": table[name][model.eve] for name in QUADRANTS}
        said += [phrases["alt_shock"].fill({**eve, "at": model.shock_period})]
    return together(said, language)
