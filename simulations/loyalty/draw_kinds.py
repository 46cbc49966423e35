"""The chart of the three kinds: loyal to a price, to a reward, to the firm."""

import numpy as np

from courseware.table import Table
from courseware.text import Language, Text
from simulations.drawing import BLUE, GREEN, ORANGE, bullet, header
from simulations.loyalty.firm import MEMBERS, Firm
from simulations.loyalty.kinds import KINDS, kinds_of, repeat_shares
from simulations.loyalty.plane import cloud, clouds, corner_names, corners, cross, plane_layout
from simulations.picture import Frame, Picture, Trace
from simulations.words import Words

COLOURS = dict(zip(KINDS, (ORANGE, BLUE, GREEN), strict=True))


def draw_kinds(model: Firm, table: Table, words: Words, language: Language) -> Picture:
    """Three clouds in the plane; one frame a month, so that the end of the reward can be seen."""
    phrases = words.views["kinds"].phrases
    kind = kinds_of(0, MEMBERS)[table["customer"] - 1]
    months = [*clouds(table, kind, len(KINDS))]
    frames = tuple(
        Frame(str(period), ({}, {}, *map(_places, dots), {}), _caption(model, period, words)[language])
        for period, dots in months
    )
    hover = words.views["plane"].phrases["customer"][language] + " %{text}<extra></extra>"
    dots = (
        {**cloud(COLOURS[kind], hover), **drawn} for kind, drawn in zip(KINDS, months[-1][1], strict=True)
    )
    empty: list[Trace] = [*cross(), *dots, corners(_plain_corners(words, language))]
    heads = [
        header(x, bullet(COLOURS[kind], phrases[kind][language]), anchor)
        for kind, x, anchor in zip(KINDS, (0, 0.5, 1), ("left", "center", "right"), strict=True)
    ]
    return Picture(
        tuple(empty),
        plane_layout(words, language, heads, head=1),
        _alt(model, words, language),
        frames,
        len(frames) - 1,
    )


def _places(dots: Trace) -> Trace:
    """Where customers are in a month; who they are is told once, for nobody changes kind."""
    return {name: dots[name] for name in ("x", "y")}


def _plain_corners(words: Words, language: Language) -> list[str]:
    return [text.partition("</span> ")[2] for text in corner_names(words, language)]


def _repeat(model: Firm, period: int) -> dict[str, float]:
    """How many of each kind buy again and again in a month; 0 where there is nobody."""
    return dict(zip(KINDS, np.nan_to_num(repeat_shares(model)[period]).tolist(), strict=True))


def _caption(model: Firm, period: int, words: Words) -> Text:
    phrase = words.views["kinds"].phrases["moment" if 0 < period <= model.reward_ends else "moment_bare"]
    return phrase.fill({"period": period, **_repeat(model, period)})


def _alt(model: Firm, words: Words, language: Language) -> str:
    during = _repeat(model, min(model.reward_ends, model.periods))["incentive"]
    facts = {f"{kind}_last": share for kind, share in _repeat(model, model.periods).items()}
    phrase = words.views["kinds"].phrases["alt" if model.reward_ends < model.periods else "alt_lasting"]
    return phrase.fill({**facts, "during": during, "ends": model.reward_ends, "t": model.periods})[language]
