"""A class in the hall answers on its phones: asked by a key, counted, and shown when the teacher says so."""

import re

from playwright.sync_api import Page, expect

from courseware.language import Language
from tests.browser.contexts import Scheme
from tests.browser.looking import found
from tests.browser.projector import measure, present, press
from tests.browser.test_speaker import FIRST_ASK, LESSON
from tests.browser.visitor import Visitor, is_cut_off, settled
from web.live.words import say

CLOSE = """(code) => fetch(`/live/${code}/lead`, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ do: 'close_room' }),
})"""
DOCK, BAR, OPTION = ".lab-dock", ".lab-live-bar", "label.option"


def come_in(visitor: Visitor, code: str, name: str, language: Language, scheme: Scheme) -> Page:
    """A phone that types code and name, and sees what is asked."""
    page = visitor.sit_down(screen="phone", language=language, scheme=scheme)
    page.goto(f"{visitor.address}/live?lang={language}")
    page.get_by_label(say("code", language)).fill(code)
    page.get_by_role("button", name=say("go_in", language)).click()
    page.get_by_label(say("name", language)).fill(name)
    page.get_by_role("button", name=say("go_in", language)).click()
    expect(page.locator(OPTION)).to_have_count(len(FIRST_ASK.options))
    settled(page)
    return page


def answer(page: Page, place: int, language: Language) -> None:
    """Choose an option and wait until the lab has said that it is kept."""
    page.locator(OPTION).nth(place).click()
    page.get_by_role("button", name=say("send", language)).click()
    expect(page.get_by_role("status").last).to_have_text(say("kept", language))


# 9 s: a hall and two phones, each in a browser of its own, through two rounds of a question
def test_a_class_answers_on_its_phones_and_the_hall_shows_it_when_the_teacher_says_so(
    visitor: Visitor,
) -> None:
    hall = present(visitor, LESSON, FIRST_ASK.key)
    dock = hall.locator(DOCK)
    hall.keyboard.press("e")
    expect(dock).to_have_attribute("data-state", "open")
    code = re.search(r"code (\d{5})", dock.inner_text())
    assert code is not None

    ann = come_in(visitor, code[1], "Ann <b>", "en", "light")
    wei = come_in(visitor, code[1], "王伟", "zh", "dark")
    answer(ann, 0, "en")
    answer(wei, 1, "zh")
    expect(dock).to_contain_text(say("dock_open", "en", n=2, all=2))
    assert hall.locator(BAR).count() == ann.locator(BAR).count() == 0

    answer(ann, 1, "en")
    ann.reload()
    settled(ann)
    expect(ann.locator(OPTION).nth(1).locator("input")).to_be_checked()
    assert "Ann <b>" in ann.locator("header").inner_text()

    hall.keyboard.press("e")
    expect(dock).to_have_attribute("data-state", "closed")
    expect(ann.get_by_role("status").last).to_have_text(say("kept_closed", "en"))
    hall.keyboard.press("h")
    expect(hall.locator(BAR)).to_have_count(len(FIRST_ASK.options))
    expect(hall.locator(BAR).nth(1)).to_contain_text("2 · 100%")
    for page in (hall, ann, wei):
        expect(page.locator(BAR).nth(1)).to_contain_text("2 · 100%")
        settled(page)
        assert not found(page)
    assert not is_cut_off(hall)
    assert not is_cut_off(ann)

    hall.keyboard.press("y")
    expect(wei.locator(".round")).to_have_text(say("again", "zh"))
    answer(wei, 0, "zh")
    expect(dock).to_contain_text(say("dock_open", "en", n=1, all=2))
    press(hall, "ArrowRight")
    expect(hall.locator(BAR)).to_have_count(0)
    seen = measure(hall)
    assert (seen.cut, seen.overflow <= 0) == ([], True)
    hall.evaluate(CLOSE, code[1])  # others present in this lab
