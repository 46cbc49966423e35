"""A question on the page: what was typed is kept, what is closed stays as it was answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from classroom import owner_here, standing, submit, variant_for
from exercises import Exercise, bank, right_response, wrong_response
from lessons import find
from tests.ui.reader import open_page, own_record, said, troubles
from ui.records import records_here

LESSON = "satisfaction"
STEP, ITEM = next(
    (n, step.items[0])
    for n, step in enumerate(find(LESSON).steps, 1)
    if step.kind == "exercise" and bank()[step.items[0]].kind == "number"
)
EXERCISE: Exercise = bank()[ITEM]


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def opened() -> AppTest:
    """The step with the question, as a new visit finds it."""
    page = open_page(LESSON, "en", step=str(STEP))
    assert troubles(page) == []
    return page


def number_field(page: AppTest) -> TextInput:
    """Where the number is typed."""
    label = variant_for(records_here(), owner_here(records_here()), EXERCISE).question.fields[0].label
    return next(one for one in page.text_input if one.label.startswith(label.en))


def test_what_was_typed_but_not_sent_is_there_at_the_next_visit() -> None:
    page = opened()
    number_field(page).set_value("12.3").run()

    again = number_field(opened())

    assert again.value == "12.3"
    assert not again.disabled


def test_an_answered_question_shows_the_answer_and_takes_nothing_more() -> None:
    store = records_here()
    student = owner_here(store)
    right = right_response(variant_for(store, student, EXERCISE))
    submit(store, student, EXERCISE, right)

    page = opened()

    assert [number_field(page).value] == list(right.values())
    assert number_field(page).disabled
    assert standing(store, student, EXERCISE).may_reveal
    assert "Right" in said(page)


def test_a_question_with_tries_left_stays_open() -> None:
    store = records_here()
    student = owner_here(store)
    submit(store, student, EXERCISE, wrong_response(variant_for(store, student, EXERCISE)))

    page = opened()

    assert not number_field(page).disabled
