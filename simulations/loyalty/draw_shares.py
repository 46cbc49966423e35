"""The chart of the shares: how the quadrants grow and shrink, and what a fallen barrier leaves."""

from math import isnan
from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, PINK, axis, bullet, dots, header, kept, layout, line, numbers, together
from simulations.line_ends import line_ends, room
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
    fall = [0.0, 1.0] if model.is_shocked else [None, None]
    shock = line([model.shock_period - 0.5] * 2, fall, GREY, line={"color": GREY, "width": 2})
    axes = _axes(model, words, language)
    run, formula = bullet(BLUE, phrases["run"][language]), dots(PINK, phrases["formula"][language])
    ends = [
        *line_ends(list(zip(curves, _names(table, words, language), strict=True)), axes["yaxis"]),
        *line_ends(list(zip(means, (run, formula), strict=True)), axes["yaxis2"]),
    ]
    fallen = header(0, "<b>│</b> " + _shock_text(model, words, language), "left")
    shown = layout(axes, [*ends, kept(fallen, is_told=model.is_shocked)], head=1, **room(ends))
    return Picture((*curves, *means, shock), shown, _alt(model, table, words, language))


def _names(table: Table, words: Words, language: Language) -> list[str]:
    """The four names with their last shares, in the order of the curves."""
    names = words.views["plane"].phrases
    return [
        bullet(colour, f"{names[name][language]} <b>{table[name][-1]:.0%}</b>")
        for name, colour in COLOURS.items()
    ]


def _shock_text(model: Firm, words: Words, language: Language) -> str:
    """What the fall of the barrier leaves."""
    measures = model.measures()
    known = not any(
        isnan(measures[name]) for name in ("kept_inertia_after_shock", "kept_absolute_after_shock")
    )
    return words.views["shares"].phrases["shock" if known else "shock_bare"].fill(measures)[language]


def _axes(model: Firm, words: Words, language: Language) -> dict[str, Any]:
    phrases = words.views["shares"].phrases
    titles = [phrases[name][language] for name in ("axis", "customers", "attitude")]
    return {
        "xaxis": axis(0, model.periods, titles[0], anchor="y2"),
        "yaxis": axis(0, 1.02, titles[1], domain=[0.42, 1], tickformat=".0%", tickvals=[0, 0.5, 1]),
        "yaxis2": axis(0, 1, titles[2], domain=[0, 0.3], tickvals=[0, 0.5, 1], tickformat=".1f"),
    }


def _alt(model: Firm, table: Table, words: Words, language: Language) -> str:
    phrases = words.views["shares"].phrases
    facts = {name: table[name][-1] for name in (*QUADRANTS, "attitude", "attitude_expected")}
    said = [phrases["alt"].fill({**facts, "t": model.periods, "first": table["absolute"][0]})]
    if model.is_shocked:
        eve = {f"{name}_eve": table[name][model.eve] for name in QUADRANTS}
        said += [phrases["alt_shock"].fill({**eve, "at": model.shock_period})]
    return together(said, language)
