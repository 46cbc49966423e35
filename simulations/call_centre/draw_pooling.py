"""The chart of pooling: the same agents and the same callers, in one line or in several."""

from typing import Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.call_centre.centre import LONG
from simulations.call_centre.line import Numbers
from simulations.call_centre.model import CallCentre
from simulations.call_centre.views import MOST_TEAMS
from simulations.drawing import BLUE, PINK, axis, bullet, header, kept, layout, note, numbers, snug, together
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.words import Words

WAITS: Final = (15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 960.0, 1920.0)


def draw_pooling(model: CallCentre, table: Table, words: Words, language: Language) -> Picture:
    """A bar for each number of teams by formula, and the run as dots for one team and for today's."""
    phrases = words.views["pooling"].phrases
    today = len(model.staff)
    measures, relaxations = model.measures(), _relaxations(model)
    is_short = relaxations < LONG
    facts = with_facts(
        measures,
        teams=today,
        agents=model.agents,
        times=measures["teams_wait"] / measures["mean_wait"] if measures["mean_wait"] else float("nan"),
        relaxations=relaxations,
    )
    top = snug(1.15 * float(np.nanmax(np.append(table["wait_expected"], 0.0))), WAITS)
    teams = list(range(1, MOST_TEAMS + 1))
    expected, waited = (_for_all(table[name]) for name in ("wait_expected", "wait"))
    bar = {"type": "bar", "x": teams, "y": numbers(expected, 2), "marker": {"color": BLUE}, "width": 0.6}
    run = np.where(waited <= top, waited, np.nan)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": teams,
        "y": numbers(run, 2),
        "marker": {"color": PINK, "size": 13},
        "hoverinfo": "skip",
    }
    heads = [
        header(0, bullet(BLUE, phrases["formula"][language]), "left"),
        header(1, bullet(PINK, phrases["run_short" if is_short else "run"][language]), "right"),
    ]
    settled = [phrases["seconds"].fill({"wait": wait})[language] for wait in expected.tolist()]
    labels = [
        kept(
            note(number, min(wait, top), text, yanchor="bottom", yshift=8)
            if np.isfinite(wait)
            else note(number, 0, phrases["grows"][language], yanchor="bottom", yshift=0),
            is_told=number <= len(table["teams"]),
        )
        for number, wait, text in zip(teams, expected.tolist(), settled, strict=True)
    ]
    axes = {
        "xaxis": axis(0.4, MOST_TEAMS + 0.6, phrases["axis"][language], dtick=1),
        "yaxis": axis(0, top * 1.08, phrases["wait"][language], nticks=5),
    }
    alt = phrases["alt" if np.isfinite(facts["teams_wait_expected"]) else "overrun"]
    alts = [alt, words.views["waiting"].phrases["alt_short"]] if is_short else [alt]
    told = together((alt.fill(facts) for alt in alts), language)
    return Picture((bar, dots), layout(axes, [*heads, *labels], head=1), told)


def _for_all(column: Numbers) -> Numbers:
    """A number for each count of teams that could be; none where there are fewer agents than teams."""
    return np.append(column, np.full(MOST_TEAMS - len(column), np.nan))


def _relaxations(model: CallCentre) -> float:
    """How many relaxation times of the slowest of its lines the run lasts; nan if all grow for ever."""
    lines = [model.line(model.agents), *(model.line(team, team / model.agents) for team in model.staff)]
    return min((model.relaxations(line) for line in lines if line.settles), default=float("nan"))
