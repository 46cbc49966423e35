"""The glossary: an index of letters, and each term in its place under one of them."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from course import glossary
from courseware.initials import index_key, initial_of
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_stand_in_the_order_of_their_letters(language: Language) -> None:
    words = [term.term[language] for term in glossary().terms]

    page = open_page("glossary", language)

    (body,) = [piece.proto.body for piece in page.get("html") if "data-lab-term" in piece.proto.body]
    expected = sorted(words, key=lambda word: index_key(word, language))
    assert errors(page) == []
    assert [unescape(name) for name in re.findall("<strong>(.*?)</strong> ·", body)] == expected
    assert {f">{initial_of(word, language)}</a>" in body for word in words} == {True}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_that_an_address_asks_for_tells_what_it_means_and_leads_to_its_lessons(
    language: Language,
) -> None:
    term = next(term for term in glossary().terms if term.lessons)

    page = open_page("glossary", language, term=term.id)

    (body,) = [piece.proto.body for piece in page.get("html") if "data-lab-term" in piece.proto.body]
    assert f'data-lab-term="{term.id}"' in body
    assert all(f'href="/{name}?lang={language}"' in body for name in term.lessons)
