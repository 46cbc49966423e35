"""What a window tells of its keys is kept and done; how simulations stand the server alone keeps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import permutations
from typing import Any, Final, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import lesson_registry
from lessons import Lesson, Slide, slides
from tests import conftest as records
from tests.postgres import in_a_file
from tests.ui.presenting import kept, put
from tests.ui.reader import own_record
from ui.present.hearing import hear
from ui.present.kinds.play import stage_setup
from ui.present.phases import phases
from ui.present.record import InRecord
from ui.present.screen import Screen, screen_of
from ui.present.setting import SlideSetting
from ui.present.state import State
from ui.present.sync import current_setting, last_held, take_up
from web.records import records_here

where = records.where  # on both databases


def shown_at_once(lesson: Lesson) -> list[Slide]:
    """The slides of a lesson whose simulation waits for no prediction."""
    return [slide for slide in slides(lesson) if slide.kind == "play" and not phases(lesson, slide)]


LESSON: Final = next(one for one in lesson_registry().lessons().values() if len(shown_at_once(one)) > 1)
ONE, OTHER = shown_at_once(LESSON)[:2]
LATE = 2**50
"""Later than everything that is known."""
JsonMap = Mapping[str, Any]
T = TypeVar("T")
UP: Final = {"do": "nudge", "control": 0, "by": 1, "slide": ONE.key, "n": 1}


@pytest.fixture(autouse=True)
def _record(where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("ui.present.record.author_here", str)
    monkeypatch.setattr("streamlit.session_state", {})
    monkeypatch.setattr("streamlit.query_params", {})
    with own_record(where):
        put(LESSON, State(ONE.key, "en"))
        yield


def window(*, is_hall: bool = True) -> tuple[Screen, InRecord]:
    """A window as it was drawn last, and its presentation."""
    presentation = InRecord(records_here(), LESSON, "en", is_hall=False)
    return screen_of(None, LESSON, kept(LESSON), presentation if is_hall else None), presentation  # type: ignore[arg-type]


def tell(
    monkeypatch: pytest.MonkeyPatch, *, is_hall: bool = True, actions: Any = (), **parts: object
) -> Screen:
    """A browser tells this of the state, and asks for this."""
    screen, presentation = window(is_hall=is_hall)
    before = kept(LESSON)
    told = {"state": {**before.to_json(), **parts}, "actions": list(actions), "heard": 0}
    monkeypatch.setattr("ui.present.hearing.told_here", lambda: told)
    hear(screen, before, presentation)
    return screen


class Window:
    """A window with a session of its own that hears of these acts, one after the other."""

    def __init__(self, actions: Sequence[JsonMap], *, is_hall: bool = False) -> None:
        self.actions, self.is_hall, self.heard = actions, is_hall, 0
        self.session: dict[str, object] = {}

    def inside(self, do: Callable[[], T]) -> T:
        """Does this in the session of the window."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("streamlit.session_state", self.session)
            return do()

    def hear(self, more: int | None = None) -> None:
        """Its browser tells of so many more acts, or all of them, and of those before once again."""
        self.heard = len(self.actions) if more is None else self.heard + more
        with pytest.MonkeyPatch.context() as patch:
            self.inside(lambda: tell(patch, is_hall=self.is_hall, actions=self.actions[: self.heard]))

    def draw(self) -> None:
        """It draws both slides as the presentation has them."""
        presentation = window(is_hall=self.is_hall)[0].hall
        for slide in (ONE, OTHER):
            screen = screen_of(None, LESSON, replace(kept(LESSON), slide=slide.key), presentation)  # type: ignore[arg-type]
            self.inside(partial(take_up, screen, stage_setup(screen)))

    def reopen(self) -> None:
        """Its server has died, but not its browser: a session without memory hears all that was asked for."""
        self.session = {}

    def stands(self, slide: Slide) -> SlideSetting:
        """How the simulation of a slide stands in it."""
        screen = screen_of(None, LESSON, State(slide.key, "en"), None)  # type: ignore[arg-type]
        return self.inside(lambda: current_setting(stage_setup(screen)))


ACTS: Final[Mapping[str, JsonMap]] = {
    "up": {"do": "nudge", "control": 0, "by": 1},
    "down": {"do": "nudge", "control": 0, "by": -1},
    **{do: {"do": do} for do in ("compare", "luck", "reset")},
}
TURNS: Final = st.sampled_from([Window.draw, Window.reopen, lambda one: one.hear(1), lambda one: one.hear(2)])
"""What may happen in a window; two acts are heard of at once if they are quick."""


def numbered(actions: Sequence[tuple[str, str]]) -> list[JsonMap]:
    """These acts on these slides, numbered as they were asked for."""
    return [{**ACTS[do], "slide": slide, "n": n} for n, (do, slide) in enumerate(actions, start=1)]


def later_and_later(actions: Sequence[JsonMap]) -> list[JsonMap]:
    """The acts as the hall numbers them: one that comes after a later one gets a new number."""
    found, last = list[JsonMap](), 0
    for one in actions:
        last = max(last + 1, one["n"])
        found.append({**one, "n": last})
    return found


def test_a_slide_that_was_turned_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, slide=OTHER.key, black=True, at=LATE, stamps={"slide": LATE, "black": LATE})

    assert (kept(LESSON).slide, kept(LESSON).black) == (OTHER.key, True)


def test_how_a_simulation_was_set_is_kept_before_the_run_that_draws_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = tell(monkeypatch, actions=[UP])

    setup = stage_setup(screen)
    assert current_setting(setup).values != setup.defaults()
    assert kept(LESSON).settings == {ONE.key: current_setting(setup)}


def test_beside_the_hall_a_simulation_is_set_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = tell(monkeypatch, is_hall=False, actions=[UP])

    assert current_setting(stage_setup(screen)).values != stage_setup(screen).defaults()
    assert kept(LESSON).settings == {}


@pytest.mark.parametrize("order", [*permutations(("hall", "speaker", "speaker draws"))])
def test_both_windows_come_to_the_same_whichever_is_sooner(order: tuple[str, ...]) -> None:
    actions = numbered([("up", ONE.key), ("compare", ONE.key), ("up", ONE.key)])
    hall, speaker = Window(actions, is_hall=True), Window(actions)
    turns = {"hall": hall.hear, "speaker": speaker.hear, "speaker draws": speaker.draw}

    for turn in (*order, "speaker draws"):
        turns[turn]()
    held_before = speaker.inside(last_held)
    speaker.draw()

    assert kept(LESSON).settings == {ONE.key: speaker.stands(ONE)} == {ONE.key: hall.stands(ONE)}
    assert speaker.stands(ONE).kept is not None
    assert speaker.inside(last_held) == held_before


@in_a_file  # what is claimed is the order of windows, and 720 of them are tried
@given(st.data())
def test_each_act_is_done_once_in_each_window_in_whatever_order_they_hear_and_draw(
    data: st.DataObject,
) -> None:
    put(LESSON, State(ONE.key, "en"))
    on_slides = st.tuples(st.sampled_from([*ACTS]), st.sampled_from([ONE.key, OTHER.key]))
    asked = numbered(data.draw(st.lists(on_slides, min_size=1, max_size=6)))
    in_hall = later_and_later(data.draw(st.just(asked) | st.permutations(asked)))
    alone = Window(in_hall)
    alone.hear()
    expected = [alone.stands(slide) for slide in (ONE, OTHER)]
    hall, speaker = Window(in_hall, is_hall=True), Window(asked)

    for turn in data.draw(st.lists(TURNS, max_size=12)):
        turn(data.draw(st.sampled_from([hall, speaker])))
    for one in (hall, speaker):
        one.hear()
        one.draw()

    assert [hall.stands(slide) for slide in (ONE, OTHER)] == expected
    assert [speaker.stands(slide) for slide in (ONE, OTHER)] == expected


def test_a_browser_cannot_set_what_the_server_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, actions=[UP])
    before = kept(LESSON)
    claims = {key: SlideSetting({"seed": 1}) for key in (ONE.key, OTHER.key)}
    said = State("", "en", settings=claims).to_json()["settings"]
    stamps = {f"settings:{key}": LATE for key in claims} | {"touched": LATE}

    tell(monkeypatch, settings=said, stamps=stamps, at=LATE, slide=OTHER.key)
    tell(monkeypatch, settings={}, stamps=stamps, at=LATE + 1)

    after = kept(LESSON)
    assert (after.settings, after.stamps) == (before.settings, before.stamps)


def test_a_presentation_that_begins_anew_has_no_simulation_set(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, actions=[UP])
    before = kept(LESSON)

    tell(monkeypatch, run=before.run + 1, at=LATE, stamps={}, settings=before.to_json()["settings"])

    assert kept(LESSON).run == before.run + 1
    assert kept(LESSON).settings == {}


@pytest.mark.parametrize("said", [None, [], {"slide": 3, "at": "now"}, {"stamps": 4, "revealed": [1]}])
def test_what_cannot_be_read_changes_nothing(said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    screen, presentation = window()
    before = kept(LESSON)
    monkeypatch.setattr(
        "ui.present.hearing.told_here", lambda: {"state": said, "actions": said, "heard": said}
    )

    hear(screen, before, presentation)

    assert kept(LESSON) == before
