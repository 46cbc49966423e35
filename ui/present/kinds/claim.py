"""Something that people say, alone on a slide, with what it is worth and who says so."""

import streamlit as st

from courseware.interface import say
from courseware.text import as_text
from ui.present.screen import Screen
from ui.present.tongue import fitted, languages, tell


def show(screen: Screen) -> None:
    """Draws the claim."""
    claim = screen.slide.claim
    if claim is None:
        return
    with fitted(f"claim-{screen.key}"):
        st.caption(
            " · ".join(say(f"claim_{claim.status}", language) for language in languages(screen.tongue))
        )
        with st.container(key=f"big-{screen.key}"):
            tell(claim.text, screen.tongue, f"claim-{screen.key}", form="“{}”")
        sources = dict.fromkeys(as_text(claim.source)[language] for language in languages(screen.tongue))
        st.caption(" · ".join(sources))
