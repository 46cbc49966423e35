"""A teacher's own folder is open in a running lab: a new lesson has its card and page without a restart."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from authoring.examples.lesson import new_lesson
from course import check_lesson_text
from courseware.interface import say
from lessons.lesson import Lesson
from tests.browser.projector import at_rest
from tests.browser.server import Lab, lab_in
from tests.browser.teacher.hands import until
from tests.browser.visitor import Visitor, settled
from tests.media import put

pytestmark = pytest.mark.xdist_group("own course")  # they share a server

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


SHOWN = {
    "en": "![a shop](media/shop.png) ![a call](media/call.mp3) ![a visit](media/visit.webm)",
    "zh": "![店面](media/shop.png) ![来电](media/call.mp3) ![到店](media/visit.webm)",
}
STANDS = """() => Promise.all([...document.querySelectorAll('img, audio, video')]
  .filter((one) => one.src.includes('/lab-media/') && one.checkVisibility({ visibilityProperty: true }))
  .map(async (one) => {
    if (one.localName !== 'img' && !one.readyState) {
      await new Promise((done) => one.addEventListener('loadedmetadata', done, { once: true }));
    }
    const { left, right, height } = one.getBoundingClientRect();
    const isSeen = left >= 0 && right <= innerWidth && height > 20;
    return [one.localName, isSeen && (one.naturalWidth ?? one.readyState) > 0];
  }))"""
"""What is shown on the page, and whether it has come and has its place within the screen."""


def card(page: Page) -> Locator:
    """The card of the new lesson on the home page."""
    return page.locator(f".st-key-card-{NAME}")


def look_again(page: Page, holds: Callable[[], bool]) -> None:
    """Load the home page anew until this holds: the lab looks at its files a few times a second."""

    def again() -> bool:
        page.reload()
        settled(page)
        return holds()

    until(again)


def test_a_new_lesson_is_listed_and_opened_in_a_lab_that_runs(visitor: Visitor, saved: Path) -> None:
    page = visitor.open("/", language="zh")
    more = page.get_by_role("heading", name=say("more_lessons", "zh"), exact=True)
    expect(more).to_have_count(0)

    saved.write_text(TEXT, encoding="utf-8")
    look_again(page, lambda: card(page).count() == 1)
    expect(more).to_be_visible()
    card(page).get_by_role("link").first.click()
    settled(page)

    expect(page).to_have_url(re.compile(rf"/{NAME}\b"))
    _, lesson = check_lesson_text(TEXT, f"{NAME}.yaml")
    assert isinstance(lesson, Lesson)
    expect(page.get_by_role("heading", name=lesson.steps[0].title["zh"], exact=True)).to_be_visible()


# 8 s: home and address are loaded anew before, with and after the file
def test_the_address_of_a_new_lesson_opens_it_and_is_no_page_once_it_is_gone(
    visitor: Visitor, saved: Path
) -> None:
    saved.write_text(TEXT, encoding="utf-8")
    home = visitor.open("/")
    look_again(home, lambda: card(home).count() == 1)
    page = visitor.open(f"/{NAME}?step=3")
    expect(page.get_by_role("heading", name="Answer better, or hear more?", exact=True)).to_be_visible()

    saved.unlink()
    look_again(home, lambda: card(home).count() == 0)
    gone = visitor.open(f"/{NAME}")
    expect(gone.get_by_role("alert")).to_contain_text(NAME)


# 9 s: home, page, phone and slide are opened in turn
def test_a_picture_a_sound_and_a_video_stand_on_page_phone_and_slide(
    visitor: Visitor, course: Path, saved: Path
) -> None:
    put(course)
    text = TEXT.replace("**Early Leaf** is", f"{SHOWN['en']}\n\n        **Early Leaf** is")
    saved.write_text(text.replace("校门口有家", f"{SHOWN['zh']}\n\n        校门口有家"), encoding="utf-8")
    whole = [["img", True], ["audio", True], ["video", True]]
    page = visitor.open("/")
    look_again(page, lambda: card(page).count() == 1)

    page.goto(f"{visitor.address}/{NAME}?step=2")
    settled(page)
    assert page.evaluate(STANDS) == whole

    phone = visitor.open(f"/{NAME}?step=2", screen="phone", language="zh")
    assert phone.evaluate(STANDS) == whole
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto(f"{visitor.address}/present?lesson={NAME}&slide=two-ways.2&start=anew")
    at_rest(page)
    assert page.evaluate(STANDS) == whole
