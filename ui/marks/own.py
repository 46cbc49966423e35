"""How my mark comes about: every point traced, what is missing and what it would bring; also to print."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom import Student
from classroom.gradebook.reading import StudentMarks, marks_of
from classroom.gradebook.rounding import plain
from classroom.gradebook.what_if import MissingWork, missing_work
from courseware.curriculum import named_point
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from ui.components.paper import print_button
from ui.marks.course import graded_course, scheme_here
from ui.marks.rating import rating_section
from ui.marks.trace import once_marked, show_trace, value_of
from ui.prose import literal
from ui.visit import Visit


def marks_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the reader's own mark; nobody else's can be asked for."""
    language = visit.language
    rating_section(visit)
    with st.container(key="paper"):
        st.title(say("my_marks", language), anchor=False)
        st.caption(whose(visit, visit.student))
        show_report(visit, marks_of(visit.store, visit.student, graded_course(visit)))
    with st.container(horizontal=True, vertical_alignment="center", key="paper-tools"):
        print_button(say("print", language), key="print-marks")
        st.page_link(pages["home"], label=say("map", language), query_params={"lang": language})


def show_report(visit: Visit, row: StudentMarks) -> None:
    """A student's mark with its trace, as student and teacher read and print it."""
    language = visit.language
    with st.container(horizontal=True, key=f"marks-{row.student.id}"):
        st.metric(say("mark_so_far", language), value_of(row.so_far, language), width=220)
        st.metric(say("mark_now", language), value_of(row.mark, language), width=220)
    _provisional(row, language)
    st.caption(say("mark_two_why", language))
    _missing(visit, row)
    _weak(row, language)
    st.header(say("mark_trace", language), anchor=False)
    show_trace(visit, row.student, row.mark)


def _provisional(row: StudentMarks, language: Language) -> None:
    """How many answers wait for a teacher, and between what the marks will lie then."""
    if n := row.mark.waiting():
        ends = {"so_far": once_marked(row.so_far, language), "final": once_marked(row.mark, language)}
        st.info(say("mark_provisional", language, n=n, **ends), icon=":material/pending:")


def whose(visit: Visit, student: Student) -> str:
    """Name, class, number and the day, as they stand over a report."""
    own = [literal(part) for part in (student.name, student.class_name, student.number)]
    today = visit.store.clock().astimezone().date().isoformat()
    return " · ".join(
        part for part in (own[0] or say("no_name_yet", visit.language), *own[1:], today) if part
    )


def _missing(visit: Visit, row: StudentMarks) -> None:
    language = visit.language
    found = missing_work(scheme_here(visit), row)
    if not found:
        return
    st.subheader(say("mark_missing_head", language), anchor=False)
    lines = (
        say("mark_missing_line", language, what=_name(one, language), gain=plain(one.gain, 1))
        for one in found
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def _name(work: MissingWork, language: Language) -> str:
    """The part, and what of it is missing if that is not all of it."""
    source = work.source.source
    own = [] if source.id == "entry" else [literal(source.title[language])]
    return " · ".join([work.part.title[language], *own])


def _weak(row: StudentMarks, language: Language) -> None:
    if row.weak:
        points = [
            f"{named_point(one.number)[language]}: {plain(one.share * 100, 0)} %" for one in row.weak[:5]
        ]
        st.markdown(say("mark_weak", language, points=conventions(language).list_comma.join(points)))
