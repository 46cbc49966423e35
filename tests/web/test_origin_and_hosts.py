"""Foreign pages and foreign names: what is refused, in which words, and what is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Scope

from tests.web.passage import Behind, ask, handshake, request
from web.front.authority import is_same_place, read_authority
from web.front.hosts import HostCheck, names_of
from web.front.origin import OriginCheck

FOREIGN = [
    "http://evil.example",
    "http://lab.test:9191",
    "http://lab.test",
    "https://lab.test",
    "null",
    "",
    "http://lab.test:8501@evil.example",
    "http://evil.example/lab.test:8501",
    "http://lab.test:8501.evil.example",
    "file://",
    "chrome-extension://lab.test:8501",
]
OURS = ["http://lab.test:8501", "http://LAB.test:8501", "https://lab.test:8501"]


def asked_for(origin: str) -> tuple[Scope, ...]:
    """A handshake and every kind of request that changes something."""
    sent = {"origin": origin or " "}
    changing = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")
    return handshake(sent), *(request(method, "/x", sent) for method in changing)


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_page_of_another_name_or_port_changes_nothing_and_opens_no_socket(origin: str) -> None:
    behind = Behind()
    answers = [ask(OriginCheck(behind), scope) for scope in asked_for(origin)]

    assert {answer.status for answer in answers} == {403}
    assert not behind.seen


@pytest.mark.parametrize("origin", OURS)
def test_the_labs_own_pages_open_their_socket_and_streamlit_reads_the_origin_as_the_host(origin: str) -> None:
    behind = Behind()
    answers = [ask(OriginCheck(behind), scope) for scope in asked_for(origin)]

    assert {answer.status for answer in answers} == {101, 200}
    for scope in behind.seen:
        seen = dict(scope["headers"])
        assert seen[b"origin"].partition(b"://")[2] == seen[b"host"]


def test_two_origins_are_no_origin_of_ours() -> None:
    twice = handshake({"origin": "http://lab.test:8501"})
    twice["headers"].append((b"origin", b"http://evil.example"))

    assert ask(OriginCheck(Behind()), twice).status == 403


def test_programs_that_name_no_origin_and_pages_that_only_read_are_let_through() -> None:
    guarded = OriginCheck(Behind())

    assert ask(guarded, handshake()).status == 101
    assert ask(guarded, request("PUT", "/x")).status == 200
    assert ask(guarded, request("GET", "/x", {"origin": "http://evil.example"})).status == 200


def test_a_refusal_is_read_in_the_readers_language() -> None:
    guarded = OriginCheck(Behind())
    sent = {"origin": "null", "accept-language": "zh-CN"}

    assert "单独的标签页" in ask(guarded, request("POST", "/x", sent)).text
    assert "tab of its own" in ask(guarded, request("POST", "/x", {"origin": "null"})).text


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://lab.school.edu", "lab.school.edu"),
        ("https://lab.school.edu", "lab.school.edu:443"),
        ("http://lab.school.edu:80", "lab.school.edu"),
        ("http://[::1]:8501", "[::1]:8501"),
    ],
)
def test_the_usual_port_may_be_left_out(origin: str, host: str) -> None:
    assert is_same_place(origin, host)


@given(name=st.text(max_size=40), port=st.integers(-1, 70_000))
def test_no_host_header_whatever_is_in_it_brings_the_check_down(name: str, port: int) -> None:
    said = read_authority(f"{name}:{port}")

    assert said is None or (said.name and 0 <= (said.port or 0) <= 65_535)


@pytest.mark.parametrize(
    ("address", "more", "good", "bad"),
    [
        (
            "127.0.0.1",
            (),
            ["127.0.0.1:8501", "localhost", "[::1]"],
            ["192.168.1.2", "lab.school.edu", "evil"],
        ),
        ("0.0.0.0", (), ["192.168.1.2:8501", "[fe80::1]", "localhost"], ["evil.example", "evil.local"]),  # noqa: S104
        (None, ("lab.school.edu",), ["LAB.school.edu.:8501"], ["x.lab.school.edu", "school.edu"]),
        ("127.0.0.1", ("*.school.edu",), ["a.school.edu", "a.b.school.edu"], ["school.edu", "aschool.edu"]),
        ("lab.school.edu", (), ["lab.school.edu", "10.0.0.1"], ["evil.example"]),
    ],
)
def test_a_lab_answers_under_its_own_names_only(
    address: str | None, more: tuple[str, ...], good: list[str], bad: list[str]
) -> None:
    names = names_of(address, more)

    assert all(names.allow(host) for host in good)
    assert not any(names.allow(host) for host in [*bad, "", "a@localhost", "localhost/x", "localhost:x"])


def test_an_open_lab_answers_under_the_name_of_its_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "Teacher-PC.school.edu")
    names = names_of("0.0.0.0", ())  # noqa: S104

    assert all(map(names.allow, ("teacher-pc", "teacher-pc.local:8501", "teacher-pc.school.edu")))


def test_a_foreign_name_is_refused_and_the_setting_named_in_both_languages() -> None:
    check = HostCheck(Behind(), names=names_of("127.0.0.1", ()))
    english = ask(check, request(headers={"host": "evil.example"}))
    chinese = ask(check, request(headers={"host": "evil.example", "accept-language": "zh"}))
    socket = ask(check, handshake({"host": "evil.example"}))

    assert (english.status, chinese.status, socket.status) == (421, 421, 421)
    assert "LAB_HOSTS=evil.example" in english.text
    assert "LAB_HOSTS=evil.example" in chinese.text
    assert "域名" in chinese.text


def test_a_name_that_is_markup_is_told_as_letters() -> None:
    said = ask(HostCheck(Behind(), names=names_of(None, ())), request(headers={"host": "<b>x</b>"}))

    assert said.status == 421
    assert "<b>" not in said.text
