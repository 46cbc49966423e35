"""The summary of a lesson and the certificate of the course."""

from collections.abc import Iterator

import pytest

from classroom import owner_here, submit, variant_for
from course import all_exercises, find_lesson, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import right_response, wrong_response
from tests.marked_by_hand import give_full_marks
from tests.postgres import in_a_file
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here


@pytest.fixture(autouse=True)
def _record(where: str) -> Iterator[None]:
    with own_record(where):
        yield


def solve(items: tuple[str, ...]) -> None:
    store = records_here()
    student = owner_here(store)
    for item in items:
        exercise = all_exercises()[item]
        submit(store, student, exercise, right_response(variant_for(store, student, exercise)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_summary_says_what_to_do(language: Language) -> None:
    page = open_page("summary", language, lesson="satisfaction")

    assert errors(page) == []
    assert len(page.info) == 1


def test_the_summary_shows_the_answers_given() -> None:
    item = find_lesson("satisfaction").items()[0]
    solve((item,))

    page = open_page("summary", "en", lesson="satisfaction")

    assert "1 of 1 point, try 1" in said(page)


def test_the_summary_says_what_a_later_try_has_earned() -> None:
    exercise = all_exercises()[find_lesson("satisfaction").items()[0]]
    store = records_here()
    student = owner_here(store)
    variant = variant_for(store, student, exercise)
    submit(store, student, exercise, wrong_response(variant))
    submit(store, student, exercise, right_response(variant))
    earned = exercise.attempts.points[1]

    page = open_page("summary", "en", lesson="satisfaction")

    assert earned < 1
    assert f"{earned:.3g} of 1 point, try 2" in said(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_to_come_says_beside_each_lesson_what_is_missing(language: Language) -> None:
    items = find_lesson("satisfaction").items("graded")
    solve(items[:1])

    page = open_page("certificate", language)

    links = [link.proto.label for link in page.get("page_link")]
    assert f"○ {find_lesson('satisfaction').title[language]}" in links
    assert say("items_left", language, n=len(items) - 1) in said(page)


@in_a_file  # every question of the course is answered
def test_there_is_no_certificate_while_one_graded_item_is_open() -> None:
    items = tuple(item for lesson in lesson_registry().lessons().values() for item in lesson.items("graded"))
    solve(items[1:])

    page = open_page("certificate", "en")

    assert "Still open" in said(page)
    assert "has answered" not in said(page)


@in_a_file  # every question of the course is answered
def test_the_certificate_names_the_student_once_everything_is_done() -> None:
    store = records_here()
    store.rename(owner_here(store), "王小明", class_name="营销 2 班")
    solve(tuple(item for lesson in lesson_registry().lessons().values() for item in lesson.items("graded")))
    give_full_marks(store)

    page = open_page("certificate", "zh")

    assert "王小明 · 营销 2 班" in [text.value for text in page.text]
