"""What a student has done outlives a second tab, a reload and a server that was killed."""

import re

from playwright.sync_api import Page, expect

from courseware.interface import say
from tests.browser.contexts import Contexts
from tests.browser.labels import STAGE
from tests.browser.projector import at_rest, number, present, press
from tests.browser.server import Lab, lab_in
from tests.browser.speaking import beside
from tests.browser.visitor import Visitor, settled

LESSON = "satisfaction"
NAME = "Lin Yue"


def introduce(page: Page) -> None:
    """Write a name where the home page asks for one."""
    page.get_by_label(say("name_label", "en"), exact=True).first.fill(NAME)
    page.get_by_role("button", name=say("save_name", "en")).first.click()
    settled(page)


# 25 s: the lab is started twice and killed, with three windows
def test_a_name_a_place_and_a_presentation_survive_a_killed_server_and_a_closed_browser(
    own_lab: Lab, contexts: Contexts
) -> None:
    student, teacher = (Visitor(contexts, own_lab.address) for _ in range(2))
    introduce(student.open("/"))
    student.open(f"/{LESSON}?step=3")
    hall = present(teacher, LESSON)
    for _ in range(3):
        press(hall, "PageDown")
    at = number(hall)[0]
    for one in (student, teacher):
        one.leave()
    own_lab.process.kill()
    own_lab.process.wait(10)

    with lab_in(own_lab.folder) as again:
        returning = Visitor(contexts, again.address)
        page = returning.open("/")
        expect(page.get_by_text(NAME).first).to_be_visible()
        expect(page.get_by_role("link", name=re.compile("step 3"))).to_be_visible()

        hall = returning.sit_down(screen="hall")
        hall.goto(f"{again.address}/present?lesson={LESSON}&lang=en")
        at_rest(hall)
        speaker = beside(returning, hall)
        assert number(hall)[0] == number(speaker)[0] == at
        expect(speaker.get_by_role("button", name=STAGE["clock_pause"])).to_be_visible()
        assert not returning.errors
        returning.leave()
