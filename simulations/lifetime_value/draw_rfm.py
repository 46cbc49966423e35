"""The chart of recency and frequency: from dots in a log to four numbers a customer, one step at a time."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, SMALL, axis, bullet, header, layout, snug
from simulations.lifetime_value.analysis import analysis
from simulations.lifetime_value.log import Log
from simulations.lifetime_value.market import Market
from simulations.lifetime_value.views import LINES
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

SPANS: Final = (45.0, 60.0, 80.0, 105.0)
STEPS: Final = ("log", "first", "frequency", "recency", "age", "amount")
SHOWN_FROM: Final = (4, 3, 0, 1, 2, 3, 4, 5)
"""The step from which each trace is shown: age, recency, repeats, first, and the four columns of numbers."""


def draw_rfm(market: Market, table: Table, words: Words, language: Language) -> Picture:
    """A row a customer: purchases as dots, then what is counted and measured, then the numbers."""
    phrases, log = words.views["rfm_table"].phrases, analysis(market).log
    rows = [f"#{one}" for one in table["customer"].tolist()]
    span = snug(log.cut, SPANS) if rows else SPANS[0]
    contents = _contents(log, table, rows, span)
    facts = _facts(log, table)
    frames = tuple(
        Frame(
            phrases[f"{step}_step"][language],
            _at(contents, number),
            phrases[step].fill(facts)[language],
        )
        for number, step in enumerate(STEPS)
    )
    fixed = _fixed()
    data = tuple({**trace, **moving} for trace, moving in zip(fixed, frames[-1].data, strict=True))
    labels = zip(("x", "t_x", "T", "z"), _places(span), strict=True)
    heads = [
        header(0, bullet(ORANGE, phrases["start"][language]), "left"),
        header(0.3, bullet(BLUE, phrases["repeat"][language]), "center"),
        *({**header(at, f"<b>{phrases[name][language]}</b>"), "xref": "x"} for name, at in labels),
    ]
    axes = {
        "xaxis": axis(-1, 1.62 * span, phrases["axis"][language], tickvals=_ticks(span), showgrid=False),
        "yaxis": axis(LINES - 0.5, -0.5, tickvals=list(range(len(rows))), ticktext=rows, showgrid=False),
    }
    said = phrases["alt" if rows else "nobody"].fill(facts)[language]
    return Picture(data, layout(axes, heads, head=1), said, frames, len(frames) - 1)


def _ticks(span: float) -> list[int]:
    return list(range(0, int(span) + 1, 10 if span < 70 else 20))


def _places(span: float) -> tuple[float, ...]:
    return tuple(span * share for share in (1.08, 1.23, 1.38, 1.53))


def _fixed() -> tuple[Trace, ...]:
    """What of each trace never changes, whatever is shown."""
    skip = {"type": "scatter", "hoverinfo": "skip"}
    texts = [{**skip, "mode": "text", "textfont": {"size": SMALL}} for _ in range(4)]
    return (
        {**skip, "mode": "lines", "line": {"color": PINK, "width": 2, "dash": "dot"}},
        {**skip, "mode": "lines", "line": {"color": GREEN, "width": 5}},
        {**skip, "mode": "markers", "marker": {"color": BLUE, "size": 9}},
        {**skip, "mode": "markers", "marker": {"color": ORANGE, "size": 11}},
        *texts,
    )


def _at(contents: list[dict[str, Any]], step: int) -> tuple[Trace, ...]:
    empty: dict[str, Any] = {"x": [], "y": []}
    return tuple(
        content if step >= start else {**empty, **({"text": []} if "text" in content else {})}
        for content, start in zip(contents, SHOWN_FROM, strict=True)
    )


def _contents(log: Log, table: Table, rows: list[str], span: float) -> list[dict[str, Any]]:
    place = np.arange(len(rows))
    first, last = table["first_week"], table["first_week"] + table["recency"]
    seen = np.isin(log.customer, table["customer"] - 1) & (log.week <= log.cut)
    row = np.searchsorted(table["customer"] - 1, log.customer[seen])
    columns = (
        [f"{x}" for x in table["repeats"].tolist()],
        [f"{t:.0f}" for t in table["recency"].tolist()],
        [f"{t:.0f}" for t in table["age"].tolist()],
        [f"{z:.0f}" if z else "–" for z in table["spent"].tolist()],
    )
    return [
        _segments(first, np.full(len(rows), log.cut), place),
        _segments(first, last, place),
        {"x": np.round(log.week[seen], 2).tolist(), "y": row.tolist()},
        {"x": np.round(first, 2).tolist(), "y": place.tolist()},
        *(
            {"x": [at] * len(rows), "y": place.tolist(), "text": texts}
            for at, texts in zip(_places(span), columns, strict=True)
        ),
    ]


def _segments(start: Any, stop: Any, place: Any) -> dict[str, Any]:
    """A line in each row, with gaps between them."""
    ends = np.round(np.stack([start, stop], axis=1), 2).tolist()
    return {
        "x": [part for a, b in ends for part in (a, b, None)],
        "y": [part for at in place.tolist() for part in (at, at, None)],
    }


def _facts(log: Log, table: Table) -> dict[str, Any]:
    if not len(table["customer"]):
        return dict.fromkeys(("one", "x", "recency", "age", "spent"), 0) | {"cut": log.cut, "count": 0}
    at = int(np.argmax(table["repeats"]))
    return {
        "count": len(table["customer"]),
        "cut": log.cut,
        "one": int(table["customer"][at]),
        "x": int(table["repeats"][at]),
        "recency": float(table["recency"][at]),
        "age": float(table["age"][at]),
        "spent": float(table["spent"][at]),
    }
