"""What belongs to the whole page: its language, its colours, the switch between light and dark."""

from typing import Final

import streamlit as st

from courseware.text import Language, Text
from ui.components.asset import entry, style

COOKIE: Final = "lab_language"
_TO_LIGHT: Final = Text(en="Switch to light", zh="切换到浅色")
_TO_DARK: Final = Text(en="Switch to dark", zh="切换到深色")

_page = st.components.v2.component(
    "lab_page",
    html='<div class="lab-page" hidden></div>',
    css=style("page/page.css"),
    js=entry("page/page.js"),
    isolate_styles=False,
)
_light = st.components.v2.component(
    "lab_light",
    html='<button type="button" class="lab-light"></button>',
    css=style("page/light.css"),
    js=entry("page/light.js"),
    isolate_styles=False,
)


def remembered_language() -> Language | None:
    """The language this browser was last used in, or None at a first visit."""
    kept = st.context.cookies.get(COOKIE)
    return "zh" if kept == "zh" else "en" if kept == "en" else None


def page(language: Language) -> None:
    """Tells the browser which language the page is in, and lets it remember that for the next visit.

    It also puts the theme's colours (``--st-text-color`` and the others) on the whole page, so that
    any style sheet may use them. It takes no room.
    """
    _page(key="lab-page", data={"language": language})


def theme_switch(language: Language, key: str = "lab-light") -> None:
    """A button between light and dark; the page changes at once and nothing is run again."""
    _light(key=key, width="content", data={"to_light": _TO_LIGHT[language], "to_dark": _TO_DARK[language]})
