"""What a reader has set survives a reload, in a lesson and in free play, the kept run included."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import owner_here, predict
from course import lesson_registry
from courseware.text import LANGUAGES, Language
from lessons import PlayStep
from tests.ui.panels import move, panel
from tests.ui.reader import errors, open_page, own_record
from ui import exploration
from ui.steps.play import setup_of
from web.records import records_here

Address = dict[str, str]
STEPS = [
    pytest.param(lesson.id, n, id=f"{lesson.id}-{n}")
    for lesson in lesson_registry().lessons().values()
    for n in [
        next(n for n, step in enumerate(lesson.steps, 1) if isinstance(step, PlayStep) and step.controls)
    ]
]


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Address:
    """What the page last put into its address."""
    last: Address = {}

    def keep(values: Mapping[str, str], **_: object) -> None:
        last.clear()
        last.update(values)

    monkeypatch.setattr(exploration, "keep_address", keep)
    return last


def play(lesson: str, n: int, **asked: str) -> AppTest:
    """A play step of which the run is in sight."""
    step = lesson_registry().lessons()[lesson].steps[n - 1]
    predict(records_here(), owner_here(records_here()), lesson, step.id, choice="0")
    return open_page(lesson, "en", step=str(n), **asked)


@pytest.mark.parametrize(("lesson", "n"), STEPS)
def test_a_step_opens_again_as_it_was_left(lesson: str, n: int, address: Address) -> None:
    step = lesson_registry().lessons()[lesson].steps[n - 1]
    assert isinstance(step, PlayStep)
    setup = setup_of(lesson_registry().lessons()[lesson], step)
    page = play(lesson, n)
    assert address == {}
    move(page, "compare")
    move(page, "luck")
    left = dict(address)

    again = play(lesson, n, **left)

    assert errors(again) == []
    assert left == address == {"seed": str(int(left["kept.seed"]) + 1), "kept.seed": left["kept.seed"]}
    assert again.session_state[f"{setup.key}:seed"] == page.session_state[f"{setup.key}:seed"]
    assert again.session_state[f"{setup.key}:kept"] == page.session_state[f"{setup.key}:kept"]


def test_a_slider_stands_where_it_was_left(address: Address) -> None:
    page = play("satisfaction", first_of("satisfaction"))
    name, slider = next(iter(panel(page).controls.items()))
    to = slider["low"] + slider["step"]
    move(page, **{name: to})

    again = play("satisfaction", first_of("satisfaction"), **address)

    assert panel(again).values[name] == to
    assert list(address) == [name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", [{"expectation": "1000"}, {"nothing": "1"}, {"kept.seed": "many"}])
def test_what_cannot_be_set_is_told_and_nothing_is_set(
    asked: Address, language: Language, address: Address
) -> None:
    n = str(first_of("satisfaction"))

    page = open_page("satisfaction", language, step=n, **asked)

    assert len(page.warning) == 1
    assert not page.exception
    assert address == {}


def test_free_play_keeps_its_address_and_the_kept_run(address: Address) -> None:
    page = open_page("lab", "en", sim="satisfaction", expectation="80")
    move(page, "compare")
    move(page, expectation=40)
    left = dict(address)

    again = open_page("lab", "en", **left)

    assert {"sim", "view", "kept.expectation"} <= left.keys()
    assert errors(again) == []
    assert panel(again).values["expectation"] == 40
    assert again.session_state["lab:satisfaction:kept"].expectation == 80
    assert dict(address) == left


def first_of(lesson: str) -> int:
    """The first play step of a lesson with something to set."""
    steps = lesson_registry().lessons()[lesson].steps
    return next(n for n, step in enumerate(steps, 1) if isinstance(step, PlayStep) and step.controls)
