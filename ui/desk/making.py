"""A new lesson, or a new bank of questions, from an example that has all the parts."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from authoring.examples.bank import new_bank
from authoring.examples.lesson import is_free, new_lesson
from classroom import Saved, save_file
from course import bank_layers as banks
from course import files
from courseware.example import suggested_name
from courseware.interface import has_words, say
from courseware.problem import ReaderError
from courseware.text import Language, Text
from exercises.kinds import catalogue
from ui.desk.sheet import with_line_feeds
from ui.desk.verdict import verdict
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

_TO_OPEN: Final = SessionKey[list[str]]("desk-to-open", [])


def to_open() -> list[str]:
    """The names of files that were begun and are still to be opened, the last one if any.

    The new file calls for another run of the page, which may end the one that wrote it at any moment. So
    the page opens it when it is drawn, and takes it out of here once it was drawn to the end.
    """
    return _TO_OPEN.begin([])


def make_new(visit: Visit, author: str) -> None:
    """Draws the two buttons that begin a new file; each opens the few questions that it needs.

    Before somebody has said who is writing they are there, and say what is needed first.
    """
    language = visit.language
    for what, ask in (("lesson", _ask_lesson), ("bank", _ask_bank)):
        with st.popover(
            say(f"desk_new_{what}", language),
            icon=":material/add:",
            disabled=not author,
            help=None if author else say("desk_who_first", language),
        ):
            ask(visit, author)


def _ask_lesson(visit: Visit, author: str) -> None:
    language = visit.language
    st.caption(say("desk_new_lesson_lead", language))
    en = st.text_input(say("desk_title_en", language), max_chars=120, key="desk-new-en").strip()
    zh = st.text_input(say("desk_title_zh", language), max_chars=120, key="desk-new-zh").strip()
    name = ask_name("lesson", suggested_name(en or zh, "lesson", lambda one: not is_free(one)), language)
    sent = st.button(say("desk_begin", language), type="primary", key="desk-begin-lesson")
    if sent and not (en or zh):
        st.warning(say("desk_title_first", language))
    elif sent:
        title = Text(en=en or zh, zh=zh or en)
        _begin(visit, author, "lessons", name, lambda one: new_lesson(one, title))


def _ask_bank(visit: Visit, author: str) -> None:
    language = visit.language
    st.caption(say("desk_new_bank_lead", language))
    kind = st.selectbox(
        say("desk_kind", language),
        sorted(catalogue()),
        format_func=lambda one: _kind_name(one, language),
        key="desk-new-kind",
    )
    free = suggested_name("", "questions", lambda one: banks().path(f"{one}.yaml").exists())
    name = ask_name("bank", free, language)
    if st.button(say("desk_begin", language), type="primary", key="desk-begin-bank"):
        _begin(visit, author, "bank", name, lambda one: new_bank(kind, one))


def ask_name(what: str, suggested: str, language: Language, *, is_told: bool = True) -> str:
    """Asks what a new file shall be called, and says why it cannot be called anything; left empty, as
    suggested, which is told below unless there is no room."""
    given = st.text_input(
        say("desk_file_name", language),
        placeholder=suggested,
        max_chars=60,
        help=say("desk_file_name_why", language),
        key=f"desk-new-name-{what}",
    )
    name = given.strip().removesuffix(".yaml") or suggested
    if is_told:
        st.caption(say("desk_file_will_be", language, file=literal(f"{name}.yaml")))
    return name


def _begin(visit: Visit, author: str, part: str, name: str, write: Callable[[str], str]) -> None:
    """Writes the new file and opens it, or says why it cannot be."""
    begun = to_open()
    try:
        text = write(name)
        entry = files.entry(part, f"{name}.yaml")
        outcome = save_file(
            visit.store,
            entry.file,
            text,
            base=None,
            author=author,
            check=lambda given: verdict(entry, with_line_feeds(given)).problems,
        )
    except ReaderError as error:
        st.error(error.text[visit.language])
        return
    if isinstance(outcome, Saved):
        begun.append(entry.name)
        files.look()
        st.rerun()
    st.error(say("desk_not_begun", visit.language))


def _kind_name(kind: str, language: Language) -> str:
    """What the screen calls a kind of question; one that it has no words for goes by its own name."""
    name = f"desk_kind_{kind}"
    return say(name, language) if has_words(name) else kind
