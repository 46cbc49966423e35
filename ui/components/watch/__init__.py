"""Looks from the browser whether something has changed, and has the page run again once it has."""

import streamlit as st

from web.assets import entry

_watch = st.components.v2.component(
    "lab_watch",
    html='<div class="lab-watch" data-lab-root hidden data-undrawn></div>',
    js=entry("watch/watch.js"),
    isolate_styles=False,
)


def watch(address: str, seen: str, key: str = "lab-watch") -> None:
    """Asks `address` again and again for a few letters; other ones than `seen` run the page again.

    The server is asked by a plain request: a fragment that ran by itself twice a second would keep
    Streamlit from clearing away what the run before it left on the page. It takes no room.
    """
    _watch(key=key, data={"address": address, "seen": seen}, on_changed_change=lambda: None)
