"""What a term means comes with the page that uses it: nobody asks the server for it."""

import json
from collections.abc import Iterator

import pytest

from course import glossary, lesson_registry
from courseware.text import LANGUAGES, Language
from lessons import terms_in
from tests.ui.reader import open_page, own_record


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_of_a_step_come_with_their_meaning_in_plain_words(language: Language) -> None:
    lesson = lesson_registry().lessons()["loyalty"]
    number, step = next((n, one) for n, one in enumerate(lesson.steps, 1) if one.id == "two-axes")

    page = open_page(lesson.id, language, step=str(number))

    sent = [piece.proto for piece in page.get("bidi_component")]
    (cards,) = (json.loads(one.json) for one in sent if one.component_name == "lab_term_cards")
    known = {term.id: term for term in glossary().terms}
    assert set(cards) == set(terms_in(step))
    for name, card in cards.items():
        assert card["name"].startswith(known[name].term[language])
        assert "[[" not in card["meaning"]
        assert "**" not in card["meaning"]
