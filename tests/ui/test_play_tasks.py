"""A task notices the run that solves it: ticked at once, and kept; what is still to be found stays untold."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, predict
from classroom.found_ways import ways_found
from course import find_lesson
from courseware.text import LANGUAGES, Language
from lessons import PlayStep
from tests.ui.panels import move
from tests.ui.reader import errors, open_page, own_record
from web.records import records_here

LESSON, STEP = "satisfaction", "value"
COVERED = "call-the-riskiest"
FULL: Mapping[str, Any] = {"service": 35}
"""One of the five ways."""


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def step_of(lesson: str, name: str) -> tuple[int, PlayStep]:
    """The number of a step, and the step."""
    found = next((n, one) for n, one in enumerate(find_lesson(lesson).steps, 1) if one.id == name)
    assert isinstance(found[1], PlayStep)
    return found[0], found[1]


def opened(language: Language, lesson: str = LESSON, name: str = STEP) -> AppTest:
    """The lesson at this step."""
    return open_page(lesson, language, step=str(step_of(lesson, name)[0]))


def tasks(page: AppTest) -> list[dict[str, Any]]:
    """The tasks as they were sent to the browser."""
    return [one for sent in sent_tasks(page) for one in sent["tasks"]]


def sent_tasks(page: AppTest) -> list[dict[str, Any]]:
    """The messages of all lists of tasks on the page."""
    found = [one.proto for one in page.get("bidi_component")]
    return [json.loads(one.json) for one in found if one.component_name == "lab_tasks"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_run_that_goes_a_way_is_noticed_at_once_and_named(language: Language) -> None:
    page = opened(language)
    ((before,), way) = (tasks(page), step_of(LESSON, STEP)[1].tasks[0].ways[0])

    move(page, **FULL)

    (after,) = tasks(page)
    assert (before["found"], before["ways"], before["names"]) == (0, 5, [])
    assert (after["found"], after["names"]) == (1, [way.text[language]])
    assert errors(page) == []


def test_what_was_found_stays_found_after_the_slider_is_moved_back_and_the_page_is_left() -> None:
    page = move(opened("en"), **FULL)
    move(page, service=25, image=20)
    move(page, image=10)

    (again,) = tasks(opened("zh"))
    store = records_here()
    assert again["found"] == 2
    assert len(ways_found(store, owner_here(store), LESSON, STEP)) == 2


def test_nothing_of_a_way_that_is_still_to_be_found_is_sent() -> None:
    page = move(opened("en"), **FULL)
    (_, *others) = step_of(LESSON, STEP)[1].tasks[0].ways

    sent = json.dumps(sent_tasks(page), ensure_ascii=False)
    assert "cpv" not in sent
    assert [one.text.en for one in others if one.text.en in sent or one.text.zh in sent] == []


def test_no_task_is_told_or_noticed_before_the_run_is_predicted() -> None:
    page = move(opened("en", "churn", COVERED), pull_on_decided=0.3)
    before, store = tasks(page), records_here()

    predict(store, owner_here(store), "churn", COVERED, choice="0")
    after = tasks(move(opened("en", "churn", COVERED), pull_on_decided=0.3))

    assert before == []
    assert [one["found"] for one in after] == [1]
