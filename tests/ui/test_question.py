"""A question on the page: what was typed is kept, what is closed stays as it was answered."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from classroom import draft, owner_here, question_status, submit, variant_for
from course import all_exercises, find_lesson
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import Exercise, right_response, wrong_response
from tests.ui.asked import first_of
from tests.ui.panels import move, panel
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here

LESSON = "satisfaction"
STEP, ITEM = next(
    (n, step.items[0])
    for n, step in enumerate(find_lesson(LESSON).steps, 1)
    if step.kind == "exercise" and all_exercises()[step.items[0]].kind == "number"
)
EXERCISE: Exercise = all_exercises()[ITEM]


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


def opened() -> AppTest:
    """The step with the question, as a new visit finds it."""
    page = open_page(LESSON, "en", step=str(STEP), question="1")
    assert errors(page) == []
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


def test_knobs_that_were_moved_but_not_sent_stand_there_at_the_next_visit() -> None:
    asked = first_of("target")
    exercise = asked.exercise
    root = f"answer:{exercise.id}:0:answer"
    store = records_here()
    page = open_page(asked.lesson, "en", **asked.address)
    first = panel(page, root).values
    assert draft(store, owner_here(store), exercise.id) is None

    name, control = next(iter(panel(page, root).controls.items()))
    to = control["high"] if control["value"] != control["high"] else control["low"]
    move(page, at=panel(page, root), **{name: to})
    assert panel(page, root).values == {**first, name: to}
    assert panel(open_page(asked.lesson, "en", **asked.address), root).values == {**first, name: to}

    move(page, at=panel(page, root), **{name: first[name]})
    assert panel(open_page(asked.lesson, "en", **asked.address), root).values == first


def test_an_answered_question_shows_the_answer_and_takes_nothing_more() -> None:
    store = records_here()
    student = owner_here(store)
    right = right_response(variant_for(store, student, EXERCISE))
    submit(store, student, EXERCISE, right)

    page = opened()

    assert [number_field(page).value] == list(right.values())
    assert number_field(page).disabled
    assert question_status(store, student, EXERCISE).may_reveal
    assert "Right" in said(page)


@pytest.mark.parametrize("kind", ["number", "choice", "match"])
def test_a_closed_question_shows_what_was_marked_and_not_what_was_put_in_since(kind: str) -> None:
    asked = first_of(kind)
    exercise = asked.exercise
    store = records_here()
    student = owner_here(store)
    variant = variant_for(store, student, exercise)
    page = open_page(asked.lesson, "en", **asked.address)
    before = fill_in(page, exercise.id, wrong_response(variant)["answer"])
    submit(store, student, exercise, right_response(variant))
    page.run()

    after = {
        widget.key: widget
        for widget in (*page.text_input, *page.radio, *page.checkbox, *page.selectbox)
        if f":{exercise.id}:" in str(widget.key)
    }
    assert before
    assert all(widget.disabled for widget in after.values())
    assert marked(after, right_response(variant)["answer"])


def fill_in(page: AppTest, item: str, answer: object) -> bool:
    """Puts an answer into the fields of a question without sending it."""
    root = f"answer:{item}:0:answer"
    if isinstance(answer, dict):
        for row, choice in answer.items():
            page.selectbox(key=f"{root}:{row}").set_value(choice)
    elif isinstance(answer, list):
        for one in answer:
            page.checkbox(key=f"{root}:{one}").set_value(True)
    elif page.text_input and any(field.key == root for field in page.text_input):
        page.text_input(key=root).set_value(str(answer))
    else:
        page.radio(key=root).set_value(answer)
    page.run()
    return True


def marked(fields: Mapping[str | None, Any], answer: object) -> bool:
    """Whether the fields show this answer."""
    if isinstance(answer, dict):
        return {str(key).rpartition(":")[2]: field.value for key, field in fields.items()} == answer
    if isinstance(answer, list):
        return [str(key).rpartition(":")[2] for key, field in fields.items() if field.value] == answer
    return [field.value for field in fields.values()] == [answer]


def test_a_question_with_tries_left_stays_open() -> None:
    store = records_here()
    student = owner_here(store)
    submit(store, student, EXERCISE, wrong_response(variant_for(store, student, EXERCISE)))

    page = opened()

    assert not number_field(page).disabled


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_right_answer_is_ticked_with_what_it_adds_and_moves_only_when_it_was_just_sent(
    language: Language,
) -> None:
    store = records_here()
    variant = variant_for(store, owner_here(store), EXERCISE)
    page = open_page(LESSON, language, step=str(STEP), question="1")
    root = f"answer:{ITEM}:0"

    def send(number: object) -> None:
        page.text_input(key=f"{root}:answer").set_value(str(number))
        page.button(key=f"{root}:send").click().run()

    def ticks() -> list[str]:
        return [str(one.value) for one in page.markdown if str(one.value).startswith("**✓")]

    send(wrong_response(variant)["answer"])
    assert ticks() == []
    send(right_response(variant)["answer"])

    gain = say("gain", language, points=f"{EXERCISE.attempts.points[1]:.2g}")
    assert ticks() == [f"**✓ {gain}**"]
    assert ui_keys(page, "tick-") == [f"tick-new-{ITEM.replace('.', '-')}"]
    page.run()
    assert ui_keys(page, "tick-") == [f"tick-old-{ITEM.replace('.', '-')}"]
    assert ticks() == [f"**✓ {gain}**"]


def ui_keys(page: AppTest, start: str) -> list[str]:
    """The keys of the containers on the page that begin so."""
    found: list[str] = []

    def look(block: Any) -> None:
        key = str(getattr(getattr(block, "proto", None), "id", "")).rpartition("-None-")[2]
        name = key or ""
        if start in name:
            found.append(name[name.index(start) :])
        for child in getattr(block, "children", {}).values():
            look(child)

    look(page.main)
    return found
