"""The glossary: every term of the course in both languages, found from either."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import streamlit as st

from courseware.initials import index_key, initial_of
from courseware.interface import say
from courseware.text import Language
from lessons import Term
from ui.components.typed_filter import typed_filter
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
    with st.container(key="glossary-search"):
        query = st.text_input(say("glossary_search", language), key=_QUERY.name, width=480)
    found = words.search(query) if query.strip() else words.terms
    if not found:
        st.markdown(say("glossary_none", language, query=literal(shorten(query))))
    typed_filter({term.id: "\n".join((term.id, *term.also_all)) for term in found}, language)
    if query.strip():
        for term in found:
            _entry(visit, pages, term, language)
        return
    _index(visit, pages, found)


def _index(visit: Visit, pages: Mapping[str, Any], terms: Sequence[Term]) -> None:
    """All terms by their first letter, in Chinese by that of the pinyin, and the letters to go to."""
    language = visit.language
    by_word = sorted(terms, key=lambda term: index_key(term.term[language], language))
    groups = {
        letter: tuple(group)
        for letter, group in groupby(by_word, lambda term: initial_of(term.term[language], language))
    }
    links = " ".join(f'<a href="#letter-{_anchor(letter)}">{letter}</a>' for letter in groups)
    with st.container(key="letters"):
        st.html(f'<nav class="lab-letters" aria-label="{say("glossary_letters", language)}">{links}</nav>')
    for letter, group in groups.items():
        with st.container(key=f"letter-{_anchor(letter)}"):
            st.html(f'<h2 id="letter-{_anchor(letter)}">{letter}</h2>')
        for term in group:
            _entry(visit, pages, term, language)


def _anchor(letter: str) -> str:
    return letter if letter.isalpha() else "other"


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
