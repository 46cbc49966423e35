"""Roles at the plain routes: what is for teachers, what for instructors alone, and how staff come in."""

import asyncio
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from classroom import begin_session, end_session, make_link
from classroom.classes import students_of
from classroom.records import tables
from classroom.sign_in.sessions import sign_in, sign_out
from classroom.staff import StaffMember, StaffRole, add_staff, end_staff, set_passphrase, staff_members
from course import lesson_registry
from courseware.interface import say
from courseware.problem import ReaderError
from tests.classroom.school import make_class
from tests.web.access import ELSEWHERE, own_doors, with_cookie
from tests.web.asker import Asker
from web.access.cookies import cookie_name
from web.access.identity import staff_of
from web.access.key import key_here
from web.access.refusal import instructors_only
from web.front.signing_out import SIGNED_OUT, SignOutCheck
from web.records import records_here
from web.routes import routes
from web.routes.desk import desk_routes

_record = own_doors
PHRASE = "three quiet winter rivers"
OPEN_TO_ALL = (
    "/",
    "/desk/enter",
    "/desk/leave",
    "/enter",
    "/favicon.",
    "/healthz",
    "/lab-assets/",
    "/lab-media/",
    "/live",
    "/live/",
    "/media/",
    "/report/",
    "/runs/",
    "/static/",
    "/{page:page}",
)
"""Plain addresses that anybody may ask for, a report for the own work; every other one is for teachers."""


def staff(role: StaffRole = "assistant", name: str = "陈静") -> StaffMember:
    return add_staff(records_here(), name, role, by="instructor")


def cookie_of(member: StaffMember | None) -> dict[str, str]:
    """The headers of a browser in which somebody has come in."""
    token = begin_session(records_here(), key_here().digest, member)
    return {"cookie": f"{cookie_name('lab_teacher', records_here())}={token}"}


def closed_addresses() -> Iterator[str]:
    """Every plain address that is not open to all, with something where it asks for a name."""
    lesson = next(iter(lesson_registry().names()))
    for one in routes():
        if isinstance(one, Route) and not any(
            one.path == known or (known[-1] in "/." and known != "/" and one.path.startswith(known))
            for known in (*OPEN_TO_ALL, "/enter/pin", "/enter/leave")
        ):
            yield one.path.replace("{lesson}", lesson).replace("{what}", "key").split("{")[0]


def test_every_plain_address_that_is_not_open_to_all_refuses_a_student_and_answers_an_assistant() -> None:
    lab, addresses = Asker(Starlette(routes=routes())), sorted(set(closed_addresses()))
    student = make_class(records_here(), "CRM", [("1", "李华")])
    token = sign_in(records_here(), students_of(records_here(), student)[0])
    signed_in = {"cookie": f"{cookie_name('lab_student', records_here())}={token}"}
    as_student = {address: lab.get(address, headers=signed_in).status for address in addresses}
    assistant = cookie_of(staff())
    as_assistant = {address: lab.get(address, headers=assistant).status for address in addresses}

    assert len(addresses) >= 4
    assert {address for address, status in as_student.items() if status != 403} == set()
    assert 403 not in as_assistant.values()


def test_what_is_the_instructors_alone_refuses_assistants_too() -> None:
    from starlette.responses import PlainTextResponse

    async def endpoint(_request: object) -> PlainTextResponse:
        return PlainTextResponse("classes")

    lab = Asker(Starlette(routes=[Route("/x", instructors_only(endpoint))]))
    asked = [lab.get("/x", headers=one).status for one in ({}, cookie_of(staff()), cookie_of(None))]

    assert asked == [403, 403, 200]


def test_a_link_lets_its_member_of_staff_in_by_name_and_role() -> None:
    link = make_link(records_here(), staff("assistant"))
    answer = Asker(Starlette(routes=desk_routes())).get("/desk/enter", link=link)
    token = answer.headers["set-cookie"].partition("=")[2].partition(";")[0]
    session = staff_of(with_cookie(ELSEWHERE, lab_teacher=token), records_here(), key_here())

    assert session is not None
    assert (session.role, session.actor) == ("assistant", "陈静")


def test_name_and_passphrase_let_in_and_each_alone_or_another_does_not() -> None:
    lab = Asker(Starlette(routes=desk_routes()))
    set_passphrase(records_here(), staff("instructor"), PHRASE)
    staff("assistant", "王芳")
    tries = [
        ("陈静", PHRASE),
        ("陈静", PHRASE[:-1]),
        ("王芳", PHRASE),
        ("", PHRASE),
        ("陈静", ""),
        ("王芳", ""),
    ]
    seen = [lab.post("/desk/enter", name=name, key=phrase).status for name, phrase in tries]

    assert seen == [200, 403, 403, 403, 403, 403]


def test_a_member_of_staff_sets_a_passphrase_from_the_labs_own_page_and_the_keys_holder_has_none() -> None:
    lab, own = Asker(Starlette(routes=desk_routes())), {"origin": "http://lab"}
    mine = cookie_of(staff())
    seen = [
        lab.post("/desk/passphrase", headers={**mine, **own}, phrase="too short").status,
        lab.post("/desk/passphrase", headers={**mine, "origin": "http://evil"}, phrase=PHRASE).status,
        lab.post("/desk/passphrase", headers=mine, phrase=PHRASE).status,
        lab.post("/desk/passphrase", headers={**cookie_of(None), **own}, phrase=PHRASE).status,
    ]
    before = [one.has_passphrase for one in staff_members(records_here())]
    kept = lab.post("/desk/passphrase", headers={**mine, **own}, phrase=PHRASE)

    assert seen == [400, 403, 403, 403]
    assert before == [False]
    assert say("staff_phrase_kept", "en") in kept.text
    assert lab.post("/desk/enter", name="陈静", key=PHRASE).status == 200


def test_who_is_removed_is_out_at_once_by_session_link_and_passphrase_and_may_come_back_later() -> None:
    member = staff()
    set_passphrase(records_here(), member, PHRASE)
    link, mine = make_link(records_here(), member), cookie_of(member)
    end_staff(records_here(), member, by="instructor")
    lab = Asker(Starlette(routes=desk_routes()))
    seen = [
        lab.get("/desk/stamp", headers=mine).status,
        lab.get("/desk/enter", link=link).status,
        lab.post("/desk/enter", name="陈静", key=PHRASE).status,
    ]
    back = staff("instructor")

    assert seen == [403, 403, 403]
    assert (back.id, back.role, back.has_passphrase) == (member.id, "instructor", False)


@pytest.mark.parametrize(
    ("name", "why"), [("", "empty"), ("x" * 81, "at most"), ("陈静", "already"), ("instructor", "already")]
)
def test_a_name_that_cannot_be_used_is_said_to_be_so(name: str, why: str) -> None:
    staff()
    with pytest.raises(ReaderError, match=why):
        add_staff(records_here(), name, "assistant", by="instructor")


def test_what_is_done_about_staff_is_noted_by_whom() -> None:
    end_staff(records_here(), staff(), by="王芳")
    with records_here().read() as connection:
        noted = connection.execute(select(tables.audit_entry.c.actor, tables.audit_entry.c.action)).all()

    assert [tuple(one) for one in noted] == [("instructor", "add_staff"), ("王芳", "end_staff")]


# Pages that stay open


def heard(cookie: str, value: str, end: object) -> tuple[list[str], list[int]]:
    """What of two messages a page gets, if `end` happens between them; and how its line is closed."""
    got: list[str] = []
    closed: list[int] = []
    sent = iter(("one", "two"))
    name = cookie_name(cookie, records_here())  # type: ignore[arg-type]
    scope: Scope = {
        "type": "websocket",
        "headers": [(b"host", b"lab"), (b"cookie", f"{name}={value}".encode())],
        "client": ("192.168.1.9", 1),
        "query_string": b"",
        "path": "/_stcore/stream",
    }

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": next(sent).encode()}

    async def send(message: Message) -> None:
        closed.append(message["code"])

    async def page(_scope: Scope, receive: Receive, _send: Send) -> None:
        for _ in range(2):
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            got.append(message["bytes"].decode())
            end()  # type: ignore[operator]

    asyncio.run(SignOutCheck(page)(scope, receive, send))
    return got, closed


def test_a_click_of_a_teacher_who_has_signed_out_elsewhere_is_not_heard_any_more() -> None:
    store = records_here()
    token = begin_session(store, key_here().digest)
    stays = heard("lab_teacher", token, lambda: None)
    ends = heard("lab_teacher", token, lambda: end_session(store, token))

    assert stays == (["one", "two"], [])
    assert ends == (["one"], [SIGNED_OUT])


def test_a_click_of_staff_who_were_removed_is_not_heard_any_more() -> None:
    member = staff()
    token = begin_session(records_here(), key_here().digest, member)
    heard_ = heard("lab_teacher", token, lambda: end_staff(records_here(), member, by="instructor"))

    assert heard_ == (["one"], [SIGNED_OUT])


def test_an_answer_of_a_student_who_has_signed_out_elsewhere_is_not_heard_any_more() -> None:
    store = records_here()
    token = sign_in(store, students_of(store, make_class(store, "CRM", [("1", "李华")]))[0])
    ends = heard("lab_student", token, lambda: sign_out(store, token))

    assert ends == (["one"], [SIGNED_OUT])
    assert heard("lab_student", "forged", lambda: None) == (["one", "two"], [])


async def nothing(*_: object) -> Message:
    return {"type": "websocket.disconnect"}


class Door:
    """The check before a page that goes on with the session asked for, or begins one: `s1`, `s2` …"""

    def __init__(self) -> None:
        self._made = 0
        self._check = SignOutCheck(self._page)

    def opens(self, headers: dict[str, str], session: str = "") -> str:
        """Which session a browser with these headers gets that wants to go on with this one."""
        protocols = ["streamlit", "PLACEHOLDER_AUTH_TOKEN", *([session] if session else [])]
        said = {"host": "lab", "sec-websocket-protocol": ", ".join(protocols), **headers}
        scope: Scope = {
            "type": "websocket",
            "headers": [(name.encode(), value.encode()) for name, value in said.items()],
            "subprotocols": protocols,
            "client": ("192.168.1.9", 1),
            "query_string": b"",
            "path": "/_stcore/stream",
        }
        asyncio.run(self._check(scope, nothing, nothing))  # type: ignore[arg-type]
        return self._named

    async def _page(self, scope: Scope, _receive: Receive, send: Send) -> None:
        asked = dict(scope["headers"])[b"sec-websocket-protocol"].decode().split(", ")[2:]
        assert asked == scope["subprotocols"][2:]
        self._made += not asked
        self._named = asked[0] if asked else f"s{self._made}"
        told = ForwardMsg()
        told.new_session.initialize.session_id = self._named
        await send({"type": "websocket.send", "bytes": told.SerializeToString()})


def test_a_browser_goes_on_with_its_session_and_nobody_with_that_of_another() -> None:
    store, door = records_here(), Door()
    his, hers = (
        {"cookie": f"{cookie_name('lab_student', store)}={sign_in(store, one)}"}
        for one in students_of(store, make_class(store, "CRM", [("1", "李华"), ("2", "Anna")]))
    )

    assert [door.opens(his), door.opens(his, "s1"), door.opens(hers, "s1")] == ["s1", "s1", "s2"]
    assert [door.opens({}, "s1"), door.opens({}, "s3"), door.opens({}, "unknown")] == ["s3", "s3", "s4"]


@pytest.mark.parametrize("keeps_cookie", [True, False])
def test_who_was_removed_while_the_line_was_cut_does_not_come_back_to_what_was_drawn_before(
    keeps_cookie: bool,
) -> None:
    door, member = Door(), staff()
    mine = cookie_of(member)
    before = door.opens(mine), door.opens(mine, "s1")
    end_staff(records_here(), member, by="instructor")

    assert before == ("s1", "s1")
    assert door.opens(mine if keeps_cookie else {}, "s1") == "s2"
