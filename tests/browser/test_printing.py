"""Papers in the browser: charts are there before the printer is asked, and the pages come out whole."""

import html
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from course import find_lesson, glossary, lesson_registry
from courseware.interface import say
from courseware.language import languages_of
from exercises.specimen import variant_of
from lessons import PlayStep, slides
from papers import DisplayLanguage
from papers.blocks import Passage
from papers.markdown import Prose
from papers.screens import printed_slides
from tests.browser.contexts import Screen
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Visitor, is_cut_off
from tests.programs import needs

NAMES = tuple(lesson_registry().names())
needs_eyes = needs("pdftotext", "pdftoppm")
EDGE = 0.02
"""The share of the page along each edge that must stay white."""


def paper(visitor: Visitor, what: str, lesson: str, display_language: str, screen: Screen = "laptop") -> Page:
    """A paper on the screen, ready for the printer."""
    page = visitor.sit_down(screen=screen)
    page.goto(f"{visitor.address}/print/{what}/{lesson}?lang={display_language}")
    page.evaluate("() => window.labPrintReady")
    return page


def printed(page: Page, folder: Path) -> tuple[str, list[Image.Image]]:
    """The words and the grey pages that come out of the printer."""
    file = folder / "paper.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    subprocess.run(["pdftoppm", "-r", "40", "-gray", str(file), str(folder / "page")], check=True)
    told = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True)
    return "".join(told.stdout.split()), [Image.open(one) for one in sorted(folder.glob("page-*.pgm"))]


def titles(lesson: str, display_language: DisplayLanguage) -> Iterator[str]:
    """The titles of the lesson and its steps, without spaces."""
    found, prose = find_lesson(lesson), Prose(glossary())
    for language in languages_of(display_language):
        for text in (found.title, *(step.title for step in found.steps)):
            yield "".join(prose.plain(text[language], language).split())


@pytest.mark.parametrize("lesson", NAMES if is_thorough() else NAMES[::3])
def test_every_chart_is_a_picture_before_the_page_may_be_printed(visitor: Visitor, lesson: str) -> None:
    page = paper(visitor, "handout", lesson, "zh")
    plays = [step for step in find_lesson(lesson).steps if isinstance(step, PlayStep)]
    images = page.locator("figure img")

    assert images.count() == len(plays) > 0
    assert page.evaluate(
        "() => [...document.querySelectorAll('figure img')].every(i => i.complete && i.naturalWidth > 300)"
    )
    assert all(image.get_attribute("alt") for image in images.all())
    expect(page.get_by_role("button", name=say("print", "zh"))).to_be_enabled()


@needs_eyes
@pytest.mark.parametrize(
    ("what", "lesson", "display_language"),
    [("handout", "crm_systems", "en"), ("plan", "loyalty", "zh"), ("plan", "lifetime_value", "both")],
)
def test_the_pages_come_out_of_the_printer_whole(
    visitor: Visitor, tmp_path: Path, what: str, lesson: str, display_language: DisplayLanguage
) -> None:
    words, pages = printed(paper(visitor, what, lesson, display_language), tmp_path)

    assert not [title for title in titles(lesson, display_language) if title not in words]
    assert say("print_back", "zh") not in words
    assert_whole(pages)


@needs_eyes
def test_worksheet_and_key_come_out_whole_and_leave_the_bar_behind(visitor: Visitor, tmp_path: Path) -> None:
    for what in ("worksheet", "key"):
        folder = tmp_path / what
        folder.mkdir()
        words, pages = printed(paper(visitor, what, "satisfaction", "en"), folder)

        assert "Variant1" in words
        assert "Homeworkatyourownpace" in words
        assert "".join(say("print", "en").split()) not in words
        assert_whole(pages)


def assert_whole(pages: list[Image.Image]) -> None:
    """No page is empty, and none is inked where a printer cannot reach."""
    assert 5 < len(pages) < 40
    for page in pages:
        wide, high = page.size
        assert abs(high / wide - 297 / 210) < 0.02
        inked = page.point(lambda grey: 255 * (grey < 200)).getbbox()
        assert inked is not None
        assert inked[0] >= wide * EDGE
        assert inked[1] >= high * EDGE
        assert inked[2] <= wide * (1 - EDGE)
        assert inked[3] <= high * (1 - EDGE)


@pytest.mark.parametrize("screen", ["phone", "hall"])
def test_a_paper_can_be_read_on_any_screen_and_is_white_at_night(visitor: Visitor, screen: Screen) -> None:
    page = paper(visitor, "worksheet", "loyalty", "both", screen)
    page.emulate_media(color_scheme="dark")

    assert not is_cut_off(page)
    ground = page.evaluate("() => getComputedStyle(document.querySelector('.sheet')).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_without_the_script_of_the_charts_their_message_is_told_in_words(visitor: Visitor) -> None:
    page = visitor.sit_down()
    page.route("**/plotly-*.js", lambda route: route.abort())
    page.goto(f"{visitor.address}/print/handout/satisfaction?lang=en")
    page.evaluate("() => window.labPrintReady")

    assert page.locator("figure img").count() == 0
    assert len(page.locator("figure p").first.inner_text()) > 20
    expect(page.get_by_role("button", name=say("print", "en"))).to_be_enabled()
    visitor.errors.clear()  # the failed fetch is what was asked for


def test_from_one_paper_the_others_are_a_click_away(visitor: Visitor) -> None:
    page = paper(visitor, "worksheet", "satisfaction", "zh")
    page.get_by_label(say("print_variant", "zh")).fill("12")
    page.get_by_role("button", name=say("print_go", "zh")).click()
    expect(page.locator(".subtitle")).to_contain_text("卷号 12")
    page.get_by_role("link", name=say("print_key", "zh")).click()
    expect(page.locator(".subtitle")).to_contain_text("卷号 12")
    page.get_by_role("link", name=say("print_in_en", "zh")).click()

    expect(page.locator(".subtitle")).to_contain_text("Variant 12")
    with page.expect_download() as taken:
        page.get_by_role("link", name=say("print_plan", "en")).click()
        page.get_by_role("link", name=say("print_word", "en")).click()
    assert taken.value.suggested_filename == "satisfaction-plan-en.docx"


def words_of_slides(lesson: str, display_language: DisplayLanguage) -> Iterator[str]:
    """Every word that students see on the slides before anything is revealed, without spaces."""
    prose = Prose(glossary())
    found = printed_slides(
        find_lesson(lesson),
        partial(variant_of, language=languages_of(display_language)[0]),
        with_answers=False,
    )
    for printed in found:
        for block in printed.blocks:
            for text in (*getattr(block, "texts", ()), *([block.text] if isinstance(block, Passage) else ())):
                for language in languages_of(display_language):
                    for line in prose.html(text[language], language).splitlines():
                        yield "".join(html.unescape(re.sub("<[^>]+>", "", line)).split())


@needs_eyes
@pytest.mark.parametrize(
    ("lesson", "display_language", "per"),
    [
        ("satisfaction", "en", 2),
        ("loyalty", "zh", 6),
        ("lifetime_value", "both", 2),
        ("crm_systems", "both", 6),
    ],
)
def test_every_word_of_the_slides_comes_out_of_the_printer(
    visitor: Visitor, tmp_path: Path, lesson: str, display_language: DisplayLanguage, per: int
) -> None:
    page = visitor.sit_down()
    page.goto(f"{visitor.address}/print/slides/{lesson}?lang={display_language}&per={per}")
    page.evaluate("() => window.labPrintReady")
    words, pages = printed(page, tmp_path)
    count = len(slides(find_lesson(lesson)))

    assert not [
        one
        for one in (*titles(lesson, display_language), *words_of_slides(lesson, display_language))
        if one not in words
    ]
    assert all(f"{number}/{count}" in words for number in range(1, count + 1))
    grown = page.locator(".slide:not([data-fits])").count()
    assert grown == 0 or (per, display_language) == (6, "both")
    assert 0 <= len(pages) - -(-count // per) <= grown
    assert_whole(pages)


# 6 s: all slides of a lesson are laid out and put into a PDF
@needs_eyes
def test_slides_with_their_answers_come_out_whole(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.sit_down(screen="phone")
    page.goto(f"{visitor.address}/print/slides/satisfaction?lang=both&per=6&answers=1")
    page.evaluate("() => window.labPrintReady")
    assert not is_cut_off(page)
    words, pages = printed(page, tmp_path)

    for step in find_lesson("satisfaction").steps:
        if isinstance(step, PlayStep) and step.predict:
            line = Prose(glossary()).plain(step.predict.explain.en.splitlines()[0], "en")
            assert "".join(line.split()) in words
    assert_whole(pages)
