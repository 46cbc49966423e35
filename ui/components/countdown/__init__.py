"""The time that is left: it ticks in the browser from the end that the server named."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from courseware.interface import say_all
from courseware.text import Language
from web.assets import entry

_countdown = st.components.v2.component(
    "lab_countdown",
    html=(
        '<div class="lab-countdown" data-lab-countdown>'
        '<span data-lab-label></span> <b data-lab-left role="timer"></b>'
        '<span class="lab-countdown__spoken" data-lab-spoken aria-live="polite"></span></div>'
    ),
    js=entry("countdown/countdown.js"),
    isolate_styles=False,
)


def countdown(
    key: str, *, ends_at: datetime, now: datetime, language: Language, on_over: Callable[[], None]
) -> None:
    """Shows the time to `ends_at`, of which `now` is the server's clock; `on_over` is called when it is over.

    It says aloud when 10, 5 and 1 minutes are left.
    """
    data = {
        "ends": ends_at.timestamp() * 1000,
        "now": now.timestamp() * 1000,
        "words": say_all(("time_left", "minutes_left"), language),
    }
    _countdown(data=data, key=key, on_over_change=on_over)
