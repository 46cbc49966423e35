"""The chart of the forecast: what the open deals are worth, what they promise, what came of them."""

from typing import Any, Final

import numpy as np

from courseware.table import Table
from courseware.text import Language, filled
from simulations.drawing import BLUE, GREEN, PINK, axis, bullet, header, layout, line, snug
from simulations.picture import Frame, Picture, Trace
from simulations.pipeline.model import Pipeline
from simulations.words import Words

COLUMNS: Final = (("pipeline_value", BLUE), ("forecast", PINK), ("came", GREEN))
GRAIN: Final = tuple(base * 10**power for power in range(2, 13) for base in (1, 2, 4, 6))


def draw_forecast(model: Pipeline, table: Table, words: Words, language: Language) -> Picture:
    """Three lines over the periods, all about the deals open at that time; a frame a period from 0 on."""
    phrases = words.views["forecast"].phrases
    measures = model.measures()
    captions = _captions(table, words, language)
    frames = tuple(
        Frame(str(period), data, caption)
        for period, (data, caption) in enumerate(zip(_growing(table), captions, strict=True))
    )
    lines = [line([], [], colour) for _, colour in COLUMNS]
    data = tuple({**fixed, **moving} for fixed, moving in zip(lines, frames[-1].data, strict=True))
    top = snug(1.25 * _expected_worth(model), GRAIN)
    top = snug(max(top, 1.02 * float(table["pipeline_value"].max())), GRAIN)
    heads = [
        {**header(0, bullet(BLUE, phrases["worth"][language]), "left"), "yshift": 20},
        header(0, bullet(PINK, phrases["promised"][language]), "left"),
        header(1, bullet(GREEN, phrases["came"][language]), "right"),
    ]
    axes = {
        "xaxis": axis(0.6, model.periods + 0.4, phrases["axis"][language], nticks=8),
        "yaxis": axis(0, top, phrases["money"][language], nticks=5, tickformat=",d"),
    }
    phrase = phrases["alt" if measures["came"] else "nothing"]
    alt = phrase.fill({**measures, "t": model.periods})[language]
    return Picture(data, layout(axes, heads, head=2), alt, frames, len(frames) - 1)


def _expected_worth(model: Pipeline) -> float:
    """What the open deals are worth once as many close as come."""
    return model.n / model.periods * float(model.chain.mean_periods[0]) * model.value


def _growing(table: Table) -> list[tuple[Trace, ...]]:
    periods = table["period"].tolist()
    values = [np.round(table[name]).tolist() for name, _ in COLUMNS]
    return [tuple({"x": periods[:t], "y": each[:t]} for each in values) for t in range(len(periods) + 1)]


def _captions(table: Table, words: Words, language: Language) -> list[str]:
    phrases = words.views["forecast"].phrases
    said = phrases["moment"][language]
    columns = ("period", "pipeline_value", "forecast", "came")
    rows: list[tuple[Any, ...]] = list(zip(*(table[column].tolist() for column in columns), strict=True))
    return [
        phrases["before"][language],
        *(filled(said, dict(zip(columns, row, strict=True))) for row in rows),
    ]
