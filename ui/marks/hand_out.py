"""Marks to hand out: the sheet of the office, files for Moodle and Canvas, or a platform's own file."""

from typing import Final

import streamlit as st

from classroom import today
from classroom.gradebook.exporting.filling import fill_in, read_platform_file
from classroom.gradebook.exporting.lines import (
    FINAL,
    PROVISIONAL_FINAL,
    MarkLine,
    has_remarks,
    mark_heads,
    mark_lines,
)
from classroom.gradebook.exporting.office_sheet import SheetHead, bare_sheet, office_sheet
from classroom.gradebook.exporting.platforms import canvas_csv, moodle_csv
from courseware.interface import say
from courseware.problem import ReaderError
from interchange.spreadsheets.writing import MEDIA_TYPE
from ui.marks.sections import ClassView

_CSV: Final = "text/csv"
_LARGEST: Final = 5


def hand_out_section(view: ClassView) -> None:
    """The files to take along; says first whose final mark is not there."""
    language, lines = view.language, list(mark_lines(view.book))
    without = [line.name or line.number for line in lines if line.final is None]
    if without:
        st.warning(say("marks_out_without", language, n=len(without)))
    provisional = sum(line.remark is not None for line in lines)
    if provisional:
        st.warning(say("marks_out_provisional", language, n=provisional))
    missing = sum(any(row.mark.missing()) for row in view.book.rows)
    if missing:
        st.info(say("marks_out_missing", language, n=missing))
    st.subheader(say("marks_out_office", language), anchor=False)
    _office(view, lines)
    st.subheader(say("marks_out_platforms", language), anchor=False)
    st.markdown(say("marks_out_platforms_lead", language))
    _fill(view, lines)
    _own_columns(view, lines)


def _office(view: ClassView, lines: list[MarkLine]) -> None:
    language, scheme = view.language, view.course.scheme
    decimals = scheme.rounding.decimals
    title = view.visit.registry.course().title
    head = SheetHead(title, view.school_class.name, today(view.visit.store), mark_heads(scheme), decimals)
    with st.container(horizontal=True, key="marks-out-office"):
        _file(view, "sheet", office_sheet(lines, head, language), "xlsx")
        _file(view, "bare", bare_sheet(lines, decimals, language), "xlsx")


def _own_columns(view: ClassView, lines: list[MarkLine]) -> None:
    language = view.language
    titles = [title[language] for title in mark_heads(view.course.scheme)]
    final = (PROVISIONAL_FINAL if has_remarks(lines) else FINAL)[language]
    with st.container(horizontal=True, key="marks-out-platforms"):
        _file(view, "moodle", moodle_csv(lines, titles, language), "csv")
        _file(view, "canvas", canvas_csv(lines, final), "csv")


def _file(view: ClassView, name: str, data: bytes, ending: str) -> None:
    st.download_button(
        say(f"marks_out_{name}", view.language),
        data,
        file_name=f"{view.school_class.name}-{name}.{ending}",
        mime=_CSV if ending == "csv" else MEDIA_TYPE,
        key=f"marks-out-{name}",
        on_click="ignore",
    )


def _fill(view: ClassView, lines: list[MarkLine]) -> None:
    """A file that Moodle or Canvas has exported, with the marks in it."""
    language = view.language
    handed = st.file_uploader(
        say("marks_out_file", language), type=["csv", "txt"], max_upload_size=_LARGEST, key="marks-out-file"
    )
    if handed is None:
        return
    try:
        file = read_platform_file(handed.getvalue())
        titles = dict(file.columns)
        places = tuple(titles)
        column = st.selectbox(
            say("marks_out_column", language),
            places,
            index=places.index(file.likely),
            format_func=lambda at: titles[at],
            key=f"marks-out-column-{handed.name}",
        )
        filled = fill_in(file, column, lines)
    except ReaderError as error:
        st.error(error.text[language])
        return
    st.markdown(say("marks_out_filled", language, n=filled.filled))
    for told in filled.report:
        st.caption(told[language])
    st.download_button(
        say("marks_out_take", language),
        filled.data,
        file_name=handed.name,
        mime=_CSV,
        key="marks-out-take",
        on_click="ignore",
    )
