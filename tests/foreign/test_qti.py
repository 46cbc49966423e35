"""Other people's QTI software opens every exported question, and its player gives the lab's own scores."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
import qti_convert
from playwright.sync_api import Browser, Page

from interchange import Portable, WantedLanguage
from interchange.blanks import one_each
from interchange.qti import read, write
from tests.browser.thorough import is_thorough
from tests.foreign.answers import answers
from tests.foreign.npm import HERE, modules
from tests.interchange.made import EVERY_KIND, whole_bank

LANGUAGES: tuple[WantedLanguage, ...] = ("en", "zh", "both")
EACH = 6
"""In a sample each kind is played, and of the lab's own questions one in so many."""
CLOSE = 0.006
"""The player rounds what it adds up to three places."""


def upgraded(portables: tuple[Portable, ...], language: WantedLanguage) -> dict[str, str]:
    """The items of the package by their files, as the foreign converter makes QTI 3 of them."""
    package = write(portables, language=language).data
    assert not qti_convert.fix_package_references(package).unresolved
    whole = qti_convert.package_to_zip(qti_convert.upgrade_package(package).files)
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("items/")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_foreign_converter_takes_every_question(language: WantedLanguage) -> None:
    portables, _ = whole_bank()
    items = [f"items/{one.id}.xml" for one in one_each(portables)]

    assert sorted(upgraded(portables, language)) == sorted(items)


def test_what_a_foreign_converter_makes_of_a_package_in_qti_3_is_read_as_it_was() -> None:
    package = write(EVERY_KIND, language="both").data
    new = qti_convert.package_to_zip(qti_convert.upgrade_package(package).files)

    assert b"qti-assessment-item" in zipfile.ZipFile(BytesIO(new)).read(f"items/{EVERY_KIND[0].id}.xml")
    assert read(new)[0] == read(package)[0]


@pytest.fixture
def player(browser: Browser) -> Iterator[Page]:
    """A page with the foreign player loaded."""
    bundle = modules("qti") / "@citolab" / "qti-components" / "cdn" / "index.global.js"
    with browser.new_page() as page:
        page.set_content("<!doctype html><title>player</title>")
        page.add_script_tag(path=bundle)
        yield page


# 6 s, and 25 s where every question of the lab is opened and scored by a foreign player
@pytest.mark.browser
def test_a_foreign_player_scores_every_answer_as_the_lab_does(player: Page) -> None:
    some = slice(None) if is_thorough() else slice(None, None, EACH)
    portables = tuple(one_each((*EVERY_KIND, *whole_bank()[0][some])))
    play = (HERE / "qti" / "play.js").read_text(encoding="utf-8")
    items = upgraded(portables, "both")

    for portable in portables:
        given = list(answers(portable))
        told = player.evaluate(play, [items[f"items/{portable.id}.xml"], [answer for answer, _ in given]])
        for (answer, score), one in zip(given, told, strict=True):
            assert one["score"] == pytest.approx(score, abs=CLOSE), (portable.id, answer)
            assert ("EXPLAIN" in one["feedback"]) == (portable.explain is not None)
