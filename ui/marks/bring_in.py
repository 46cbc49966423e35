"""Marks and attendance from a file: the column, a preview by row, and the same rows kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import streamlit as st

from classroom import today
from classroom.gradebook.attendance import note_attendance
from classroom.gradebook.entries import enter_marks, entered_parts
from classroom.gradebook.importing.rows import (
    ImportedRow,
    attendance_in,
    mark_changes,
    marks_in,
    statuses,
)
from classroom.gradebook.importing.table import ImportedTable, read_mark_table
from classroom.gradebook.importing.values import read_day
from courseware.interface import both, say
from courseware.problem import ReaderError
from courseware.text import Text
from ui.marks.sections import ClassView, attempt, tell

_TYPES: Final = ["xlsx", "csv", "txt", "xls"]
_LARGEST: Final = 5
_ATTENDANCE: Final = "attendance*"
"""The choice of attendance among parts, which no part can be called."""


def bring_in_section(view: ClassView) -> None:
    """Asks what the file holds, shows what was read of it row by row, and keeps just that."""
    language = view.language
    tell(language)
    st.markdown(say("marks_in_lead", language))
    titles = {part: view.course.scheme.part(part) for part in entered_parts(view.course.scheme)}
    what = st.selectbox(
        say("marks_in_what", language),
        (*titles, _ATTENDANCE),
        format_func=lambda one: (
            part.title[language] if (part := titles.get(one)) else say("gradebook_attendance", language)
        ),
        key="marks-in-what",
    )
    handed = st.file_uploader(
        say("marks_in_file", language), type=_TYPES, max_upload_size=_LARGEST, key="marks-in-file"
    )
    if handed is None or what is None:
        return
    try:
        table = read_mark_table(handed.getvalue())
    except ReaderError as error:
        st.error(error.text[language])
        return
    for note in table.notes:
        st.caption(note[language])
    _chosen(view, table, what, handed.name)


def _chosen(view: ClassView, table: ImportedTable, what: str, file: str) -> None:
    language = view.language
    places = tuple(table.columns)
    column = st.selectbox(
        say("marks_in_column", language),
        places,
        index=places.index(table.likely),
        format_func=lambda at: table.columns[at],
        key=f"marks-in-column-{file}",
    )
    students = [row.student for row in view.book.rows]
    if what == _ATTENDANCE:
        there = attendance_in(table, column, students)
        day = read_day(table.columns[column]) or _day(view)
        _preview(there, view)
        _button(view, lambda: _keep_days(view, there, day), any(row.is_kept for row in there))
        return
    marks = marks_in(table, column, students)
    _preview(marks, view)
    _button(view, lambda: _keep_marks(view, marks, what, file), any(row.is_kept for row in marks))


def _day(view: ClassView) -> date:
    day = st.date_input(say("attendance_day", view.language), today(view.visit.store), key="marks-in-day")
    return day if isinstance(day, date) else today(view.visit.store)


def _preview(rows: Sequence[ImportedRow[Any]], view: ClassView) -> None:
    language = view.language
    kept = sum(row.is_kept for row in rows)
    st.markdown(say("marks_in_counts", language, kept=kept, left=len(rows) - kept))
    st.dataframe(
        {
            say("bring_row", language): [row.line for row in rows],
            say("number_label", language): [row.number for row in rows],
            say("name_label", language): [row.student.name if row.student else row.name for row in rows],
            say("mark_value", language): [row.said for row in rows],
            say("bring_taken", language): ["✓" if row.is_kept else "✗" for row in rows],
            say("bring_message", language): [row.problem[language] if row.problem else "" for row in rows],
        },
        hide_index=True,
        height=min(36 * (len(rows) + 1), 420),
        key="marks-in-rows",
    )


def _button(view: ClassView, work: Any, is_there: bool) -> None:
    st.button(
        say("marks_in_keep", view.language),
        key="marks-in-keep",
        type="primary",
        disabled=not is_there,
        on_click=attempt,
        args=(work,),
    )


def _keep_marks(view: ClassView, rows: Sequence[ImportedRow[float]], part: str, file: str) -> Text:
    changes = mark_changes(rows, part, file)
    enter_marks(view.visit.store, view.course.scheme, changes, view.visit.actor)
    return both("marks_in_kept").fill({"n": len(changes)})


def _keep_days(view: ClassView, rows: Sequence[ImportedRow[Any]], day: date) -> Text:
    kept = statuses(rows)
    note_attendance(view.visit.store, view.school_class.name, day, kept, view.visit.actor)
    return both("attendance_kept").fill({"day": day.isoformat(), "n": len(kept)})
