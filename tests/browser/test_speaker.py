"""A lesson in two windows: the hall looks at one, the speaker at the other, and both tell the same."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from pydantic import JsonValue

from classroom import Move, keep_move, open_store, presented
from course import find_lesson
from courseware.interface import say
from lessons import slides
from tests.browser.labels import STAGE
from tests.browser.projector import SHOWN, at_rest, click_on_the_bar, number, present, press
from tests.browser.server import Lab
from tests.browser.speaking import SIDE, beside, both_rest, press_beside, ready
from tests.browser.visitor import Visitor, settled, ticked
from ui.present.pacing import plan_of

LESSON = "satisfaction"
FIRST_ASK = next(slide for slide in slides(find_lesson(LESSON)) if slide.kind == "ask" and slide.options)
BLACK = ".lab-stage__black"
KEYS = "r", "r", "PageUp", "End", "Home", "b", "b", "t", "t", "t", "ArrowRight", "n", "p"
TURNING = {"PageUp", "End", "Home", "ArrowRight", "n", "p"}
WATCHED = ".lab-stage__number, .lab-stage__reveal, .lab-stage__timer, .lab-stage__black, .lab-hour__black"
WATCH = """(watched) => {
  const mark = () => { window.hasHeard = true; };
  for (const node of document.querySelectorAll(watched)) {
    const all = { childList: true, subtree: true, characterData: true, attributes: true };
    new MutationObserver(mark).observe(node, all);
  }
}"""
TURNED = """(before) => {
  const n = parseInt(document.querySelector('.lab-stage__number').textContent, 10);
  return n !== before && document.documentElement.dataset.slideSlot === String(n % 3);
}"""
"""Another slide is on, and it stands in its own slot: of three slots two slides may share one."""


# 13 s: every key is pressed in either window, and both come to rest after each
def test_every_key_of_either_window_reaches_the_other_and_turns_its_slide(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, FIRST_ASK.key)
    speaker = beside(visitor, hall)
    for page in (hall, speaker):
        page.evaluate(WATCH, WATCHED)

    for one, other in ((hall, speaker), (speaker, hall)):
        for key in KEYS:
            both_rest(one, other)
            other.evaluate("() => { window.hasHeard = false; }")
            before = number(other)[0]
            one.keyboard.press(key)
            other.wait_for_function("() => window.hasHeard")
            if key in TURNING:
                other.wait_for_function(TURNED, arg=before)
            both_rest(one, other)
            assert number(hall) == number(speaker), key
        back_to_the_question(hall)


def back_to_the_question(hall: Page) -> None:
    """The hall goes to the number of the first question."""
    press(hall, "g")
    hall.keyboard.type(str(FIRST_ASK.number))
    press(hall, "Enter")


def test_only_the_hall_turns_black_and_the_speaker_is_told(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, "first-day")
    speaker = beside(visitor, hall)

    press_beside(speaker, "b")

    expect(hall.locator(BLACK)).to_be_visible()
    expect(speaker.locator(BLACK)).to_be_hidden()
    expect(speaker.locator(".lab-hour__black")).to_have_text(STAGE["hall_is_black"])
    press_beside(speaker, "PageDown")
    both_rest(hall, speaker)
    expect(hall.locator(BLACK)).to_be_visible()
    assert number(hall)[0] == number(speaker)[0] == 3
    press_beside(speaker, "b")
    expect(hall.locator(BLACK)).to_be_hidden()


def test_s_opens_the_speaker_view_with_notes_the_next_slide_and_its_answer(visitor: Visitor) -> None:
    made = slides(find_lesson(LESSON))
    before = made[FIRST_ASK.number - 2]
    hall = present(visitor, LESSON, before.key)

    with hall.expect_popup() as opened:
        hall.keyboard.press("s")
    speaker = opened.value
    ready(speaker)

    side = speaker.locator(SIDE)
    expect(side).to_contain_text(FIRST_ASK.title.en)
    expect(side).to_contain_text(FIRST_ASK.options[0].en)
    expect(side).to_contain_text("A star does not measure the parcel")
    press_beside(speaker, "PageDown")
    notes = FIRST_ASK.notes
    assert notes is not None
    assert FIRST_ASK.intent is not None
    expect(side).to_contain_text(notes.en[:30])
    expect(side).to_contain_text(FIRST_ASK.intent.en[:30])
    both_rest(hall, speaker)
    assert "A star does not measure the parcel" not in hall.content()


def test_either_window_may_be_reloaded(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, FIRST_ASK.key)
    speaker = beside(visitor, hall)
    press_beside(speaker, "r")
    press_beside(speaker, "b")

    hall.reload()
    at_rest(hall)
    speaker.reload()
    ready(speaker)

    assert number(hall)[0] == number(speaker)[0] == FIRST_ASK.number
    expect(hall.locator(BLACK)).to_be_visible()
    expect(hall.locator(SHOWN)).to_contain_text("A star does not measure the parcel")
    press(hall, "b")
    press_beside(speaker, "PageDown")
    both_rest(hall, speaker)
    assert number(hall)[0] == FIRST_ASK.number + 1


@contextmanager
def begun(lab: Lab, lesson: str, step: str, minutes: float) -> Iterator[None]:
    """A presentation of the lesson that has stood at this step since it was started so long ago."""
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC) - timedelta(minutes=minutes))
    known, plan = presented(store, lesson, ""), plan_of(find_lesson(lesson))
    position = next(position for position in plan if position.step == step)
    run = known.run + 1 if known else 1
    state: dict[str, JsonValue] = {"slide": step, "tongue": "en", "clock": "running", "run": run, "at": 1}
    keep_move(store, lesson, "", Move(run, 1, state, "running", position), plan)
    store.close()
    yield


@pytest.mark.parametrize(
    ("place", "minutes", "said"),
    [
        (3, 40, ("behind by", "")),
        (-3, 4, ("ahead by", "")),
        (-2, 86, ("", "left")),
        (-2, 88.5, ("", "left")),
        (-2, 95, ("behind by", "over time by")),
    ],
)
def test_the_clock_says_how_far_ahead_or_behind_and_warns_of_the_end(
    lab: Lab, visitor: Visitor, place: int, minutes: float, said: tuple[str, str]
) -> None:
    lesson = find_lesson("loyalty")
    step_timing, end = said
    steps = [step for step in lesson.steps if step.in_class]

    with begun(lab, lesson.id, steps[place].id, minutes):
        page = visitor.open(f"/speaker?lesson={lesson.id}&lang=en")
        ready(page)

    expect(page.locator(".lab-clock__whole b")).to_have_text(re.compile(rf"^{int(minutes)}:"))
    expect(page.locator(".lab-clock__pace")).to_contain_text(step_timing)
    warning = page.locator(".lab-clock__end")
    expect(warning).to_contain_text(end) if end else expect(warning).to_be_hidden()


# 13 s: the clock has to go on for seconds to be seen standing still
def test_the_clock_starts_when_the_title_is_left_and_can_be_paused_ended_and_begun_anew(
    visitor: Visitor,
) -> None:
    hall = present(visitor, LESSON)
    speaker = beside(visitor, hall)
    expect(speaker.locator(".lab-clock__pace")).to_have_text(STAGE["clock_waiting"])

    press(hall, "PageDown")
    expect(speaker.locator(".lab-clock__whole b")).to_have_text(re.compile("0:0[1-9]"))
    speaker.get_by_role("button", name=STAGE["clock_pause"]).click()
    expect(speaker.get_by_role("button", name=STAGE["clock_resume"])).to_be_visible()
    both_rest(hall, speaker)
    at = speaker.locator(".lab-clock__whole b").inner_text()
    ticked(speaker, 6)
    assert speaker.locator(".lab-clock__whole b").inner_text() == at
    speaker.get_by_role("button", name=STAGE["end"]).click()
    speaker.get_by_role("button", name=STAGE["end_sure"]).click()
    expect(speaker.locator(".lab-clock__pace")).to_have_text(STAGE["clock_ended"])
    speaker.get_by_role("button", name=STAGE["anew"]).click()
    speaker.get_by_role("button", name=STAGE["anew_sure"]).click()

    expect(speaker.locator(".lab-clock__pace")).to_have_text(STAGE["clock_waiting"])
    both_rest(hall, speaker)
    assert number(hall)[0] == number(speaker)[0] == 1


def test_leaving_the_hall_ends_the_class_and_the_next_one_begins_at_the_title(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, FIRST_ASK.key)
    click_on_the_bar(hall.get_by_role("link", name=STAGE["leave"]))
    hall.wait_for_url(re.compile(rf"/{LESSON}\?step="))
    settled(hall)

    hall.goto(f"{visitor.address}/present?lesson={LESSON}&lang=en")
    at_rest(hall)

    assert number(hall)[0] == 1


def test_students_find_no_speaker_view(visitor: Visitor) -> None:
    page = visitor.sit_down()
    page.set_extra_http_headers({"x-forwarded-for": "10.0.0.9"})
    page.goto(f"{visitor.address}/speaker?lesson={LESSON}&lang=en")
    settled(page)

    expect(page.get_by_role("heading", name=say("present_closed", "en"))).to_be_visible()


def test_the_class_is_named_once_and_stands_in_its_log(visitor: Visitor) -> None:
    hall = present(visitor, LESSON, "first-day")
    speaker = beside(visitor, hall)
    box = speaker.get_by_label(say("speaker_class", "en"))

    box.fill("CRM 2401")
    box.press("Enter")
    settled(speaker)
    speaker.reload()
    ready(speaker)

    expect(box).to_have_value("CRM 2401")
    assert number(speaker)[0] == 2
