"""A lesson on the projector, driven by keys as a clicker sends them."""

import re

import pytest
from playwright.sync_api import Page, expect

from course import find_lesson, lesson_registry
from courseware.interface import say
from lessons import Lesson, Slide, slides
from tests.browser.labels import STAGE
from tests.browser.projector import (
    SHOWN,
    at_rest,
    click_on_the_bar,
    measure,
    not_reloaded,
    number,
    present,
    press,
)
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Visitor
from ui.present.phases import phases

LESSON = "satisfaction"
OTHERS = [name for name in lesson_registry().lessons() if name != LESSON]
FIRST_ASK = next(slide for slide in slides(find_lesson(LESSON)) if slide.kind == "ask" and slide.options)
PLAIN = "value"
SHEET = ".lab-stage__sheet"
BLACK = ".lab-stage__black"
LEAST_CHART = 0.6
BACK = {
    "ArrowRight": "ArrowLeft",
    "ArrowDown": "ArrowUp",
    "Space": "Shift+Space",
    "PageDown": "PageUp",
    "n": "p",
    "N": "P",
}
"""The keys that turn to the next slide, each with one that turns back."""
KEPT_BY_AN_INPUT_METHOD = """() => document.dispatchEvent(new KeyboardEvent('keydown',
  { key: 'Process', code: 'KeyN', bubbles: true, cancelable: true }))"""
"""An N that is read from the key, since its letter is kept for what is being composed."""
SAMPLE = 4
"""So many slides are turned to be looked at if not all are, from one on before the first that has a chart."""


def slide_of(kind: str, hidden: int) -> Slide:
    """The first slide of this kind on which so many things are revealed one after the other."""
    lesson = find_lesson(LESSON)
    return next(one for one in slides(lesson) if one.kind == kind and phases(lesson, one) == hidden)


def heading(page: Page, lesson: Lesson, place: int, language: str = "en") -> None:
    """The slide of this number from 1 is the one that is shown."""
    title = slides(lesson)[place - 1].title[language]  # type: ignore[index]
    expect(page.locator(SHOWN).get_by_role("heading", name=title, exact=True)).to_be_visible()


# 6 s: fifteen keys, each with a slide to draw
def test_keys_and_clickers_turn_to_the_next_slide_and_back_and_to_the_first_and_the_last(
    visitor: Visitor,
) -> None:
    page = present(visitor, LESSON)

    for on, back in BACK.items():
        press(page, on)
        assert number(page)[0] == 2, on
        heading(page, find_lesson(LESSON), 2)
        press(page, back)
        assert number(page)[0] == 1, back
        heading(page, find_lesson(LESSON), 1)

    press(page, "End")
    last, count = number(page)
    press(page, "PageDown")
    beyond = number(page)[0]
    press(page, "Home")

    assert last == beyond == count == len(slides(find_lesson(LESSON)))
    assert number(page)[0] == 1
    heading(page, find_lesson(LESSON), 1)


def test_the_next_slide_is_on_the_screen_before_the_server_knows_of_it(visitor: Visitor) -> None:
    page = present(visitor, LESSON)

    shown = page.evaluate(
        """(shown) => {
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
          return document.querySelector(shown).innerText;
        }""",
        SHOWN,
    )

    assert slides(find_lesson(LESSON))[1].title["en"] in shown


def test_quick_presses_all_count_a_held_key_counts_once_and_one_with_control_not_at_all(
    visitor: Visitor,
) -> None:
    page = present(visitor, LESSON, "end-of-nothing")

    for _ in range(4):
        page.keyboard.press("PageDown")
    at_rest(page)
    assert number(page)[0] == 5
    heading(page, find_lesson(LESSON), 5)
    press(page, "Home")
    page.keyboard.down("ArrowRight")
    page.keyboard.down("ArrowRight")
    page.keyboard.down("ArrowRight")
    page.keyboard.up("ArrowRight")
    at_rest(page)
    press(page, "Control+ArrowRight")
    press(page, "Alt+ArrowDown")
    assert number(page)[0] == 2
    page.evaluate(KEPT_BY_AN_INPUT_METHOD)
    at_rest(page)

    assert number(page)[0] == 3


def test_the_screen_turns_black_and_back(visitor: Visitor) -> None:
    page = present(visitor, LESSON)

    for place, key in enumerate(("b", "v", "."), 1):
        press(page, key)
        expect(page.locator(BLACK)).to_be_visible()
        press(page, key)
        expect(page.locator(BLACK)).to_be_hidden()
        press(page, key)
        press(page, "PageDown")
        expect(page.locator(BLACK)).to_be_hidden()

        assert number(page)[0] == place, key
        press(page, "PageDown")


def test_f_fills_the_screen_and_f5_starts_and_never_reloads(visitor: Visitor) -> None:
    page = present(visitor, LESSON, "first-day")
    page.evaluate(
        "() => addEventListener('keydown', (event) => { window.wasPrevented = event.defaultPrevented; })"
    )

    with not_reloaded(page):
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement !== null")
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement === null")
        page.keyboard.press("b")
        page.keyboard.press("F5")
        page.wait_for_function("() => document.fullscreenElement !== null")

    assert page.evaluate("() => window.wasPrevented !== false")
    assert number(page)[0] == 2
    expect(page.locator(BLACK)).to_be_hidden()


def test_f5_is_kept_from_reloading_even_while_keys_are_off_and_something_is_typed(visitor: Visitor) -> None:
    page = present(visitor, LESSON, "first-day")
    press(page, "?")
    page.get_by_role("button", name=STAGE["keys_on"]).click()
    page.keyboard.press("Escape")

    prevented = page.evaluate(
        """() => {
          const event = new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
          return event.defaultPrevented;
        }"""
    )

    assert prevented


def test_g_goes_to_a_number_or_a_word_and_typing_there_turns_no_slide(visitor: Visitor) -> None:
    page = present(visitor, LESSON)

    press(page, "g")
    page.keyboard.type("np bo 999")
    page.keyboard.press("Enter")
    expect(page.locator(SHEET)).to_contain_text(STAGE["go_none"])
    assert number(page)[0] == 1
    page.locator(f"{SHEET} input").fill("4")
    page.keyboard.press("Enter")
    at_rest(page)
    assert number(page)[0] == 4
    press(page, "g")
    page.keyboard.type("five adverts")
    press(page, "Enter")

    assert slides(find_lesson(LESSON))[number(page)[0] - 1].title["en"] == "Five adverts on the wall"
    expect(page.locator(SHEET)).to_have_count(0)


def test_o_shows_all_slides_and_leads_to_the_one_that_is_chosen_and_the_help_sheet_tells_of_every_key(
    visitor: Visitor,
) -> None:
    page = present(visitor, LESSON)

    press(page, "o")
    expect(page.locator(".lab-stage__card")).to_have_count(len(slides(find_lesson(LESSON))))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    at_rest(page)
    assert number(page)[0] == 3
    press(page, "o")
    press(page, "o")
    expect(page.locator(SHEET)).to_have_count(0)
    press(page, "?")

    for words in ("PageDown", "Home", "black screen and back", "黑屏", "go to a slide", "转到指定页", "F5"):
        expect(page.locator(SHEET)).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(page.locator(SHEET)).to_have_count(0)


def test_keys_can_be_switched_off_and_stay_off_after_a_reload(visitor: Visitor) -> None:
    page = present(visitor, LESSON)
    press(page, "?")
    page.get_by_role("button", name=STAGE["keys_on"]).click()
    page.keyboard.press("Escape")
    page.reload()
    at_rest(page)

    press(page, "PageDown")
    assert number(page)[0] == 1
    click_on_the_bar(page.get_by_role("button", name=STAGE["help"], exact=True))
    page.get_by_role("button", name=STAGE["keys_off"]).click()
    page.keyboard.press("Escape")
    press(page, "PageDown")

    assert number(page)[0] == 2


def test_l_goes_through_english_chinese_and_both_and_keeps_the_slide(visitor: Visitor) -> None:
    lesson = find_lesson(LESSON)
    page = present(visitor, LESSON, "first-day")
    title = slides(lesson)[1].title

    press(page, "l")
    heading(page, lesson, 2, "zh")
    press(page, "l")
    expect(page.locator(SHOWN)).to_contain_text(title["zh"])
    expect(page.locator(SHOWN)).to_contain_text(title["en"])
    expect(page).to_have_url(re.compile(r"lang=both"))
    page.reload()
    at_rest(page)
    expect(page.locator(SHOWN)).to_contain_text(title["en"])
    press(page, "l")

    heading(page, lesson, 2, "en")
    assert number(page)[0] == 2


def test_a_question_shows_its_options_as_letters_and_its_answer_only_on_reveal(visitor: Visitor) -> None:
    lesson = find_lesson(LESSON)
    page = present(visitor, LESSON, FIRST_ASK.key)
    step = lesson.steps[FIRST_ASK.step or 0]
    answer = "A star does not measure the parcel"

    expect(page.locator(f'{SHOWN} [class*="st-key-option-open-"]')).to_have_count(len(FIRST_ASK.options))
    assert step.kind == "ask"
    assert answer not in page.content()
    press(page, "r")
    expect(page.locator(SHOWN)).to_contain_text(answer)
    press(page, "r")

    expect(page.locator(SHOWN)).not_to_contain_text(answer)


def test_a_clicker_reveals_what_is_hidden_before_it_goes_on(visitor: Visitor) -> None:
    slide = slide_of("play", 2)
    page = present(visitor, LESSON, slide.key)

    expect(page.locator(f"{SHOWN} .lab-chart")).to_have_count(0)
    press(page, "PageDown")
    expect(page.locator(f"{SHOWN} .lab-chart .js-plotly-plot")).to_be_visible()
    assert "in this run" not in page.content()
    press(page, "PageDown")
    expect(page.locator(f'{SHOWN} [class*="st-key-option-right-"]')).to_be_visible()
    expect(page.locator(SHOWN)).to_contain_text("in this run")
    press(page, "PageDown")

    assert number(page)[0] == slide.number + 1


def test_each_option_of_an_exercise_is_right_or_wrong_with_its_reason_on_reveal(visitor: Visitor) -> None:
    slide = slide_of("exercise", 1)
    page = present(visitor, LESSON, slide.key)

    expect(page.locator(f'{SHOWN} [class*="st-key-option-right-"]')).to_have_count(0)
    page.get_by_role("button", name=f"{STAGE['reveal']} (R)").click()

    expect(page.locator(f'{SHOWN} [class*="st-key-option-right-"]').first).to_be_visible()


def test_a_slider_that_was_moved_by_mouse_does_not_keep_the_clicker(visitor: Visitor) -> None:
    slide = next(
        one for one in slides(find_lesson(LESSON)) if one.key.startswith(PLAIN) and one.kind == "play"
    )
    page = present(visitor, LESSON, slide.key)

    page.locator(f"{SHOWN} .lab-control__range").first.click()
    press(page, "ArrowRight")

    assert number(page)[0] == slide.number + 1


def test_what_a_slide_hides_its_neighbour_does_not_give_away(visitor: Visitor) -> None:
    lesson = find_lesson(LESSON)
    page = present(visitor, LESSON, slides(lesson)[FIRST_ASK.number - 2].key)

    assert "A star does not measure the parcel" not in page.content()
    assert page.locator('[class*="st-key-slide-slot-"]').count() == 3
    assert page.locator('[class*="st-key-slide-slot-"][inert]').count() == 2


# 6 s, and 20 s where all slides are: each is measured hidden and revealed
@pytest.mark.parametrize("display_language", ["en", "zh"])
def test_the_last_row_reads_every_word(visitor: Visitor, display_language: str) -> None:
    lesson = find_lesson(LESSON)
    first, most = sampled(lesson)
    page = present(visitor, LESSON, slides(lesson)[first].key, display_language=display_language)
    charts = walk(page, lesson, most)

    assert len(charts) >= sum(slide.kind == "play" for slide in slides(lesson)[first : first + most]) > 0
    assert min(charts) >= LEAST_CHART - 0.001


# 5 s: four slides are measured, each hidden and revealed
@pytest.mark.parametrize("name", OTHERS)
def test_the_last_row_reads_both_languages_at_once(visitor: Visitor, name: str) -> None:
    lesson = find_lesson(name)
    first, most = sampled(lesson)
    page = present(visitor, name, slides(lesson)[first].key, display_language="both")

    walk(page, lesson, most)


def sampled(lesson: Lesson) -> tuple[int, int]:
    """From which slide on, counted from 0, how many are turned to be looked at."""
    found = slides(lesson)
    chart = next(place for place, slide in enumerate(found) if slide.kind == "play")
    return (0, len(found)) if is_thorough() else (chart - 1, SAMPLE)


def walk(page: Page, lesson: Lesson, most: int) -> list[float]:
    """So many slides on by clicker, all of them readable; the charts' shares of the screen."""
    charts = []
    to = min(number(page)[0] + most, len(slides(lesson)))
    while True:
        at = number(page)[0]
        seen = measure(page)
        assert not seen.small, (at, seen.small)
        assert not seen.cut, (at, seen.cut)
        assert not seen.faint, (at, seen.faint)
        assert seen.overflow <= 0, (at, seen.overflow)
        charts += [seen.chart] if seen.chart is not None else []
        if at == to and page.locator(".lab-stage__reveal").is_hidden():
            return charts
        press(page, "PageDown")


def test_teachers_find_the_way_from_a_lesson_and_from_home(visitor: Visitor) -> None:
    page = visitor.open("/satisfaction?step=2&lang=en")

    page.get_by_role("link", name=say("present", "en")).click()
    at_rest(page)

    expect(page.locator(SHOWN).get_by_role("heading", name="One courier and two verdicts")).to_be_visible()
    home = visitor.open("/?lang=en")
    expect(home.get_by_role("link", name=say("present", "en"))).to_have_count(
        len(lesson_registry().lessons())
    )
