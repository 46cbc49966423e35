"""Who is asking: the owner at the computer, teachers with a session, a guest for every browser elsewhere."""

import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from classroom import begin_session, end_all_sessions
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from tests.ui.reader import open_page, own_record
from tests.web.access import AT_HOME, ELSEWHERE, EVERYWHERE, opened_at, own_doors, with_cookie
from tests.web.asker import Answer, Asker
from web.access.caller import Caller
from web.access.cookies import cookie_name, new_guest_token, read_guest_token
from web.access.identity import Identity, identify, is_asked_by_teacher, is_teacher
from web.access.key import FILE, SETTING, Key, key_here, read_key
from web.access.refusal import teachers_only
from web.records import records_here
from web.routes.desk import desk_routes
from web.routes.front import front_routes
from web.settings import settings_here

MADE, SET = Key("made-by-the-lab-itself", is_set=False), Key("chosen by the school", is_set=True)
_record = own_doors


def seen_as(caller: Caller, key: Key = MADE, spare: str = "spare") -> Identity:
    """Who the lab takes this caller for."""
    return identify(caller, records_here(), key, spare_token=lambda: spare)


# At the computer that runs the lab


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8600", "[::1]:8501", "LOCALHOST"])
@pytest.mark.parametrize("address", [None, "127.0.0.1", "::1"])
def test_at_the_computer_of_the_lab_its_owner_teaches_and_learns(host: str, address: str | None) -> None:
    here = replace(AT_HOME, hosts=(host,), address=address)

    assert is_teacher(here, records_here(), MADE)
    assert seen_as(here).student.kind == "owner"


@pytest.mark.parametrize(
    "host",
    [
        "lab.school.cn",
        "192.168.1.7:8501",
        "localhost.evil.com",
        "evil.com:8501",
        "127.0.0.1.nip.io",
        "evil@localhost",
        "localhost@evil.com",
        "localhost:8501/@evil.com",
        "localhost.",
        "0.0.0.0:8501",
        "127.1",
        "2130706433",
        "localhost:x",
        "[::1",
        "",
    ],
)
def test_a_name_that_only_leads_to_this_computer_is_a_guests(host: str) -> None:
    somebody = replace(AT_HOME, hosts=(host,))

    assert not is_teacher(somebody, records_here(), MADE)
    assert seen_as(somebody).student.kind == "guest"


@pytest.mark.parametrize("hosts", [(), ("localhost", "localhost"), ("localhost", "evil.com")])
def test_no_name_or_two_of_them_are_a_guests(hosts: tuple[str, ...]) -> None:
    assert seen_as(replace(AT_HOME, hosts=hosts)) != seen_as(AT_HOME)
    assert seen_as(replace(AT_HOME, hosts=hosts)).role == "student"


@pytest.mark.parametrize(
    "header",
    [
        "x-forwarded-for",
        "x-forwarded-host",
        "forwarded",
        "x-real-ip",
        "via",
        "cf-connecting-ip",
        "true-client-ip",
    ],
)
def test_what_somebody_passes_on_is_a_guests(header: str) -> None:
    assert seen_as(replace(AT_HOME, headers=AT_HOME.headers | {header})).role == "student"
    assert seen_as(replace(AT_HOME, headers=AT_HOME.headers | {header})).student.kind == "guest"


def test_what_speaks_as_only_proxies_do_is_a_guests() -> None:
    assert seen_as(replace(AT_HOME, http_version="1.0")).student.kind == "guest"


@pytest.mark.parametrize("setting", ["LAB_SHARED", "LAB_PROXY"])
def test_a_lab_that_is_said_to_be_shared_has_no_owner(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(setting, "1" if setting == "LAB_SHARED" else "127.0.0.1")
    settings_here.cache_clear()

    assert seen_as(AT_HOME).student.kind == "guest"
    assert seen_as(AT_HOME).role == "student"

    settings_here.cache_clear()


@pytest.mark.parametrize("address", ["192.168.1.9", "10.0.0.1", "", "testclient"])
def test_another_computer_is_a_guest_whatever_name_it_uses(address: str) -> None:
    assert seen_as(replace(AT_HOME, address=address)).role == "student"
    assert seen_as(replace(AT_HOME, address=address)).student.kind == "guest"


# Guests


def test_two_browsers_are_two_guests_and_each_stays_the_same() -> None:
    tokens = [new_guest_token(records_here()) for _ in range(2)]
    first, second = (seen_as(with_cookie(ELSEWHERE, lab_guest=token)) for token in tokens)
    again = seen_as(with_cookie(replace(ELSEWHERE, address="192.168.1.77"), lab_guest=tokens[0]))

    assert first.student.id != second.student.id != seen_as(AT_HOME).student.id
    assert again == first
    assert first.keeps_cookies


def test_a_browser_without_cookies_is_a_guest_only_while_its_page_is_open() -> None:
    once, again, other = (seen_as(ELSEWHERE, spare=spare) for spare in ("a", "a", "b"))

    assert once.student == again.student != other.student
    assert not once.keeps_cookies


@settings(deadline=None)
@given(junk=st.text(st.characters(codec="utf-8"), max_size=300))
def test_a_token_that_was_made_up_cut_or_changed_is_nobodys(junk: str) -> None:
    good = new_guest_token(records_here())

    assert read_guest_token(good, records_here()) == good
    for forged in (
        junk,
        good[:-1],
        good[1:],
        good + "x",
        good.swapcase(),
        f"{junk}.{good.rpartition('.')[2]}",
    ):
        assert read_guest_token(forged, records_here()) is None


def test_the_token_of_another_lab_is_nobodys_and_its_cookie_has_another_name(tmp_path: Path) -> None:
    here, name = new_guest_token(records_here()), cookie_name("lab_guest", records_here())
    (tmp_path / "other").mkdir()
    with own_record(tmp_path / "other"):
        assert read_guest_token(here, records_here()) is None
        assert cookie_name("lab_guest", records_here()) != name


def front(headers: Mapping[str, str], scheme: str = "http") -> Answer:
    """The first page as a browser of an open lab gets it."""
    return Asker(Starlette(routes=front_routes()), scheme).get("/satisfaction", headers=headers)


def test_the_first_page_gives_a_browser_elsewhere_a_secret_of_its_own_and_lets_it_keep_it() -> None:
    name = cookie_name("lab_guest", records_here())
    first, second = (front({"host": "192.168.1.20:8501"}).headers["set-cookie"] for _ in range(2))
    kept = front({"host": "192.168.1.20:8501", "cookie": first.partition(";")[0]}).headers["set-cookie"]
    forged = front({"host": "192.168.1.20:8501", "cookie": f"{name}=mine"}).headers["set-cookie"]

    assert first.startswith(f"{name}=")
    assert {"httponly", "samesite=lax"} <= set(first.lower().split("; "))
    assert first.partition(";")[0] != second.partition(";")[0]
    assert kept.partition(";")[0] == first.partition(";")[0]
    assert "=mine" not in forged
    assert "secure" not in first.lower()
    assert "secure" in front({"host": "lab.school.cn"}, "https").headers["set-cookie"].lower()


@pytest.mark.parametrize("address", [EVERYWHERE, "192.168.1.7", "unix:///tmp/lab"])
def test_in_a_lab_that_others_can_reach_browsers_at_its_own_computer_are_guests_too(address: str) -> None:
    tokens = [new_guest_token(records_here()) for _ in range(2)]
    with opened_at(address):
        first, second = (seen_as(with_cookie(AT_HOME, lab_guest=token)) for token in tokens)

    assert first.student.id != second.student.id
    assert {first.role, second.role} == {"student"}
    assert {first.student.kind, second.student.kind} == {"guest"}


def test_who_used_the_lab_alone_finds_the_own_work_when_it_is_open_but_only_at_this_computer() -> None:
    mine = with_cookie(AT_HOME, lab_guest=new_guest_token(records_here()))
    owner = seen_as(mine).student
    with opened_at(EVERYWHERE):
        here, elsewhere = seen_as(mine), seen_as(replace(mine, address="192.168.1.9", hosts=("lab.cn",)))

    assert here.student == owner
    assert here.role == "student"
    assert elsewhere.student.kind == "guest"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_keeps_no_cookies_is_told_so(language: Language) -> None:
    from streamlit.testing.v1 import AppTest

    from tests.ui.reader import SCRIPTS

    page = AppTest.from_file(SCRIPTS.parents[2] / "ui" / "main.py", default_timeout=30)
    page.query_params["lang"] = language

    assert say("no_cookies", language) in [one.value for one in page.run().warning]


# Teachers


def test_a_key_that_the_school_has_set_is_asked_for_even_at_the_computer() -> None:
    session = begin_session(records_here(), SET.digest)

    assert seen_as(AT_HOME, SET).role == "student"
    assert seen_as(with_cookie(AT_HOME, lab_teacher=session), SET).role == "instructor"


def test_a_session_opens_from_anywhere_until_it_is_ended_or_the_key_is_another() -> None:
    session = begin_session(records_here(), SET.digest)
    teacher = with_cookie(ELSEWHERE, lab_teacher=session)
    before = seen_as(teacher, SET).role
    with_other_key = seen_as(teacher, replace(SET, value="another key of the school")).role
    end_all_sessions(records_here())

    assert (before, with_other_key, seen_as(teacher, SET).role) == ("instructor", "student", "student")


def test_neither_key_nor_its_digest_nor_a_part_of_a_session_is_a_session() -> None:
    session = begin_session(records_here(), SET.digest)
    for cookie in ("", SET.value, SET.digest, MADE.digest, session[:-1], session.swapcase()):
        assert seen_as(with_cookie(ELSEWHERE, lab_teacher=cookie), SET).role == "student"


def test_the_key_that_the_lab_makes_is_kept_for_this_account_alone(tmp_path: Path) -> None:
    first, second = read_key({}, tmp_path), read_key({SETTING: " "}, tmp_path)

    assert first == second
    assert len(first.value) >= 24
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "desk" in path.name] == [FILE]
    assert first.value not in repr(first)


def test_a_key_file_that_was_emptied_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("\n", encoding="utf-8")

    assert len(read_key({}, tmp_path).value) >= 24


def test_a_key_that_can_be_guessed_or_not_be_kept_is_refused_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="at least 12") as short:
        read_key({SETTING: "crm-teacher"}, tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(ReaderError, match="cannot be kept") as unkept:
        read_key({}, tmp_path / "file" / "folder")

    assert "crm" not in str(short.value)
    assert say("desk_key_label", "zh") in unkept.value.text.zh


# Routes and pages


def gate(headers: Mapping[str, str]) -> Answer:
    """The answer of a route for teachers only to a browser on this computer."""

    async def endpoint(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("the answers")

    return Asker(Starlette(routes=[Route("/key", teachers_only(endpoint))])).get("/key", headers=headers)


def test_a_route_for_teachers_answers_at_home_and_to_a_session() -> None:
    session = begin_session(records_here(), key_here().digest)
    cookie = f"{cookie_name('lab_teacher', records_here())}={session}"

    assert gate({"host": "localhost:8501"}).text == "the answers"
    assert gate({"host": "lab.school.cn", "cookie": cookie}).text == "the answers"
    assert gate({"host": "localhost"}).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "lab.school.cn"},
        {"host": "localhost", "x-forwarded-for": "10.0.0.9"},
        {"host": "lab.school.cn", "cookie": "lab_teacher=guess; lab_desk=guess"},
    ],
)
def test_a_route_for_teachers_tells_others_nothing(headers: Mapping[str, str]) -> None:
    answer = gate({**headers, "accept-language": "zh-CN,zh;q=0.9"})

    assert answer.status == 403
    assert "the answers" not in answer.text
    assert say("desk_closed", "zh") in answer.text
    assert 'lang="zh-CN"' in answer.text


def test_what_tells_of_changed_files_is_for_teachers_alone() -> None:
    lab = Asker(Starlette(routes=desk_routes()))
    told = lab.get("/desk/stamp", headers={"host": "localhost"})

    assert lab.get("/desk/stamp").status == 403
    assert (told.status, len(told.text)) == (200, 16)


def test_the_request_of_no_known_caller_is_not_the_teachers() -> None:
    scope = {"type": "http", "headers": [(b"host", b"localhost")], "client": None}

    assert not is_asked_by_teacher(Request(scope))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_a_student_how_to_get_in_and_the_bar_does_not_lead_there(language: Language) -> None:
    page = open_page("desk", language)

    assert page.title[0].value == say("desk_closed", language)
    assert say("desk_lead", language) not in [one.value for one in page.markdown]
