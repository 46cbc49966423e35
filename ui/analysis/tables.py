"""The figures of a paper and of its questions as tables, on the page and to take along as CSV."""

import csv
import io
from typing import Any, Final

import streamlit as st

from classroom import harmless
from courseware.interface import say
from courseware.text import Language
from ui.analysis.paper import PaperAnalysis, file_of, stem_of
from web.addresses import DESK

_FIGURES: Final = (
    ("mean", ".0%"),
    ("median", ".0%"),
    ("deviation", ".0%"),
    ("skewness", ".2f"),
    ("kurtosis", ".2f"),
    ("alpha", ".2f"),
    ("error_ratio", ".0%"),
    ("standard_error", ".1%"),
)
_COLUMNS: Final = (
    "number", "question", "attempts", "facility", "deviation", "discrimination", "efficiency", "minutes",
)  # fmt: skip
_HEADS: Final = (
    "lesson_item", "question", "answered", "counted", "facility", "deviation", "discrimination",
    "efficiency", "seconds_low", "seconds_median", "seconds_high",
)  # fmt: skip


def paper_figures(paper: PaperAnalysis, language: Language) -> None:
    """The figures of the paper, each with what it means."""
    with st.grid(min_column_width=128, gap="xsmall", key="measures-analysis"):
        for name, form in _FIGURES:
            value = getattr(paper.figures, name)
            st.metric(
                say(f"analysis_{name}", language),
                "–" if value is None else format(value, form).replace("-", "−"),
                help=say(f"analysis_{name}_help", language),
            )


def item_table(paper: PaperAnalysis, language: Language) -> None:
    """One row for each question, with a link to the desk, where it is mended."""
    rows = [_row(paper, place, language) for place in range(len(paper.items))]
    columns: dict[str, Any] = {
        name: st.column_config.Column(say(f"analysis_{name}", language)) for name in _COLUMNS
    }
    columns["question"] = st.column_config.Column(say("analysis_question", language), width="large")
    columns["minutes"] = st.column_config.NumberColumn(say("analysis_minutes", language), format="%.1f")
    for name in ("discrimination", "deviation"):
        columns[name] = st.column_config.NumberColumn(say(f"analysis_{name}", language), format="%.2f")
    for name in ("facility", "efficiency"):
        columns[name] = st.column_config.NumberColumn(say(f"analysis_{name}", language), format="%.0f%%")
    columns["desk"] = st.column_config.LinkColumn(
        say("analysis_mend_head", language), display_text=say("analysis_mend", language)
    )
    data = {name: [row[name] for row in rows] for name in (*_COLUMNS, "desk")}
    st.dataframe(
        data,
        hide_index=True,
        column_config=columns,
        height=min(36 * (len(rows) + 1) + 2, 420),
        key="analysis-items",
    )


def as_csv(paper: PaperAnalysis, language: Language) -> bytes:
    """The same figures as CSV; Excel opens it in the right characters because of the mark in front."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADS)
    for one in paper.items:
        times, stem = paper.times(one.item), stem_of(paper.exercises[one.item], language)
        seconds = (times.low, times.median, times.high) if times else (None, None, None)
        figures = (one.facility, one.deviation, one.discrimination, one.efficiency, *seconds)
        row = (one.item, stem, paper.answered(one.item), one.n, *map(_rounded, figures))
        writer.writerow([harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _row(paper: PaperAnalysis, place: int, language: Language) -> dict[str, Any]:
    one = paper.items[place]
    exercise, times = paper.exercises[one.item], paper.times(one.item)
    return {
        "number": place + 1,
        "question": stem_of(exercise, language),
        "attempts": paper.answered(one.item),
        "facility": _per_cent(one.facility),
        "deviation": one.deviation,
        "discrimination": one.discrimination,
        "efficiency": _per_cent(one.efficiency),
        "minutes": times and times.median / 60,
        "desk": f"/{DESK}?file={file_of(exercise)}&item={one.item}&lang={language}",
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _per_cent(share: float | None) -> float | None:
    return None if share is None else 100 * share
