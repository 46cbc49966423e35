"""The tasks of a simulation: each with a tick once it is done, and a voice that says so at once."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from courseware.text import Language
from courseware.words import WordFile
from web.assets import entry, style

_WORDS: Final = WordFile.beside(__file__)
_tasks = st.components.v2.component(
    "lab_tasks",
    html='<div class="lab-tasks" data-lab-tasks data-undrawn></div>',
    css=style("task_list/task_list.css"),
    js=entry("task_list/task_list.js"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class ShownTask:
    """A task as its reader may see it: how many of its ways are found, and what those are called."""

    text: str
    found: int
    ways: int
    names: tuple[str, ...] = ()


def task_list(tasks: Sequence[ShownTask], language: Language, *, key: str) -> None:
    """Shows the tasks; of ways that are still to be found nothing is sent but their number."""
    _tasks(key=key, data={"tasks": [asdict(one) for one in tasks], "words": _WORDS.spoken(language)})
