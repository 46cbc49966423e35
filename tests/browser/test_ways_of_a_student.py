"""What only a browser shows: Enter sends, the verdict is where the focus is, and a step begins at its top."""

import re

from playwright.sync_api import Page, expect

from course import all_exercises, find_lesson
from courseware.interface import say
from lessons import ExerciseStep
from tests.browser.visitor import Visitor, settled

LESSON = "satisfaction"
STEP, ITEM = next(
    (n, step.items[0])
    for n, step in enumerate(find_lesson(LESSON).steps, 1)
    if isinstance(step, ExerciseStep) and all_exercises()[step.items[0]].kind == "number"
)
FOCUSED = "() => document.activeElement.getAttribute('role') ?? document.activeElement.tagName"


def told_after(attempts: int) -> str:
    """What stands at the question once so many tries are used up."""
    left = len(all_exercises()[ITEM].attempts.points) - attempts
    if not left:
        return "回答不正确"
    return say("try_left_one", "zh") if left == 1 else say("tries_left", "zh", n=left)


def at_the_top(page: Page) -> bool:
    """Whether the page is scrolled to its top and its title has the focus."""
    seen: bool = page.evaluate(
        "() => document.querySelector('[data-testid=stMain]').scrollTop === 0 "
        "&& document.activeElement.tagName === 'H1'"
    )
    return seen


# 12 s: three tries are sent and marked one after the other
def test_a_student_answers_by_keys_alone_and_goes_on_to_the_top_of_the_next_step(visitor: Visitor) -> None:
    page = visitor.open(f"/{LESSON}?step={STEP}&question=1", screen="phone", language="zh")
    box = page.locator(f".st-key-question-{ITEM.replace('.', '-')}")
    field = box.locator("input[type=text]").first

    for attempts, typed in enumerate(("123456", "234567", "345678"), 1):
        field.fill(typed)
        expect(page.get_by_test_id("InputInstructions").locator("visible=true")).to_have_count(0)
        field.press("Enter")
        expect(box).to_contain_text(told_after(attempts))
        settled(page)
        assert page.evaluate(FOCUSED) == "status"
    expect(box.locator("input[type=text]").first).to_have_value("345678")

    page.locator(".st-key-next button").click()
    expect(page).to_have_url(re.compile(rf"step={STEP + 1}\b"))
    settled(page)
    page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert at_the_top(page)
