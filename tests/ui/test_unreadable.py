"""A file that some editor saved in another code, or spoilt, under the hands of a teacher at the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from authoring.examples.lesson import new_lesson
from classroom import revisions_of, text_of, unsaved
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from tests.own_course import own_course
from tests.ui.reader import own_record, page_at, said
from ui.desk.sheet import OpenFile
from web.records import records_here

FILE = "lessons/tea_shop.yaml"
SPOILT = (bytes(range(256)), "标题".encode("utf-16") + b"\xff", b"id: \x00\x00\x00a")


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a lesson that was opened at the desk before."""
    monkeypatch.setattr("ui.desk.page.author_here", lambda: "Li")
    (tmp_path / "record").mkdir()
    (tmp_path / "lessons").mkdir()
    with own_record(tmp_path / "record"), own_course(tmp_path):
        path = tmp_path / FILE
        path.write_text(new_lesson("tea_shop"), encoding="utf-8")
        yield path


def desk(language: Language = "en") -> AppTest:
    return page_at("desk", language, "teacher", file=FILE)


def sheet_in(page: AppTest) -> OpenFile:
    sheet = page.session_state["desk-sheets"][FILE]
    assert isinstance(sheet, OpenFile)
    return sheet


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["gbk", "utf-16", "utf-16-le"])
def test_a_file_in_another_code_is_shown_by_a_line_and_converted(
    lesson: Path, language: Language, code: str
) -> None:
    page, text = desk(language).run(), lesson.read_text(encoding="utf-8")
    name = "GBK" if code == "gbk" else "UTF-16"
    lesson.write_bytes(text.encode(code, errors="replace"))
    page.run()
    assert say("desk_guessed", language, code=name) in said(page)
    assert any("：" in one.value or "中文" in one.value or "课" in one.value for one in page.code[:1])
    page.button(key="desk-convert").click().run()

    assert lesson.read_bytes() == text.encode(code, errors="replace").decode(code).encode()
    assert not page.error
    assert not page.exception
    assert sheet_in(page).text == lesson.read_text(encoding="utf-8")
    newest = revisions_of(records_here(), FILE)[0]
    assert text_of(records_here(), newest.id) == lesson.read_text(encoding="utf-8")


@pytest.mark.parametrize("data", SPOILT)
def test_a_spoilt_file_is_told_and_its_history_brings_it_back(lesson: Path, data: bytes) -> None:
    page, text = desk().run(), lesson.read_text(encoding="utf-8")
    lesson.write_bytes(data)
    page.run()
    assert len(page.error) == 1
    assert say("desk_no_code", "en") in said(page)
    page.button(key="desk-restore").click().run()

    assert lesson.read_text(encoding="utf-8") == text
    assert not page.error
    assert sheet_in(page).text == text


def test_a_folder_in_place_of_a_file_is_told_and_the_other_files_are_listed(lesson: Path) -> None:
    lesson.unlink()
    lesson.mkdir()
    listed = page_at("desk", "en", "teacher").run()

    assert "tea\\_shop" in said(listed)
    assert "satisfaction" in said(listed)
    assert not listed.error


def test_nothing_is_written_over_a_file_that_was_mended_meanwhile(lesson: Path) -> None:
    page, text = desk().run(), lesson.read_bytes()
    lesson.write_bytes("id: 满意度的一课，期望与感知".encode("gbk"))
    page.run()
    mended = text.replace(b"minutes", b"minutes ", 1)
    lesson.write_bytes(mended)
    page.button(key="desk-convert").click().run()

    assert lesson.read_bytes() == mended


def test_what_a_tab_was_given_long_ago_is_never_taken_for_unsaved_text_of_today(lesson: Path) -> None:
    first = desk().run()
    old = sheet_in(first)
    lesson.write_text(old.begun.replace("minutes", "minutes ", 1), encoding="utf-8")
    again = desk()
    again.session_state[old.key] = {"now": {"version": old.text_version, "text": old.begun, "revision": 1}}
    again.run()

    assert unsaved(records_here(), FILE, "Li") is None
    assert not sheet_in(again).is_contested
