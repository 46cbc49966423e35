"""A page that is kept is as good as new: the next visitor finds nothing that the last one left."""

import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.contexts import EMPTY, SIZES, Contexts
from tests.browser.server import Lab
from tests.browser.visitor import Visitor

LEFT = """() => ({
  stored: localStorage.length + sessionStorage.length,
  isKnown: document.cookie.includes('who'),
  isOnPaper: matchMedia('print').matches,
  isDark: matchMedia('(prefers-color-scheme: dark)').matches,
  size: [innerWidth, innerHeight],
})"""


def test_the_next_visitor_finds_nothing_of_the_last_one_on_the_page_that_was_kept(
    lab: Lab, contexts: Contexts
) -> None:
    page, new = visit(lab, contexts, leave_traces)
    kept, left = visit(lab, contexts, lambda page: None)

    assert kept is page
    assert left == new


def visit(lab: Lab, contexts: Contexts, do: Callable[[Page], None]) -> tuple[Page, object]:
    """What a visitor found on the page, who then did something and left."""
    someone = Visitor(contexts, lab.address)
    page = someone.sit_down()
    page.goto(f"{lab.address}{EMPTY}")
    found = page.evaluate(LEFT)
    do(page)
    someone.leave()
    return page, found


def leave_traces(page: Page) -> None:
    """Set whatever a test may set on a page."""
    page.context.add_cookies([{"name": "who", "value": "Li", "url": page.url}])
    page.evaluate("() => { localStorage.who = sessionStorage.who = 'Li'; }")
    page.set_viewport_size({"width": SIZES["phone"][0], "height": SIZES["phone"][1]})
    page.emulate_media(media="print", color_scheme="dark")
    page.set_extra_http_headers({"x-forwarded-for": "10.0.0.9", "host": "nowhere"})
    page.route(re.compile(EMPTY), lambda route: route.abort())
