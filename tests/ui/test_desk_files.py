"""At the desk a part is put in by a button, and a file is copied, renamed, deleted and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from authoring.examples.lesson import new_lesson
from authoring.reference.lesson_schema import SCHEMAS
from classroom import keep_unsaved, revisions_of
from course import LIBRARY, course_plan
from course.files import entries, find
from courseware.interface import say
from courseware.source import parse
from courseware.text import LANGUAGES, Language
from exercises.kinds import catalogue
from tests.own_course import own_course
from tests.ui.reader import errors, open_page, own_record, said
from ui.desk.sheet import OpenFile
from ui.prose import literal
from web.records import records_here

FILE = "lessons/tea_shop.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An own course with one lesson that stands in its plan, at the desk of Li."""
    for module in ("page", "author"):
        monkeypatch.setattr(f"ui.desk.{module}.author_here", lambda: "Li")
    plan = (LIBRARY / "course.yaml").read_text(encoding="utf-8")
    (tmp_path / "lessons").mkdir()
    (tmp_path / FILE).write_text(new_lesson("tea_shop"), encoding="utf-8")
    (tmp_path / "lessons" / "course.yaml").write_text(
        plan.replace(
            "      - id: loyalty\n", "      - {id: tea_shop, title: {en: Tea, zh: 茶}}\n      - id: loyalty\n"
        ),
        encoding="utf-8",
    )
    with own_record(tmp_path / "lessons" / ".."), own_course(tmp_path):
        yield tmp_path


def desk(language: Language = "en", **address: str) -> AppTest:
    return open_page("desk", language, "teacher", **address)


def opened(page: AppTest, menu: str) -> AppTest:
    """The page with one of its menus open."""
    page.session_state[menu] = True
    return page.run()


def sheet_in(page: AppTest, file: str = FILE) -> OpenFile:
    """The open file."""
    found: OpenFile = page.session_state["desk-sheets"][file]
    return found


def test_without_a_name_the_buttons_are_there_and_say_what_is_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.page.author_here", lambda: "")
    page = desk(file=FILE)

    begins = [one.proto.popover for one in page.get("popover") if "New" in one.proto.popover.label]
    assert [(one.disabled, one.help) for one in begins] == [(True, say("desk_who_first", "en"))] * 2
    assert say("desk_who_opens", "en", file=literal(FILE)) in said(page)
    assert folder.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_is_put_in_by_a_button_and_can_be_saved_at_once(folder: Path, language: Language) -> None:
    page = opened(desk(language, file=FILE), "desk-insert")
    before = parse((folder / FILE).read_text(encoding="utf-8"), "").value

    what = next(one for one in page.selectbox if one.label == say("desk_insert_what", language))
    what.select("step:play").run()
    page.button(key="desk-insert-do").click().run()

    assert errors(page) == []
    after = parse(sheet_in(page).text, "").value
    assert len(after["steps"]) == len(before["steps"]) + 1  # type: ignore[index]
    assert "controls:" in sheet_in(page).text
    page.button(key="desk-save").click().run()
    assert (folder / FILE).read_text(encoding="utf-8") == sheet_in(page).text


def test_a_file_is_copied_and_the_copy_is_opened(folder: Path) -> None:
    page = opened(desk(file=FILE), "desk-file")
    page.text_input(key="desk-new-name-copy").set_value("bike_shop").run()
    page.button(key="desk-copy").click().run()

    copy = (folder / "lessons" / "bike_shop.yaml").read_text(encoding="utf-8")
    head, _, rest = copy.partition("\n")
    original = (folder / FILE).read_text(encoding="utf-8").partition("\n")[2]
    assert rest == original.replace("\nid: tea_shop\n", "\nid: bike_shop\n", 1)
    assert (folder / "lessons" / head.partition("$schema=")[2]).resolve() == SCHEMAS / "lesson.json"
    assert page.query_params["file"] == "lessons/bike_shop.yaml"


def test_a_renamed_lesson_keeps_its_place_in_the_plan_and_its_history(folder: Path) -> None:
    page = opened(desk(file=FILE), "desk-file")
    page.text_input(key="desk-new-name-rename").set_value("bike_shop").run()
    page.button(key="desk-rename").click().run()

    assert errors(page) == []
    assert page.query_params["file"] == "lessons/bike_shop.yaml"
    assert not (folder / FILE).exists()
    assert "bike_shop" in course_plan().lessons
    assert "tea_shop" not in course_plan().lessons
    assert [one.why for one in revisions_of(records_here(), "lessons/bike_shop.yaml")] == ["renamed", "found"]


@pytest.mark.parametrize("name", ["satisfaction", "desk", "Tea", "course"])
def test_a_name_that_cannot_be_had_is_refused_in_words_and_nothing_changes(folder: Path, name: str) -> None:
    page = opened(desk(file=FILE), "desk-file")
    page.text_input(key="desk-new-name-rename").set_value(name).run()
    page.button(key="desk-rename").click().run()

    assert len(page.error) == 1
    assert name in page.error[0].value
    assert (folder / FILE).is_file()


def test_a_deleted_file_lies_in_the_bin_and_comes_back_letter_by_letter(folder: Path) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    page = opened(desk(file=FILE), "desk-file")
    page.button(key="desk-delete").click().run()

    assert page.title[0].value == say("desk", "en")
    assert not (folder / FILE).exists()
    assert find(FILE) is None
    assert say("desk_bin", "en") in [one.value for one in page.header]
    next(one for one in page.button if one.label == say("desk_bring_back", "en")).click().run()
    assert (folder / FILE).read_text(encoding="utf-8") == text
    assert page.query_params["file"] == FILE


def test_a_file_that_somebody_is_writing_is_neither_renamed_nor_deleted(folder: Path) -> None:
    keep_unsaved(records_here(), FILE, "Wang", "mine", base=None)
    page = opened(desk(file=FILE), "desk-file")
    page.button(key="desk-delete").click().run()

    assert "Wang" in page.error[0].value
    assert (folder / FILE).is_file()
    assert page.query_params["file"] == FILE


def test_a_file_that_came_with_the_lab_and_the_plan_offer_no_way_to_lose_them(folder: Path) -> None:
    page = opened(desk(file="lessons/satisfaction.yaml"), "desk-file")
    assert {one.key for one in page.button} & {"desk-copy", "desk-rename", "desk-delete"} == {"desk-copy"}

    page = opened(desk(file="lessons/glossary.yaml"), "desk-file")
    assert not {one.key for one in page.button} & {"desk-copy", "desk-rename", "desk-delete"}
    assert len(entries()) > 3
    assert folder.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_adapted_as_a_whole_or_not_at_all(folder: Path, language: Language) -> None:
    page = desk(language, do="adapt", lesson="tea_shop")
    names = {"old-en": "Early Leaf", "new-en": "Iron Wok", "old-zh": "早叶茶铺", "new-zh": ""}
    for field, words in names.items():
        page.text_input(key=f"adapt-{field}-0").set_value(words)
    page.text_input(key="desk-new-name-adapt").set_value("noodle_house")
    page.run()
    assert page.button(key="adapt-keep").disabled
    assert [one.value for one in page.warning]

    page.text_input(key="adapt-new-zh-0").set_value("铁锅面馆").run()
    assert errors(page) == []
    page.button(key="adapt-keep").click().run()

    made = (folder / "lessons" / "noodle_house.yaml").read_text(encoding="utf-8")
    assert (made.count("Early Leaf"), made.count("早叶茶铺")) == (0, 0)
    assert "noodle_house.fewer-complaints" in (folder / "bank" / "noodle_house.yaml").read_text(
        encoding="utf-8"
    )
    assert page.query_params["file"] == "lessons/noodle_house.yaml"
    assert "do" not in page.query_params


def test_a_bank_whose_questions_a_lesson_asks_stays_and_says_which(folder: Path) -> None:
    bank = folder / "bank" / "satisfaction.yaml"
    bank.parent.mkdir()
    (folder / "bank" / "tea.yaml").write_text(
        catalogue()["choice"].help.example.read_text(encoding="utf-8").replace("id: example", "id: tea"),
        encoding="utf-8",
    )
    lesson = (folder / FILE).read_text(encoding="utf-8")
    asking = lesson.replace("[complaints.fewer-complaints]", "[tea.single]")
    (folder / FILE).write_text(asking, encoding="utf-8")
    page = opened(desk(file="bank/tea.yaml"), "desk-file")
    page.button(key="desk-delete").click().run()

    assert FILE in page.error[0].value
    assert (folder / "bank" / "tea.yaml").is_file()
