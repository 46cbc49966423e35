"""The editor with what a page does around it: problems, suggestions, jumps, a form, other versions."""

import time
from dataclasses import dataclass

import streamlit as st

from courseware.language import negotiate
from courseware.problem import Problem, Severity
from courseware.text import Text
from tests.browser.editor import BUSY, EVIL, LESSON, digest
from ui.components.editor import EditorState, editor, held
from ui.components.page import page, theme_switch
from web.access.cookies import LANGUAGE

KEY = "pen"
asked = st.query_params
language = negotiate(asked=asked.get("lang"), remembered=st.context.cookies.get(LANGUAGE))


@dataclass(frozen=True)
class Word:
    """A suggestion."""

    value: str
    insert: str
    about: Text
    kind: str
    label: Text | None = None


def problems(text: str) -> list[Problem]:
    """An error at each "bad", a warning at each "odd"."""
    found = []
    marked: dict[str, Severity] = {"bad": "error", "odd": "warning"}
    for number, line in enumerate(text.split("\n"), 1):
        for word, severity in marked.items():
            if word in line:
                message = Text(en=f"{word} is not known {EVIL}", zh=f"不认识 {word} {EVIL}")
                advice = Text(en="Choose another.", zh="请换一个。")
                found.append(Problem("x", number, line.index(word) + 1, "", message, advice, severity))
    return found


def words(state: EditorState) -> list[Word]:
    """What fits: kinds after ``kind:``, else a whole step and a word that would do harm."""
    before = state.text.split("\n")[state.line - 1][: state.column - 1]
    if before.lstrip(" -").startswith("kind:"):
        about = Text(en="Something to read", zh="一段文字")
        return [Word(name, name, about, "value") for name in ("read", "play", "ask", "exercise")]
    step = "kind: ${1:read}\nminutes: ${2:5}\ntext:\n  en: $0"
    about = Text(en=f"A step {EVIL}", zh=f"一个步骤 {EVIL}")
    return [
        Word("step", step, about, "step"),
        Word("title", "title: ", about, "key"),
        Word("minutes", "minutes: ", about, "key"),
        Word(f"evil{EVIL}", f"evil{EVIL}", about, "key"),
    ]


def count_save(state: EditorState) -> None:
    """Remembers what was saved with the keys."""
    st.session_state["saved"] = [*st.session_state.get("saved", []), digest(state.text)]


def next_version(text: str) -> None:
    """The server has another text to show."""
    st.session_state["text"] = text
    st.session_state["version"] = st.session_state.get("version", 0) + 1


def shown() -> tuple[str, int]:
    """What the server gives to the editor, and its version."""
    usual = LESSON * int(asked.get("times", "1"))
    return st.session_state.get("text", usual), st.session_state.get("version", 0)


def other_title() -> None:
    """Changes one word, as a form does."""
    next_version(held(KEY, *shown()).text.replace("Satisfaction", "Loyalty"))


def go_to_the_end() -> None:
    """Asks for the line before the last."""
    lines = held(KEY, *shown()).text.split("\n")
    st.session_state["jump"] = (len(lines) - 1, 5, time.time())


@st.fragment(run_every=BUSY if asked.get("busy") else None)
def write() -> None:
    """The editor and what the server knows of it."""
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    given, version = shown()
    state = held(KEY, given, version)
    if asked.get("slow"):
        time.sleep(0.6)
    state = editor(
        given,
        key=KEY,
        label="Lesson file",
        language=language,
        text_version=version,
        problems=problems(state.text),
        suggestions=words(state),
        jump=st.session_state.get("jump"),
        height=int(asked.get("height", "420")),
        read_only=bool(asked.get("fixed")),
        on_save=count_save,
    )
    st.text(f"Holds {digest(state.text)} at {state.line}:{state.column}, with keys {state.saved_with_keys}")
    st.text(f"Saved {' '.join(st.session_state.get('saved', []))}.")
    st.text(f"Runs {st.session_state['runs']}.")
    st.button("Other title", on_click=other_title)
    st.button("Old text", on_click=next_version, args=("old: text\n",))
    st.button("Go to the end", on_click=go_to_the_end)


page(language)
theme_switch(language)
if not st.toggle("Away"):
    write()
