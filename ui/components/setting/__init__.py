"""Tells the stage of this page how a simulation on a slide stands."""

import streamlit as st
from pydantic import JsonValue

from web.assets import entry

_setting = st.components.v2.component(
    "lab_setting",
    html='<div class="lab-setting" hidden data-undrawn></div>',
    js=entry("setting/setting.js"),
    isolate_styles=False,
)


def tell_setting(lesson: str, slide: str, setting: JsonValue, *, run: int, at: int, key: str) -> None:
    """Tells it whenever this is drawn, a fragment's run included; takes no room.

    None says: as at first. `run` is the number of the presentation, `at` when it was kept, 0 if it was not.
    """
    _setting(key=key, data={"lesson": lesson, "slide": slide, "setting": setting, "run": run, "at": at})
