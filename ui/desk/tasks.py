"""What else is done at the desk: lessons adapted, questions and courses exported and imported, help read."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from ui.desk.adapting import adapting
from ui.desk.back import back_to_files
from ui.desk.course_archive import course_archive
from ui.desk.export_questions import export_questions
from ui.desk.helping import help_page
from ui.desk.import_questions import import_questions
from ui.desk.log import audit_log
from ui.visit import Visit

PAGES: Final[Mapping[str, Callable[[Visit, Mapping[str, Any]], None]]] = {
    "adapt": adapting,
    "carry": export_questions,
    "bring": import_questions,
    "travel": course_archive,
    "log": audit_log,
    "help": help_page,
}
"""What the address of the desk may ask to be done (``desk?do=carry``)."""
_ICONS: Final = {
    "adapt": ":material/storefront:",
    "carry": ":material/outbox:",
    "bring": ":material/move_to_inbox:",
    "travel": ":material/folder_zip:",
    "log": ":material/history:",
    "help": ":material/help:",
}


def task_links(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws a link to each of them, for the head of the desk."""
    for name in PAGES:
        st.page_link(
            pages["desk"],
            label=say(f"desk_{name}", visit.language),
            icon=_ICONS[name],
            query_params={"lang": visit.language, "do": name},
        )


def show_task(visit: Visit, pages: Mapping[str, Any], name: str) -> None:
    """Draws the page of this name, with the way back above it."""
    back_to_files(pages, visit.language)
    st.title(say(f"desk_{name}", visit.language), anchor=False)
    PAGES[name](visit, pages)
