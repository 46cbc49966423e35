"""The chart of handling: how many stay as more complaints are put right, sooner or later."""

from typing import Any

import numpy as np

from courseware.table import Table, make_table
from courseware.text import Language
from simulations.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    axis,
    bullet,
    header,
    layout,
    line,
    note,
    numbers,
    point,
)
from simulations.picture import Picture
from simulations.recovery.closed_forms import COURSE, stay_share
from simulations.recovery.model import Recovery
from simulations.words import Words


def handling_table(model: Recovery) -> Table:
    """For each share of complaints put right: who stays if all of it is late, at once, or as today."""
    rates = np.arange(21) / 20
    c, chances = model.complaint_rate, model.stay_chances
    return make_table(
        {
            "fix_rate": rates,
            "stay_late": [stay_share(c, rate, 0, chances) for rate in rates],
            "stay_at_once": [stay_share(c, rate, 1, chances) for rate in rates],
            "stay_today": [stay_share(c, rate, model.fast_rate, chances) for rate in rates],
        }
    )


def draw_handling(model: Recovery, table: Table, words: Words, language: Language) -> Picture:
    """The two lines between which speed decides, the course's 70 % across, and the run as a dot."""
    phrases = words.views["handling"].phrases
    stayed = model.measures()["stay_share"]
    rates = table["fix_rate"].tolist()
    traces = (
        line([0, 1], [COURSE] * 2, ORANGE, line={"color": ORANGE, "width": 2, "dash": "dot"}),
        line(rates, numbers(table["stay_late"]), BLUE),
        line(rates, numbers(table["stay_at_once"]), GREEN),
        line(rates, numbers(table["stay_today"]), PINK, line={"color": PINK, "width": 2, "dash": "dot"}),
        point(model.fix_rate, round(stayed, 3), PINK),
    )
    notes = [
        note(0, COURSE, bullet(ORANGE, phrases["claim"][language]), xanchor="left", yanchor="bottom"),
        *_names(table, phrases["at_once"][language], phrases["late"][language]),
        header(1, bullet(PINK, phrases["today"].fill({"share": stayed})[language]), "right"),
    ]
    axes = {
        "xaxis": axis(
            -0.02, 1.02, phrases["axis"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
        "yaxis": axis(0, 1.02, tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
    }
    ends = {
        "late": table["stay_late"][-1],
        "at_once": table["stay_at_once"][-1],
        "silent": 1 - model.complaint_rate,
    }
    facts = {"stayed": stayed, "form": model.stay_expected, "fix": model.fix_rate, "fast": model.fast_rate}
    shown = layout(axes, notes, headed=True)
    return Picture(traces, shown, phrases["alt"].fill({**ends, **facts})[language])


def _names(table: Table, at_once: str, late: str) -> list[dict[str, Any]]:
    """The upper line is named above its end, the lower one below, so that they never meet."""
    upper, lower = float(table["stay_at_once"][-1]), float(table["stay_late"][-1])
    return [
        note(1, upper, bullet(GREEN, at_once), xanchor="right", yanchor="bottom", yshift=2),
        note(1, lower, bullet(BLUE, late), xanchor="right", yanchor="top", yshift=-4),
    ]
