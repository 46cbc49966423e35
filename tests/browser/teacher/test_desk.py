"""At the teacher's desk: a lesson is begun, broken, mended, seen in Chinese, saved, and brought back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from classroom import open_store
from classroom import question_status as status_of
from course import all_exercises
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from tests.browser.contexts import Contexts, Screen
from tests.browser.server import Lab, lab_in
from tests.browser.teacher.hands import (
    FILE,
    LESSON,
    as_lesson,
    choose_pane,
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
from tests.browser.visitor import Visitor, is_cut_off, settled
from ui.desk.author import COOKIE as AUTHOR
from web.addresses import STAMP as ADDRESS

pytestmark = pytest.mark.xdist_group("desk")  # they share a server

LOOKS = 3
"""So often the page asks whether a file has changed before we believe that it leaves a run alone."""


# 15 s: a lesson is typed by hand, judged after each pause and saved twice
def test_a_lesson_is_begun_from_the_example_broken_mended_seen_in_chinese_saved_and_brought_back(
    visitor: Visitor, course: Path
) -> None:
    page = sit_down(visitor, "")
    page.get_by_role("button", name=say("desk_new_lesson", "en")).click()
    page.get_by_label(say("desk_title_en", "en")).fill("Why customers leave")
    press(page, "desk_begin")
    ready(page)
    file = course / "lessons" / "why_customers_leave.yaml"
    begun = file.read_text(encoding="utf-8")
    assert text_in(page) == begun
    assert "file=lessons" in page.url

    break_it_and_mend_it(page, file)
    assert text_in(page) == begun
    see_it_in_chinese_and_change_it_by_the_form(page, file)
    save_it_with_the_keys_and_bring_it_back(page, file)


def break_it_and_mend_it(page: Page, file: Path) -> None:
    """The line is told, a click on what is told goes there, and nothing is saved before it is mended."""
    before = file.read_text(encoding="utf-8")
    go_to(page, "kind: read")
    line = line_of_cursor(page)
    page.keyboard.type("x")
    problem = page.locator("[class*='st-key-desk-problem-error']").first
    expect(problem).to_contain_text(say("desk_line", "en", line=line))
    press(page, "desk_save")
    expect(status(page, "refused")).to_be_visible()
    assert file.read_text(encoding="utf-8") == before

    go_to(page, "schema: lesson")
    problem.get_by_role("button").click()
    until(lambda: line_of_cursor(page) == line)

    go_to(page, "kind: readx")
    page.keyboard.press("Backspace")
    expect(page.locator("[class*='st-key-desk-problem-error']")).to_have_count(0)


def see_it_in_chinese_and_change_it_by_the_form(page: Page, file: Path) -> None:
    """The step under the cursor shows in Chinese; the form changes its words and nothing beside them."""
    text = file.read_text(encoding="utf-8")
    title = next(one for one in as_lesson(text).steps if one.kind == "read").title
    go_to(page, "kind: read")
    chinese = page.locator(".st-key-desk-tools").get_by_text("中文", exact=True)
    expect(chinese).to_be_visible()
    chinese.click()
    expect(preview(page).get_by_role("heading", name=title["zh"])).to_be_visible()

    choose_pane(page, "form")
    field = page.locator(".st-key-desk-form").get_by_role("textbox").first
    expect(field).to_have_value(title["en"])
    field.fill("By the form")
    field.press("Enter")
    until(lambda: text_in(page) == text.replace(title["en"], "By the form", 1))
    press(page, "desk_save")
    expect(status(page, "saved")).to_be_visible()
    assert file.read_text(encoding="utf-8") == text.replace(title["en"], "By the form", 1)


def save_it_with_the_keys_and_bring_it_back(page: Page, file: Path) -> None:
    """Ctrl-S saves; an earlier version is compared with the text and made the file's again."""
    before = file.read_text(encoding="utf-8")
    go_to(page, "minutes: ")
    page.keyboard.press("End")
    page.keyboard.type("  # as agreed")
    expect(status(page, "unsaved")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(status(page, "saved")).to_be_visible()
    assert file.read_text(encoding="utf-8") == text_in(page)
    assert text_in(page).replace("  # as agreed", "") == before

    choose_pane(page, "history")
    page.locator(".st-key-desk-revisions [role=radiogroup] label").nth(1).click()
    expect(page.locator(".desk-diff")).to_contain_text("as agreed")
    press(page, "desk_restore")
    until(lambda: file.read_text(encoding="utf-8") == before)
    until(lambda: text_in(page) == before)
    expect(page.locator(".st-key-desk-revisions")).to_contain_text(say("desk_why_restored", "en"))


# 9 s: the desk opens, and the file is changed twice and judged as a whole each time
def test_a_change_by_sed_shows_in_text_problems_and_preview(visitor: Visitor, lesson: Path) -> None:
    page = sit_down(visitor, f"?file={FILE}")
    text = lesson.read_text(encoding="utf-8")
    title = as_lesson(text).steps[0].title["en"]

    lesson.write_text(text.replace(title, "By sed", 1), encoding="utf-8")
    expect(preview(page).get_by_role("heading", name="By sed")).to_be_visible()
    until(lambda: "By sed" in text_in(page))
    lesson.write_text(text.replace("kind: read", "kind: raed", 1), encoding="utf-8")

    expect(page.locator("[class*='st-key-desk-problem-error']").first).to_be_visible()
    until(lambda: "kind: raed" in text_in(page))


# 6 s: a run is held up until a change to the file has been seen
def test_a_run_under_way_is_not_ended_by_a_file_that_has_changed(visitor: Visitor, lesson: Path) -> None:
    page = sit_down(visitor, f"?file={FILE}")
    text = lesson.read_text(encoding="utf-8")
    title = as_lesson(text).steps[0].title["en"]
    heading = preview(page).get_by_role("heading", name="By sed")
    say_it_runs = "(it) => { document.querySelector('[data-testid=stApp]').dataset.testScriptState = it; }"

    page.evaluate(say_it_runs, "running")
    lesson.write_text(text.replace(title, "By sed", 1), encoding="utf-8")
    for _ in range(LOOKS):
        page.wait_for_event("response", lambda answer: ADDRESS in answer.url)
    assert heading.count() == 0
    page.evaluate(say_it_runs, "notRunning")

    expect(heading).to_be_visible()


def test_a_broken_file_is_told_in_the_list(visitor: Visitor, lesson: Path) -> None:
    page = sit_down(visitor, "")
    row = page.locator(f".st-key-desk-row-lessons-{LESSON}-yaml")
    expect(row).to_be_visible()

    lesson.write_text("steps: [", encoding="utf-8")

    expect(row.get_by_text(say("desk_shows_last_good", "en"))).to_be_visible()


# 12 s: two editors open, and each is judged after its pause
def test_two_who_save_the_same_file_are_shown_both_texts_and_lose_none(
    visitor: Visitor, lesson: Path
) -> None:
    li, wang = (sit_down(visitor, f"?file={FILE}", name=name) for name in ("Li", "Wang"))
    go_to(li, "minutes: ")
    li.keyboard.press("End")
    li.keyboard.type(" # by Li")
    expect(status(li, "unsaved")).to_be_visible()
    go_to(wang, "schema: lesson/1")
    wang.keyboard.type(" # by Wang")
    expect(status(wang, "unsaved")).to_be_visible()

    press(li, "desk_save")
    expect(status(li, "saved")).to_be_visible()
    both = wang.locator(".st-key-desk-conflict")
    expect(both).to_contain_text("by Li")
    expect(both).to_contain_text("by Wang")
    press(wang, "desk_save")
    settled(wang)
    expect(both).to_be_visible()
    assert "by Wang" not in lesson.read_text(encoding="utf-8")

    press(wang, "desk_go_on_beside")
    expect(both).to_have_count(0)
    until(lambda: "by Li" in text_in(wang))
    expect(wang.locator(".desk-diff")).to_contain_text("by Wang")
    expect(wang.locator(".st-key-desk-revisions")).to_contain_text(say("desk_why_aside", "en"))


# 5 s: the desk and its editor are loaded twice
def test_what_is_not_saved_is_there_again_after_a_reload(visitor: Visitor, lesson: Path) -> None:
    page = sit_down(visitor, f"?file={FILE}", name="Zhao")
    go_to(page, "schema: lesson/1")
    page.keyboard.type(" # unsaved")
    expect(status(page, "unsaved")).to_be_visible()
    settled(page)  # a run that is cut off by the reload keeps nothing

    page.reload()
    ready(page)

    until(lambda: "# unsaved" in text_in(page))
    expect(status(page, "draft")).to_be_visible()
    press(page, "desk_discard")
    until(lambda: "# unsaved" not in text_in(page))
    assert "# unsaved" not in lesson.read_text(encoding="utf-8")


def test_a_question_is_tried_at_the_desk_with_any_variant_and_no_student_gets_a_mark(
    visitor: Visitor, lab: Lab
) -> None:
    page = sit_down(visitor, "?file=bank/satisfaction.yaml")
    go_to(page, "sat.halfway")
    expect(preview(page)).to_contain_text("sat.halfway")

    preview(page).get_by_role("textbox").fill("1")
    press(page, "check_answer")
    expect(preview(page)).to_contain_text(say("tries_left", "en", n=2))

    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    student = store.owner()
    assert student is not None
    assert status_of(store, student, all_exercises()["sat.halfway"]).attempts_used == 0
    store.close()


# 14 s: a lab with a key of its own is started
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_without_the_key_sees_the_desk_and_whoever_has_it_does(
    contexts: Contexts, tmp_path: Path, language: Language
) -> None:
    with lab_in(tmp_path, {"LAB_DESK_KEY": "a key of the school"}) as lab:
        someone = Visitor(contexts, lab.address)
        page = someone.open("/desk", language=language)
        expect(page.get_by_role("heading", name=say("desk_closed", language))).to_be_visible()
        expect(page.locator(".st-key-lab-bar").get_by_role("link", name=say("desk", language))).to_have_count(
            0
        )

        page.goto(f"{lab.address}/desk/enter?lang={language}")
        page.get_by_label(say("desk_key_label", language)).fill("a key of the school")
        page.get_by_role("button", name=say("desk_key_send", language)).click()
        page.wait_for_url("**/desk")
        settled(page)
        expect(page.get_by_role("heading", name=say("desk", language), exact=True)).to_be_visible()
        expect(
            page.locator(".st-key-lab-bar").get_by_role("link", name=say("desk", language))
        ).to_be_visible()
        someone.leave()
        assert not someone.errors


# 10 s: two pages with an editor are laid out in each size
@pytest.mark.parametrize("screen", get_args(Screen))
def test_nothing_at_the_desk_is_cut_off(visitor: Visitor, lesson: Path, screen: Screen) -> None:
    page = visitor.sit_down(screen=screen)
    page.context.add_cookies([{"name": AUTHOR, "value": "Li", "url": visitor.address}])
    for address in ("/desk", f"/desk?file={FILE}"):
        page.goto(visitor.address + address)
        settled(page)
        assert not is_cut_off(page), address
