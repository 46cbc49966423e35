"""The way in for students: number and name, a PIN, a device that is remembered, a guest's work."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from sqlalchemy import select

from classroom import guest_of, visit
from classroom.classes import SchoolClass, set_open, set_unknown_numbers, students_of
from classroom.records import tables
from classroom.sign_in.requests import approve, waiting_for
from classroom.sign_in.sessions import sign_in, sign_out_everywhere, signed_in_student
from courseware.interface import say
from courseware.language import conventions, other_languages
from courseware.text import LANGUAGES, Language
from tests.classroom.school import make_class
from tests.web.access import own_doors
from tests.web.student_browser import LIST, PIN, Browser, entered, says, token_of
from web.access.cookies import cookie_name, new_guest_token
from web.records import records_here

_record = own_doors


@pytest.fixture
def crm() -> SchoolClass:
    return make_class(records_here(), "营销 1 班", LIST)


# Coming in


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_entrance_asks_for_code_number_and_name_in_the_language_of_the_reader(language: Language) -> None:
    page = Browser().get(f"/enter?class=K7M2QX&lang={language}").text

    assert all(say(word, language) in unescape(page) for word in ("enter_title", "enter_code", "enter_name"))
    assert 'value="K7M2QX"' in page
    assert "<script" not in page


def test_number_and_name_then_a_pin_twice_let_a_student_in_and_the_device_is_remembered(
    crm: SchoolClass,
) -> None:
    browser = Browser()
    asked = browser.enter(crm, "24001", "李华")
    done = browser.enter(crm, "24001", "李华", pin=PIN, again=PIN, to="/glossary")

    assert says(asked, "enter_new_title", who="李华")
    assert says(done, "enter_done", who="李华")
    assert 'content="0;url=/glossary?lang=en"' in done.text
    assert browser.who.student == students_of(records_here(), crm)[0]
    assert browser.who.role == "student"
    assert says(browser.get("/enter?lang=en"), "enter_here", who="李华")


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("0024001", "李华"),
        ("24001", " 李 华 "),
        ("００24001", "李华"),
        (" 24 001", "李华"),
        ("24002", "阿依古丽买买提"),
        ("24002", "阿依古丽・买买提"),
        ("", "anna  smith"),
        ("", "ＡＮＮＡ ＳＭＩＴＨ"),
    ],
)
def test_numbers_and_names_are_found_however_they_are_typed(crm: SchoolClass, number: str, name: str) -> None:
    assert 'name="again"' in Browser().enter(crm, number, name).text


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("24001", "阿依古丽·买买提"),
        ("24009", "李华"),
        ("", "李华"),
        ("24001", "李"),
        ("0", "李华"),
        ("24001", "·"),
    ],
)
def test_a_number_and_a_name_that_do_not_go_together_are_refused_with_one_and_the_same_sentence(
    crm: SchoolClass, number: str, name: str
) -> None:
    answers = [Browser().enter(crm, number, name), Browser().enter(crm, number, name, pin=PIN, again=PIN)]

    assert [answer.status for answer in answers] == [403, 403]
    assert all(says(answer, "enter_unknown") for answer in answers)
    assert not any("set-cookie" in answer.headers for answer in answers)


def test_who_writes_no_name_learns_nothing_about_which_numbers_there_are(crm: SchoolClass) -> None:
    entered(crm)
    seen = {
        re.sub(r"24\d{3}", "N", Browser().enter(crm, number).text) for number in ("24001", "24002", "24099")
    }

    assert len(seen) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("sent", "at"),
    [
        ({"code": "AAAAAA", "number": "24001", "name": "李华"}, "code"),
        ({"number": "24009", "name": "李华"}, "number"),
        ({"number": "24001", "pin": "9999"}, "pin"),
        ({"number": "24002", "name": "阿依古丽买买提", "pin": "0000", "again": "0000"}, "pin"),
        ({"number": "24002", "name": "阿依古丽买买提", "pin": "4096", "again": "4069"}, "again"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_in_which_it_was_typed(
    crm: SchoolClass, sent: dict[str, str], at: str, language: Language
) -> None:
    entered(crm)
    page = Browser().post(f"/enter?lang={language}", **{"code": crm.code, **sent}).text
    field = page.partition(f'<label for="{at}">')[2].partition("</div>")[0]

    assert 'aria-invalid="true"' in field
    assert f'aria-describedby="{at}-fault"' in field
    assert re.search(f'<p class="fault" id="{at}-fault" role="alert">.+</p>', field)
    assert page.count('aria-invalid="true"') == page.count('role="alert"') == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_entrance_says_whose_it_is_and_leads_to_itself_in_the_other_language(
    crm: SchoolClass, language: Language
) -> None:
    (other,) = other_languages(language)
    inside, tag = entered(crm), conventions(other).tag
    first = Browser().get(f"/enter?class={crm.code}&lang={language}").text
    asked = Browser().post(f"/enter?lang={language}", code=crm.code, number="24001").text
    own = [inside.get(f"/enter{page}?lang={language}").text for page in ("", "/pin", "/leave")]
    switches = [page.partition("<nav>")[2].partition("</nav>")[0] for page in (first, asked, *own)]
    again = dict(re.findall(r'name="(\w+)" value="([^"]*)"', switches[1]))

    assert all(f"<strong>{say('lab', language)}</strong>" in page for page in (first, asked, *own))
    assert all(f'lang="{tag}">{conventions(other).name}<' in switch for switch in switches)
    assert f'href="?lang={other}&amp;class={crm.code}' in switches[0]
    assert says(Browser().post(f"/enter?lang={other}", **again), "enter_pin_title", other)


def test_the_entrance_is_dark_where_the_system_is_and_has_no_script() -> None:
    page = Browser().get("/enter?lang=zh").text

    assert "@media(prefers-color-scheme:dark){html{color-scheme:dark;--st-primary-color:#56B4E9" in page
    assert "<script" not in page


def test_a_wrong_or_closed_class_is_said_to_be_so(crm: SchoolClass) -> None:
    wrong = Browser().post("/enter?lang=en", code="AAAAAA", number="24001", name="李华")
    set_open(records_here(), crm, is_open=False, by="instructor")
    closed = Browser().enter(crm, "24001", "李华")

    assert (wrong.status, closed.status) == (403, 403)
    assert "no class with this code" in wrong.text
    assert "closed at the moment" in closed.text


@pytest.mark.parametrize(
    ("pin", "again", "why"),
    [
        ("0000", "0000", "first that others would try"),
        ("1234", "1234", "first that others would try"),
        ("9876", "9876", "first that others would try"),
        ("4001", "4001", "first that others would try"),
        ("409", "409", "4 to 8 digits"),
        ("123456789", "123456789", "4 to 8 digits"),
        ("40a6", "40a6", "4 to 8 digits"),
        ("", "", "4 to 8 digits"),
        ("4096", "4069", "not the same"),
    ],
)
def test_a_pin_that_cannot_be_used_is_said_to_be_so_and_lets_nobody_in(
    crm: SchoolClass, pin: str, again: str, why: str
) -> None:
    answer = Browser().enter(crm, "24001", "李华", pin=pin, again=again)

    assert answer.status == 400
    assert why in unescape(answer.text)
    assert "set-cookie" not in answer.headers


def test_number_and_pin_find_the_student_on_another_device(crm: SchoolClass) -> None:
    first, second = entered(crm), Browser()
    asked = second.enter(crm, "24001")
    let_in = second.enter(crm, "24001", pin="４０９６")

    assert says(asked, "enter_pin_title")
    assert let_in.status == 200
    assert second.who.student == first.who.student
    assert token_of(first) != token_of(second)


def test_a_pin_can_be_set_once_only_even_by_two_at_the_same_moment(crm: SchoolClass) -> None:
    with ThreadPoolExecutor(4) as pool:
        pins = ("4096", "7351", "9052", "6148")
        answers = list(pool.map(lambda pin: Browser().enter(crm, "24001", "李华", pin=pin, again=pin), pins))
    later = Browser().enter(crm, "24001", "李华", pin="8305", again="8305")

    assert sorted(answer.status for answer in answers) == [200, 403, 403, 403]
    assert says(later, "enter_pin_set")


def test_the_record_holds_neither_pin_nor_token(crm: SchoolClass) -> None:
    browser = entered(crm)
    with records_here().read() as connection:
        rows = [connection.execute(select(table)).all() for table in tables.metadata.sorted_tables]
    cells = {str(cell) for table in rows for row in table for cell in row}

    assert not {token_of(browser), PIN} & cells
    assert any(cell.startswith("$argon2id$") for cell in cells)


# Who is not in the list


def test_where_a_teacher_approves_an_unknown_number_waits_and_then_comes_in(crm: SchoolClass) -> None:
    store = records_here()
    set_unknown_numbers(store, crm, "approve", by="instructor")
    held = Browser().enter(crm, "24077", "Tom Brown")
    again = Browser().enter(crm, "24077", "Tom Brown")
    taken = Browser().enter(crm, "0024001", "王五")
    tom, wang = waiting_for(store, crm)
    approve(store, crm, tom, "instructor")
    approve(store, crm, wang, "instructor")

    assert [one.status for one in (held, again, taken)] == [202] * 3
    assert says(held, "enter_held_title")
    assert (wang.listed_as, tom.listed_as) == ("李华", "")
    assert waiting_for(store, crm) == ()
    assert 'name="again"' in Browser().enter(crm, "24077", "Tom Brown").text
    assert Browser().enter(crm, "0024001", "王五").status == 202
    assert [one.name for one in students_of(store, crm)] == [*(name for _, name in LIST), "Tom Brown"]


@pytest.mark.parametrize("number", ["24001", "００24001", "24 001", "0024001\u200b"])
def test_a_number_that_reads_like_one_in_the_list_is_told_to_the_teacher_and_locks_nobody_out(
    crm: SchoolClass, number: str
) -> None:
    store = records_here()
    set_unknown_numbers(store, crm, "approve", by="instructor")
    held = Browser().enter(crm, number, "王五")
    (joker,) = waiting_for(store, crm)
    approve(store, crm, joker, "instructor")

    assert held.status == 202
    assert joker.listed_as == "李华"
    assert [one.name for one in students_of(store, crm)] == [name for _, name in LIST]
    assert says(Browser().enter(crm, "24001", "李华"), "enter_new_title", who="李华")


def test_marks_that_nobody_sees_in_a_list_keep_nobody_out() -> None:
    pasted = make_class(records_here(), "粘贴班", [("24\u200b003", "王\u200b芳\ufeff")])

    assert 'name="again"' in Browser().enter(pasted, "24003", "王芳").text


# What a guest has done


def test_what_a_guest_has_done_is_offered_at_the_first_entry_and_taken_along_if_it_is_wanted(
    crm: SchoolClass,
) -> None:
    store, token = records_here(), new_guest_token(records_here())
    guest = guest_of(store, token)
    visit(store, guest, "satisfaction", "s1")
    browser = Browser(cookies={cookie_name("lab_guest", store): token})
    offered = browser.enter(crm, "24001", "李华")
    browser.enter(crm, "24001", "李华", pin=PIN, again=PIN, take="1")

    assert "lessons: 1" in offered.text
    assert "checked" not in offered.text
    assert browser.who.student.id == guest.id
    assert (browser.who.student.name, browser.who.student.number) == ("李华", "0024001")
    assert students_of(store, crm)[0].id == guest.id
    assert guest_of(store, token).id != guest.id
    assert Browser().enter(crm, "24001", pin=PIN).status == 200


def test_who_does_not_want_it_begins_with_nothing_and_the_guest_stays_a_guest(crm: SchoolClass) -> None:
    store, token = records_here(), new_guest_token(records_here())
    guest = guest_of(store, token)
    visit(store, guest, "satisfaction", "s1")
    browser = Browser(cookies={cookie_name("lab_guest", store): token})
    browser.enter(crm, "24001", "李华", pin=PIN, again=PIN)

    assert browser.who.student.id != guest.id
    assert guest_of(store, token) == guest


def test_where_there_is_work_under_the_number_already_the_two_stay_apart_and_it_is_said(
    crm: SchoolClass,
) -> None:
    store, token = records_here(), new_guest_token(records_here())
    guest, li = guest_of(store, token), students_of(store, crm)[0]
    for one in (guest, li):
        visit(store, one, "satisfaction", "s1")
    browser = Browser(cookies={cookie_name("lab_guest", store): token})
    offered = browser.enter(crm, "24001", "李华")
    browser.enter(crm, "24001", "李华", pin=PIN, again=PIN, take="1")

    assert says(offered, "enter_take_not", work="answers: 0, lessons: 1")
    assert 'name="take"' not in offered.text
    assert browser.who.student == li


# Many at once


def test_fifty_who_sign_in_at_the_same_moment_each_are_themselves_and_nobody_else() -> None:
    many = [(f"2024{n:03}", f"Student {n}") for n in range(50)]
    crm = make_class(records_here(), "CRM 50", many)
    students = students_of(records_here(), crm)
    tokens = [sign_in(records_here(), student) for student in students]
    with ThreadPoolExecutor(16) as pool:
        seen = list(pool.map(lambda token: signed_in_student(records_here(), token), tokens * 4))
        browsers = list(pool.map(lambda one: entered(crm, *one), many[:16]))

    assert seen == list(students) * 4
    assert [browser.who.student.name for browser in browsers] == [name for _, name in many[:16]]
    assert sign_out_everywhere(records_here(), students[0]) == 2


def test_hashing_a_pin_holds_nobody_else_up(crm: SchoolClass) -> None:
    from web.routes.hashing import hashing

    async def both() -> int:
        turns = 0
        waiting = [asyncio.ensure_future(hashing(lambda: sum(range(2_000_000)))) for _ in range(4)]
        while not all(one.done() for one in waiting):
            await asyncio.sleep(0)
            turns += 1
        return turns

    assert asyncio.run(both()) > 4
