"""The chart of growth: two firms that start alike, one of which knows what its service must bear."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language, filled
from simulations.drawing import BLUE, ORANGE, axis, bullet, dots, header, layout, line, numbers, snug
from simulations.integrated.model import Integrated
from simulations.line_ends import line_ends, room
from simulations.measures import with_facts
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

FIRMS: Final = (("silo", ORANGE), ("integrated", BLUE))
TOPS: Final = tuple(base * 10**power for power in range(2, 8) for base in (1, 1.5, 2, 3, 4, 6, 8))


def growth_table(model: Integrated) -> Table:
    """The run, month after month."""
    return model.run()


def draw_growth(model: Integrated, table: Table, words: Words, language: Language) -> Picture:
    """Above, the customers of both firms; below, the share of calls they answer; one frame a month."""
    phrases = words.views["growth"].phrases
    facts = with_facts(model.measures(), t=model.periods, n=model.n)
    frames = tuple(
        Frame(str(period), data, caption)
        for period, (data, caption) in enumerate(
            zip(_growing(table), _captions(table, words, language), strict=True)
        )
    )
    data = tuple({**fixed, **moving} for fixed, moving in zip(_traces(table), frames[-1].data, strict=True))
    axes = _axes(model, table, words, language)
    names = [bullet(colour, phrases[kind][language]) for kind, colour in FIRMS]
    ends = line_ends(list(zip(data, names, strict=False)), axes["yaxis"])  # the formulas, which stand still
    formula = header(1, dots(ORANGE, phrases["formula"][language]), "right")
    shown = layout(axes, [*ends, formula], head=1, **room(ends))
    return Picture(data, shown, phrases["alt"].fill(facts)[language], frames, len(frames) - 1)


def _traces(table: Table) -> tuple[Trace, ...]:
    months = table["period"].tolist()
    formula = [
        line(months, numbers(table[f"{kind}_expected"], 1), colour, line=_dotted(colour))
        for kind, colour in FIRMS
    ]
    moving = [line([], [], colour) for _, colour in FIRMS]
    below = [line([], [], colour, yaxis="y2") for _, colour in FIRMS]
    return (*formula, *moving, *below)


def _dotted(colour: str) -> dict[str, Any]:
    return {"color": colour, "width": 2, "dash": "dot"}


def _growing(table: Table) -> list[tuple[Trace, ...]]:
    months = table["period"].tolist()
    customers = [table[kind].tolist() for kind, _ in FIRMS]
    answered = [numbers(table[f"{kind}_answered"]) for kind, _ in FIRMS]
    return [
        ({}, {}, *({"x": months[:t], "y": each[:t]} for each in (*customers, *answered)))
        for t in range(1, len(months) + 1)
    ]


def _captions(table: Table, words: Words, language: Language) -> list[str]:
    said = words.views["growth"].phrases["moment"][language]
    columns = ("period", "silo", "integrated", "silo_answered", "integrated_answered", "integrated_agents")
    rows = zip(*(table[column].tolist() for column in columns), strict=True)
    return [filled(said, dict(zip(columns, row, strict=True))) for row in rows]


def _axes(model: Integrated, table: Table, words: Words, language: Language) -> dict[str, Any]:
    titles = [words.views["growth"].phrases[name][language] for name in ("axis", "customers", "answered")]
    most = max(float(np.max(table[column])) for column in ("integrated", "silo", "integrated_expected"))
    return {
        "xaxis": axis(0, model.periods + 0.5, titles[0], anchor="y2", nticks=8),
        "yaxis": axis(0, snug(1.1 * most, TOPS), titles[1], domain=[0.44, 1], nticks=5, tickformat=",d"),
        "yaxis2": axis(0, 1.05, titles[2], domain=[0, 0.36], tickformat=".0%", tickvals=[0, 0.5, 1]),
    }
