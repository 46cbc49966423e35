"""A case that is talked over: the text, and the prompts one below the other."""

import streamlit as st

from ui.present.screen import Screen
from ui.present.tongue import fitted, tell


def show(screen: Screen) -> None:
    """Draws what there is of text and prompts."""
    slide = screen.slide
    with fitted(f"discuss-{screen.key}"):
        if slide.text is not None:
            tell(slide.text, screen.tongue, f"text-{screen.key}")
        for number, prompt in enumerate(slide.options, 1):
            with st.container(
                key=f"option-open-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
            ):
                st.markdown(f"**{number}**", width="content")
                with st.container(gap=None):
                    tell(prompt, screen.tongue, f"prompt-{screen.key}-{number}")
