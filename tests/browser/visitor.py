"""A person at a screen: its size, language and colours, and whatever went wrong on it."""

from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, WebSocket, expect

Screen = Literal["hall", "laptop", "phone"]
Scheme = Literal["light", "dark"]
SIZES: Final[dict[Screen, tuple[int, int]]] = {
    "hall": (1920, 1080),
    "laptop": (1280, 800),
    "phone": (390, 844),
}
LOCALES: Final = {"en": "en-US", "zh": "zh-CN"}
RESTED: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
ASKING: Final = ".lab-stage[data-asking]"
"""The stage of a presentation whose server has yet to draw what was done."""
PATIENCE: Final = 60_000


@dataclass
class Visitor:
    """Opens pages of one lab and notes page errors, console errors and calls to foreign hosts."""

    browser: Browser
    address: str
    troubles: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self, path: str = "/", *, screen: Screen = "laptop", language: str = "en", scheme: Scheme = "light"
    ) -> Page:
        """A page at this address in a browser of its own, drawn to the end."""
        page = self.sit_down(screen=screen, language=language, scheme=scheme)
        page.goto(self.address + path)
        settled(page)
        return page

    def sit_down(self, *, screen: Screen = "laptop", language: str = "en", scheme: Scheme = "light") -> Page:
        """An empty page of a fresh browser, watched from the start."""
        width, height = SIZES[screen]
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale=LOCALES[language],
            color_scheme=scheme,
            reduced_motion="reduce",
            has_touch=screen == "phone",
        )
        context.set_default_timeout(PATIENCE)
        context.route("**/*", self._let_pass)
        context.on("page", self._watch)
        self.contexts.append(context)
        return context.new_page()

    def leave(self) -> None:
        """Close every browser that was opened."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        page.on("console", self._listen)
        page.on("websocket", self._connect)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location.get("url", "")
            self.troubles.append(f"console error: {message.text} ({place})")

    def _connect(self, socket: WebSocket) -> None:
        self._is_ours(socket.url)

    def _let_pass(self, route: Route) -> None:
        if self._is_ours(route.request.url):
            route.continue_()
        else:
            route.abort()

    def _is_ours(self, url: str) -> bool:
        ours = urlsplit(url).netloc == urlsplit(self.address).netloc
        if not ours:
            self.troubles.append(f"foreign host: {url}")
        return ours


def settled(page: Page) -> None:
    """Wait until the lab has drawn what was asked, no part is still a grey bar, and it shows no failure."""
    expect(page.locator(ASKING)).to_have_count(0)
    expect(page.locator(RESTED)).to_be_attached(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    expect(page.locator(RESTED)).to_be_attached(timeout=PATIENCE)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def is_cut_off(page: Page) -> bool:
    """Whether the page is wider than the screen, so that a reader would have to scroll sideways."""
    wider: bool = page.evaluate(
        "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1"
    )
    return wider
