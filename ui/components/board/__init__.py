"""A board to type on: its words fill the room they have, and are told to the server as they are typed."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from courseware.text import Language
from courseware.words import WordFile
from ui.session import told_by
from web.assets import entry, style

_WORDS: Final = WordFile.beside(__file__)

_board = st.components.v2.component(
    "lab_board",
    html='<div class="lab-board" data-undrawn>'
    '<textarea spellcheck="false" data-lab-clicker></textarea></div>',
    css=style("board/board.css"),
    js=entry("board/board.js"),
    isolate_styles=False,
)


def board(text: str, *, key: str, language: Language, on_written: Callable[[str], None]) -> None:
    """Shows `text` to be changed; `on_written` is called with all the words before the run it starts.

    What is being typed is never lost to a run: another text takes its place only while nobody types.
    """

    def written() -> None:
        if isinstance(said := told_by(key, "written"), str):
            on_written(said)

    _board(key=key, data={"text": text, "words": _WORDS.spoken(language)}, on_written_change=written)
