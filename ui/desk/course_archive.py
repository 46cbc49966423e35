"""The archive of the course: exported as one zip for a colleague or another computer, and imported."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from classroom import keep_revision
from course import files
from course.transfer import ImportReport, look_into, pack, unpack
from courseware.interface import say
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.text import Language
from ui.desk.author import ask_author, author_here
from ui.errors import guarded
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

_LARGEST = 50
"""Megabytes."""
_FATES = ("added", "replaced", "unchanged", "refused")
_MOST = 30
"""More problems than this are counted and not shown."""
_DONE: Final = SessionKey[dict[bytes, ImportReport]]("travel-done", {})


@st.fragment
def course_archive(visit: Visit, pages: Mapping[str, Any]) -> None:  # noqa: ARG001 (as all such pages)
    """Draws the button that packs the course, and the way to take one in: its report, then its keeping."""
    guarded(lambda: _course_archive(visit), visit.language)


def _course_archive(visit: Visit) -> None:
    language = visit.language
    st.markdown(say("travel_lead", language))
    left, right = st.columns(2, gap="large")
    with left:
        _export(language)
    with right:
        _import(visit)


def _export(language: Language) -> None:
    st.header(say("travel_out", language), anchor=False)
    try:
        data = pack()
    except ReaderError as error:
        st.info(error.text[language])
        return
    except ProblemsFoundError as error:
        _problems("travel_problems", error.problems, language)
        return
    st.markdown(say("travel_out_lead", language))
    st.download_button(
        say("travel_download", language),
        data,
        file_name="course.zip",
        mime="application/zip",
        icon=":material/folder_zip:",
        key="travel-download",
        on_click="ignore",
    )


def _import(visit: Visit) -> None:
    language = visit.language
    st.header(say("travel_in", language), anchor=False)
    handed = st.file_uploader(
        say("travel_file", language), type=["zip"], max_upload_size=_LARGEST, key="travel-file"
    )
    if handed is None:
        return
    data = handed.getvalue()
    taken = _DONE.begin({})
    if data in taken:  # it stays: the changed files have the page drawn once more
        st.success(say("travel_taken", language), icon=":material/task_alt:")
        _report(taken[data], language)
        return
    try:
        report = look_into(data)
    except ReaderError as error:
        st.error(error.text[language])
        return
    _report(report, language)
    if not report.is_sound:
        st.error(say("travel_not", language))
    elif not (report.names("added") or report.names("replaced")):
        st.info(say("travel_same", language))
    elif not author_here():
        ask_author(visit)
    elif st.button(say("travel_take", language), key="travel-take", type="primary"):
        _take(visit, data, author_here(), taken)


def _take(visit: Visit, data: bytes, author: str, taken: dict[bytes, ImportReport]) -> None:
    """Takes the course in; what each file said before, and what it says now, is in its history.

    From the first file on nothing of the page is touched: the changed files call for another run, and
    this one would end where it asks the session anything.
    """
    report = unpack(data)
    for one in report.incoming_files:
        if not report.is_done or one.fate == "unchanged":
            continue
        if isinstance(one.before, str):
            keep_revision(visit.store, one.name, one.before, author="", why="outside")
        if isinstance(one.after, str):
            keep_revision(visit.store, one.name, one.after, author=author, why="imported")
    files.look()
    if report.is_done:
        taken.clear()
        taken[data] = report
    st.rerun()


def _report(report: ImportReport, language: Language) -> None:
    """What becomes of each file, and what is wrong with it."""
    for fate in _FATES:
        names = [one.name for one in report.incoming_files if one.fate == fate]
        if names:
            listed = "\n".join(f"- {literal(name)}" for name in names)
            st.markdown(f"**{say(f'travel_{fate}', language, n=len(names))}**\n\n{listed}")
    _problems("travel_problems", report.problems, language)
    _problems("travel_elsewhere", report.elsewhere, language)


def _problems(heading: str, problems: tuple[Problem, ...], language: Language) -> None:
    if not problems:
        return
    lines = [f"- {literal(problem.tell(language))}" for problem in problems[:_MOST]]
    if len(problems) > _MOST:
        lines.append(f"- {say('desk_more_problems', language, n=len(problems) - _MOST)}")
    with st.expander(say(heading, language, n=len(problems)), expanded=True):
        st.markdown("\n".join(lines))
