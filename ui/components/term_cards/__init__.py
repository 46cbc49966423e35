"""What a term means, where it is read: a small card on hover, focus and the first tap."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from course import glossary
from courseware.text import Language
from lessons import Term
from papers.markdown import Prose
from web.assets import entry, style

_KEY: Final = "term-cards"

_cards = st.components.v2.component(
    "lab_term_cards",
    html="<div hidden data-undrawn></div>",
    css=style("term_cards/term_cards.css"),
    js=entry("term_cards/term_cards.js"),
    isolate_styles=False,
)


def term_cards(terms: Sequence[Term], language: Language) -> None:
    """Hands the meanings of these terms to the page; links to the glossary show them there.

    The link stays what it is: without the script, or at a second tap, it leads to the glossary.
    """
    prose = Prose(glossary())
    data = {
        term.id: {
            "name": f"{term.term[language]} · {term.term.elsewhere(language)}",
            "meaning": prose.plain(term.meaning[language], language),
        }
        for term in terms
    }
    _cards(key=_KEY, data=data)
