"""One file open on the desk: the text on the left, what becomes of it on the right, its problems below."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from authoring.cursor import step_at
from course.files import FileEntry, stamp
from courseware.interface import say
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import parse
from courseware.text import Language
from ui.choice import choose_one
from ui.components.editor import EditorState, editor
from ui.desk.author import change_author
from ui.desk.back import back_to_files
from ui.desk.conflict import show_conflict
from ui.desk.file_menu import file_menu
from ui.desk.form import show_form
from ui.desk.helping import show_help
from ui.desk.history import show_history
from ui.desk.insert import insert_button
from ui.desk.insert_media import insert_media_button
from ui.desk.making import to_open
from ui.desk.moment import clock_time
from ui.desk.preview import PreviewRequest, preview_choices, show_preview
from ui.desk.problems import counted, show_problems
from ui.desk.said import PANE, SAID
from ui.desk.sheet import OpenFile, jump_to, keep_draft, open_sheet, save, sheet_of, show, watch
from ui.desk.suggesting import hint_at, suggestions
from ui.desk.timing import show_timings
from ui.desk.unreadable import error_in, show_unreadable
from ui.desk.verdict import TextVerdict, verdict
from ui.errors import guarded
from ui.prose import literal
from ui.session import SessionKeys
from ui.visit import Visit

_PANES = ("preview", "form", "history")
_HEIGHT = 620


@st.fragment
def workbench(visit: Visit, pages: Mapping[str, Any], entry: FileEntry, author: str) -> None:
    """Draws the editor with its problems and panes; what is typed runs this part of the page alone."""
    guarded(lambda: _workbench(visit, pages, entry, author), visit.language)


def _workbench(visit: Visit, pages: Mapping[str, Any], entry: FileEntry, author: str) -> None:
    if to_open()[-1:] not in ([], [entry.name]) or "file" not in st.query_params:  # another one, or none
        st.rerun()
    if error := error_in(entry):
        show_unreadable(visit, pages, entry, author, error)
        return
    sheet = open_sheet(visit, entry, author)
    state = sheet.live()
    sheet = watch(visit, _at_asked(sheet, state.text), state.text)
    state = sheet.live()
    found = verdict(entry, state.text)
    keep_draft(visit, sheet, state.text)
    _head(visit, pages, sheet, state, found)
    _notices(visit, sheet, state)
    left, right = st.columns([0.53, 0.47], gap="medium")
    with left, st.container(key="desk-text", gap="small"):
        _text(visit, sheet, state, found)
    with right, st.container(key="desk-side"):
        _pane(visit, sheet, state, found)


def _at_asked(sheet: OpenFile, text: str) -> OpenFile:
    """The sheet with its cursor in the step or the question that the address asks for, once."""
    step, item = st.query_params.pop("step", ""), st.query_params.pop("item", "")
    if not step.isdecimal() and not item:
        return sheet
    try:
        source = parse(text, sheet.entry.name)
        place = ("steps", int(step) - 1) if step.isdecimal() else place_of_item(source.value, item)
        line, column = source.place(place)
    except ProblemsFoundError:
        return sheet
    return jump_to(sheet.entry.name, line, column)


def place_of_item(bank: object, id_: str) -> tuple[str | int, ...]:
    """Where the question of this id stands in a bank; its beginning if it does not."""
    items = bank.get("items") if isinstance(bank, dict) else None
    named = [isinstance(one, dict) and one.get("id") == id_ for one in items or ()]
    return ("items", named.index(True)) if True in named else ()


def _head(
    visit: Visit, pages: Mapping[str, Any], sheet: OpenFile, state: EditorState, found: TextVerdict
) -> None:
    language = visit.language
    with st.container(key="desk-head", horizontal=True, vertical_alignment="center", gap="small"):
        back_to_files(pages, language)
        st.markdown(f"**{literal(sheet.entry.name)}**", width="content")
        how, said = _status(sheet, state, found, language)
        with st.container(key=f"desk-status-{how}", width="content"):
            st.markdown(said, width="content")
        st.space("stretch")
        insert_button(visit, sheet, state)
        insert_media_button(sheet.entry.name, language)
        file_menu(visit, pages, sheet)
        change_author(language)
        if sheet.is_changed(state.text) and not sheet.is_contested:
            st.button(
                say("desk_discard", language),
                key="desk-discard",
                type="tertiary",
                on_click=_discard,
                args=(sheet.entry.name,),
            )
        st.button(
            say("desk_save", language),
            key="desk-save",
            type="primary",
            icon=":material/save:",
            help=say("desk_save_help", language),
            on_click=_save,
            args=(visit, sheet.entry.name),
        )


def _notices(visit: Visit, sheet: OpenFile, state: EditorState) -> None:
    """What must be said above the text. Its box is always there, so that the editor below is never moved."""
    with st.container(key="desk-notices"):
        told = SAID.pop()
        if told is not None:
            st.error(told[visit.language])
        if sheet.is_contested:
            show_conflict(visit, sheet, state.text)


def _status(sheet: OpenFile, state: EditorState, found: TextVerdict, language: Language) -> tuple[str, str]:
    """Whether the text is saved, and if not, why: a word for it, and how it is said."""
    when = clock_time(sheet.at, language) if sheet.at is not None else ""
    if sheet.note == "refused" and found.errors:
        said = say("desk_refused", language, problems=counted(found, language))
        return "refused", f":red[:material/block: {said}]"
    if sheet.note == "draft" and state.text == sheet.text:
        return "draft", f":orange[:material/restore_page: {say('desk_draft', language, when=when)}]"
    if sheet.is_changed(state.text):
        return "unsaved", f":orange[:material/circle: {say('desk_unsaved', language)}]"
    if sheet.note == "saved":
        return "saved", f":green[:material/check: {say('desk_saved', language, when=when)}]"
    if sheet.note == "outside":
        return "outside", f":blue[:material/sync: {say('desk_changed_outside', language)}]"
    return "same", f":gray[{say('desk_as_on_disk', language)}]"


def _discard(name: str) -> None:
    """Puts the saved text back into the editor; a callback's work."""
    sheet = sheet_of(name)
    show(sheet, sheet.begun)


def _save(visit: Visit, name: str) -> None:
    """Saves what stands in the editor; a callback's work."""
    sheet = sheet_of(name)
    try:
        save(visit, sheet, sheet.live().text)
    except ReaderError as error:
        SAID.set(error.text)
    except ProblemsFoundError:  # the file became unreadable this moment; the next run says so
        return


def _text(visit: Visit, sheet: OpenFile, state: EditorState, found: TextVerdict) -> None:
    language = visit.language
    editor(
        sheet.text,
        key=sheet.key,
        label=say("desk_editor", language, file=sheet.entry.name),
        language=language,
        text_version=sheet.text_version,
        problems=found.problems,
        suggestions=suggestions(sheet.entry, state, stamp()),
        hint=hint_at(sheet.entry, state),
        jump=sheet.jump,
        height=_HEIGHT,
        on_save=lambda _: _save(visit, sheet.entry.name),
    )

    def go(line: int, column: int) -> None:
        jump_to(sheet.entry.name, line, column)

    show_problems(found, language, go)


def _pane(visit: Visit, sheet: OpenFile, state: EditorState, found: TextVerdict) -> None:
    language = visit.language
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="desk-tools"):
        pane = _choose_pane(sheet, language)
        st.space("stretch")
        choices = preview_choices(visit, sheet.entry) if pane == "preview" else None
    if choices is not None:
        show_preview(visit, sheet.entry, found, PreviewRequest(*choices, part_here(sheet, state, found) or 0))
    elif pane == "form":
        with st.container(key="desk-form", gap="small"):
            show_form(sheet, state.text, part_here(sheet, state, found), language)
    elif pane == "pace":
        with st.container(key="desk-pace"):
            show_timings(visit, sheet.entry.stem, found.lesson or visit.registry.lesson(sheet.entry.stem))
    elif pane == "help":
        with st.container(key="desk-help", gap="small"):
            show_help(visit, sheet.entry.kind)
    elif pane == "history":
        with st.container(key="desk-history"):
            show_history(visit, sheet, state.text)


_PART: Final = SessionKeys[int | None]("desk-part:{}", None)


def part_here(sheet: OpenFile, state: EditorState, found: TextVerdict) -> int | None:
    """The place of the step, question or term that the cursor stands in; None if in none.

    While the text is broken it may not be told; then it is where the cursor was before.
    """
    place = _PART(sheet.entry.name)
    part = step_at(state.text, state.line)
    if part is None and found.errors:
        return place.get()
    place.set(part)
    return part


def _choose_pane(sheet: OpenFile, language: Language) -> str:
    return choose_one(
        say("desk_pane", language),
        (*_PANES, "pace", "help") if sheet.entry.kind == "lesson" else (*_PANES, "help"),
        key=PANE(sheet.entry.name).name,
        format_func=lambda name: say(f"desk_pane_{name}", language),
        label_visibility="collapsed",
    )
