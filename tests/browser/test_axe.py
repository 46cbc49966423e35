"""No page of the lab shuts anybody out by day or by night, cuts anything off, or hides its language."""

import pytest
from playwright.sync_api import Page, expect

from course import lesson_registry
from papers.pages.bar import PAPERS
from tests.browser.looking import found, look_at
from tests.browser.places import PLACES, Acts, Click, Hover, Place, steps_to_look_at
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Visitor, is_cut_off, settled
from tests.content.shelf import WRITTEN
from ui.desk.author import COOKIE as AUTHOR
from ui.desk.tasks import PAGES
from web import addresses


# 12 s: axe reads the whole page, day and night, in each of its looks
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_nobody_is_shut_out(visitor: Visitor, place: Place) -> None:
    page = arrive(visitor, place)

    if place.is_paper:
        assert not found(page)
        assert not is_cut_off(page)
        return
    look_at(page, place.language)
    for acts in place.looks:
        perform(page, acts)
        look_at(page, place.language, in_both_lights=is_thorough())


def arrive(visitor: Visitor, place: Place) -> Page:
    """The page at this place, opened by a teacher of its own, since each has one presentation."""
    page = visitor.sit_down(screen=place.screen)
    who = f"teacher-{PLACES.index(place)}"
    page.context.add_cookies([{"name": AUTHOR, "value": who, "url": visitor.address}])
    page.goto(visitor.address + place.address)
    settled(page)
    return page


def perform(page: Page, acts: Acts) -> None:
    """Do one thing after the other, each once the page is at rest after the one before."""
    for one in acts:
        if isinstance(one, Click):
            page.locator(one.on).click()
        elif isinstance(one, Hover):
            page.locator(one.on).hover()
            expect(page.get_by_role("tooltip")).to_be_visible()
        else:
            page.keyboard.press(one.name)
        settled(page)


def test_every_page_of_the_lab_is_looked_at() -> None:
    looked_at = {place.page for place in PLACES}
    every = {"", *addresses.OWN}

    assert every <= looked_at
    assert set(lesson_registry().names()) == set(steps_to_look_at()) == set(WRITTEN)
    for what in PAPERS:
        assert any(place.is_paper and f"/{what}/" in place.address for place in PLACES)
    for name in PAGES:
        assert any(f"do={name}" in place.address for place in PLACES)
