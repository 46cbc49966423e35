"""No page of the lab shuts anybody out: axe finds nothing serious on any of them, by day or by night."""

from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from lessons import shelf
from tests.browser.places import PLACES, Place
from tests.browser.visitor import Visitor, settled
from ui import addresses
from ui.components.print.bar import PAPERS
from ui.desk.author import COOKIE as AUTHOR
from ui.desk.carry import PAGES

GRAVE = {"serious", "critical"}
DARK = "rgb(20, 25, 31)"
_ALL = {"resultTypes": ["violations"]}
_COLOURS = {**_ALL, "runOnly": ["color-contrast"]}
"""All that night changes on a page."""


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_nobody_is_shut_out(visitor: Visitor, place: Place) -> None:
    page = arrive(visitor, place)

    assert not found(page)
    if not place.is_paper:
        page.emulate_media(color_scheme="dark")
        expect(page.locator(".stApp")).to_have_css("background-color", DARK)
        settled(page)
        assert not found(page, _COLOURS)


def arrive(visitor: Visitor, place: Place) -> Page:
    """The page at this place, once all was done there that is to be done."""
    page = visitor.sit_down(screen=place.screen)
    who = f"teacher-{PLACES.index(place)}"  # each with a presentation of their own
    page.context.add_cookies([{"name": AUTHOR, "value": who, "url": visitor.address}])
    page.goto(visitor.address + place.address)
    if place.is_paper:
        page.wait_for_load_state("networkidle")
        return page
    settled(page)
    for one in place.clicks:
        page.locator(one).click()
        _rest(page)
    for key in place.keys:
        page.keyboard.press(key)
        _rest(page)
    return page


def _rest(page: Page) -> None:
    """Wait until what was done has been heard of, and drawn."""
    page.wait_for_timeout(300)
    settled(page)


def found(page: Page, asked: Mapping[str, object] = _ALL) -> list[str]:
    """What is serious: the rule, the part of the page, and what is wrong there."""
    result = Axe().run(page, options=dict(asked)).response
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for rule in result["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def test_every_page_of_the_lab_is_looked_at() -> None:
    looked_at = {place.page for place in PLACES}
    every = {"", *addresses.OWN, *shelf().names()}

    assert every <= looked_at
    for what in PAPERS:
        assert any(place.is_paper and f"/{what}/" in place.address for place in PLACES)
    for name in PAGES:
        assert any(f"do={name}" in place.address for place in PLACES)
