"""What a visitor sees at once: a page that is whole, in their language, on their screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.contexts import Scheme, Screen
from tests.browser.visitor import Visitor, is_cut_off

PAGES = ["/", "/satisfaction", "/lab", "/glossary"]


def _is_chinese(letter: str) -> bool:
    return "一" <= letter <= "鿿"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("screen", "language", "scheme"), [("laptop", "en", "light"), ("phone", "zh", "dark")]
)
def test_a_page_opens_whole_in_the_language_of_the_browser_and_asks_no_foreign_host(
    visitor: Visitor, path: str, screen: Screen, language: str, scheme: Scheme
) -> None:
    page = visitor.open(path, screen=screen, language=language, scheme=scheme)

    expect(page.get_by_role("heading").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", {"en": "en", "zh": "zh-CN"}[language])
    words = page.get_by_test_id("stMain").inner_text()
    # the glossary tells each term in the other language, too, and keeps to one in what it says of it
    chinese, latin = (sum(map(of, words)) for of in (_is_chinese, str.isascii))
    assert (chinese > latin / 4) == (language == "zh")
    assert not is_cut_off(page)


def test_an_address_with_a_language_wins_over_the_browser_and_a_short_step_needs_no_scrolling(
    visitor: Visitor,
) -> None:
    page = visitor.open("/satisfaction?step=1&lang=zh", language="en")

    assert any(map(_is_chinese, page.get_by_role("heading").first.inner_text()))
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight - main.clientHeight") == 0
