"""One file after the other: what a link to the same page leaves in the address, only a browser shows."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from courseware.interface import say
from tests.browser.teacher.hands import give_name, press, ready
from tests.browser.visitor import Visitor, settled


# 12 s: the desk opens four times, twice with an editor
def test_a_second_new_file_is_made_and_opened_after_a_first_one(visitor: Visitor, course: Path) -> None:
    page = visitor.open("/desk")
    give_name(page)
    press(page, "desk_new_lesson")
    page.get_by_label(say("desk_title_en", "en")).fill("Bike shop")
    press(page, "desk_begin")
    ready(page)
    page.get_by_role("link", name=say("desk_all_files", "en")).click()
    expect(page.locator(".st-key-desk-front")).to_be_visible()
    settled(page)
    press(page, "desk_new_bank")
    page.get_by_role("textbox", name=say("desk_file_name", "en")).fill("bike_bank")
    press(page, "desk_begin")

    expect(page.get_by_text("bank/bike_bank.yaml").first).to_be_visible()
    settled(page)
    assert (course / "bank" / "bike_bank.yaml").is_file()
    assert parse_qs(urlsplit(page.url).query)["file"] == ["bank/bike_bank.yaml"]
