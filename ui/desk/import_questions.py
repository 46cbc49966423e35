"""Import of questions: another platform's file, what became of each row, and the bank that they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import Any, Final

import streamlit as st

from classroom import Refused, Saved, digest_of, save_file
from course import files
from course.files import FileEntry
from courseware.example import slug
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from interchange.formats import formats
from interchange.importing import ImportResult, import_bank, keep_imported
from interchange.report import counted
from ui.desk.author import ask_author, author_here
from ui.desk.preview import PreviewRequest, preview_choices, show_preview
from ui.desk.unreadable import error_in
from ui.desk.verdict import TextVerdict, verdict
from ui.errors import guarded
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

_LARGEST = 5
"""Megabytes."""
_TYPES = ("xlsx", "xml", "txt", "gift", "zip", "xls", "csv")
_ERROR: Final = SessionKey("bring-trouble", "")


@dataclass(frozen=True)
class ImportRequest:
    """A file as it was handed in, the format it is said to be in (None: not said), the bank's name."""

    data: bytes
    format: str | None
    bank: str


@st.fragment
def import_questions(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the way to hand a file in, then its report, a preview, and the button that keeps it."""
    guarded(lambda: _import_questions(visit, pages), visit.language)


def _import_questions(visit: Visit, pages: Mapping[str, Any]) -> None:
    language = visit.language
    st.markdown(say("bring_lead", language))
    request = _ask(language)
    if request is None:
        return
    try:
        result = _imported(request, files.stamp())
    except ReaderError as error:
        st.error(error.text[language])
        return
    left, right = st.columns(2, gap="large")
    with left:
        _report(result, language)
    if not result.portables:
        return
    entry = files.entry("bank", f"{request.bank}.yaml")
    found = verdict(entry, result.text)
    with left:
        _keep(visit, pages, entry, result, found)
    with right:
        _preview(visit, entry, found)


def _ask(language: Language) -> ImportRequest | None:
    readable = {name: one.name for name, one in formats().items() if one.read}
    handed = st.file_uploader(
        say("bring_file", language), type=_TYPES, max_upload_size=_LARGEST, key="bring-file"
    )
    if handed is None:
        return None
    beside = st.columns(2)
    form = beside[0].selectbox(
        say("bring_format", language),
        ("", *readable),
        format_func=lambda one: readable[one][language] if one else say("bring_format_seen", language),
        key="bring-format",
    )
    usual = slug(PurePath(handed.name).stem) or "brought_in"
    name = beside[1].text_input(
        say("bring_into", language),
        usual,
        max_chars=40,
        help=say("desk_file_name_why", language),
        key=f"bring-into-{usual}",
    )
    return ImportRequest(handed.getvalue(), form or None, name.strip().removesuffix(".yaml"))


@lru_cache(maxsize=4)
def _imported(request: ImportRequest, _: files.CourseStamp) -> ImportResult:
    """What a file brings; looked at anew when a file of the course has changed, for ids may be taken."""
    return import_bank(request.data, request.bank, request.format)


def _report(result: ImportResult, language: Language) -> None:
    taken, left = counted(result.rows)
    values = {"form": result.form.name[language], "taken": taken, "left": left}
    st.subheader(say("bring_report", language), anchor=False)
    st.markdown(say("bring_counts", language, **values))
    st.dataframe(
        {
            say("bring_row", language): [row.row or None for row in result.rows],
            say("bring_question", language): [row.name for row in result.rows],
            say("bring_taken", language): ["✓" if row.ok else "✗" for row in result.rows],
            say("bring_message", language): [row.message[language] for row in result.rows],
        },
        hide_index=True,
        height=min(36 * (len(result.rows) + 1), 330),
        column_config={
            say("bring_row", language): st.column_config.NumberColumn(width=44, format="%d"),
            say("bring_question", language): st.column_config.Column(width=150),
            say("bring_taken", language): st.column_config.Column(width=44),
            say("bring_message", language): st.column_config.Column(width=320),
        },
        key="bring-rows",
    )


def _keep(
    visit: Visit, pages: Mapping[str, Any], entry: FileEntry, result: ImportResult, found: TextVerdict
) -> None:
    """The button that writes the bank, with whatever stands against it."""
    language, text = visit.language, result.text
    st.subheader(say("bring_keep", language), anchor=False)
    for problem in found.errors:
        st.error(literal(problem.tell(language)))
    if found.errors:
        return
    if error := error_in(entry):
        st.error(literal(error.why[language]))
        return
    author, there = author_here(), entry.file.text()
    if there == text:
        st.success(say("bring_saved", language), icon=":material/task_alt:")
        st.page_link(
            pages["desk"],
            label=say("bring_open", language, file=literal(entry.name)),
            icon=":material/edit:",
            query_params={"lang": language, "file": entry.name},
        )
        return
    st.markdown(say("bring_warnings", language, n=len(found.warnings)))
    if not author:
        ask_author(visit)
        return
    sure = there is None or st.checkbox(
        say("bring_replace", language, file=literal(entry.name)), key=f"bring-sure-{entry.name}"
    )
    st.button(
        say("bring_save", language, file=literal(entry.name)),
        type="primary",
        icon=":material/save:",
        disabled=not sure,
        on_click=_save,
        args=(visit, entry, result, there, author),
        key="bring-save",
    )
    if refused := _ERROR.pop():
        st.error(refused)
    with st.expander(say("bring_text", language)):
        st.code(text, language="yaml", height=360)


def _save(visit: Visit, entry: FileEntry, result: ImportResult, there: str | None, author: str) -> None:
    """Writes the file that was handed in and the bank, or notes what stands against it; a callback's work."""
    try:
        keep_imported(result.kept)
        outcome = save_file(
            visit.store,
            entry.file,
            result.text,
            base=None if there is None else digest_of(there),
            author=author,
            check=lambda words: verdict(entry, words).problems,
            why="imported",
        )
    except ReaderError as error:
        _ERROR.set(error.text[visit.language])
        return
    if isinstance(outcome, Saved):
        files.look()
    else:
        why = "bring_refused" if isinstance(outcome, Refused) else "desk_conflict"
        _ERROR.set(say(why, visit.language))


def _preview(visit: Visit, entry: FileEntry, found: TextVerdict) -> None:
    """One of the questions as students will see it."""
    if not found.exercises:
        return
    language = visit.language
    st.subheader(say("bring_preview", language), anchor=False)
    ids = tuple(found.exercises)
    with st.container(horizontal=True, vertical_alignment="bottom", key="bring-choices"):
        chosen = st.selectbox(
            say("bring_question", language), ids, label_visibility="collapsed", key="bring-shown"
        )
        shown_in, seed = preview_choices(visit, entry)
    show_preview(visit, entry, found, PreviewRequest(shown_in, seed, ids.index(chosen)))
