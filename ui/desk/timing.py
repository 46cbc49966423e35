"""Timing: how long the parts of a lesson took in past classes, beside what was planned for them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from classroom import PresentationTiming, StepTiming, timings
from courseware.interface import say
from courseware.text import Language
from lessons import Lesson, titles_of
from ui.desk.moment import clock_time
from ui.prose import literal
from ui.visit import Visit

TimingLine = tuple[str, float, float]
"""A stage or step in words, the seconds planned for it and those it took."""


def show_timings(visit: Visit, lesson: str, known: Lesson | None) -> None:
    """Draws the class that is chosen, the last one at first: its stages, then its steps."""
    language = visit.language
    classes = {one.presented.id: one for one in timings(visit.store, lesson) if one.is_class}
    if not classes:
        st.info(say("pace_none", language))
        return
    chosen = st.selectbox(
        say("pace_of", language),
        list(classes),
        format_func=lambda number: _told(classes[number], language),
        key=f"desk-pace-{lesson}",
    )
    timing = classes[chosen]
    stages = [
        (say(f"stage_{step_timing.stage}", language), step_timing)
        for step_timing in timing.by_stage()
        if step_timing.planned or step_timing.seconds
    ]
    total = (say("pace_total", language), timing.planned * 60, timing.seconds)
    st.html(_table(say("pace_stage", language), [*map(_line, stages), total], language))
    with st.expander(say("pace_steps", language)):
        titles = titles_of(known, language)
        steps = [
            (titles.get(step_timing.step, step_timing.step), step_timing)
            for step_timing in timing.step_timings
            if step_timing.step
        ]
        st.html(_table(say("pace_step", language), list(map(_line, steps)), language))
    address = f"/pace/{lesson}.csv?lang={language}"
    st.link_button(say("pace_take", language), address, icon=":material/download:")


def minutes(seconds: float) -> str:
    """Minutes and seconds.

    >>> minutes(125.4), minutes(0)
    ('2:05', '0:00')
    """
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def difference(planned: float, took: float) -> str:
    """How much longer (+) or shorter (−) than planned.

    >>> difference(60, 90), difference(60, 30), difference(60, 60)
    ('+0:30', '−0:30', '0:00')
    """
    more = round(took - planned)
    sign = "+" if more > 0 else "−" if more < 0 else ""
    return f"{sign}{minutes(abs(more))}"


def _told(timing: PresentationTiming, language: Language) -> str:
    one = timing.presented
    when = clock_time(one.started_at or one.opened_at, language)
    took = say("minutes", language, n=round(timing.seconds / 60))
    return " · ".join(part for part in (when, literal(one.class_name), took) if part)


def _line(named: tuple[str, StepTiming]) -> TimingLine:
    name, step_timing = named
    return name, step_timing.planned * 60, step_timing.seconds


def _table(head: str, lines: Sequence[TimingLine], language: Language) -> str:
    heads = (head, *(say(f"pace_{name}", language) for name in ("planned", "taken", "difference")))
    top = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{minutes(planned)}</td><td>{minutes(took)}</td>'
        f'<td class="{_way(planned, took)}">{difference(planned, took)}</td></tr>'
        for name, planned, took in lines
    )
    return f'<table class="desk-pace"><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>'


def _way(planned: float, took: float) -> str:
    return "longer" if took > planned else "shorter"
