"""The chart of handling: how many stay as more complaints are put right, sooner or later."""

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
    dots,
    header,
    layout,
    line,
    numbers,
    point,
)
from simulations.line_ends import line_ends, room
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
    axes = {
        "xaxis": axis(
            -0.02, 1.02, phrases["axis"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]
        ),
        "yaxis": axis(0, 1.02, phrases["stay"][language], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1]),
    }
    facts = {
        "at_once": float(table["stay_at_once"][-1]),
        "late": float(table["stay_late"][-1]),
        "today": stayed,
        "form": model.stay_expected,
        "silent": 1 - model.complaint_rate,
        "fix": model.fix_rate,
        "fast": model.fast_rate,
    }
    names = (("claim", ORANGE), ("late", BLUE), ("at_once", GREEN))
    labels = [bullet(colour, phrases[name].fill(facts)[language]) for name, colour in names]
    labels.append(dots(PINK, phrases["formula"][language]))
    ends = line_ends(list(zip(traces, labels, strict=False)), axes["yaxis"])
    today = header(1, bullet(PINK, phrases["today"].fill(facts)[language]), "right")
    shown = layout(axes, [today, *ends], head=1, **room(ends))
    return Picture(traces, shown, phrases["alt"].fill(facts)[language])
