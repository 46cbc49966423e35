"""A new lesson, or a new bank of questions, from an example that has all the parts."""

import re
import unicodedata
from collections.abc import Callable

import streamlit as st

from classroom import Saved, save_file
from courseware.problem import ReaderError
from courseware.text import Language, Text
from exercises import new_bank
from exercises.kinds import catalogue
from lessons import new_lesson
from ui.desk import files
from ui.desk.sheet import plain
from ui.desk.verdict import verdict
from ui.visit import Visit
from ui.wording import has_words, say


def to_open() -> list[str]:
    """The names of files that were begun and are still to be opened, the last one if any.

    The new file calls for another run of the page, which may end the one that wrote it at any moment. So
    the page opens it when it is drawn, and takes it out of here once it was drawn to the end.
    """
    names: list[str] = st.session_state.setdefault("desk-to-open", [])
    return names


def make_new(visit: Visit, author: str) -> None:
    """Draws the two buttons that begin a new file; each opens the few questions that it needs."""
    language = visit.language
    with st.popover(say("desk_new_lesson", language), icon=":material/add:"):
        _ask_lesson(visit, author)
    with st.popover(say("desk_new_bank", language), icon=":material/add:"):
        _ask_bank(visit, author)


def _ask_lesson(visit: Visit, author: str) -> None:
    language = visit.language
    st.caption(say("desk_new_lesson_lead", language))
    with st.form("desk-new-lesson", border=False):
        en = st.text_input(say("desk_title_en", language), max_chars=120).strip()
        zh = st.text_input(say("desk_title_zh", language), max_chars=120).strip()
        name = _ask_name(language)
        sent = st.form_submit_button(say("desk_begin", language), type="primary")
    if sent and not (en or zh):
        st.warning(say("desk_title_first", language))
    elif sent:
        title = Text(en=en or zh, zh=zh or en)
        _begin(visit, author, "lessons", name or slug(en), lambda one: new_lesson(one, title))


def _ask_bank(visit: Visit, author: str) -> None:
    language = visit.language
    st.caption(say("desk_new_bank_lead", language))
    with st.form("desk-new-bank", border=False):
        kind = st.selectbox(
            say("desk_kind", language),
            sorted(catalogue()),
            format_func=lambda one: _kind_name(one, language),
        )
        name = _ask_name(language)
        sent = st.form_submit_button(say("desk_begin", language), type="primary")
    if sent:
        _begin(visit, author, "bank", name, lambda one: new_bank(kind, one))


def _ask_name(language: Language) -> str:
    return st.text_input(
        say("desk_file_name", language), max_chars=60, help=say("desk_file_name_help", language)
    ).strip()


def slug(title: str) -> str:
    """A file's name made of an English title.

    >>> slug("Why customers leave: 3 café stories")
    'why_customers_leave_3_cafe_stories'
    """
    plain_letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^[\d_]+", "", "_".join(re.findall("[a-z0-9]+", plain_letters)))[:40].strip("_")


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
            check=lambda given: verdict(entry, plain(given)).problems,
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
