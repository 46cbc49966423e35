"""A teacher at the projector: opens slides, presses keys, and measures what the last row can read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Locator, Page

from tests.browser.visitor import Visitor, settled

READABLE: Final = 1 / 50
"""How high letters are at least, as a share of the screen's height."""
LABEL: Final = 32 / 1080
"""And those that name a number: labels of charts, sliders and measures, and the question beside a chart."""
_LABELS: Final = (
    ".lab-chart :is(text, figcaption, button, .lab-chart__caption:not([data-story])), "
    ".lab-panel__controls, .lab-panel__measures, "
    '[class*="st-key-asked-beside-"]'
)
SHOWN: Final = '[class*="st-key-slide-slot-"]:not([inert])'
_MEASURE: Final = """([shown, readable, label, labels]) => {
  const slot = document.querySelector(shown);
  const small = [], cut = [], faint = [];
  const isIndex = (node) => node.localName === 'tspan' && /font-size/.test(node.getAttribute('style') ?? '');
  const isLabel = (node) => node.closest(labels) && !node.closest('[class*="st-key-second-"]')
    && !isIndex(node);
  const drawn = (node) => { // a picture may be drawn smaller than it says
    const by = node instanceof SVGElement && node.getScreenCTM ? node.getScreenCTM() : null;
    return parseFloat(getComputedStyle(node).fontSize) * (by ? Math.hypot(by.b, by.d) : 1);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent || parent.closest('style, script, noscript, .lab-stage__said')) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const size = drawn(parent);
    if (size < innerHeight * readable - 0.01) small.push(`${size}px: ${text.slice(0, 40)}`);
    if (isLabel(parent) && size < innerHeight * label - 0.01) faint.push(`${size}px: ${text.slice(0, 40)}`);
    const isOut = box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1;
    if (isOut) cut.push(text.slice(0, 40));
  }
  const plot = slot.querySelector('.lab-chart__plot');
  return { small, cut, faint, overflow: slot.scrollHeight - slot.clientHeight,
    chart: plot ? plot.getBoundingClientRect().height / innerHeight : null };
}"""


@dataclass(frozen=True)
class Seen:
    """What is wrong with a slide for the last row: letters too small, words cut off; its chart's share.

    `faint` are labels that are smaller than they should be.
    """

    small: list[str]
    cut: list[str]
    faint: list[str]
    overflow: float
    chart: float | None


def present(
    visitor: Visitor,
    lesson: str,
    slide: str = "title",
    *,
    display_language: str = "en",
    scheme: str = "light",
) -> Page:
    """A window of 1920 × 1080 with this slide on it."""
    page = visitor.sit_down(screen="hall", language="zh" if display_language == "zh" else "en", scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{visitor.address}/present?lesson={lesson}&slide={slide}&lang={display_language}&start=anew")
    at_rest(page)
    return page


def at_rest(page: Page) -> None:
    """Wait until a slide is shown, drawn and fitted, and keys are heard."""
    settled(page)
    assert page.locator(SHOWN).count() == 1


def press(page: Page, key: str) -> None:
    """Press a key and wait for what follows."""
    page.keyboard.press(key)
    at_rest(page)


def click_on_the_bar(button: Locator) -> None:
    """Click something on the bar that comes with the move of the mouse, so that it is not there before."""
    button.click(force=True)


def number(page: Page) -> tuple[int, int]:
    """Which slide is shown, and how many there are."""
    at, _, of = page.locator(".lab-stage__number").inner_text().rpartition("·")[2].partition("/")
    return int(at), int(of)


def measure(page: Page, within: str = SHOWN) -> Seen:
    """What the last row sees of the slide that is shown, or of what lies over it."""
    return Seen(**page.evaluate(_MEASURE, [within, READABLE, LABEL, _LABELS]))


@contextmanager
def not_reloaded(page: Page) -> Iterator[None]:
    """Fails if the page was loaded anew in between."""
    page.evaluate("() => { window.stillHere = true; }")
    yield
    assert page.evaluate("() => window.stillHere === true")
