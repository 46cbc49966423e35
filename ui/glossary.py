"""The glossary: every term of the course in both languages, found from either."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from lessons import Term
from ui.media import with_media
from ui.prose import literal, shorten
from ui.session import SessionKey
from ui.visit import Visit

_ASKED: Final = SessionKey("glossary-asked", "")
"""The term that an address asked for last."""
_QUERY: Final = SessionKey("glossary-query", "")


def glossary_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the search field and the terms that match it, or the one that the address names."""
    language = visit.language
    st.title(say("glossary_title", language), anchor=False)
    st.markdown(say("glossary_lead", language))
    asked = st.query_params.get("term", "")
    words = visit.registry.glossary()
    term = words.term(asked)
    if asked and term is None:
        st.warning(say("term_unknown", language, term=literal(shorten(asked))))
    if term is not None and _ASKED.get() != asked:
        _QUERY.set(term.term[language])
        _ASKED.set(asked)
    query = st.text_input(say("glossary_search", language), key=_QUERY.name)
    found = words.search(query) if query.strip() else words.terms
    if not found:
        st.info(say("glossary_none", language, query=literal(shorten(query))))
    for term in found:
        _entry(visit, pages, term, language)


def _entry(visit: Visit, pages: Mapping[str, Any], term: Term, language: Language) -> None:
    with st.container(key=f"term-{term.id}"):
        st.markdown(f"**{term.term[language]}** · {term.term.elsewhere(language)}")
        st.markdown(with_media(term.meaning[language]))
        lessons = [lesson for name in term.lessons if (lesson := visit.registry.lesson(name))]
        if lessons:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.caption(say("used_in", language), width="content")
                for lesson in lessons:
                    address = {"lang": language}
                    st.page_link(pages[lesson.id], label=lesson.title[language], query_params=address)
