"""The way back from one file, or one thing to do, to all files of the course."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from courseware.interface import say
from courseware.text import Language


def back_to_files(pages: Mapping[str, Any], language: Language) -> None:
    """Draws the link."""
    st.page_link(
        pages["desk"],
        label=say("desk_all_files", language),
        icon=":material/arrow_back:",
        query_params={"lang": language},
    )
