"""The numbered strip above the questions of a step: where one is, and how each of them stands."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from ui.session import told_by
from web.assets import entry, style

_strip = st.components.v2.component(
    "lab_question_strip",
    html='<div class="lab-questions" data-lab-root data-undrawn></div>',
    css=style("question_strip/strip.css"),
    js=entry("question_strip/strip.js"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class NumberedQuestion:
    """One question as the strip shows it: its state for the look, and number and state in words."""

    state: str
    sign: str
    words: str


def question_strip(
    questions: Sequence[NumberedQuestion],
    current: int,
    *,
    label: str,
    key: str,
    on_go: Callable[[int], None],
) -> None:
    """Draws the strip; a click calls `on_go` with the number of the question, which counts from 1.

    The focus goes to the number of a question that is come to, however that was.
    """

    def go() -> None:
        chosen = told_by(key, "go")
        if isinstance(chosen, int):
            on_go(chosen)

    data = {"questions": [asdict(one) for one in questions], "current": current, "label": label}
    _strip(data=data, key=key, on_go_change=go)
