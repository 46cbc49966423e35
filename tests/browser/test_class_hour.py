"""A class of ninety minutes, held with a clicker from the first slide to the last, on one laptop.

In a sample the clicker leads through the beginning and to the end, and G to each kind of slide in between.
"""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from course import find_lesson
from lessons import slides
from tests.browser.projector import measure, number, present, press
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Visitor, settled
from ui.present.phases import phases

LESSON = "satisfaction"
BLACK = ".lab-stage__black"
REVEAL = ".lab-stage__reveal"
BEGINNING = 12
"""So many slides are turned by clicker in a sample before the first that is jumped to."""


# 20 s, and 64 s if all slides are turned: each at rest in both windows
def test_a_class_is_led_with_a_clicker_alone_in_both_languages_and_two_windows(visitor: Visitor) -> None:
    assert find_lesson(LESSON).minutes == 90
    hall = present(visitor, LESSON, display_language="both")
    speaker = opened_by_s(hall)
    (at, last), was_black = number(hall), False
    ahead = () if is_thorough() else tuple(jumps(last))

    while at < last or hall.locator(REVEAL).is_visible():
        to = next((place for place in ahead if place > at), last) if at >= BEGINNING and ahead else at
        if to > at + 1 and hall.locator(REVEAL).is_hidden():
            go_to(hall, to)
            at = to
        else:
            press(hall, "PageDown")
        now = number(hall)[0]
        assert now in (at, at + 1)
        seen = measure(hall)
        assert (seen.small, seen.cut) == ([], []), now
        assert seen.overflow <= 0, now
        stands_at(speaker, now)
        at = now
        if at == BEGINNING // 2 and not was_black:
            at, was_black = led_on_while_the_hall_is_black(hall, speaker), True

    assert at == last
    assert was_black


def jumps(last: int) -> Iterator[int]:
    """The first slide of each kind, with all that it hides, and the one before the last."""
    lesson, seen = find_lesson(LESSON), set[tuple[object, ...]]()
    for slide in slides(lesson):
        look = (slide.kind, phases(lesson, slide), bool(slide.options))
        if look not in seen and slide.number > BEGINNING:
            yield slide.number
        seen.add(look)
    yield last - 1


def go_to(hall: Page, slide: int) -> None:
    """Jumps to the slide of this number."""
    press(hall, "g")
    hall.keyboard.type(str(slide))
    press(hall, "Enter")


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
