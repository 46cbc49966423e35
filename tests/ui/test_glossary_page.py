"""The glossary: an index of letters, and each term in its place under one of them."""

from collections.abc import Iterator

import pytest

from course import glossary
from courseware.initials import index_key, initial_of
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record, said


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_stand_in_the_order_of_their_letters(language: Language) -> None:
    words = [term.term[language] for term in glossary().terms]

    page = open_page("glossary", language)

    shown = [line for line in said(page).splitlines() if line.startswith("**")]
    expected = sorted(words, key=lambda word: index_key(word, language))
    assert errors(page) == []
    assert [line.split("**")[1] for line in shown] == expected
    letters = next(piece.proto.body for piece in page.get("html") if "<nav" in piece.proto.body)
    assert {f">{initial_of(word, language)}</a>" in letters for word in words} == {True}
