"""The map of the course: what leads where, what was only seen, what was done, what is still to come."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, predict, visit
from course import course_plan, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


def cards(page: AppTest) -> str:
    """What the cards say in the lines of their own."""
    return "\n".join(piece.proto.body for piece in page.get("html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_seen_is_told_apart_from_what_was_done(language: Language) -> None:
    store, lesson = records_here(), lesson_registry().lessons()["satisfaction"]
    student = owner_here(store)
    foreseen = next(step.id for step in lesson.steps if step.kind == "play" and step.predict is not None)
    for step in (lesson.steps[0].id, foreseen):
        visit(store, student, lesson.id, step)
    predict(store, student, lesson.id, foreseen, choice="1")

    page = open_page("", language)

    assert errors(page) == []
    assert say("seen_steps", language, seen=2, all=len(lesson.steps)) in cards(page)
    items = len(lesson.items(mode="graded"))
    asked = [step.id for step in lesson.steps if step.kind in {"ask", "discuss"}]
    asked += [step.id for step in lesson.steps if step.kind == "play" and step.predict is not None]
    assert say("done_tasks", language, done=1, all=items + len(asked)) in cards(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_to_come_stands_on_one_line(language: Language) -> None:
    there = lesson_registry().lessons()
    coming = [entry.title[language] for entry in course_plan().entries if entry.id not in there]

    page = open_page("", language)

    (line,) = (text for text in said(page).splitlines() if text.startswith(say("coming", language)))
    assert all(title.split("：")[0].split(":")[0] in line.replace("\\", "") for title in coming)
