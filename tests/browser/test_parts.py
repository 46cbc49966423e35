"""The parts of a page in a real browser: what chart, keys, list and light do by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contexts import Contexts
from tests.browser.labels import CHART, CHART_ZH, PAGE, PAGE_ZH
from tests.browser.parts import MOMENTS
from tests.browser.server import Lab, lab_in
from tests.browser.visitor import Visitor, settled

pytestmark = pytest.mark.xdist_group("parts")  # they share a server

PLOT = ".lab-chart .js-plotly-plot"
LINE = f"document.querySelector('{PLOT}')._fullData[0]"
TEXT_COLOUR = "getComputedStyle(document.querySelector('h1, p, label')).color"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A server of the page of parts."""
    with lab_in(tmp_path_factory.mktemp("parts"), program="tests.browser.parts") as running:
        yield running


@pytest.fixture
def guest(parts: Lab, contexts: Contexts) -> Iterator[Visitor]:
    """Somebody in front of the page of parts; the test fails if anything went wrong on it."""
    someone = Visitor(contexts, parts.address)
    yield someone
    someone.leave()
    assert not someone.errors, "\n".join(someone.errors)


@pytest.fixture
def desk(guest: Visitor) -> Page:
    """The page of parts with its chart drawn."""
    page = guest.open("/")
    expect(page.locator(f"{PLOT} .trace").first).to_be_visible()
    return page


def count_messages(page: Page) -> None:
    """From now on count what this page sends to the server over the socket it has."""
    page.evaluate(
        """() => {
          window.sent = 0;
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all); };
        }"""
    )


def messages(page: Page) -> int:
    """How many messages the page has sent since `count_messages`."""
    return int(page.evaluate("window.sent"))


def scrub_to(page: Page, moment: int) -> None:
    """Put the chart at a moment, counted from 0."""
    page.get_by_role("slider", name=CHART["moment"]).fill(str(moment))


# 6 s: a run is played to its end
def test_playing_goes_through_all_moments_and_asks_the_server_nothing(desk: Page) -> None:
    count_messages(desk)

    desk.get_by_role("button", name=CHART["play"]).click()
    expect(desk.locator(".lab-chart__caption")).to_have_text(f"Month {MOMENTS}")

    desk.wait_for_function(f"{LINE}.y[0] === {50 + MOMENTS - 1}")
    assert messages(desk) == 0
    expect(desk.get_by_role("button", name=CHART["play"])).to_be_visible()


def test_the_space_bar_on_the_scrub_plays_and_pauses(desk: Page) -> None:
    desk.get_by_role("slider", name=CHART["moment"]).focus()

    desk.keyboard.press("Space")
    expect(desk.get_by_role("button", name=CHART["pause"])).to_be_visible()
    desk.keyboard.press("Space")
    expect(desk.get_by_role("button", name=CHART["play"])).to_be_visible()


def test_other_data_come_at_the_moment_that_was_shown(desk: Page) -> None:
    scrub_to(desk, 3)

    desk.get_by_role("slider", name="Level").focus()
    desk.keyboard.press("ArrowRight")

    desk.wait_for_function(f"{LINE}.y[0] === 54")
    expect(desk.locator(".lab-chart__caption")).to_have_text("Month 4")


def test_two_scenarios_share_one_moment_and_the_first_chart_stays(desk: Page) -> None:
    desk.evaluate(f"document.querySelector('{PLOT}').dataset.mine = 'the same'")

    desk.get_by_text("Two", exact=True).click()
    expect(desk.locator(PLOT)).to_have_count(2)
    scrub_to(desk, 2)
    settled(desk)

    risen = desk.evaluate(f"[...document.querySelectorAll('{PLOT}')].map(plot => plot._fullData[0].y[0])")
    assert risen == [52, 12]
    expect(desk.locator(PLOT).first).to_have_attribute("data-mine", "the same")
    expect(desk.locator("figcaption")).to_have_text(["A", "B"])


def test_two_scenarios_are_drawn_on_one_scale(desk: Page) -> None:
    desk.get_by_text("Two", exact=True).click()
    expect(desk.locator(f"{PLOT} .trace")).to_have_count(2)
    settled(desk)

    ranges = desk.evaluate(
        f"[...document.querySelectorAll('{PLOT}')].map(plot => [...plot._fullLayout.yaxis.range])"
    )
    assert ranges == [[0, 120], [0, 120]]


def test_the_chart_turns_into_the_table_of_its_run_and_back(desk: Page) -> None:
    desk.get_by_role("button", name=CHART["table"]).click()

    expect(desk.locator(".lab-chart th")).to_have_text(["Part", "Points", "Sum so far"])
    expect(desk.locator(".lab-chart tbody tr").first).to_have_text(re.compile("Product.*60"))
    expect(desk.locator(PLOT)).to_be_hidden()
    desk.get_by_role("button", name=CHART["picture"]).click()
    expect(desk.locator(f"{PLOT} .trace").first).to_be_visible()


def test_a_table_that_does_not_come_says_so_and_comes_when_it_is_shown_once_more(guest: Visitor) -> None:
    page = guest.open("/")
    page.route(re.compile("/runs/"), lambda route: route.abort())

    page.get_by_role("button", name=CHART["table"]).click()
    expect(page.get_by_text("The table did not arrive")).to_be_visible()
    page.unroute(re.compile("/runs/"))
    page.get_by_role("button", name=CHART["picture"]).click()
    page.get_by_role("button", name=CHART["table"]).click()

    expect(page.locator(".lab-chart tbody tr").first).to_be_visible()
    guest.errors[:] = [error for error in guest.errors if "ERR_FAILED" not in error]


def test_dark_comes_at_once_without_the_server_and_stays_after_a_reload(desk: Page) -> None:
    count_messages(desk)
    before = desk.evaluate(TEXT_COLOUR)

    desk.get_by_role("button", name=PAGE["to_dark"]).click()
    desk.wait_for_function(f"{LINE}.line.color === '#56b4e9'")

    assert desk.evaluate(TEXT_COLOUR) != before
    assert messages(desk) == 0
    desk.reload()
    settled(desk)
    expect(desk.get_by_role("button", name=PAGE["to_light"])).to_be_visible()
    desk.wait_for_function(f"{LINE}.line.color === '#56b4e9'")


def test_a_chart_whose_script_does_not_come_says_so_and_can_be_tried_again(guest: Visitor) -> None:
    page = guest.sit_down()
    page.route(re.compile("/plotly-"), lambda route: route.abort())
    page.goto(guest.address)

    expect(page.get_by_text("could not be drawn")).to_be_visible()
    page.unroute(re.compile("/plotly-"))
    page.get_by_role("button", name=CHART["retry"]).click()

    expect(page.locator(f"{PLOT} .trace").first).to_be_visible()
    guest.errors[:] = [error for error in guest.errors if "ERR_FAILED" not in error]


def test_a_key_is_heard_once_however_long_it_is_held_and_never_while_typing(desk: Page) -> None:
    desk.keyboard.down("n")
    desk.keyboard.down("n")
    desk.keyboard.up("n")
    expect(desk.get_by_text("Heard 1: note")).to_be_visible()

    desk.get_by_role("textbox", name="Name").fill("")
    desk.get_by_role("textbox", name="Name").press("n")
    desk.get_by_role("slider", name="Level").focus()
    desk.keyboard.press("ArrowRight")
    desk.wait_for_function(f"{LINE}.y[0] === 51")

    expect(desk.get_by_text(re.compile(r"^Heard 1\b"))).to_be_visible()


def test_a_row_moves_by_button_by_key_and_by_dragging(desk: Page) -> None:
    desk.get_by_role("button", name="Move down: Product").click()
    expect(desk.get_by_text("Order b a c")).to_be_visible()

    desk.get_by_role("button", name="Move up: <b>Image</b>").focus()
    desk.keyboard.press("ArrowUp")
    expect(desk.get_by_text("Order b c a")).to_be_visible()

    desk.locator(".lab-order__grip").nth(2).drag_to(desk.locator(".lab-order li").nth(0))
    expect(desk.get_by_text("Order a b c")).to_be_visible()


def test_the_page_is_in_the_language_it_was_last_read_in(guest: Visitor) -> None:
    page = guest.open("/?lang=zh")
    expect(page.get_by_role("button", name=CHART_ZH["play"])).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")

    page.goto(guest.address)

    expect(page.get_by_role("button", name=CHART_ZH["play"])).to_be_visible()


# 12 s: a lab of its own is started and killed, and missed after some seconds
def test_a_lab_that_does_not_answer_is_told_of_in_the_readers_language(
    contexts: Contexts, tmp_path: Path
) -> None:
    with lab_in(tmp_path, program="tests.browser.parts") as lab:
        someone = Visitor(contexts, lab.address)
        page = someone.open("/?lang=zh")
        lab.process.kill()

        expect(page.get_by_role("alert").filter(has_text="连接不上实验室")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_role("button", name=PAGE_ZH["reload"])).to_be_visible()
        someone.leave()
