"""What belongs to the whole page: its language, its colours, the switch between light and dark."""

from typing import Final

import streamlit as st

from courseware.language import Language, conventions
from courseware.text import Text
from web.assets import entry, style

_TO_LIGHT: Final = Text(en="Switch to light", zh="切换到浅色")
_LOST: Final = Text(
    en="The lab is not answering. What you have saved is safe, and this page tries again by itself.",
    zh="暂时连接不上实验室。已保存的内容不会丢失，页面会自动重新连接。",
)
_RELOAD: Final = Text(en="Reload the page", zh="刷新页面")
_TO_DARK: Final = Text(en="Switch to dark", zh="切换到深色")

_page = st.components.v2.component(
    "lab_page",
    html='<div class="lab-page" hidden data-undrawn></div>',
    css=style("page/page.css"),
    js=entry("page/page.js"),
    isolate_styles=False,
)
_arrival = st.components.v2.component(
    "lab_arrival",
    html='<div class="lab-arrival" hidden></div>',
    js=entry("page/arrival.js"),
    isolate_styles=False,
)
_light = st.components.v2.component(
    "lab_light",
    html='<button type="button" class="lab-light" data-undrawn aria-label="Light, dark · 浅色、深色">'
    "</button>",
    css=style("page/light.css"),
    js=entry("page/light.js"),
    isolate_styles=False,
)


def page(language: Language) -> None:
    """Tells the browser which language the page is in, and lets it remember that for the next visit.

    It also says when the lab does not answer. It takes no room.
    """
    words = {"lost": _LOST[language], "reload": _RELOAD[language]}
    _page(key="lab-page", data={"language": language, "tag": conventions(language).tag, "words": words})


def arrived(place: str) -> None:
    """Lets the page begin at its top whenever `place` is another than before; to be drawn last."""
    _arrival(key="lab-arrival", data={"place": place})


def theme_switch(language: Language, key: str = "lab-light") -> None:
    """A button between light and dark; the page changes at once and nothing is run again."""
    _light(key=key, width="content", data={"to_light": _TO_LIGHT[language], "to_dark": _TO_DARK[language]})
