"""The chart of who is still there: how often and how lately a customer bought, and what that tells."""

from typing import Any, Final

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, PINK, axis, bullet, layout, line, note, numbers, point, snug
from simulations.history import Numbers
from simulations.lifetime_value.analysis import analysis
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.model import probe, probed
from simulations.lifetime_value.views import COLUMNS, ROWS
from simulations.picture import Picture, Trace
from simulations.words import Words

SPANS: Final = (45.0, 60.0, 80.0, 105.0, 160.0)
DEEPEST: Final = 0.85
"""How opaque the strongest cell is, so that words on it can be read."""
TOLD: Final = tuple((column, row) for row in (3, 8, 13) for column in (3, 7, 11))
"""The cells in which a number stands: column from 0, repeat purchases."""


def draw_alive(market: Market, table: Table, words: Words, language: Language) -> Picture:
    """Above, the chance to be alive; below, the purchases to be expected; the reader's customer as a dot."""
    phrases = words.views["alive"].phrases
    found = analysis(market)
    alive, expected = probed(market, found)
    bought, last = probe(market, found)
    facts = {
        "x": bought,
        "week": last,
        "cut": found.log.cut,
        "ahead": market.ahead,
        "alive": alive,
        "expected": expected,
        **_extremes(table),
    }
    notes = [
        note(0, 1.02, bullet(BLUE, phrases["alive"][language]), **_above("left")),
        note(1, 1.02, bullet(PINK, phrases["probe_alive"].fill(facts)[language]), **_above("right")),
        note(0, 0.46, bullet(GREEN, phrases["expected"].fill(facts)[language]), **_above("left")),
        note(1, 0.46, bullet(PINK, phrases["probe_expected"].fill(facts)[language]), **_above("right")),
        *_told(table, "alive", "{:.0%}", {}),
        *_told(table, "expected", "{:.1f}", {"yref": "y2"}),
    ]
    shown = layout(_axes(found.log.cut, phrases, language), notes, barmode="overlay", head=1)
    return Picture(_traces(table, bought, last, found.log.cut), shown, phrases["alt"].fill(facts)[language])


def _above(side: str) -> dict[str, str]:
    return {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}


def _extremes(table: Table) -> dict[str, float]:
    """The last week's chances of rare and frequent buyers, and those of a middle week."""
    alive = table["alive"].reshape(ROWS, COLUMNS)
    middle = COLUMNS // 2 - 1
    return {
        "middle": float(table["last_week"][middle]),
        "rare": float(alive[1, middle]),
        "often": float(alive[11, middle]),
    }


def _traces(table: Table, bought: int, last: float, cut: float) -> tuple[Trace, ...]:
    below, most = {"yaxis": "y2"}, max(float(table["expected"].max()), 1e-9)
    today = {"color": PINK, "width": 2, "dash": "dot"}
    return (
        _cells(table, table["alive"], "0, 114, 178", cut),
        _cells(table, table["expected"] / most, "0, 158, 115", cut, **below),
        line([cut, cut], [0, ROWS + 1], PINK, line=today, hoverinfo="skip"),
        line([cut, cut], [0, ROWS + 1], PINK, line=today, hoverinfo="skip", **below),
        point(round(last, 2), min(bought, ROWS), PINK),
        point(round(last, 2), min(bought, ROWS), PINK, **below),
    )


def _cells(table: Table, depth: Numbers, colour: str, cut: float, **more: Any) -> Trace:
    """A coloured square for each cell, as a bar that stands on air."""
    shades = [f"rgba({colour}, {DEEPEST * part:.3f})" for part in depth.tolist()]
    return {
        "type": "bar",
        "x": numbers(table["last_week"] - cut / COLUMNS / 2, 2),
        "width": 0.97 * cut / COLUMNS,
        "base": (table["repeats"] - 0.46).tolist(),
        "y": [0.92] * len(depth),
        "marker": {"color": shades, "line": {"width": 0}},
        "hoverinfo": "skip",
        **more,
    }


def _told(table: Table, column: str, how: str, place: dict[str, Any]) -> list[dict[str, Any]]:
    values, weeks = table[column].reshape(ROWS, COLUMNS), table["last_week"]
    half = float(weeks[0]) / 2
    return [note(float(weeks[at]) - half, row, how.format(values[row - 1, at]), **place) for at, row in TOLD]


def _axes(cut: float, phrases: Any, language: Language) -> dict[str, Any]:
    rows: dict[str, Any] = {"tickvals": [1, 5, 10, 15], "showgrid": False}
    return {
        "xaxis": axis(0, snug(cut, SPANS), phrases["axis"][language], anchor="y2", showgrid=False),
        "yaxis": axis(-0.7, ROWS + 0.7, phrases["bought"][language], domain=[0.56, 1], **rows),
        "yaxis2": axis(-0.7, ROWS + 0.7, phrases["bought"][language], domain=[0, 0.44], **rows),
    }
