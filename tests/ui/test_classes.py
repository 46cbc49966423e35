"""The page of classes, who may read which page, and what the bar says to whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import RosterEntry, SchoolClass, keep_roster, school_class, students_of
from classroom.classes import set_unknown_numbers
from classroom.sign_in.pins import set_first_pin
from classroom.sign_in.requests import ask_to_enter, waiting_for
from classroom.sign_in.sessions import sign_in, signed_in_student
from classroom.staff import staff_members
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from tests.ui.reader import SCRIPTS, Reader, errors, open_page, own_record, said
from web.addresses import Page
from web.records import records_here
from web.settings import settings_here

LIST = [RosterEntry("001", "李华"), RosterEntry("002", "吴敏")]
TITLES = {"student": {"desk_closed", "present_closed"}, "assistant": {"instructors_only"}}


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


@pytest.fixture(autouse=True)
def _open_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.classes.entry_code.is_for_others", lambda: True)


def crm() -> SchoolClass:
    """A class with two students."""
    keep_roster(records_here(), "CRM 1", LIST)
    made = school_class(records_here(), "CRM 1")
    assert made is not None
    return made


def as_guest(language: Language = "en", path: Path = SCRIPTS.parents[2] / "ui" / "main.py") -> AppTest:
    """The home page as it is drawn for a browser that nobody knows."""
    page = AppTest.from_file(path, default_timeout=30)
    page.query_params["lang"] = language
    return page.run()


@pytest.mark.parametrize("role", ["student", "assistant"])
@pytest.mark.parametrize("page", [one for one in Page if one.value.reader == "instructors"])
def test_every_page_of_the_instructor_is_closed_to_students_and_assistants(page: Page, role: Reader) -> None:
    keep_roster(records_here(), "CRM 1", LIST)
    opened = open_page(page.value.url, "en", role)
    closed = {say(word, "en") for word in TITLES[role]}

    assert len(opened.title) == 1
    assert opened.title[0].value in closed
    assert not opened.dataframe
    assert "李华" not in said(opened)


@pytest.mark.parametrize("page", [one for one in Page if one.value.reader == "teachers"])
def test_pages_of_teachers_open_to_assistants_and_not_to_students(page: Page) -> None:
    closed, opened = (open_page(page.value.url, "en", role) for role in ("student", "assistant"))
    shut = {say(word, "en") for word in TITLES["student"]}

    assert len(closed.title) == 1
    assert closed.title[0].value in shut
    assert not closed.dataframe
    assert shut.isdisjoint(one.value for one in opened.title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_looked_at_with_all_that_it_changes_before_it_is_kept(language: Language) -> None:
    made = crm()
    page = open_page("classes", language, "teacher")
    page.text_area[0].set_value("学号,姓名\n001,李桦\n003,Tom\n合计,2")
    next(one for one in page.button if one.label == say("classes_look", language)).click()
    page.run()
    words = said(page)
    before = [one.name for one in students_of(records_here(), made)]
    page.button(key="classes-keep").click().run()

    assert say("classes_preview", language, one="CRM 1", joining=1, changing=1, leaving=1, staying=0) in words
    assert all(name in words for name in ("001 · 李华 → 001 · 李桦", "003 · Tom", "002 · 吴敏"))
    assert before == ["李华", "吴敏"]
    assert [one.name for one in students_of(records_here(), made)] == ["李桦", "Tom"]
    assert not page.exception


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_is_shown_and_a_list_without_a_class_is_refused(language: Language) -> None:
    empty = open_page("classes", language, "teacher")
    next(one for one in empty.button if one.label == say("classes_look", language)).click()
    empty.run()
    made = crm()
    page = open_page("classes", language, "teacher")

    assert errors(empty) == [say("class_no_name", language)]
    assert f"{made.code[:3]} {made.code[3:]}" in [one.value for one in page.text]
    assert not errors(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lab_that_nobody_else_can_open_says_how_to_start_it_and_gives_no_address(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = crm()
    monkeypatch.setattr("ui.classes.entry_code.is_for_others", lambda: False)

    page = open_page("classes", language, "teacher")

    assert say("class_only_here", language) in [one.value for one in page.warning]
    assert f"{made.code[:3]} {made.code[3:]}" in [one.value for one in page.text]
    assert not [one.value for one in page.code if "/enter" in one.value]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_kept_stands_beside_the_code_with_which_students_come_in(language: Language) -> None:
    crm()
    page = open_page("classes", language, "teacher")
    page.text_area[0].set_value("学号,姓名\n001,李桦\n003,Tom")
    next(one for one in page.button if one.label == say("classes_look", language)).click()
    page.run()
    page.button(key="classes-keep").click().run()
    made = school_class(records_here(), "CRM 1")
    counts = {"joining": 1, "changing": 1, "leaving": 1, "staying": 0}

    assert made is not None
    assert [one.value for one in page.success] == [say("classes_kept", language, one="CRM 1", n=2, **counts)]
    assert "002 · 吴敏" in said(page)
    assert [one.value for one in page.text].count(f"{made.code[:3]} {made.code[3:]}") == 2
    assert sum(one.value.endswith(f"/enter?class={made.code}") for one in page.code) == 2
    assert not page.exception


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_who_wait_are_declined_or_let_in_at_once_and_may_ask_again(language: Language) -> None:
    made, store = crm(), records_here()
    waiting = [("077", "Tom"), ("078", "Eve"), ("0001", "李桦")]
    set_unknown_numbers(store, made, "approve", by="instructor")
    for number, name in waiting:
        ask_to_enter(store, made, number, name)
    page = open_page("classes", language, "teacher")
    page.button(key="decline-all").click().run()
    declined = [one.value for one in page.info]
    for number, name in waiting:
        ask_to_enter(store, made, number, name)
    page.run()
    page.button(key="approve-all").click().run()

    assert declined == [say("class_declined", language, n=3)]
    assert [one.value for one in page.info] == [say("class_approved", language, n=2)]
    assert [one.name for one in students_of(store, made)] == ["李华", "吴敏", "Tom", "Eve"]
    assert [one.number for one in waiting_for(store, made)] == ["0001"]


def test_a_teacher_closes_the_class_renews_the_code_and_decides_on_unknown_numbers() -> None:
    made, store = crm(), records_here()
    page = open_page("classes", "en", "teacher")
    page.button(key="class-open").click().run()
    closed = school_class(store, "CRM 1")
    page.button(key="class-open").click().run()
    page.button(key="class-new-code").click().run()
    renewed = school_class(store, "CRM 1")

    assert closed is not None
    assert renewed is not None
    assert (closed.is_open, renewed.is_open) == (False, True)
    assert renewed.code not in (made.code, "")


def test_who_waits_is_let_in_or_declined() -> None:
    made, store = crm(), records_here()
    set_unknown_numbers(store, made, "approve", by="instructor")
    for number in ("077", "078"):
        ask_to_enter(store, made, number, f"Tom {number}")
    page = open_page("classes", "en", "teacher")
    page.button(key="approve-1").click().run()
    page.button(key="decline-2").click().run()

    assert [one.name for one in students_of(store, made)] == ["李华", "吴敏", "Tom 077"]
    assert not page.exception


def test_a_forgotten_pin_is_reset_and_all_devices_are_signed_out() -> None:
    made, store = crm(), records_here()
    li = students_of(store, made)[0]
    set_first_pin(store, li, "4096")
    token = sign_in(store, li)
    page = open_page("classes", "en", "teacher")
    next(one for one in page.selectbox if one.label == say("class_help", "en")).set_value(li.id).run()
    page.button(key="class-reset").click().run()

    assert signed_in_student(store, token) is None
    assert not page.exception


def test_an_assistant_is_added_with_a_link_that_is_shown_once_and_removed_again() -> None:
    page = open_page("classes", "en", "teacher")
    [one for one in page.text_input if one.label == say("name_label", "en")][-1].set_value("陈静")
    next(one for one in page.button if one.label == say("staff_add", "en")).click()
    page.run()
    shown = [one.value for one in page.code if "/desk/enter?link=" in one.value]
    added = [(one.name, one.role) for one in staff_members(records_here())]
    page.run()
    again = [one.value for one in page.code if "/desk/enter?link=" in one.value]
    page.button(key="staff-end-1").click().run()

    assert (len(shown), again) == (1, [])
    assert added == [("陈静", "assistant")]
    assert staff_members(records_here()) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guest_is_asked_to_sign_in_once_there_is_a_class(language: Language) -> None:
    before = as_guest(language)
    crm()
    after = as_guest(language)
    words = say("guest_counts_not", language)

    assert words not in [one.value for one in before.info]
    assert words in [one.value for one in after.info]
    assert say("name_question", language) not in said(after)
    assert "/enter?lang=" in said(after)


@pytest.mark.parametrize(("setting", "value"), [("LAB_CLASS", "1"), ("LAB_GUESTS", "0")])
def test_settings_ask_guests_to_sign_in_or_let_none_in(
    setting: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting, value)
    settings_here.cache_clear()
    page = as_guest()
    monkeypatch.undo()
    settings_here.cache_clear()

    shut = say("guests_not_let_in", "en") in [one.value for one in page.title]
    asked = say("guest_counts_not", "en") in [one.value for one in page.info]
    assert (shut, asked) == (setting == "LAB_GUESTS", setting == "LAB_CLASS")
