"""What is stored and why: a page for everybody, whose table is made of what each table of the record says."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final, get_args

import streamlit as st

from classroom import GUESTS_KEPT_FOR
from classroom.privacy import HOLDINGS, HoldingGroup
from classroom.teacher_sessions import SESSION_KEPT_FOR
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from ui.block_table import block_table
from ui.visit import Visit

GROUPS: Final[tuple[HoldingGroup, ...]] = tuple(
    group for group in get_args(HoldingGroup) if group != "nobody"
)
"""The rows of the table: what is held for the same reason."""


def privacy_page(visit: Visit, pages: Mapping[str, Any]) -> None:  # noqa: ARG001 - it leads nowhere
    """Draws what is stored, why and until when; where it lies; and what may be asked for."""
    language = visit.language
    st.title(say("privacy", language), anchor=False)
    with st.container(key="privacy"):
        st.markdown(say("privacy_lead", language))
        st.html(_table(language))
        for part in ("facts", "rights", *(("commands",) if visit.is_instructor else ())):
            st.header(say(f"privacy_{part}_head", language), anchor=False)
            st.markdown(say(f"privacy_{part}", language))


def _table(language: Language) -> str:
    heads = [escape(say(f"privacy_{head}", language)) for head in ("what", "why", "until")]
    return block_table(heads, (_row(group, language) for group in GROUPS))


def _row(group: HoldingGroup, language: Language) -> tuple[str, str, str]:
    held = [say(f"privacy_table_{name}", language) for name, one in HOLDINGS.items() if one.group == group]
    what = conventions(language).list_semicolon.join(held)
    kept_for = SESSION_KEPT_FOR if group == "staff" else GUESTS_KEPT_FOR
    head, why, until = (
        escape(say(f"privacy_{group}_{part}", language, days=kept_for.days))
        for part in ("head", "why", "until")
    )
    return f"<strong>{head}</strong><br>{escape(what)}", why, until
