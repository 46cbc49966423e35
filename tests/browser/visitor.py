"""A person at a screen: its size, language and colours, and whatever went wrong on it."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.contexts import PATIENCE, Contexts, Profile, Scheme, Screen, Warm, Watcher

REST: Final = "() => 'labRest' in document.documentElement.dataset"
"""What a page says of itself, see ui/components/page/rest.js."""

TICK: Final = 250
"""Milliseconds after which the clocks and timers of a presentation look again, see stage/timer.js."""
TICKS: Final = """([times, every]) => new Promise((done) => {
  let left = times;
  const ticking = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(ticking);
    done();
  }, every);
})"""


@dataclass
class Visitor(Watcher):
    """Opens pages of one lab and notes page errors, console errors and calls to foreign hosts."""

    contexts: Contexts
    address: str
    errors: list[str] = field(default_factory=list)
    taken: list[Warm] = field(default_factory=list)

    def open(
        self, path: str = "/", *, screen: Screen = "laptop", language: str = "en", scheme: Scheme = "light"
    ) -> Page:
        """A page at this address in a browser of its own, drawn to the end."""
        page = self.sit_down(screen=screen, language=language, scheme=scheme)
        page.goto(self.address + path)
        settled(page)
        return page

    def sit_down(self, *, screen: Screen = "laptop", language: str = "en", scheme: Scheme = "light") -> Page:
        """An empty page of a browser that knows nobody, watched from the start."""
        warm = self.contexts.take(Profile(screen, language, scheme), self)
        self.taken.append(warm)
        return warm.page()

    def beside(self, page: Page) -> Page:
        """Another empty page of the same browser."""
        return next(warm for warm in self.taken if warm.context == page.context).page()

    def leave(self) -> None:
        """Empty every page that was opened, and leave nothing behind."""
        for warm in self.taken:
            self.contexts.give_back(warm, self.address)
        self.taken.clear()

    def on_error(self, said: str) -> None:
        """Something went wrong on a page."""
        self.errors.append(said)

    def on_asked(self, url: str) -> None:
        """A page asks for something; what it has at hand itself is nobody else's."""
        ours, asked = urlsplit(self.address), urlsplit(url)
        if asked.scheme not in {"data", "blob", "about"} and asked.netloc != ours.netloc:
            self.errors.append(f"foreign host: {url}")


def settled(page: Page) -> None:
    """Wait until the page says that it is at rest, all drawn that was asked for; and it shows no failure."""
    page.wait_for_function(REST, timeout=PATIENCE)
    assert page.get_by_test_id("stException").count() == 0


def ticked(page: Page, times: int = 3) -> None:
    """Wait until the clock of this page has ticked so often: its timers fire in the order they are due."""
    page.evaluate(TICKS, [times, TICK])


def is_cut_off(page: Page) -> bool:
    """Whether the page is wider than the screen, so that a reader would have to scroll sideways."""
    wider: bool = page.evaluate(
        "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1"
    )
    return wider
