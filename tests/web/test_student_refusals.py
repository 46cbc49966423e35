"""Who is refused at the entrance of students: forged cookies, foreign forms, guessed PINs, who signed out."""

import re
from pathlib import Path

import pytest

from classroom.classes import SchoolClass, set_open, students_of
from classroom.sign_in.pin_tries import PinTries
from classroom.sign_in.pins import reset_pin
from courseware.text import LANGUAGES
from tests.classroom.school import make_class
from tests.ui.reader import own_record
from tests.web.access import own_doors
from tests.web.student_browser import LIST, PIN, Browser, entered, says, token_of
from web.access.cookies import cookie_name, new_guest_token
from web.records import records_here

_record = own_doors


@pytest.fixture
def crm() -> SchoolClass:
    return make_class(records_here(), "营销 1 班", LIST)


# The cookie


def test_the_cookie_is_for_no_script_and_stays_on_an_encrypted_way(crm: SchoolClass) -> None:
    plain = Browser().enter(crm, "24001", "李华", pin=PIN, again=PIN).headers["set-cookie"].lower()
    secure = Browser("https://lab", "https").enter(crm, "24001", pin=PIN).headers["set-cookie"].lower()

    assert {"httponly", "samesite=lax"} <= set(plain.split("; "))
    assert "max-age=2592000" in plain
    assert "secure" not in plain
    assert "secure" in secure


def test_on_a_shared_computer_the_cookie_ends_with_the_browser_and_its_token_is_no_other(
    crm: SchoolClass,
) -> None:
    browser = Browser()
    cookie = browser.enter(crm, "24001", "李华", pin=PIN, again=PIN, shared="1").headers["set-cookie"]
    longer = Browser(
        cookies={cookie_name("lab_student", records_here()): token_of(browser).partition(".")[2]}
    )

    assert "max-age" not in cookie.lower()
    assert browser.who.student.name == "李华"
    assert longer.who.student.kind == "guest"


@pytest.mark.parametrize("change", ["{token}x", "x{token}", "{cut}", "{swapped}", "", "李华", "1", "24001"])
def test_a_forged_cut_or_guessed_cookie_is_nobodys(crm: SchoolClass, change: str) -> None:
    token = token_of(entered(crm))
    forged = change.format(token=token, cut=token[:-1], swapped=token.swapcase())
    browser = Browser(cookies={cookie_name("lab_student", records_here()): forged})

    assert browser.who.student.kind == "guest"


def test_the_cookie_of_another_lab_is_nobodys_here(crm: SchoolClass, tmp_path: Path) -> None:
    theirs = entered(crm)
    (tmp_path / "other").mkdir()
    with own_record(tmp_path / "other"):
        make_class(records_here(), crm.name, LIST)
        renamed = Browser(
            cookies={cookie_name("lab_student", records_here()): next(iter(theirs.cookies.values()))}
        )

        assert theirs.who.student.kind == renamed.who.student.kind == "guest"


def test_a_teachers_or_guests_token_is_no_students(crm: SchoolClass) -> None:
    guest = new_guest_token(records_here())
    browser = Browser(cookies={cookie_name("lab_student", records_here()): guest})
    student = Browser(cookies={cookie_name("lab_teacher", records_here()): token_of(entered(crm))})

    assert browser.who.student.kind == "guest"
    assert student.who.role == "student"


# Leaving


def test_a_cookie_that_is_played_again_after_signing_out_opens_nothing(crm: SchoolClass) -> None:
    browser = entered(crm)
    replayed = Browser(cookies=dict(browser.cookies))
    left = browser.post("/enter/leave?lang=en")

    assert says(left, "enter_left")
    assert "max-age=0" in left.headers["set-cookie"].lower()
    assert replayed.who.student.kind == "guest"


def test_signing_out_here_leaves_the_other_devices_and_everywhere_ends_them_all(crm: SchoolClass) -> None:
    first, second, third = entered(crm), Browser(), Browser()
    for one in (second, third):
        one.enter(crm, "24001", pin=PIN)
    first.post("/enter/leave")
    after_one = [one.who.student.kind for one in (first, second, third)]
    second.post("/enter/leave", everywhere="1")

    assert after_one == ["guest", "enrolled", "enrolled"]
    assert [one.who.student.kind for one in (first, second, third)] == ["guest"] * 3


def test_opening_the_address_of_the_way_out_signs_nobody_out(crm: SchoolClass) -> None:
    browser = entered(crm)
    browser.get("/enter/leave")

    assert browser.who.student.kind == "enrolled"


def test_another_pin_signs_the_other_devices_out(crm: SchoolClass) -> None:
    first, second = entered(crm), Browser()
    second.enter(crm, "24001", pin=PIN)
    wrong = second.post("/enter/pin", pin="7777", new="8305", again="8305")
    right = second.post("/enter/pin", pin=PIN, new="8305", again="8305")

    assert (wrong.status, right.status) == (403, 200)
    assert (first.who.student.kind, second.who.student.kind) == ("guest", "enrolled")
    assert Browser().enter(crm, "24001", pin=PIN).status == 403
    assert Browser().enter(crm, "24001", pin="8305").status == 200


def test_the_teachers_reset_signs_out_everywhere_and_lets_a_new_pin_be_set(crm: SchoolClass) -> None:
    browser = entered(crm)
    reset_pin(records_here(), browser.who.student, "instructor")
    was = browser.who.student.kind

    assert was == "guest"
    assert 'name="again"' in Browser().enter(crm, "24001", "李华").text


def test_who_leaves_the_list_or_whose_class_is_closed_is_signed_in_no_more(crm: SchoolClass) -> None:
    first, second = entered(crm), entered(crm, "24002", "阿依古丽·买买提")
    make_class(records_here(), crm.name, LIST[1:])
    after_leaving = first.who.student.kind, second.who.student.kind
    set_open(records_here(), crm, is_open=False, by="instructor")
    closed = second.who.student.kind
    set_open(records_here(), crm, is_open=True, by="instructor")

    assert after_leaving == ("guest", "enrolled")
    assert (closed, second.who.student.kind) == ("guest", "enrolled")


# Wrong PINs


def test_after_ten_wrong_pins_a_number_is_locked_and_says_until_when_but_not_for_its_own_device(
    crm: SchoolClass,
) -> None:
    own, thief = entered(crm), Browser()
    seen = [thief.enter(crm, "24001", pin=f"70{n:02}").status for n in range(12)]
    right_but_late = Browser().enter(crm, "24001", pin=PIN)
    others = Browser().enter(crm, "24002", "阿依古丽·买买提", pin=PIN, again=PIN)

    assert seen == [403] * 10 + [429] * 2
    assert right_but_late.status == 429
    assert re.search(r"locked until \d\d:\d\d", right_but_late.text)
    assert int(right_but_late.headers["retry-after"]) <= 900
    assert own.enter(crm, "24001", pin=PIN).status == 200
    assert others.status == 200


@pytest.mark.parametrize("sent", [{}, {"new": "8305", "again": "8305"}])
def test_a_device_that_was_left_signed_in_does_not_give_the_pin_away(
    crm: SchoolClass, sent: dict[str, str]
) -> None:
    own, address = entered(crm), "/enter/pin" if sent else "/enter"
    fields = {"code": crm.code, "number": "24001", **sent}
    seen = [own.post(address, pin=f"70{n:02}", **fields).status for n in range(12)]

    assert seen == [403] * 10 + [429] * 2
    assert Browser().enter(crm, "24001", pin=PIN).status == 200


def test_wrong_pins_from_one_computer_lock_the_number_there_and_nowhere_else(crm: SchoolClass) -> None:
    entered(crm)
    joker, owner = Browser(address="10.0.0.66"), Browser(address="10.0.0.7")
    seen = [joker.enter(crm, "24001", pin=f"70{n:02}").status for n in range(30)]

    assert seen == [403] * 10 + [429] * 20
    assert owner.enter(crm, "24001", pin=PIN).status == 200


@pytest.mark.parametrize("address", ["/enter", "/enter/pin"])
def test_whoever_finds_a_signed_in_device_does_not_find_the_pin_with_it(
    crm: SchoolClass, address: str
) -> None:
    device = entered(crm)
    guess = {"code": crm.code, "number": "24001", "new": "8305", "again": "8305"}
    if address == "/enter":
        guess.pop("again")
    seen = [device.post(f"{address}?lang=en", pin=f"70{n:02}", **guess) for n in range(12)]

    assert [answer.status for answer in seen] == [403] * 10 + [429] * 2
    assert re.search(r"locked until \d\d:\d\d", seen[-1].text)
    assert device.who.student.name == "李华"
    assert Browser().enter(crm, "24001", pin=PIN).status == 200


def test_another_students_number_does_not_open_with_ones_own_pin(crm: SchoolClass) -> None:
    entered(crm)
    entered(crm, "24002", "阿依古丽·买买提").post("/enter/pin", pin=PIN, new="8305", again="8305")

    assert Browser().enter(crm, "24001", pin="8305").status == 403


def test_wrong_entries_of_an_address_are_bounded_and_lock_nobody_out_who_is_right(
    crm: SchoolClass,
) -> None:
    own = entered(crm)
    seen = [Browser().enter(crm, "9", "nobody").status for _ in range(125)]
    wrong = [Browser().enter(crm, number, pin="7777") for number in ("24001", "24099")]
    asked = {re.sub(r"24\d{3}", "N", Browser().enter(crm, number).text) for number in ("24001", "24099")}

    assert seen == [403] * 120 + [429] * 5
    assert Browser().post("/enter", code="AAAAAA", number="1", name="x").status == 429
    assert [(one.status, says(one, "enter_wait")) for one in wrong] == [(429, True)] * 2
    assert len(asked) == 1
    assert own.enter(crm, "24001", pin=PIN).status == 200
    assert Browser().enter(crm, "24001", pin=PIN).status == 200
    assert Browser().enter(crm, "24002", "阿依古丽·买买提", pin=PIN, again=PIN).status == 200


def test_a_class_in_a_network_that_guesses_is_asked_to_try_again_in_seconds_and_nobody_is_locked(
    crm: SchoolClass,
) -> None:
    own, tries = entered(crm), PinTries(records_here())
    for number in range(120):
        assert tries.wait(f"{crm.name} ? {number}", "192.0.2.1") is None
    asked = {"code": crm.code, "number": "24001", "pin": PIN}
    refused = Browser(address="192.0.2.1")
    told = [refused.post(f"/enter?lang={language}", **asked) for language in LANGUAGES]

    assert [(one.status, one.headers["retry-after"]) for one in told] == [(429, "5")] * 2
    assert "Your number is not locked: try again in 5 s." in told[0].text
    assert "你的学号没有被锁定，请 5 秒后再试" in told[1].text
    own.address = "192.0.2.1"
    assert own.enter(crm, "24001", pin=PIN).status == 200
    assert Browser(address="192.0.2.2").enter(crm, "24001", pin=PIN).status == 200


def test_who_is_signed_in_may_not_look_for_other_numbers_beyond_what_all_may(crm: SchoolClass) -> None:
    own = entered(crm)
    seen = [own.enter(crm, "9", "nobody").status for _ in range(122)]
    seen += [own.post("/enter", code="AAAAAA").status]

    assert seen == [403] * 120 + [429] * 3


# Forms of others


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://lab:8502", "https://lab.evil"]
)
@pytest.mark.parametrize("address", ["/enter", "/enter/leave", "/enter/pin"])
def test_a_form_that_another_page_or_a_program_sends_is_refused(
    crm: SchoolClass, origin: str | None, address: str
) -> None:
    browser = entered(crm)
    browser.origin = origin
    answer = browser.post(address, code=crm.code, number="24002", pin=PIN, new="8305", again="8305")

    assert answer.status == 403
    assert browser.who.student.name == "李华"


@pytest.mark.parametrize("sent", [{"number": "x" * 5000}, {f"f{n}": "" for n in range(50)}])
def test_a_form_that_is_too_large_is_refused(crm: SchoolClass, sent: dict[str, str]) -> None:
    assert Browser().post("/enter", code=crm.code, **sent).status == 403


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=1>', "\x00", "' OR 1=1"]
)
def test_what_is_typed_is_shown_as_words_alone(crm: SchoolClass, hostile: str) -> None:
    answers = [
        Browser().post("/enter", code=hostile, number=hostile, name=hostile),
        Browser().enter(crm, hostile, hostile),
        Browser().enter(crm, hostile, to=f"//{hostile}"),
    ]

    assert not any("<script" in answer.text or "<img" in answer.text for answer in answers)


def test_the_page_that_follows_is_one_of_the_labs(crm: SchoolClass) -> None:
    for to in ("//evil.example", "https://evil.example", "/desk/leave", "\\evil", "glossary/../x"):
        answer = Browser().enter(crm, "24001", "李华", pin=PIN, again=PIN, to=to)
        reset_pin(records_here(), students_of(records_here(), crm)[0], "instructor")

        assert 'content="0;url=/?lang=en"' in answer.text
