"""Class tools in two windows: whoever presses a key, the hall shows it, and the bell rings once."""

from playwright.sync_api import expect

from tests.browser.labels import STAGE
from tests.browser.projector import present
from tests.browser.speaking import beside, both_rest
from tests.browser.test_tools import ASKED, COUNT_STROKES, LESSON, TIMER
from tests.browser.tools import CLASS, NAME, OVER, class_in, name_on, open_tools, rest
from tests.browser.visitor import Visitor, ticked


# 16 s: three names are drawn, each at rest in both windows
def test_names_are_drawn_from_the_speaker_view_and_shown_in_the_hall(teacher: Visitor) -> None:
    hall = present(teacher, LESSON, ASKED.key)
    class_in(hall)
    hall.keyboard.press("Escape")
    speaker = beside(teacher, hall)

    speaker.keyboard.press("m")
    expect(hall.locator(OVER)).to_be_visible()
    expect(hall.locator(f"{NAME} p").first).to_have_text("?")
    expect(speaker.locator(f"{NAME} p").first).to_have_text("?")
    rest(speaker)
    drawn = []
    for _ in range(3):
        before = name_on(hall)
        speaker.keyboard.press("PageDown")
        expect(hall.locator(f"{NAME} p").first).not_to_have_text(before)
        drawn.append(name_on(hall))
        expect(speaker.locator(f"{NAME} p").first).to_have_text(drawn[-1])
        rest(speaker)
    speaker.keyboard.press("Escape")
    expect(hall.locator(OVER)).to_be_hidden()

    assert len(set(drawn)) == 3
    assert set(drawn) <= set(CLASS)
    assert open_tools(speaker) is None


def test_what_is_typed_in_the_speaker_view_stands_on_the_board_in_the_hall(teacher: Visitor) -> None:
    hall = present(teacher, LESSON, ASKED.key)
    speaker = beside(teacher, hall)

    speaker.keyboard.press("w")
    area = speaker.locator(f"{OVER} textarea")
    expect(area).to_be_focused()
    speaker.keyboard.type("Two minutes")

    expect(hall.locator(f"{OVER} textarea")).to_have_value("Two minutes")
    expect(area).to_have_value("Two minutes")
    both_rest(hall, speaker)
    assert hall.locator(f"{OVER} textarea").evaluate(
        "(node) => parseFloat(getComputedStyle(node).fontSize)"
    ) > hall.evaluate("() => innerHeight / 12")


def test_the_bell_rings_in_one_window_alone(teacher: Visitor) -> None:
    hall = present(teacher, LESSON, ASKED.key)
    speaker = beside(teacher, hall)
    for page in (hall, speaker):
        page.evaluate(COUNT_STROKES)

    speaker.keyboard.press("t")
    speaker.keyboard.press("t")
    expect(hall.locator(TIMER)).to_have_attribute("data-big", "")
    expect(speaker.locator(TIMER)).not_to_have_attribute("data-big", "")
    for _ in range(4):
        speaker.locator(TIMER).get_by_role("button", name=STAGE["minus"]).click()
    expect(hall.locator(f"{TIMER} output")).to_have_text("0:00")
    expect(speaker.locator(f"{TIMER} output")).to_have_text("0:00")
    for page in (hall, speaker):
        ticked(page)

    assert sum(page.evaluate("() => window.strokes") for page in (hall, speaker)) == 9
