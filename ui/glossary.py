"""The glossary: every term of the course in both languages, found from either."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any, Final

import streamlit as st
from markdown_it import MarkdownIt

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
_READER: Final = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def glossary_page(visit: Visit, _pages: Mapping[str, Any]) -> None:
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
        st.html("".join(_entry(visit, term) for term in found))
        return
    _index(visit, found)


def _index(visit: Visit, terms: Sequence[Term]) -> None:
    """All terms by their first letter, in Chinese by that of the pinyin, and the letters to go to.

    They are one part of the page: as parts of their own they would be a thousand messages.
    """
    language = visit.language
    by_word = sorted(terms, key=lambda term: index_key(term.term[language], language))
    groups = {
        letter: tuple(group)
        for letter, group in groupby(by_word, lambda term: initial_of(term.term[language], language))
    }
    links = " ".join(f'<a href="#letter-{_anchor(letter)}">{letter}</a>' for letter in groups)
    label = escape(say("glossary_letters", language))
    said = [f'<nav class="lab-letters" data-lab-letter aria-label="{label}">{links}</nav>']
    for letter, group in groups.items():
        said.append(f'<h2 class="lab-letter" data-lab-letter id="letter-{_anchor(letter)}">{letter}</h2>')
        said.extend(_entry(visit, term) for term in group)
    st.html("".join(said))


def _anchor(letter: str) -> str:
    return letter if letter.isalpha() else "other"


def _entry(visit: Visit, term: Term) -> str:
    language = visit.language
    name, elsewhere = escape(term.term[language]), escape(term.term.elsewhere(language))
    meaning = _READER.render(with_media(term.meaning[language]))
    return (
        f'<div class="lab-entry" data-lab-term="{escape(term.id)}">'
        f"<p><strong>{name}</strong> · {elsewhere}</p>{meaning}{_used(visit, term, language)}</div>"
    )


def _used(visit: Visit, term: Term, language: Language) -> str:
    """The lessons that use the term, each a link."""
    lessons = [lesson for name in term.lessons if (lesson := visit.registry.lesson(name))]
    links = [
        f'<a href="/{escape(lesson.id)}?lang={language}" target="_self">{escape(lesson.title[language])}</a>'
        for lesson in lessons
    ]
    heading = escape(say("used_in", language))
    return f'<p class="lab-entry__used">{heading} {" ".join(links)}</p>' if links else ""
