"""What a window tells of its keys is kept and done; how simulations stand the server alone keeps."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any, Final

import pytest

from course import lesson_shelf
from lessons import Lesson, Slide, slides
from tests.ui.presenting import kept, put
from tests.ui.reader import own_record
from ui.present.hearing import hear
from ui.present.kinds.play import stage_scene
from ui.present.mirror import last_held, standing, take_up
from ui.present.phases import phases
from ui.present.record import InRecord
from ui.present.screen import Screen, screen_of
from ui.present.setting import Setting
from ui.present.state import State
from web.records import records_here


def shown_at_once(lesson: Lesson) -> list[Slide]:
    """The slides of a lesson whose simulation waits for no prediction."""
    return [slide for slide in slides(lesson) if slide.kind == "play" and not phases(lesson, slide)]


LESSON: Final = next(one for one in lesson_shelf().lessons().values() if len(shown_at_once(one)) > 1)
ONE, OTHER = shown_at_once(LESSON)[:2]
LATE = 2**50
"""Later than everything that is known."""
TURNS: Final = ("hall", "speaker", "speaker draws")
UP: Final = {"do": "nudge", "knob": 0, "by": 1, "slide": ONE.key, "n": 1}


@pytest.fixture(autouse=True)
def _record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("ui.present.record.author_here", str)
    monkeypatch.setattr("streamlit.session_state", {})
    monkeypatch.setattr("streamlit.query_params", {})
    with own_record(tmp_path):
        put(LESSON, State(ONE.key, "en"))
        yield


def window(*, is_hall: bool = True) -> tuple[Screen, InRecord]:
    """A window as it was drawn last, and its presentation."""
    presentation = InRecord(records_here(), LESSON, "en", is_hall=False)
    return screen_of(None, LESSON, kept(LESSON), presentation if is_hall else None), presentation  # type: ignore[arg-type]


def tell(monkeypatch: pytest.MonkeyPatch, *, is_hall: bool = True, acts: Any = (), **parts: object) -> Screen:
    """A browser tells this of the state, and asks for this."""
    screen, presentation = window(is_hall=is_hall)
    before = kept(LESSON)
    told = {"state": {**before.to_json(), **parts}, "acts": list(acts), "heard": 0}
    monkeypatch.setattr("ui.present.hearing.told_here", lambda: told)
    hear(screen, before, presentation)
    return screen


def test_a_slide_that_was_turned_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, slide=OTHER.key, black=True, at=LATE, stamps={"slide": LATE, "black": LATE})

    assert (kept(LESSON).slide, kept(LESSON).black) == (OTHER.key, True)


def test_how_a_simulation_was_set_is_kept_before_the_run_that_draws_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = tell(monkeypatch, acts=[UP])

    scene = stage_scene(screen)
    assert standing(scene).values != scene.defaults()
    assert kept(LESSON).settings == {ONE.key: standing(scene)}


def test_beside_the_hall_a_simulation_is_set_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = tell(monkeypatch, is_hall=False, acts=[UP])

    assert standing(stage_scene(screen)).values != stage_scene(screen).defaults()
    assert kept(LESSON).settings == {}


ORDERS: Final = [one for one in permutations(TURNS) if one != ("hall", "speaker draws", "speaker")]
"""Where the speaker view draws what the hall has done it has done so itself: `perform` sees to that."""


@pytest.mark.parametrize("order", ORDERS)
def test_both_windows_come_to_the_same_whichever_is_sooner(
    order: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions: dict[str, dict[str, object]] = {"hall": {}, "speaker": {}}
    acts = [UP, {"do": "compare", "slide": ONE.key, "n": 2}, {**UP, "n": 3}]

    for turn in (*order, "speaker draws", "speaker draws"):
        who, _, draws = turn.partition(" ")
        monkeypatch.setattr("streamlit.session_state", sessions[who])
        if draws:
            beside, _ = window(is_hall=False)
            held_before = last_held()
            take_up(beside, stage_scene(beside))
        else:
            tell(monkeypatch, is_hall=who == "hall", acts=acts)

    assert kept(LESSON).settings == {ONE.key: standing(stage_scene(beside))}
    assert standing(stage_scene(beside)).kept is not None
    assert last_held() == held_before


def test_a_browser_cannot_set_what_the_server_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, acts=[UP])
    before = kept(LESSON)
    claims = {key: Setting({"seed": 1}) for key in (ONE.key, OTHER.key)}
    said = State("", "en", settings=claims).to_json()["settings"]
    stamps = {f"settings:{key}": LATE for key in claims} | {"touched": LATE}

    tell(monkeypatch, settings=said, stamps=stamps, at=LATE, slide=OTHER.key)
    tell(monkeypatch, settings={}, stamps=stamps, at=LATE + 1)

    after = kept(LESSON)
    assert (after.settings, after.stamps) == (before.settings, before.stamps)


def test_a_presentation_that_begins_anew_has_no_simulation_set(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, acts=[UP])
    before = kept(LESSON)

    tell(monkeypatch, run=before.run + 1, at=LATE, stamps={}, settings=before.to_json()["settings"])

    assert kept(LESSON).run == before.run + 1
    assert kept(LESSON).settings == {}


@pytest.mark.parametrize("said", [None, [], {"slide": 3, "at": "now"}, {"stamps": 4, "revealed": [1]}])
def test_what_cannot_be_read_changes_nothing(said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    screen, presentation = window()
    before = kept(LESSON)
    monkeypatch.setattr("ui.present.hearing.told_here", lambda: {"state": said, "acts": said, "heard": said})

    hear(screen, before, presentation)

    assert kept(LESSON) == before
