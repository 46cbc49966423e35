"""The ways to the desk and from it: a course as one zip, what the text offers, from a step to its lines."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from authoring.cursor import step_at
from course import archive as packed
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from lessons import PlayStep
from tests.browser.teacher.hands import (
    ACE,
    FILE,
    LESSON,
    as_lesson,
    choose_pane,
    give_name,
    go_to,
    line_of_cursor,
    press,
    preview,
    ready,
    sit_down,
    status,
    text_in,
    until,
)
from tests.browser.visitor import Visitor, settled

pytestmark = pytest.mark.xdist_group("desk")  # they share a server


# 7 s: a course is packed, taken in and judged as a whole
def test_a_course_comes_as_one_zip_and_what_it_replaces_stays_in_the_history(
    visitor: Visitor, lesson: Path
) -> None:
    mine = lesson.read_text(encoding="utf-8")
    theirs = mine.replace("minutes: 45", "minutes: 45  # theirs", 1)
    data = packed.pack({FILE: theirs, "lessons/second_shop.yaml": theirs.replace(LESSON, "second_shop")})
    page = sit_down(visitor, "?do=travel")
    page.locator("input[type=file]").set_input_files(
        {"name": "course.zip", "mimeType": "application/zip", "buffer": data}
    )
    expect(page.get_by_text(say("travel_replaced", "en", n=1))).to_be_visible()
    assert lesson.read_text(encoding="utf-8") == mine

    settled(page)
    if page.locator(".st-key-desk-who").count():
        give_name(page)
    press(page, "travel_take")

    expect(page.get_by_text(say("travel_taken", "en"))).to_be_visible()
    assert lesson.read_text(encoding="utf-8") == theirs
    page.goto(f"{visitor.address}/desk?file={FILE}")
    ready(page)
    choose_pane(page, "history")
    expect(page.get_by_text(say("desk_why_imported", "en")).first).to_be_visible()
    (lesson.parent / "second_shop.yaml").unlink()


# 8 s: a list is opened, a slider is put in and taken out, and the desk is laid out anew
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_offers_what_fits_where_the_cursor_stands(
    visitor: Visitor, lesson: Path, language: Language
) -> None:
    page = sit_down(visitor, f"?file={FILE}", language=language)

    go_to(page, "simulation: ")
    page.keyboard.press("Control+Space")

    offered = page.locator(".ace_autocomplete:visible .ace_line")
    expect(offered.filter(has_text="loyalty").first).to_be_visible()
    expect(offered.filter(has_text=re.compile("purchases_per_prospect"))).to_have_count(0)
    assert lesson.exists()
    page.keyboard.press("Escape")
    put_a_slider_in_and_take_it_out(page, language)
    page.set_viewport_size({"width": 1440, "height": 900})
    until(lambda: lines_in_sight(page) >= 26)


def put_a_slider_in_and_take_it_out(page: Page, language: Language) -> None:
    """The button puts what is offered first into the step under the cursor, goes there and closes."""
    before = text_in(page)
    step = step_at(before, line_of_cursor(page))
    assert step is not None
    press(page, "desk_insert", language)
    what = page.get_by_role("button", name=say("desk_insert_do", language), exact=True)
    what.click()
    expect(what).to_have_count(0)
    until(lambda: text_in(page) != before)
    after = as_lesson(text_in(page)).steps[step]
    assert isinstance(after, PlayStep)
    assert len(after.controls) == len(as_lesson(before).steps[step].controls) + 1  # type: ignore[union-attr]
    assert step_at(text_in(page), line_of_cursor(page)) == step
    press(page, "desk_discard", language)
    until(lambda: text_in(page) == before)
    expect(status(page, "same")).to_be_visible()


def lines_in_sight(page: Page) -> int:
    """How many lines of the text can be seen at once."""
    rows = "Math.floor(editor.renderer.$size.scrollerHeight / editor.renderer.lineHeight)"
    return int(page.evaluate(f"() => {{ const editor = {ACE}; editor.resize(true); return {rows}; }}"))


def test_a_course_is_carried_away_as_one_zip(visitor: Visitor, lesson: Path, tmp_path: Path) -> None:
    page = sit_down(visitor, "?do=travel")
    with page.expect_download() as carried:
        page.get_by_role("button", name=say("travel_download", "en")).click()
    carried.value.save_as(tmp_path / "course.zip")

    texts = packed.unpack((tmp_path / "course.zip").read_bytes())
    assert texts[FILE] == lesson.read_text(encoding="utf-8")


# 6 s: a step, its text at the desk and the step again are opened
def test_the_way_from_a_step_leads_to_its_text(visitor: Visitor, lesson: Path) -> None:
    steps = as_lesson(lesson.read_text(encoding="utf-8")).steps
    page = sit_down(visitor, "")
    page.goto(f"{visitor.address}/{LESSON}?step={len(steps)}&lang=en")
    settled(page)

    page.get_by_role("link", name=say("edit_step", "en")).click()
    ready(page)

    expect(preview(page).get_by_role("heading", name=steps[-1].title["en"])).to_be_visible()
    until(lambda: step_at(text_in(page), line_of_cursor(page)) == len(steps) - 1)
