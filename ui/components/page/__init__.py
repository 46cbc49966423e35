"""What belongs to the whole page: its language, its colours, the switch between light and dark."""

from typing import Final

import streamlit as st

from courseware.language import Language, conventions
from courseware.words import WordFile
from web.assets import entry, style

WORDS: Final = WordFile.beside(__file__)

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
    html='<button type="button" class="lab-light" data-undrawn></button>',
    css=style("page/light.css"),
    js=entry("page/light.js"),
    isolate_styles=False,
)


def page(language: Language) -> None:
    """Tells the browser which language the page is in, and lets it remember that for the next visit.

    It also says when the lab does not answer. It takes no room.
    """
    data = {"language": language, "tag": conventions(language).tag, "words": WORDS.spoken(language)}
    _page(key="lab-page", data=data)


def arrived(place: str) -> None:
    """Lets the page begin at its top whenever `place` is another than before; to be drawn last."""
    _arrival(key="lab-arrival", data={"place": place})


def theme_switch(language: Language, key: str = "lab-light") -> None:
    """A button between light and dark; the page changes at once and nothing is run again."""
    _light(key=key, width="content", data=WORDS.spoken(language))
