"""Puts a picture, sound or video into the course and into the text: a file, a name, and what it shows."""

from typing import Final

import streamlit as st

from course.media import (
    FOLDER,
    check_media,
    check_name,
    keep_media,
    layers,
    media_store,
    suggest_name,
    without_brackets,
)
from courseware.interface import say
from courseware.media.formats import MEGABYTE, MOST
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import parse
from courseware.text import Language, Text
from ui.components.editor import EditorState
from ui.desk.said import SAID
from ui.desk.sheet import sheet_of, show
from ui.prose import literal
from ui.session import SessionKey

_LARGEST: Final = max(MOST.values()) // MEGABYTE
_ROUND: Final = SessionKey("desk-media-round", 0)
"""How many were put in: what was chosen for the last one is not offered again."""


def insert_media_button(name: str, language: Language) -> None:
    """Draws the way to put something into the text of the open file of this name."""
    number = _ROUND.get()
    with st.popover(say("insert", language), icon=":material/add_photo_alternate:", key="desk-media"):
        st.caption(say("insert_lead", language))
        # no `type`: what is refused is refused by us, in words that say what to do
        handed = st.file_uploader(
            say("insert_file", language), max_upload_size=_LARGEST, key=f"desk-media-file-{number}"
        )
        data = handed.getvalue() if handed is not None else None
        chosen = (
            _new_name(handed.name, number, language) if handed is not None else _one_there(number, language)
        )
        alt = st.text_input(
            say("insert_alt", language),
            max_chars=200,
            help=say("insert_alt_help", language),
            key=f"desk-media-alt-{number}",
        )
        wrong = _wrong(chosen, data, language)
        if wrong:
            st.error(literal(wrong))
        line = reference(alt, chosen)
        if line and not wrong:
            st.code(line, language=None, wrap_lines=True)
        st.button(
            say("insert_here", language),
            key="desk-media-here",
            type="primary",
            disabled=not line or bool(wrong),
            help=None if line else say("insert_missing", language),
            on_click=_insert,
            args=(name, chosen, data, line),
        )


def reference(alt: str, name: str) -> str:
    """What stands in a text to show this file; empty as long as its name or its words are missing.

    >>> reference("a queue [long]", "queue.png")
    '![a queue (long)](media/queue.png)'
    """
    words = without_brackets(alt)
    return f"![{words}]({FOLDER}/{name})" if words and name else ""


def put_in(text: str, line: int, column: int, shown: str) -> str | None:
    """The text with `shown` at this place (from 1), in quotes where YAML would take it for a tag.

    None if nobody would see it there: in a comment, or where no text can stand. Of a text that is broken
    already nothing can be told, and it is put in as it is.

    >>> print(put_in("text:\\n  en: \\n", 2, 7, "![a](media/b.png)"))
    text:
      en: "![a](media/b.png)"
    <BLANKLINE>
    """
    before = _read(text)
    quoted = f'"{shown.replace(chr(34), chr(39))}"'
    ways = [_placed(text, line, column, one) for one in (shown, quoted)]
    if before is None:
        return ways[0]
    return next((way for way in ways if _read(way) not in (None, before)), None)


def _placed(text: str, line: int, column: int, shown: str) -> str:
    lines = text.split("\n")
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    gap = " " if before.endswith((":", "-", ",")) else ""
    lines[line - 1] = f"{before}{gap}{shown}{after}"
    return "\n".join(lines)


def _read(text: str) -> object:
    """What the text says as YAML; None if it cannot be read."""
    try:
        return parse(text, "").value
    except ProblemsFoundError:
        return None


def _new_name(given: str, number: int, language: Language) -> str:
    usual = suggest_name(given, media_store().names())
    return st.text_input(
        say("insert_name", language),
        usual,
        max_chars=80,
        help=say("insert_name_help", language),
        key=f"desk-media-name-{number}-{usual}",
    ).strip()


def _one_there(number: int, language: Language) -> str:
    names = media_store().names()
    if not names:
        return ""
    return (
        st.selectbox(
            say("insert_there", language),
            names,
            index=None,
            placeholder=say("choose", language),
            key=f"desk-media-there-{number}",
        )
        or ""
    )


def _wrong(name: str, data: bytes | None, language: Language) -> str:
    """Why this file cannot be shown; empty if it can."""
    if not name:
        return ""
    if data is None:
        flaw = media_store().flaw(name)
        return flaw[language] if flaw else ""
    try:
        check_name(name)
        check_media(name, data)
    except ReaderError as error:
        return error.text[language]
    return ""


def _insert(sheet_name: str, name: str, data: bytes | None, line: str) -> None:
    """Keeps the file and puts its reference at the cursor; a callback's work."""
    try:
        if data is not None:
            keep_media(name, data, layers())
    except ReaderError as error:
        SAID.set(error.text)
        return
    sheet = sheet_of(sheet_name)
    state: EditorState = sheet.live()
    text = put_in(state.text, state.line, state.column, line)
    if text is None:
        SAID.set(_NOWHERE.fill({"name": f"{FOLDER}/{name}"}))
    else:
        show(sheet, text)
    _ROUND.set(_ROUND.get() + 1)


_NOWHERE: Final = Text(
    en="{name} is in the course, but no text can stand where the cursor is. Put the cursor into a text, then "
    "choose the file again under Insert.",
    zh="{name} 已存入课程，但光标所在处不能放文字。请把光标放到一段文字里，再在“插入”中选用这个文件。",
)
