"""What a student has done outlives a second tab, a reload and a server that was killed."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor, settled
from ui.wording import say

NAME = "Lin Yue"


def introduce(page: Page) -> None:
    """Write a name where the home page asks for one."""
    page.get_by_label(say("name_label", "en"), exact=True).first.fill(NAME)
    page.get_by_role("button", name=say("save_name", "en")).first.click()
    settled(page)


def test_a_name_and_a_place_survive_a_killed_server(own_lab: Lab, browser: Browser) -> None:
    student = Visitor(browser, own_lab.address)
    introduce(student.open("/"))
    student.open("/satisfaction?step=3")
    student.leave()
    own_lab.process.kill()
    own_lab.process.wait(10)

    with lab_in(own_lab.folder) as again:
        returning = Visitor(browser, again.address)
        page = returning.open("/")

        expect(page.get_by_text(NAME).first).to_be_visible()
        expect(page.get_by_role("link", name=re.compile("step 3"))).to_be_visible()
        assert not returning.troubles
        returning.leave()
