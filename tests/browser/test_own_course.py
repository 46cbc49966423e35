"""A teacher's own folder is open in a running lab: a new lesson has its card and page without a restart."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lessons import check_text, new_lesson
from lessons.lesson import Lesson
from tests.browser.server import Lab, lab_in
from tests.browser.test_teacher_edits import LOOKS_EVERY
from tests.browser.visitor import Visitor, settled
from ui.wording import say

NAME = "tea_shop"
TEXT = new_lesson(NAME)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The teacher's own folder, empty when the lab is started."""
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="module")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A lab over that folder; it is started once and never again."""
    with lab_in(tmp_path_factory.mktemp("lab"), {"LAB_COURSE": str(course)}) as running:
        yield running


@pytest.fixture
def saved(course: Path) -> Iterator[Path]:
    """The new lesson as its teacher saves it; afterwards it is gone."""
    (course / "lessons").mkdir(exist_ok=True)
    path = course / "lessons" / f"{NAME}.yaml"
    yield path
    path.unlink(missing_ok=True)


def look_again(page: Page) -> None:
    """The next thing that a reader does on the home page."""
    page.wait_for_timeout(2000 * LOOKS_EVERY)
    page.reload()
    settled(page)


def test_a_new_lesson_is_listed_and_opened_in_a_lab_that_runs(visitor: Visitor, saved: Path) -> None:
    page = visitor.open("/", language="zh")
    more = page.get_by_role("heading", name=say("more_lessons", "zh"), exact=True)
    expect(more).to_have_count(0)

    saved.write_text(TEXT, encoding="utf-8")
    look_again(page)
    expect(more).to_be_visible()
    page.locator(f".st-key-card-{NAME}").get_by_role("link").first.click()
    settled(page)

    expect(page).to_have_url(re.compile(rf"/{NAME}\b"))
    _, lesson = check_text(TEXT, f"{NAME}.yaml")
    assert isinstance(lesson, Lesson)
    expect(page.get_by_text(lesson.steps[0].title["zh"], exact=True).first).to_be_visible()


def test_the_address_of_a_new_lesson_opens_it_and_is_no_page_once_it_is_gone(
    visitor: Visitor, saved: Path
) -> None:
    saved.write_text(TEXT, encoding="utf-8")
    visitor.open("/").wait_for_timeout(2000 * LOOKS_EVERY)
    page = visitor.open(f"/{NAME}?step=3")
    expect(page.get_by_text("Answer better, or hear more?", exact=True).first).to_be_visible()

    saved.unlink()
    page.wait_for_timeout(2000 * LOOKS_EVERY)
    gone = visitor.open(f"/{NAME}")
    expect(gone.get_by_role("alert")).to_contain_text(NAME)
