"""Who may sit down at the desk: the answers lie on it."""

import asyncio
import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config

from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from tests.ui.asker import Answer, Asker
from tests.ui.reader import open_page, own_record
from ui.desk import key as keys
from ui.desk.access import COOKIE, Knock, is_asked_by_teacher, is_teacher
from ui.desk.key import FILE, SETTING, Key, key_here, read_key
from ui.desk.refusal import teachers_only
from ui.desk.tries import MOST, WITHIN, Tries
from ui.routes.desk import Door, desk_routes
from ui.server import _way_in
from ui.wording import say

EVERYWHERE = ".".join("0000")
MADE, SET = Key("made-by-the-lab-itself", is_set=False), Key("chosen by the school", is_set=True)
AT_HOME = Knock("127.0.0.1", None, ("localhost:8501",), frozenset({"host", "user-agent"}), None)


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        keys.forget()
        yield
        keys.forget()


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8600", "[::1]:8501", "LOCALHOST"])
@pytest.mark.parametrize("caller", [None, "127.0.0.1", "::1"])
def test_the_desk_is_open_at_the_computer_of_a_lab_that_is_open_to_it_alone(
    host: str, caller: str | None
) -> None:
    assert is_teacher(replace(AT_HOME, hosts=(host,), caller=caller), MADE)


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
def test_a_name_that_only_leads_to_this_computer_needs_the_key(host: str) -> None:
    assert not is_teacher(replace(AT_HOME, hosts=(host,)), MADE)


@pytest.mark.parametrize("hosts", [(), ("localhost", "localhost"), ("localhost", "evil.com")])
def test_no_name_or_two_of_them_need_the_key(hosts: tuple[str, ...]) -> None:
    assert not is_teacher(replace(AT_HOME, hosts=hosts), MADE)


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
def test_what_somebody_passes_on_needs_the_key(header: str) -> None:
    assert not is_teacher(replace(AT_HOME, headers=AT_HOME.headers | {header}), MADE)


@pytest.mark.parametrize("address", [EVERYWHERE, "192.168.1.7", "", None, "unix:///tmp/lab"])
def test_a_lab_that_others_can_reach_needs_the_key_even_at_its_own_computer(address: str | None) -> None:
    assert not is_teacher(replace(AT_HOME, listens_at=address), MADE)


@pytest.mark.parametrize("caller", ["192.168.1.9", "10.0.0.1", "", "testclient"])
def test_another_computer_needs_the_key(caller: str) -> None:
    assert not is_teacher(replace(AT_HOME, caller=caller), MADE)


def test_a_key_that_the_school_has_set_is_asked_for_everywhere() -> None:
    assert not is_teacher(AT_HOME, SET)
    assert is_teacher(replace(AT_HOME, cookie=SET.token), SET)


def test_the_cookie_of_another_key_opens_nothing_and_the_key_itself_is_no_cookie() -> None:
    for cookie in ("", MADE.token, SET.value, SET.token.upper(), SET.token[:-1]):
        assert not is_teacher(replace(AT_HOME, cookie=cookie), SET)


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
    with pytest.raises(ReaderError, match="at least 8") as short:
        read_key({SETTING: "crm"}, tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(ReaderError, match="cannot be kept") as unkept:
        read_key({}, tmp_path / "file" / "folder")

    assert "crm" not in str(short.value)
    assert "密钥" in unkept.value.text.zh


# The link


def asked(headers: Mapping[str, str] | None = None, address: str = "/desk/enter", **query: str) -> Answer:
    """The answer of the lab's routes to a browser on another computer."""
    return Asker(Starlette(routes=desk_routes())).get(address, headers=headers, **query)


def test_the_link_gives_the_browser_a_cookie_that_no_script_reads_and_no_other_site_sends() -> None:
    answer = asked(key=key_here().value)
    cookie = answer.headers["set-cookie"]

    assert answer.status == 200
    assert f"{COOKIE}={key_here().token}" in cookie
    assert {"httponly", "samesite=strict"} <= set(cookie.lower().split("; "))
    assert key_here().value not in answer.text + cookie
    assert 'content="0;url=/desk"' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert '<meta name="referrer" content="no-referrer">' in answer.text


def test_the_cookie_stays_on_an_encrypted_way_if_it_came_by_one() -> None:
    assert "secure" not in asked(key=key_here().value).headers["set-cookie"].lower()
    assert (
        "secure" in asked({"x-forwarded-proto": "https"}, key=key_here().value).headers["set-cookie"].lower()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_key_opens_nothing_and_is_told_how_to_get_the_link(language: Language) -> None:
    for given in ("", "wrong", key_here().token):
        answer = asked(key=given, lang=language)
        assert answer.status == 403
        assert "set-cookie" not in answer.headers
        assert say("desk_closed", language).replace("'", "&#x27;") in answer.text


def test_too_many_wrong_keys_make_even_the_right_one_wait() -> None:
    now = [0.0]
    door = Door(Tries(lambda: now[0]), patience=0)
    asker = Asker(Starlette(routes=[Route("/desk/enter", door.enter)]))

    wrong = [asker.get("/desk/enter", key="wrong").status for _ in range(MOST + 1)]
    meanwhile = asker.get("/desk/enter", key=key_here().value)
    now[0] += WITHIN + 1
    later = asker.get("/desk/enter", key=key_here().value)

    assert wrong == [403] * MOST + [429]
    assert (meanwhile.status, later.status) == (429, 200)


def test_wrong_keys_of_one_computer_do_not_make_another_wait() -> None:
    tries = Tries(lambda: 0.0)
    for _ in range(MOST):
        tries.note("192.168.1.9")

    assert tries.are_used_up("192.168.1.9")
    assert not tries.are_used_up("192.168.1.7")


def gate(headers: Mapping[str, str], address: str = "127.0.0.1") -> Answer:
    """The answer of a route for teachers only to a browser on this computer."""

    async def endpoint(request: Request) -> PlainTextResponse:
        return PlainTextResponse("the answers")

    before = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        return Asker(Starlette(routes=[Route("/key", teachers_only(endpoint))])).get("/key", headers=headers)
    finally:
        config.set_option("server.address", before)


def test_a_route_for_teachers_answers_at_home_and_to_the_cookie() -> None:
    with_cookie = {"host": "lab.school.cn", "cookie": f"{COOKIE}={key_here().token}"}

    assert gate({"host": "localhost:8501"}).text == "the answers"
    assert gate(with_cookie, EVERYWHERE).text == "the answers"
    assert gate({"host": "localhost"}).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({"host": "lab.school.cn"}, "127.0.0.1"),
        ({"host": "localhost", "x-forwarded-for": "10.0.0.9"}, "127.0.0.1"),
        ({"host": "localhost"}, EVERYWHERE),
        ({"host": "lab.school.cn", "cookie": f"{COOKIE}=guess"}, EVERYWHERE),
    ],
)
def test_a_route_for_teachers_tells_others_nothing(headers: Mapping[str, str], address: str) -> None:
    answer = gate({**headers, "accept-language": "zh-CN,zh;q=0.9"}, address)

    assert answer.status == 403
    assert "the answers" not in answer.text
    assert say("desk_closed", "zh") in answer.text
    assert 'lang="zh-CN"' in answer.text


def test_what_tells_of_changed_files_is_for_teachers_alone() -> None:
    assert asked(address="/desk/stamp").status == 403
    told = asked({"host": "localhost", "cookie": f"{COOKIE}={key_here().token}"}, "/desk/stamp")
    assert (told.status, len(told.text)) == (200, 16)


def test_the_request_of_no_known_caller_is_not_the_teachers() -> None:
    scope = {"type": "http", "headers": [(b"host", b"localhost")], "client": None}

    assert not is_asked_by_teacher(Request(scope))


def test_the_link_that_is_printed_has_the_key_where_it_is_needed() -> None:
    assert _way_in("127.0.0.1", "http://localhost:8501", 8501) == "http://localhost:8501/desk"
    everywhere = _way_in(EVERYWHERE, "http://0.0.0.0:8501", 8501)
    assert everywhere == f"http://localhost:8501/desk/enter?key={key_here().value}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_a_stranger_how_to_get_in_and_the_bar_does_not_lead_there(language: Language) -> None:
    page = open_page("desk", language)

    assert page.title[0].value == say("desk_closed", language)
    assert say("desk_lead", language) not in [one.value for one in page.markdown]


def test_waiting_for_a_wrong_key_holds_nobody_else_up() -> None:
    door = Door(Tries(lambda: 0.0), patience=0.2)
    scope = {
        "type": "http",
        "headers": [],
        "client": ("10.0.0.9", 1),
        "query_string": b"key=wrong",
        "path": "/",
    }

    async def both() -> float:
        loop = asyncio.get_running_loop()
        start = loop.time()
        await asyncio.gather(*(door.enter(Request(scope)) for _ in range(4)))
        return loop.time() - start

    assert asyncio.run(both()) < 0.6
