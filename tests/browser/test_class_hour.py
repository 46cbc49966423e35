"""A class of ninety minutes, held with a clicker from the first slide to the last, on one laptop."""

from playwright.sync_api import Page, expect

from course import find_lesson
from tests.browser.projector import measure, number, present, press
from tests.browser.visitor import Visitor, settled

LESSON = "satisfaction"
BLACK = ".lab-stage__black"
REVEAL = ".lab-stage__reveal"


# 64 s: a whole lesson, some hundred slides, each at rest in both windows
def test_a_class_is_led_with_a_clicker_alone_in_both_languages_and_two_windows(visitor: Visitor) -> None:
    assert find_lesson(LESSON).minutes == 90
    hall = present(visitor, LESSON, display_language="both")
    speaker = opened_by_s(hall)
    at, last = number(hall)

    while at < last or hall.locator(REVEAL).is_visible():
        press(hall, "PageDown")
        now = number(hall)[0]
        assert now in (at, at + 1)
        seen = measure(hall)
        assert (seen.small, seen.cut) == ([], []), now
        assert seen.overflow <= 0, now
        stands_at(speaker, now)
        at = now
        if at == last // 2:
            at = led_on_while_the_hall_is_black(hall, speaker)

    assert at == last


def opened_by_s(hall: Page) -> Page:
    """The speaker view as the key S opens it."""
    with hall.context.expect_page() as opened:
        hall.keyboard.press("s")
    speaker = opened.value
    settled(speaker)
    expect(speaker.locator(".lab-clock")).to_be_visible()
    hall.bring_to_front()
    return speaker


def stands_at(page: Page, slide: int) -> None:
    """This window has come to the slide of this number."""
    expect(page.locator(".lab-stage__number")).to_contain_text(f"{slide} / ")


def led_on_while_the_hall_is_black(hall: Page, speaker: Page) -> int:
    """The speaker goes three slides ahead of what the hall has seen; returns where both stand then."""
    press(hall, ".")
    expect(hall.locator(BLACK)).to_be_visible()
    expect(speaker.locator(BLACK)).to_be_hidden()
    to = number(speaker)[0] + 3
    while number(speaker)[0] < to:
        speaker.keyboard.press("PageDown")
        settled(speaker)
    expect(hall.locator(BLACK)).to_be_visible()
    press(hall, ".")
    expect(hall.locator(BLACK)).to_be_hidden()
    stands_at(hall, to)
    return to
