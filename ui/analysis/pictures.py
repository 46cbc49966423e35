"""The plots of a paper: how hard each question is and whom it tells apart, the marks, who chose what."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final

import numpy as np

from classroom.analysis import AnswerShares, ItemStatistics
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from simulations.drawing import BLUE, GREEN, ORANGE, PINK, SMALL, axis, layout
from simulations.picture import Picture
from ui.analysis.paper import PaperAnalysis, is_dubious, stem_of

GREY: Final = "#8a94a0"
WRONG: Final = (ORANGE, BLUE, PINK, "#B39B00")
"""Of the wrong answers that are shown apart, the most frequent first."""
_LABELLED: Final = 45
"""With more questions their numbers would lie over each other; they are read by pointing at a dot."""
_BINS: Final = 10
_PER_CENT: Final = {"tickformat": ".0%"}


def scatter(paper: PaperAnalysis, language: Language) -> Picture:
    """Each question as a dot: the facility to the right, the discrimination upwards."""
    shown = [one for one in paper.items if one.facility is not None and one.discrimination is not None]
    good = _dots(paper, [one for one in shown if not is_dubious(one)], BLUE, language)
    bad = _dots(paper, [one for one in shown if is_dubious(one)], ORANGE, language)
    low = min([-0.2, *(one.discrimination or 0 for one in shown)]) - 0.05
    axes = {
        "xaxis": axis(-0.03, 1.03, say("analysis_facility_axis", language), **_PER_CENT),
        "yaxis": axis(low, 1.05, say("analysis_discrimination_axis", language), zeroline=True),
    }
    numbers = [str(paper.number(one.item)) for one in shown if is_dubious(one)]
    between = conventions(language).list_comma
    alt = say("analysis_scatter_alt", language, n=len(shown), mean=_per_cent(paper.figures.mean))
    if numbers:
        alt += " " + say("analysis_scatter_dubious", language, numbers=between.join(numbers))
    return Picture((good, bad), layout(axes), alt)


def histogram(paper: PaperAnalysis, language: Language) -> Picture:
    """How many students have which mark on the whole paper, ten per cent a bar."""
    most = max(1, len(paper.table.items))
    shares = np.round(paper.table.totals / most, 9)
    counts, _ = np.histogram(shares, bins=_BINS, range=(0, 1))
    names = [f"{10 * place}–{10 * place + 10}%" for place in range(_BINS)]
    bars = {
        "type": "bar",
        "x": [10 * place + 5 for place in range(_BINS)],
        "y": counts,
        "width": 9,
        "text": names,
        "textposition": "none",
        "marker": {"color": BLUE},
        "hovertemplate": "%{text}: %{y}<extra></extra>",
    }
    highest = int(counts.max()) if len(counts) else 0
    axes = {
        "xaxis": axis(0, 100, say("analysis_mark_axis", language), dtick=20, ticksuffix="%"),
        "yaxis": axis(0, max(4, highest * 1.1), say("analysis_students_axis", language), tickformat="d"),
    }
    told = [f"{name}: {count}" for name, count in zip(names, counts.tolist(), strict=True) if count]
    alt = say("analysis_histogram_alt", language, told=conventions(language).list_comma.join(told))
    return Picture((bars,), layout(axes), alt)


def answer_bars(
    shares: AnswerShares[str], letters: Sequence[tuple[str, str, bool]], language: Language
) -> Picture:
    """The class in fifths, the weakest left; in each bar who gave which answer, named by its letter.

    `letters` holds key, letter and whether it is right, from the bottom up.
    """
    names = [say(f"analysis_fifth_{place}", language, n=size) for place, size in enumerate(shares.sizes, 1)]
    wrong = iter(WRONG)
    traces = []
    for key, letter, is_right in letters:
        colour = GREEN if is_right else GREY if key == "" else next(wrong, GREY)
        traces.append(_bar(names, letter, shares.shares[key], colour))
    axes = {
        "xaxis": {"type": "category", "fixedrange": True, "tickfont": {"size": 12}, "tickangle": 0},
        "yaxis": axis(0, 1, say("analysis_share_axis", language), **_PER_CENT),
    }
    right = [key for key, _, is_right in letters if is_right]
    ends = [_per_cent(shares.shares[right[0]][place]) for place in (0, -1)] if right else ["0%", "0%"]
    alt = say("analysis_bars_alt", language, weak=ends[0], strong=ends[1])
    legend = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"}
    return Picture(tuple(traces), layout(axes, barmode="stack", showlegend=True, legend=legend, head=2), alt)


def _dots(
    paper: PaperAnalysis, shown: Sequence[ItemStatistics], colour: str, language: Language
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text" if len(paper.items) <= _LABELLED else "markers",
        "x": [one.facility for one in shown],
        "y": [one.discrimination for one in shown],
        "text": [str(paper.number(one.item)) for one in shown],
        "customdata": [escape(_short(stem_of(paper.exercises[one.item], language))) for one in shown],
        "textposition": "top center",
        "textfont": {"size": SMALL},
        "marker": {"color": colour, "size": 10},
        "hovertemplate": "%{text} · %{x:.0%} · %{y:.2f}<br>%{customdata}<extra></extra>",
    }


def _bar(names: Sequence[str], letter: str, shares: Sequence[float | None], colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": letter,
        "x": names,
        "y": shares,
        "marker": {"color": colour},
        "hovertemplate": f"{letter} · %{{y:.0%}}<extra></extra>",
    }


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _per_cent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
