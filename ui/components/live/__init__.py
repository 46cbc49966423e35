"""The dock of the live class in the hall and beside the speaker, fed by the room's own stream."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from courseware.language import Language
from web.assets import entry, style
from web.live.words import WORDS

_dock = st.components.v2.component(
    "lab_live_dock",
    html='<div class="lab-dock" data-lab-root data-lab-moves data-undrawn></div>',
    css=style("live/dock.css"),
    js=entry("live/dock.js"),
    isolate_styles=False,
)
KEY: Final = "lab-live-dock"


@dataclass(frozen=True)
class DockWindow:
    """What one window is told of the live class.

    `code` is that of the room if one is open, `address` where phones join, `asks` the keys of the slides
    that can be asked on phones. `role` says which window this is: "hall" or "speaker".
    """

    lesson: str
    presenter: str
    code: str | None
    address: str
    role: str
    language: Language
    asks: Sequence[str]


def dock(window: DockWindow) -> None:
    """Draws the dock; votes are drawn in it without a run of the page."""
    _dock(key=KEY, data={**asdict(window), "words": WORDS.spoken(window.language)})
