"""At the desk: questions leave in all four formats, losses told first; a sheet comes in as a bank."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course import all_exercises
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises.kinds.target.written import TargetItem
from interchange.exporting import export_items
from interchange.formats import formats
from tests.browser.contexts import Contexts
from tests.browser.server import Lab, lab_in
from tests.browser.teacher.hands import give_name
from tests.browser.visitor import Visitor, settled

pytestmark = pytest.mark.xdist_group("carrying")  # they share a server

LANGUAGE: Language = "en"
STAYS = next(key for key, exercise in all_exercises().items() if isinstance(exercise.item, TargetItem))
"""A task in a simulation, in the bank that is offered first: no other platform can hold it."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a teacher's own course."""
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="module")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The lab with a course of one's own."""
    with lab_in(tmp_path_factory.mktemp("lab"), {"LAB_COURSE": str(course)}) as running:
        yield running


@pytest.fixture
def teacher(lab: Lab, contexts: Contexts) -> Iterator[Visitor]:
    """Somebody at the lab's own computer."""
    someone = Visitor(contexts, lab.address)
    yield someone
    someone.leave()
    assert not someone.errors, "\n".join(someone.errors)


def report(page: Page, language: Language = LANGUAGE) -> str:
    """What the page says about the file, once it is made."""
    expect(page.get_by_role("button", name=say("carry_take", language))).to_be_enabled()
    settled(page)
    return page.locator(".st-key-carry-report").inner_text()


# 11 s: every question of the lab is written in each of the formats
@pytest.mark.browser
def test_questions_leave_in_every_format_and_what_is_lost_is_told_before(
    teacher: Visitor, tmp_path: Path
) -> None:
    page = teacher.open("/desk?lang=en")
    page.get_by_role("link", name=say("desk_carry", LANGUAGE)).click()
    page.get_by_label(say("carry_variants", LANGUAGE), exact=True).fill("1")
    page.keyboard.press("Enter")
    settled(page)
    for one in formats().values():
        page.locator(".st-key-carry-format label", has_text=one.name[LANGUAGE]).click()
        settled(page)

        assert STAYS in report(page)
        with page.expect_download() as download:
            page.get_by_role("button", name=say("carry_take", LANGUAGE)).click()
        download.value.save_as(tmp_path / one.id)
        assert (tmp_path / one.id).stat().st_size > 10_000


# 5 s: the desk is opened, and files are written and fetched
@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_or_chosen_questions_travel_too(teacher: Visitor, language: Language) -> None:
    page = teacher.open(f"/desk?lang={language}&do=carry", language=language)
    page.get_by_role("radio", name=say("carry_what_items", language)).click()
    expect(page.get_by_text(say("carry_nothing_chosen", language))).to_be_visible()
    page.get_by_role("radio", name=say("carry_what_lesson", language)).click()
    settled(page)

    assert ".zip" in report(page, language)


@pytest.mark.browser
def test_a_sheet_comes_in_row_by_row_and_becomes_a_bank(
    teacher: Visitor, course: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "my quiz.xlsx"
    few = [
        one for name, one in all_exercises().items() if name in {"sat.parts", "sat.loop", "sat.raise-value"}
    ]
    form = formats()["xuexitong"]
    sheet.write_bytes(export_items(few, form, language="both", variants=1, seed="1").outcome.data)
    page = teacher.open("/desk?lang=en&do=bring")
    page.locator("input[type=file]").set_input_files(sheet)

    expect(page.get_by_text(say("bring_report", LANGUAGE))).to_be_visible()
    expect(page.get_by_text(say("desk_right_answer", LANGUAGE))).to_be_visible()
    give_name(page)
    page.locator(".st-key-bring-save button").click()
    expect(page.get_by_text("Saved.")).to_be_visible()

    assert "id: my_quiz" in (course / "bank" / "my_quiz.yaml").read_text(encoding="utf-8")
    assert [file.read_bytes() for file in (course / "imported").iterdir()] == [sheet.read_bytes()]
    page.get_by_role("link", name="Open bank/my").click()
    expect(page.locator(".lab-editor")).to_be_visible()


@pytest.mark.browser
def test_a_file_that_cannot_be_read_says_what_to_do(teacher: Visitor, tmp_path: Path) -> None:
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    page = teacher.open("/desk?lang=zh&do=bring", language="zh")
    page.locator("input[type=file]").set_input_files(old)

    expect(page.get_by_text("另存为 .xlsx")).to_be_visible()
