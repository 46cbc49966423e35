"""How a play step is left is in the record for the lab report: once it has settled, not at every move."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, predict
from classroom.work_settings import settings_in
from course import find_lesson
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from lessons import PlayStep
from tests.records import statements
from tests.ui.panels import move, panel, panels
from tests.ui.reader import errors, open_page, own_record
from web.records import records_here

LESSON = "satisfaction"


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def number_of(*, is_predicted: bool) -> int:
    """The number of the first simulation of the lesson of which something is to be predicted, or nothing."""
    steps = enumerate(find_lesson(LESSON).steps, 1)
    return next(
        n for n, one in steps if isinstance(one, PlayStep) and (one.predict is not None) is is_predicted
    )


def opened(n: int) -> AppTest:
    """The lesson at this step."""
    return open_page(LESSON, "en", step=str(n))


def move_first(page: AppTest, to_end: int) -> AppTest:
    """The first slider one or more steps below its upper end."""
    name, slider = next(iter(panel(page).controls.items()))
    return move(page, **{name: slider["high"] - to_end * slider["step"]})


def kept() -> dict[str, object]:
    """What the record holds of the first slider, by step."""
    store = records_here()
    with store.read() as connection:
        return dict(settings_in(connection, owner_here(store), LESSON))


def test_nothing_is_written_of_a_step_at_which_nothing_is_moved() -> None:
    page = opened(number_of(is_predicted=False))

    page.button(key="next").click().run()

    assert errors(page) == []
    assert kept() == {}


def test_a_hand_that_moves_on_writes_once_and_the_last_setting_when_it_leaves() -> None:
    n = number_of(is_predicted=False)
    step = find_lesson(LESSON).steps[n - 1]
    page = opened(n)
    asked = statements(records_here())
    for to_end in (3, 2, 1, 0):
        move_first(page, to_end)
    written = [one for one in asked if "work_setting" in one]
    before = kept()[step.id]

    page.button(key="next").click().run()

    assert len(written) == 1
    assert kept()[step.id] != before
    assert panels(page) or page.title
    last = kept()[step.id]
    assert isinstance(last, dict)
    assert isinstance(step, PlayStep)
    assert last.keys() == step.controls.keys() | {"seed"}


def test_what_is_moved_before_a_prediction_is_not_written_and_after_it_is() -> None:
    n = number_of(is_predicted=True)
    step = find_lesson(LESSON).steps[n - 1]
    page = move_first(opened(n), 1)
    page.button(key="next").click().run()
    assert kept() == {}

    predict(records_here(), owner_here(records_here()), LESSON, step.id, choice="0")
    move_first(opened(n), 1)

    assert kept().keys() == {step.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_leads_to_the_report_in_the_same_language(language: Language) -> None:
    page = open_page("summary", language, lesson=LESSON)
    links = {one.proto.label: one.proto.url for one in page.get("link_button")}

    assert links[say("my_report", language)] == f"/report/{LESSON}?lang={language}"
