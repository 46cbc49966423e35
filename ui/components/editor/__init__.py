"""The editor for a teacher's text: it stays as it is typed in, whatever the server does meanwhile."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

import streamlit as st

from courseware.problem import Problem
from courseware.text import Language, Text
from ui.components.editor.state import (
    FROM_BROWSER,
    EditorState,
    held,
    made_from,
    notice,
    saves_seen,
    take_saving,
)
from ui.components.editor.words import ACE, WORDS, kind_word
from web.assets import ace, entry, style

__all__ = ["HEIGHT", "EditorState", "Jump", "Suggested", "editor", "held"]

HEIGHT: Final = 560
"""How high the editor is, in pixels, unless its page says so; never higher than most of the screen."""

Jump = tuple[int, int, str | int]
"""Line and column to go to, and a mark that differs from the last jump's: each is made once."""

_editor = st.components.v2.component(
    "lab_editor",
    html='<div class="lab-editor" data-lab-root data-lab-moves aria-busy="true"></div>',
    css=style("editor/editor.css"),
    js=entry("editor/editor.js"),
    isolate_styles=False,
)


class Suggested(Protocol):
    """One word that fits at the cursor, as whoever knows the files suggests it.

    `insert` takes the place of the word that stands before the cursor. Its further lines are indented
    as seen from its first. ``${1:word}``, ``${2}`` and ``$0`` are places that Tab goes to in turn.
    """

    @property
    def value(self) -> str: ...
    @property
    def insert(self) -> str: ...
    @property
    def about(self) -> Text: ...
    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> Text | None: ...


def editor(
    text: str,
    *,
    key: str,
    label: str,
    language: Language,
    text_version: str | int = 0,
    problems: Sequence[Problem] = (),
    suggestions: Sequence[Suggested] = (),
    hint: Text | None = None,
    jump: Jump | None = None,
    height: int = HEIGHT,
    read_only: bool = False,
    on_save: Callable[[EditorState], None] | None = None,
) -> EditorState:
    """Shows `text` for editing and returns what the editor holds now; `label` names it to a screen reader.

    What is typed comes in a run of its own a third of a second after the last key, at once with Ctrl-S
    or when the editor is left. `text` is shown when the editor opens; afterwards it replaces what is
    there only when `text_version` changes, as one change that can be undone and that keeps what was
    typed elsewhere in the meantime. Another file needs another `key`.

    A report may interrupt the run that a button has started: what a button beside the editor does belongs
    into its ``on_click``, and both into one fragment, since Streamlit runs the fragment alone when the
    text and the click reach it together.

    `problems`, `suggestions` and the `hint`, which tells what stands at the cursor, must belong to what
    `held` says in this same run. `on_save` is called
    with the text before the run that Ctrl-S starts, as a callback is.
    """

    def reported() -> None:
        if notice(key) and on_save is not None:
            on_save(held(key, text, text_version))

    state = held(key, text, text_version)
    message = _message(key, state, language) | {
        "label": label,
        "version": str(text_version),
        "problems": [_marked(problem, language) for problem in problems],
        "suggestions": [_offered(one, language) for one in suggestions],
        "hint": "" if hint is None else hint[language],
        "jump": jump,
        "height": height,
        "readOnly": read_only,
    }
    data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    _editor(key=key, data=data, default={FROM_BROWSER: {}}, on_now_change=reported)
    return take_saving(key, state)


def _message(key: str, state: EditorState, language: Language) -> dict[str, Any]:
    """What every editor is sent: what the server holds, after which report, and words."""
    return {
        "id": key,
        "text": state.text,
        "line": state.line,
        "column": state.column,
        "at": state.revision,
        "saves": saves_seen(key),
        "from": made_from(key),
        "language": language,
        "ace": ace().url,
        "words": WORDS.spoken(language),
        "aceWords": ACE.spoken(language),
    }


def _marked(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "said": problem.said(language),
    }


def _offered(one: Suggested, language: Language) -> dict[str, str]:
    kind = kind_word(one.kind, language)
    shown = one.value if one.label is None else one.label[language]
    about = one.about[language]
    return {"value": one.value, "shown": shown, "insert": one.insert, "about": about, "kind": kind}
