"""How a question listens and speaks: Enter sends what was typed, what comes of it is read out."""

import streamlit as st

from web.assets import entry

_answering = st.components.v2.component(
    "lab_answering",
    html='<div class="lab-answering" hidden></div>',
    js=entry("answering/answering.js"),
    isolate_styles=False,
)


def answering(key: str, attempts: int) -> None:
    """Makes the container ``outcome-…`` that it stands in a live region, and Enter the question's button.

    `attempts` are those used so far; with one more the focus goes to what came of it. It takes no room.
    """
    _answering(key=key, data={"tries": attempts})
