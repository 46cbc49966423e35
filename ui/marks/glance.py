"""A class at a glance: one line a student, to be sorted; the one that is ticked opens with its trace."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from classroom import harmless
from classroom.gradebook.reading import Gradebook, StudentMarks
from classroom.gradebook.rounding import plain
from courseware.curriculum import named_point
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from lessons.mark_presets import assumption_of
from papers.pages.report import ReportRequest
from ui.components.paper import print_button
from ui.marks.entering import entering
from ui.marks.own import show_report, whose
from ui.marks.sections import ClassView, tell
from ui.prose import literal

_HEIGHT = 560


def glance_section(view: ClassView) -> None:
    """The table, what is hard for the class, and the student that is ticked."""
    language, book = view.language, view.book
    tell(language)
    if book.weak:
        points = [
            f"{named_point(one.number)[language]} {plain(one.share * 100, 0)} %" for one in book.weak[:5]
        ]
        shown = conventions(language).list_comma.join(points)
        st.markdown(say("gradebook_weak", language, points=shown))
    st.caption(say("gradebook_tick", language))
    assumed = assumption_of(view.visit.registry.course().marks)
    if assumed is not None:
        st.caption(assumed[language])
    ticked = _table(book, language)
    names = {row.student.id: f"{row.student.number} {row.student.name}" for row in book.rows}
    chosen = st.selectbox(
        say("gradebook_student", language),
        tuple(names),
        index=None,
        format_func=lambda one: names[one],
        key="gradebook-chosen",
    )
    row = book.rows[ticked] if ticked is not None else book.row(chosen) if chosen else None
    if row is not None:
        _student(view, row)


def _table(book: Gradebook, language: Language) -> int | None:
    """Draws the class; the place of the student that is ticked."""
    marks = [("mark_so_far", [row.so_far.value for row in book.rows])]
    columns: dict[str, Sequence[object]] = {
        say("number_label", language): [harmless(row.student.number) for row in book.rows],
        say("name_label", language): [harmless(row.student.name) for row in book.rows],
    }
    columns |= {say(name, language): list(map(_number, values)) for name, values in marks}
    parts = {part.id: part.title[language] for part in book.scheme.all_parts()}
    by_row = [{node.id: node.value for node in row.mark.all_nodes()} for row in book.rows]
    columns |= {title: [_number(values[id_]) for values in by_row] for id_, title in parts.items()}
    columns[say("gradebook_final", language)] = [_number(row.mark.value) for row in book.rows]
    waiting = [row.mark.waiting() for row in book.rows]
    if any(waiting):
        columns[say("gradebook_waiting", language)] = [n or None for n in waiting]
    columns[say("gradebook_missing", language)] = [len(list(row.mark.missing())) for row in book.rows]
    columns[say("gradebook_hard", language)] = [_hard(row, language) for row in book.rows]
    picked = st.dataframe(
        columns,
        hide_index=True,
        placeholder="–",
        height=min(36 * (len(book.rows) + 1), _HEIGHT),
        column_config={say("name_label", language): st.column_config.Column(pinned=True)},
        on_select="rerun",
        selection_mode="single-row",
        key="gradebook-table",
    )
    ticked = next(iter(picked.selection.rows), None)
    return ticked if ticked is not None and ticked < len(book.rows) else None


def _number(value: Fraction | None) -> float | None:
    """A mark as a number that the table sorts by, with two decimals at most."""
    return None if value is None else float(plain(value))


def _hard(row: StudentMarks, language: Language) -> str:
    return conventions(language).list_comma.join(named_point(one.number)[language] for one in row.weak[:2])


def _student(view: ClassView, row: StudentMarks) -> None:
    language = view.language
    with st.container(border=True, key="gradebook-student"):
        entering(view, row)
    with st.container(key="paper"):
        st.header(row.student.name, anchor=False)
        st.caption(whose(view.visit, row.student))
        show_report(view.visit, row)
    _lab_reports(view, row)
    print_button(say("print", language), key="print-student")


def _lab_reports(view: ClassView, row: StudentMarks) -> None:
    """Links to the student's lab report of each lesson."""
    language = view.language
    links = (
        f"[{literal(lesson.title[language])}]({ReportRequest(name, language, row.student.id).address()})"
        for name, lesson in view.visit.registry.lessons().items()
    )
    st.markdown(f"{say('lab_reports', language)}: {' · '.join(links)}")
