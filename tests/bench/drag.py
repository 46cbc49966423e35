"""What a hand on a slider sees: the share of frames with a new picture, the longest, and the exact run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page

from simulations import catalogue
from tests.bench.screen import SLIDER, Wire

HAND: Final = Path(__file__).with_name("drag.js").read_text(encoding="utf-8")
FOLLOWS: Final = "[data-lab-follows]"
"""A panel that has the runs along its slider."""
CHART: Final = ".js-plotly-plot .trace"
"""The chart of the bare page, drawn."""
LASTS: Final = 1500
"""Milliseconds that a hand takes from end to end."""


@dataclass(frozen=True)
class Drag:
    """One slider drawn from end to end at one address."""

    view: str
    pictures: float
    """Of 60 frames in which the hand was elsewhere than before, so many had a new picture."""
    longest: float
    """Milliseconds of the longest frame."""
    received: float
    """Bytes of the page and of the runs along its slider, beyond scripts and styles."""


def views() -> Iterator[tuple[str, str]]:
    """Every view that has a slider, and where it stands in free play."""
    for simulation in catalogue().values():
        for name, view in simulation.views.items():
            if any(simulation.parameters[shown].bounds for shown in view.shows):
                yield f"{simulation.name}.{name}", f"lab?sim={simulation.name}&view={name}&lang=en"


def drag_all(browser: Browser, lab: str, floor: str) -> tuple[list[Drag], Drag]:
    """The first slider of every view of this lab; beside it the bare page's chart, drawn by Plotly alone."""
    page = _page(browser)
    wire = Wire(page)
    bare = _drag(page, wire, "bare page", floor, at_rest=CHART)
    found = [_drag(page, wire, view, f"{lab}/{address}", at_rest=FOLLOWS) for view, address in views()]
    page.close()
    return found, bare


def let_go(browser: Browser, address: str, times: int) -> list[float]:
    """Milliseconds from each release of the slider to the exact run, each time at another place of it."""
    page = _page(browser)
    _open(page, address, FOLLOWS)
    waits = []
    for number in range(times):
        page.wait_for_function("at => drag.isReady(at)", arg=FOLLOWS)
        waits.append(_hand(page, 300, 0.3 + 0.6 * number / times, until="drag.done?.exact")["exact"])
        page.wait_for_selector("[data-lab-rest]", state="attached")
    page.close()
    return waits


def _page(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="en-US")
    page.set_default_timeout(60_000)
    page.add_init_script(HAND)
    return page


def _open(page: Page, address: str, at_rest: str) -> None:
    page.goto(address)
    page.wait_for_selector(SLIDER)
    page.wait_for_function("at => drag.isReady(at)", arg=at_rest)


def _drag(page: Page, wire: Wire, view: str, address: str, *, at_rest: str) -> Drag:
    wire.clear()
    _open(page, address, at_rest)
    received = wire.own
    seen = _hand(page, LASTS, 1, until="drag.done")
    return Drag(view, 60 * seen["share"], seen["longest"], received)


def _hand(page: Page, lasts: int, to: float, *, until: str) -> dict[str, Any]:
    page.evaluate("how => drag.begin(how)", {"lasts": lasts, "to": to})
    page.wait_for_function(until)
    return dict(page.evaluate("drag.done"))
