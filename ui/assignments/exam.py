"""An exam as its student meets it: what to expect, questions and the time left, handing in, results."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from classroom.assignments.results import results_of, size_of
from classroom.assignments.sittings import (
    Sitting,
    begin,
    hand_in,
    questions_of,
    sitting_of,
)
from classroom.assignments.store import Assigned, Assignment, assigned_to
from classroom.question_record import QuestionRecord
from course import all_exercises
from courseware.interface import say
from courseware.problem import ReaderError
from ui.assignments.exam_question import exam_question, is_answered, marked_question
from ui.assignments.told import points_of, title_of
from ui.components.countdown import countdown
from ui.customers import show_data_of
from ui.dates import at_school, zone_of
from ui.prose import literal
from ui.session import SessionKeys
from ui.visit import Visit

_WAIT: Final = "10s"
"""How often a page that waits (for the start, for results, to be let in again) looks whether it is over."""
_ASKED: Final = SessionKeys("exam:{}:asked", False)
"""Whether the student has asked to hand in, and is to say so once more."""
_TOLD: Final = SessionKeys("exam:{}:told", "")


def exam_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the exam that the address names, as far as it is this student's."""
    language, asked = visit.language, st.query_params.get("exam", "")
    found = next((one for one in _exams(visit) if str(one.assignment.id) == asked), None)
    if found is None:
        st.title(say("exam", language), anchor=False)
        st.info(say("exam_none", language))
        st.page_link(pages["home"], label=say("map", language), query_params={"lang": language})
        return
    st.title(literal(title_of(visit, found.assignment)), anchor=False)
    sitting = sitting_of(visit.store, visit.student, found.assignment)
    _draw(visit, found, sitting)
    if sitting is None or not sitting.is_written(visit.store.clock()):
        _watch(visit, found.assignment.id, _moment(visit, found, sitting))


def _exams(visit: Visit) -> list[Assigned]:
    return [one for one in assigned_to(visit.store, visit.student) if one.assignment.plan.mode == "exam"]


def _moment(visit: Visit, found: Assigned, sitting: Sitting | None) -> tuple[object, ...]:
    """What makes this page another one when it changes."""
    now = visit.store.clock()
    times = None if sitting is None else (sitting.ends_at, sitting.handed_in_at)
    return found.rules.state(now), times, found.assignment.is_released(now)


@st.fragment(run_every=_WAIT)
def _watch(visit: Visit, exam: int, shown: tuple[object, ...]) -> None:
    """Looks now and then whether what this page waits for has come; then the page comes by itself."""
    found = next((one for one in _exams(visit) if one.assignment.id == exam), None)
    sitting = None if found is None else sitting_of(visit.store, visit.student, found.assignment)
    if found is None or _moment(visit, found, sitting) != shown:
        st.rerun()


def _draw(visit: Visit, found: Assigned, sitting: Sitting | None) -> None:
    if sitting is None:
        _before(visit, found)
    elif sitting.is_written(visit.store.clock()):
        _write(visit, found.assignment, sitting)
    elif found.assignment.is_released(visit.store.clock()):
        _results(visit, found, sitting)
    else:
        _handed_in(visit, sitting)


def _before(visit: Visit, found: Assigned) -> None:
    """What to expect, and the button that begins."""
    language, rules, now = visit.language, found.rules, visit.store.clock()
    if told := _TOLD(found.assignment.id).pop():
        st.error(told)
    if rules.state(now) == "closed":
        st.info(say("exam_missed", language))
        return
    minutes = round((found.rules.plan.minutes or 0) * rules.extension.time_factor)
    facts = [
        say("exam_questions", language, n=size_of(found.assignment)),
        say("minutes", language, n=minutes),
    ]
    st.markdown(" · ".join(facts))
    opens, ends = rules.plan.opens_at, rules.due_at
    if rules.state(now) == "ahead" and opens is not None:
        st.info(say("exam_opens", language, when=at_school(opens), zone=zone_of(opens)))
    if ends is not None:
        st.markdown(say("exam_window", language, when=at_school(ends), zone=zone_of(ends)))
    st.markdown(say("exam_rules", language))
    if rules.state(now) == "ahead":
        return
    left = int((rules.ends_at(now) - now).total_seconds() // 60)
    if left < minutes:
        st.warning(say("exam_short", language, n=left))
    st.button(
        say("exam_begin", language),
        key=f"begin:{found.assignment.id}",
        type="primary",
        on_click=lambda: _begin(visit, found),
    )


def _begin(visit: Visit, found: Assigned) -> None:
    try:
        begin(visit.store, visit.student, found, all_exercises())
    except ReaderError as error:
        _TOLD(found.assignment.id).set(error.text[visit.language])


def _write(visit: Visit, made: Assignment, sitting: Sitting) -> None:
    """The time left, which questions are answered, the questions, and handing in."""
    language = visit.language
    records = questions_of(visit.store, visit.student, sitting)
    with st.container(key="exam-head"):
        _clock(visit, made)
        marks = [f"{n} {'✓' if is_answered(record) else '–'}" for n, record in enumerate(records, 1)]
        done = sum(map(is_answered, records))
        st.markdown(say("exam_answered", language, n=done, all=len(records)) + "  \n" + "  ·  ".join(marks))
    known = all_exercises()
    show_data_of(visit, [known[item] for item in sitting.items if item in known])
    for number, (item, record) in enumerate(zip(sitting.items, records, strict=True), 1):
        exam_question(visit, sitting, item, record, number)
    _hand_in(visit, sitting, records)


@st.fragment(run_every=_WAIT)
def _clock(visit: Visit, made: Assignment) -> None:
    """The time left, as the server has it now: a teacher may give more, or the end may have come."""
    sitting = sitting_of(visit.store, visit.student, made)
    if sitting is None or not sitting.is_written(visit.store.clock()):
        st.rerun()
    countdown(
        f"countdown:{sitting.id}",
        ends_at=sitting.ends_at,
        now=visit.store.clock(),
        language=visit.language,
        on_over=lambda: None,
    )
    st.caption(say("exam_saved", visit.language, when=at_school(sitting.ends_at)))


def _hand_in(visit: Visit, sitting: Sitting, records: tuple[QuestionRecord, ...]) -> None:
    language, asked = visit.language, _ASKED(sitting.id)
    if not asked.get():
        st.button(
            say("exam_hand_in", language), key=f"hand-in:{sitting.id}", on_click=lambda: asked.set(True)
        )
        return
    missing = [str(n) for n, record in enumerate(records, 1) if not is_answered(record)]
    with st.container(border=True, key="exam-confirm"):
        if missing:
            st.warning(say("exam_unanswered", language, questions=", ".join(missing)))
        else:
            st.markdown(say("exam_all_answered", language))
        with st.container(horizontal=True):
            st.button(
                say("exam_hand_in_now", language),
                key=f"hand-in-now:{sitting.id}",
                type="primary",
                on_click=lambda: _end(visit, sitting),
            )
            st.button(
                say("exam_go_on", language), key=f"go-on:{sitting.id}", on_click=lambda: asked.set(False)
            )


def _end(visit: Visit, sitting: Sitting) -> None:
    hand_in(visit.store, sitting, "student")
    _ASKED(sitting.id).set(False)


def _handed_in(visit: Visit, sitting: Sitting) -> None:
    """When it was handed in, and nothing of what it earned."""
    when = at_school(sitting.handed_in_at or sitting.ends_at)
    st.success(say(f"exam_ended_{sitting.handed_in_by}", visit.language, when=when))
    st.markdown(say("exam_wait", visit.language))


def _results(visit: Visit, found: Assigned, sitting: Sitting) -> None:
    """What each question earned and why, once it may be told."""
    language = visit.language
    result = results_of(visit.store, visit.student, [found])[found.assignment.id]
    st.markdown(f"**{points_of(result, language)}**")
    for number, record in enumerate(questions_of(visit.store, visit.student, sitting), 1):
        marked_question(visit, record, number)
