"""An exam while it goes on: who has begun, how much time each has left, who has handed in."""

from typing import Final

import streamlit as st

from classroom.assignments.sittings import Sitting, let_in_again, sittings_of
from classroom.assignments.store import Assignment
from classroom.classes import SchoolClass, students_of
from classroom.records.student import Student
from courseware.interface import say
from ui.assignments.acting import acting
from ui.dates import at_school
from ui.errors import guard
from ui.visit import Visit

_EVERY: Final = "15s"
_USUAL: Final = 10


@st.fragment(run_every=_EVERY)
def live(visit: Visit, of: SchoolClass, made: Assignment) -> None:
    """Draws a row for each student, anew every few seconds, and the way back in for who was cut off."""
    language = visit.language
    with guard(language):
        sittings = {one.student_id: one for one in sittings_of(visit.store, made)}
        students = students_of(visit.store, of)
        rows = [_row(visit, student, sittings.get(student.id)) for student in students]
        begun = len(sittings)
        done = sum(one.handed_in_at is not None for one in sittings.values())
        st.markdown(say("live_counts", language, begun=begun, all=len(students), done=done))
        st.dataframe(rows, hide_index=True, key=f"live:{made.id}")
        came = [student for student in students if student.id in sittings]
        if came and not made.is_released(visit.store.clock()):
            _let_in(visit, made, came, sittings)


def _row(visit: Visit, student: Student, sitting: Sitting | None) -> dict[str, str]:
    language, now = visit.language, visit.store.clock()
    state, left = say("live_absent", language), ""
    if sitting is not None and sitting.handed_in_at is not None:
        state = say(f"exam_ended_{sitting.handed_in_by}", language, when=at_school(sitting.handed_in_at))
    elif sitting is not None:
        state = say("live_writes", language, when=at_school(sitting.begun_at))
        left = say("minutes", language, n=max(0, round((sitting.ends_at - now).total_seconds() / 60)))
    return {
        say("number_label", language): student.number,
        say("name_label", language): student.name,
        say("live_state", language): state,
        say("time_left", language): left,
    }


def _let_in(visit: Visit, made: Assignment, came: list[Student], sittings: dict[int, Sitting]) -> None:
    language = visit.language
    with st.popover(say("let_in", language)):
        student = st.selectbox(
            say("extend_who", language),
            came,
            format_func=lambda one: f"{one.name} {one.number}",
            key=f"let-in:{made.id}:who",
        )
        minutes = st.number_input(
            say("let_in_minutes", language), 1, 240, _USUAL, key=f"let-in:{made.id}:minutes"
        )
        why = st.text_input(say("extend_why", language), key=f"let-in:{made.id}:why")
        if st.button(say("let_in_now", language), key=f"let-in:{made.id}") and student is not None:
            with guard(language):
                let_in_again(visit.store, sittings[student.id], int(minutes), why=why, by=acting(visit))
                st.rerun()
