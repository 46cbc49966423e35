"""What a student reads while an answer waits for the teacher, and once it is marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import Store, owner_here, submit
from classroom.marking import GivenMark, QueueSelection, mark_response, responses_to_mark
from course import all_exercises
from courseware.text import LANGUAGES, Language
from tests.ui.asked import all_asked
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here

ITEM = "sat.what-is-satisfaction"
WAITS = {"en": "waits for your teacher", "zh": "等待老师批改"}
WHAT_MAY_COME = {
    "en": "provisional: 1 waiting for your teacher, at most +1",
    "zh": "暂定：1 题等待老师批改，最多再加 1 分",
}
SECRET = {"en": "a feeling of pleasure or disappointment", "zh": "愉悦或失望的感受"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with own_record(tmp_path):
        yield records_here()


def hand_in(store: Store) -> None:
    submit(store, owner_here(store), all_exercises()[ITEM], {"answer": {"words": "A joy."}})


def mark(store: Store) -> None:
    (entry,) = responses_to_mark(store, QueueSelection((ITEM,)))
    mark_response(store, entry.attempt, GivenMark((2, 1, 0, 0), "Joy at what?", "Wu"))


def homework(language: Language) -> AppTest:
    asked = next(one for one in all_asked() if one.exercise.id == ITEM)
    return open_page(asked.lesson, language, "student", **asked.address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_says_that_it_waits_and_shows_nothing_of_the_rubric(
    language: Language, store: Store
) -> None:
    hand_in(store)
    app = homework(language)

    assert not errors(app)
    assert WAITS[language] in said(app)
    assert SECRET[language] not in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_marked_it_shows_points_by_criterion_and_the_comment(language: Language, store: Store) -> None:
    hand_in(store)
    mark(store)
    words = said(homework(language))

    assert WAITS[language] not in words
    assert "Joy at what?" in words
    assert ("1 of 2 points" if language == "en" else "1 / 2 分") in words
    assert SECRET[language] in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_and_map_call_it_not_wrong_but_say_what_may_come(language: Language, store: Store) -> None:
    hand_in(store)
    words = said(open_page("summary", language, "student", lesson="satisfaction"))

    assert WAITS[language] in words
    assert WHAT_MAY_COME[language] in words
    assert WHAT_MAY_COME[language] in said(open_page("", language, "student"))
    mark(store)
    assert WHAT_MAY_COME[language] not in said(
        open_page("summary", language, "student", lesson="satisfaction")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_certificate_waits_for_it_and_says_so(language: Language, store: Store) -> None:
    hand_in(store)
    app = open_page("certificate", language, "student")
    labels = " ".join(str(piece.value) for piece in app.caption)

    assert ("1 waiting for your teacher" if language == "en" else "1 题等待老师批改") in labels
