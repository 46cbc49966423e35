"""The chart of growth: two firms that start alike, one of which knows what its service must bear."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language, filled
from simulations.drawing import BLUE, ORANGE, axis, bullet, dots, header, layout, line, note, numbers, snug
from simulations.integrated.model import Integrated
from simulations.measures import with_facts
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

FIRMS: Final = (("silo", ORANGE), ("integrated", BLUE))
TOPS: Final = tuple(base * 10**power for power in range(2, 8) for base in (1, 2, 4, 8))


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
    notes = [
        header(0, bullet(BLUE, phrases["integrated"].fill(facts)[language]), "left"),
        header(1, bullet(ORANGE, phrases["silo"].fill(facts)[language]), "right"),
        note(0.99, 0.46, dots(ORANGE, phrases["formula"][language]), **_corner()),
        note(
            0,
            0.35,
            phrases["answered"][language],
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
        ),
    ]
    shown = layout(_axes(model, table, phrases["axis"][language]), notes, head=1)
    return Picture(data, shown, phrases["alt"].fill(facts)[language], frames, len(frames) - 1)


def _corner() -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom"}


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


def _axes(model: Integrated, table: Table, title: str) -> dict[str, Any]:
    most = max(float(np.max(table[column])) for column in ("integrated", "silo", "integrated_expected"))
    return {
        "xaxis": axis(0, model.periods + 0.5, title, anchor="y2", nticks=8),
        "yaxis": axis(0, snug(1.1 * most, TOPS), domain=[0.46, 1], nticks=5),
        "yaxis2": axis(0, 1.05, domain=[0, 0.34], tickformat=".0%", tickvals=[0, 0.5, 1]),
    }
