"""What single students are allowed beyond the others: a later due time, more tries, extra time in exams."""

import streamlit as st

from classroom.assignment_rules import NO_EXTENSION, Extension
from classroom.assignments.store import Assignment, extend, extensions_here
from classroom.classes import SchoolClass, students_of
from courseware.interface import say
from ui.assignments.acting import acting
from ui.dates import at_school, zone_of
from ui.errors import guard
from ui.prose import literal
from ui.visit import Visit


def extensions(visit: Visit, of: SchoolClass, made: Assignment) -> None:
    """Draws who is allowed more, and the form that allows it."""
    language = visit.language
    students = students_of(visit.store, of)
    found = extensions_here(visit.store, students, made)
    for student in students:
        extension = found.get(student.id, NO_EXTENSION)
        if extension != NO_EXTENSION:
            st.markdown(f"- {literal(student.name)} {literal(student.number)} — {_told(visit, extension)}")
    with st.form(f"extend:{made.id}", border=False):
        st.caption(say("extend_note", language, zone=zone_of(visit.store.clock())))
        with st.container(horizontal=True):
            student = st.selectbox(
                say("extend_who", language),
                students,
                format_func=lambda one: f"{one.name} {one.number}",
                key=f"extend:{made.id}:who",
            )
            due = st.datetime_input(say("set_due_at", language), None, key=f"extend:{made.id}:due")
            factor = st.number_input(
                say("extend_factor", language), 1.0, 4.0, None, 0.05, key=f"extend:{made.id}:factor"
            )
            tries = st.number_input(say("extend_tries", language), 0, 9, None, key=f"extend:{made.id}:tries")
        why = st.text_input(say("extend_why", language), key=f"extend:{made.id}:why")
        sent = st.form_submit_button(say("extend_give", language))
    if sent and student is not None:
        with guard(language):
            so_far = found.get(student.id, NO_EXTENSION)
            extension = Extension(
                so_far.due_at if due is None else due.astimezone(),
                so_far.time_factor if factor is None else float(factor),
                so_far.extra_tries if tries is None else int(tries),
            )
            extend(visit.store, made, student, extension, why=why, by=acting(visit))
            st.rerun()


def _told(visit: Visit, extension: Extension) -> str:
    language, said = visit.language, []
    if extension.due_at is not None:
        said.append(say("set_until", language, when=at_school(extension.due_at)))
    if extension.time_factor > 1:
        said.append(say("extend_factor_is", language, factor=f"{extension.time_factor:g}"))
    if extension.extra_tries:
        said.append(say("extend_tries_are", language, n=extension.extra_tries))
    return " · ".join(said)
