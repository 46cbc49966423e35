"""The audit log for teachers to read: what was done to students and marks, the last first."""

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom.audit import audit_entries
from courseware.interface import say
from ui.desk.moment import clock_time
from ui.visit import Visit


def audit_log(visit: Visit, pages: Mapping[str, Any]) -> None:  # noqa: ARG001 - it leads nowhere
    """Draws the latest entries."""
    language = visit.language
    st.markdown(say("desk_log_lead", language))
    entries = audit_entries(visit.store)
    if not entries:
        st.info(say("desk_log_empty", language))
        return
    rows = {
        "at": [clock_time(one.at, language) for one in entries],
        "actor": [one.actor for one in entries],
        "action": [one.action for one in entries],
        "subject": [one.subject for one in entries],
        "detail": [json.dumps(dict(one.detail), ensure_ascii=False) for one in entries],
    }
    heads: dict[str, Any] = {
        name: st.column_config.Column(say(f"desk_log_{name}", language)) for name in rows
    }
    st.dataframe(rows, hide_index=True, column_config=heads, key="desk-log")
