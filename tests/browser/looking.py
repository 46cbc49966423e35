"""All that is asked of a page while somebody is on it: that axe finds nothing serious by day or by night,
that nothing is cut off, and that the page says which language it is in.
"""

from collections.abc import Mapping
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.contexts import Scheme
from tests.browser.visitor import is_cut_off, settled

GRAVE: Final = {"serious", "critical"}
GROUND: Final = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 31)"}
TAGS: Final = {"en": "en", "zh": "zh-CN"}
_ALL: Final = {"resultTypes": ["violations"]}
_COLOURS: Final = {**_ALL, "runOnly": ["color-contrast"]}
"""All that night changes on a page."""
_COLOURS_STAND: Final = "() => !document.getAnimations().some((one) => one instanceof CSSTransition)"
"""Colours go over into others without anything moving."""


def look_at(page: Page, language: str | None, *, in_both_lights: bool = True) -> None:
    """Look at the page as it is, then at its colours by the other light, which stays on.

    In a sample of many looks at one page, each by one light alone, the light changes from look to look.
    """
    assert not is_cut_off(page)
    assert language is None or page.locator("html").get_attribute("lang") == TAGS[language]
    assert not found(page)
    other: Scheme = "light" if page.evaluate("() => window.labLight.isDark()") else "dark"
    page.emulate_media(color_scheme=other)
    expect(page.locator(".stApp")).to_have_css("background-color", GROUND[other])
    settled(page)
    page.wait_for_function(_COLOURS_STAND)
    assert not in_both_lights or not found(page, _COLOURS)


def found(page: Page, asked: Mapping[str, object] = _ALL) -> list[str]:
    """What is serious: the rule, the part of the page, and what is wrong there."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    violations: list[dict[str, Any]] = page.evaluate(
        "(asked) => axe.run(asked).then((result) => result.violations)", dict(asked)
    )
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for rule in violations
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
