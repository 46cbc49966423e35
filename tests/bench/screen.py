"""What a person waits for: the first chart of a visit, and the new chart after a slider's move."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page

PROBE: Final = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
SLIDER: Final = ":is([data-lab-control], [data-testid=stSlider]) input[type=range]"
"""Of the lab, which draws its own, and of the bare page; no scrubber of a chart's months."""
REST: Final = 400
TURN: Final = 10
"""So many presses go one way before they go back, so that the slider never meets its end."""


DRESS: Final = frozenset({"Script", "Stylesheet", "Font"})
"""What a browser keeps from visit to visit."""


class Wire:
    """Bytes that come to a page, counted from its beginning or from the last `clear`."""

    def __init__(self, page: Page) -> None:
        self.received, self.own = 0.0, 0.0
        """All that came over HTTP; and what is this page's own, messages included, scripts and styles not."""
        self._kinds: dict[str, str] = {}
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.responseReceived", self._know)
        line.on("Network.loadingFinished", self._load)
        line.on("Network.webSocketFrameReceived", self._hear)

    def clear(self) -> None:
        """Begins anew."""
        self.received = self.own = 0.0

    def _know(self, event: dict[str, Any]) -> None:
        self._kinds[event["requestId"]] = event["type"]

    def _load(self, event: dict[str, Any]) -> None:
        size = float(event["encodedDataLength"])
        self.received += size
        self.own += 0 if self._kinds.get(event["requestId"]) in DRESS else size

    def _hear(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        self.own += len(frame["payloadData"]) * (3 / 4 if frame["opcode"] == BINARY else 1)


BINARY: Final = 2
"""The kind of message whose bytes are told in base64."""


@dataclass
class Seen:
    """Readings of one address, in milliseconds (and bytes)."""

    first: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    received: list[float] = field(default_factory=list)
    empty: int = 0


def visit(browser: Browser, address: str, seen: Seen, presses: int) -> None:
    """One visit with nothing cached, then so many key presses on the first slider."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.add_init_script(PROBE)
    wire = Wire(page)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.probe?.rests(1000)")
    seen.first.append(float(page.evaluate("probe.first")))
    seen.received.append(wire.received)
    for number in range(presses):
        seen.moves.append(press(page, seen, "ArrowRight" if number // TURN % 2 == 0 else "ArrowLeft"))
    context.close()


def press(page: Page, seen: Seen, key: str) -> float:
    """Milliseconds from this key press to the chart showing other data."""
    page.wait_for_function(f"probe.rests({REST})")
    page.locator(SLIDER).first.focus()
    page.evaluate("probe.mark()")
    page.keyboard.press(key)
    page.wait_for_function("probe.run.changed !== null")
    seen.empty += bool(page.evaluate("probe.run.empty"))
    return float(page.evaluate("probe.run.changed"))


def look(browser: Browser, addresses: dict[str, str], *, rounds: int, presses: int) -> dict[str, Seen]:
    """Readings of each address; they are visited in turn, so that a slow minute meets all of them."""
    seen = {name: Seen() for name in addresses}
    for _ in range(rounds):
        for name, address in addresses.items():
            visit(browser, address, seen[name], presses)
    return seen
