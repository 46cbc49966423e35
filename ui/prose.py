"""Texts of a lesson as the page shows them: glossary links, claims, sources, terms."""

import re

import streamlit as st

from course import glossary, link_terms
from courseware.interface import say
from courseware.language import conventions, language_read_out
from courseware.text import Language, as_text
from lessons import Claim, Step, terms_in
from lessons.reading_load import fill, load_of
from ui.components.term_cards import term_cards
from ui.media import with_media

_LONG = 40
_GLANCE = 0.5
"""Of what a slide holds: 60 words, or 165 Chinese characters."""
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~:$&-])")


def literal(text: str) -> str:
    """Somebody's own words as markdown that shows them letter by letter.

    >>> print(literal("5*4 [x](y)"))
    5\\*4 \\[x\\]\\(y\\)
    """
    return _MARKS.sub(r"\\\1", text)


def shorten(text: str) -> str:
    """The beginning of what somebody wrote, where all of it would fill the screen.

    >>> shorten("7" * 5000)
    '777777777777777777777777777777777777777…'
    """
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def prose(text: str, language: Language) -> str:
    """A lesson's text as markdown, its glossary terms linked, what it shows at its address."""
    linked = link_terms(text, lambda term: f"/glossary?term={term}&lang={language}", language)
    return with_media(linked)


def opening(text: str) -> tuple[str, str]:
    """Its first paragraphs, as many as are read at a glance, and the rest.

    >>> opening("One thing.\\n\\nAnother thing.")
    ('One thing.\\n\\nAnother thing.', '')
    """
    parts = text.strip().split("\n\n")
    first = 1
    while first < len(parts) and fill(load_of("\n\n".join(parts[: first + 1]))) <= _GLANCE:
        first += 1
    return "\n\n".join(parts[:first]), "\n\n".join(parts[first:])


def claim(what: Claim, language: Language, *, key: str, is_covered: bool) -> None:
    """A claim in its own frame, with what it is worth and who says so, once that may be told."""
    with st.container(key=f"claim-{key}"):
        st.caption(say("claim_covered" if is_covered else f"claim_{what.status}", language))
        st.markdown(f"“{with_media(what.text[language])}”")
        if not is_covered:
            source(as_text(what.source)[language], language)


def terms(step: Step, language: Language) -> None:
    """The terms that the step's texts use, with their meaning, on demand."""
    known = {term.id: term for term in glossary().terms}
    used = [known[name] for name in terms_in(step) if name in known]
    if not used:
        return
    term_cards(used, language)
    with st.popover(say("terms_here", language), icon=":material/menu_book:", type="tertiary"):
        for term in used:
            st.markdown(
                f"**{term.term[language]}** · {term.term.elsewhere(language)} — "
                f"{with_media(term.meaning[language])}"
            )


def sources(step: Step, language: Language) -> None:
    """Where the step's claims of fact come from."""
    if not step.sources:
        return
    with st.popover(say("sources", language), icon=":material/library_books:", type="tertiary"):
        for one in step.sources:
            source(one[language], language)


def source(words: str, language: Language) -> None:
    """One source in small letters, set and read out in the language in which it is written.

    No HTML but the mark of the language is let through.
    """
    spoken = language_read_out(words, language)
    if spoken == language:
        st.caption(words)
        return
    shown = words.replace("<", "&lt;")
    st.caption(f'<span lang="{conventions(spoken).tag}">{shown}</span>', unsafe_allow_html=True)
