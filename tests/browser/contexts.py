"""Browser contexts and pages that are kept warm: what the lab loads is read once, not once a test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    WebError,
    WebSocket,
)

from tests.browser.slow import seed_of_the_day, slow_down

Screen = Literal["hall", "laptop", "phone"]
Scheme = Literal["light", "dark"]
SIZES: Final[dict[Screen, tuple[int, int]]] = {
    "hall": (1920, 1080),
    "laptop": (1280, 800),
    "phone": (390, 844),
}
LOCALES: Final = {"en": "en-US", "zh": "zh-CN"}
PATIENCE: Final = 120_000
"""Milliseconds after which a test gives up: a bound, which nobody waits out unless something is wrong."""
EMPTY: Final = "/_stcore/health"
"""A page of every lab that holds nothing and does nothing."""
_STORAGE: Final = "local_storage,indexeddb,cache_storage,service_workers"


@dataclass(frozen=True)
class Profile:
    """What a browser says of its owner: the size of the screen, the language, light or dark."""

    screen: Screen
    language: str
    scheme: Scheme


class Watcher:
    """Notes whatever goes wrong on the pages of a context, and which hosts they ask."""

    def on_error(self, said: str) -> None:
        """Something went wrong on a page."""

    def on_asked(self, url: str) -> None:
        """A page asks for something at this address."""


@dataclass
class Warm:
    """A context for one visitor after the other, with pages that stay open for the next one.

    All pages of a context are drawn by one process, which knows all scripts that it has read, and to lead
    an open page to another address costs half of opening one. Pages that the lab opens by itself are closed.
    """

    context: BrowserContext
    profile: Profile
    watcher: Watcher | None = None
    kept: list[Page] = field(default_factory=list)
    """Pages that were opened by `page`."""
    free: list[Page] = field(default_factory=list)
    """Those of them that show nothing."""

    def watch(self) -> None:
        """Tell whoever is here of all that happens on the pages."""
        self.context.on("weberror", self._on_page_error)
        self.context.on("console", self._on_console)
        self.context.on("request", self._on_request)
        self.context.on("page", lambda page: page.on("websocket", self._on_socket))

    def page(self) -> Page:
        """A page as good as new."""
        if self.free:
            return self.free.pop()
        page = self.context.new_page()
        self.kept.append(page)
        return page

    def clean(self, origin: str) -> None:
        """Forget all that the pages left in the browser, but not what they have fetched."""
        self.watcher = None
        for page in self.context.pages:
            if page not in self.kept:
                page.close()
        self.kept = [page for page in self.kept if self._is_emptied(page, origin)]
        self.free = self.kept[::-1]
        self.context.clear_cookies()
        if not self.kept:
            return
        session = self.context.new_cdp_session(self.kept[0])
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _STORAGE})
        session.detach()

    def _is_emptied(self, page: Page, origin: str) -> bool:
        """Leave the lab and take back all that a test has set; a page whose lab has ended cannot be kept."""
        width, height = SIZES[self.profile.screen]
        try:
            page.unroute_all()
            page.set_extra_http_headers({})
            page.goto(f"{origin}{EMPTY}")
            page.evaluate("() => sessionStorage.clear()")
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(media="null", color_scheme=self.profile.scheme)
            page.mouse.move(0, 0)
        except Error:
            page.close()
            return False
        return True

    def _on_page_error(self, error: WebError) -> None:
        self._tell(lambda watcher: watcher.on_error(f"page error: {error.error}"))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location.get("url", "")
            self._tell(lambda watcher: watcher.on_error(f"console error: {message.text} ({place})"))

    def _on_request(self, request: Request) -> None:
        self._tell(lambda watcher: watcher.on_asked(request.url))

    def _on_socket(self, socket: WebSocket) -> None:
        self._tell(lambda watcher: watcher.on_asked(socket.url))

    def _tell(self, what: Callable[[Watcher], None]) -> None:
        if self.watcher is not None:
            what(self.watcher)


@dataclass
class Contexts:
    """All contexts of one browser; those that nobody uses wait for the next visitor with their profile."""

    browser: Browser
    free: dict[Profile, list[Warm]] = field(default_factory=dict)

    def take(self, profile: Profile, watcher: Watcher) -> Warm:
        """A context without cookies and without anything stored, for one visitor of this lab alone."""
        waiting = self.free.get(profile)
        warm = waiting.pop() if waiting else self._open(profile)
        warm.watcher = watcher
        return warm

    def give_back(self, warm: Warm, origin: str) -> None:
        """The visitor has left."""
        warm.clean(origin)
        self.free.setdefault(warm.profile, []).append(warm)

    def _open(self, profile: Profile) -> Warm:
        width, height = SIZES[profile.screen]
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale=LOCALES[profile.language],
            color_scheme=profile.scheme,
            reduced_motion="reduce",
            has_touch=profile.screen == "phone",
        )
        context.set_default_timeout(PATIENCE)
        if (seed := seed_of_the_day()) is not None:
            slow_down(context, seed)
        warm = Warm(context, profile)
        warm.watch()
        return warm
