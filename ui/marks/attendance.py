"""Who is there today, noted student by student; whoever the class tools marked absent is so here."""

from datetime import date
from typing import Final

import streamlit as st

from classroom import roster, today
from classroom.gradebook.attendance import STATUS_NAMES, STATUSES, Attendance, attendance_on, note_attendance
from courseware.interface import both, say
from courseware.text import Text
from ui.marks.sections import ClassView, attempt, tell
from ui.session import SessionKey, SessionKeys

_DAY: Final = SessionKey[date | None]("attendance-day", None)
_STATUS: Final = SessionKeys[Attendance | None]("attendance-{}-{}", None)


def attendance_section(view: ClassView) -> None:
    """The list of the class for a day, with what is noted of it, to be kept as a whole."""
    language = view.language
    tell(language)
    day = st.date_input(say("attendance_day", language), today(view.visit.store), key=_DAY.name)
    if not isinstance(day, date):
        return
    noted = attendance_on(view.visit.store, view.school_class.name, day)
    st.caption(say("attendance_noted" if noted else "attendance_new", language))
    away = _absent(view, day)
    for row in view.book.rows:
        who = row.student
        usual: Attendance = noted.get(who.id, "absent" if who.number in away else "present")
        with st.container(horizontal=True, vertical_alignment="center", key=f"attendance-{who.id}"):
            st.text(f"{who.number}  {who.name}", width=220)
            st.segmented_control(
                who.name,
                STATUSES,
                default=usual,
                format_func=lambda status: STATUS_NAMES[status][language],
                key=_STATUS(day, who.id).name,
                required=True,
                label_visibility="collapsed",
            )
    st.button(
        say("attendance_keep", language),
        key="attendance-keep",
        type="primary",
        on_click=_keep,
        args=(view, day),
    )


def _absent(view: ClassView, day: date) -> set[str]:
    """The numbers of those whom the class tools marked absent on this day."""
    now = roster(view.visit.store, view.school_class.name, day)
    return {member.number for member in now.members if member.is_absent} if now else set()


def _keep(view: ClassView, day: date) -> None:
    """Notes the whole list. A callback's work."""

    def work() -> Text:
        chosen = {row.student.id: _STATUS(day, row.student.id).get() for row in view.book.rows}
        statuses = {who: status for who, status in chosen.items() if status is not None}
        note_attendance(view.visit.store, view.school_class.name, day, statuses, view.visit.actor)
        return both("attendance_kept").fill({"day": day.isoformat(), "n": len(statuses)})

    attempt(work)
