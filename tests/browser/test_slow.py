"""On a slow day messages are held back, and a page is at rest no sooner than the last of them is drawn."""

from playwright.sync_api import Browser, expect

from tests.browser.projector import number
from tests.browser.server import Lab
from tests.browser.slow import slow_down
from tests.browser.speaking import both_rest
from tests.browser.test_slide_simulation import LESSON, PLAN, metrics, sliders
from tests.browser.test_walk import CHART
from tests.browser.visitor import settled

MEASURE = ".lab-measure dd b"


# 5 s: messages are held back on purpose
def test_a_page_whose_messages_are_held_back_is_at_rest_once_it_has_drawn_them(
    browser: Browser, lab: Lab
) -> None:
    with browser.new_context() as context:
        slow_down(context, seed=7, rate=1)
        page = context.new_page()
        page.goto(f"{lab.address}/lab?sim=satisfaction&view=gap&lang=en")
        settled(page)
        before = page.locator(MEASURE).all_inner_texts()
        page.get_by_role("slider").first.press("ArrowRight")
        settled(page)

        assert page.evaluate("() => window.heldBack") > 2
        assert page.locator(f"{CHART} .trace").count() > 0
        assert before
        assert page.locator(MEASURE).all_inner_texts() != before
        expect(page.locator("html")).to_have_attribute("lang", "en")


# 9 s: messages of two windows are held back on purpose
def test_two_windows_whose_messages_are_held_back_come_to_rest_at_the_same_place(
    browser: Browser, lab: Lab
) -> None:
    with browser.new_context() as context:
        slow_down(context, seed=7, rate=1)
        hall, speaker = context.new_page(), context.new_page()
        for page, name in ((hall, "present"), (speaker, "speaker")):
            page.goto(f"{lab.address}/{name}?lesson={LESSON}&slide={PLAN}&lang=en")
            settled(page)
        for one, keys in ((hall, "rr+"), (speaker, "+2-"), (hall, "a+"), (speaker, "1+"), (hall, "-")):
            for key in keys:
                one.keyboard.press(key)
        both_rest(hall, speaker)
        stands = [(number(page), sliders(page), metrics(page).all_inner_texts()) for page in (hall, speaker)]

        assert hall.evaluate("() => window.heldBack") > 10
        assert stands[0] == stands[1]
        assert stands[0][1]
