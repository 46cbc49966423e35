"""The way in for teachers: the key in a form, a link that works once, and the way out again."""

import asyncio
import re

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from classroom import make_link
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from tests.web.access import ELSEWHERE, own_doors, with_cookie
from tests.web.asker import Asker
from web.access.cookies import cookie_name
from web.access.identity import is_teacher
from web.access.key import key_here
from web.access.rate_limiter import FailedAttempts
from web.records import records_here
from web.routes.desk import desk_routes

_record = own_doors


def lab() -> Asker:
    """The lab's routes for teachers, to a browser on another computer."""
    return Asker(Starlette(routes=desk_routes()))


def test_the_key_gives_the_browser_a_session_that_no_script_reads_and_no_other_site_sends() -> None:
    answer = lab().post("/desk/enter", key=f" {key_here().value} ")
    cookie = answer.headers["set-cookie"]
    token = cookie.partition("=")[2].partition(";")[0]

    assert answer.status == 200
    assert is_teacher(with_cookie(ELSEWHERE, lab_teacher=token), records_here(), key_here())
    assert {"httponly", "samesite=strict"} <= set(cookie.lower().split("; "))
    assert key_here().value not in answer.text + cookie
    assert 'content="0;url=/desk"' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_each_browser_that_comes_in_has_a_session_of_its_own() -> None:
    cookies = {lab().post("/desk/enter", key=key_here().value).headers["set-cookie"] for _ in range(3)}

    assert len(cookies) == 3


def test_a_link_lets_one_browser_in_once_and_looking_ahead_does_not_use_it_up() -> None:
    link = make_link(records_here())
    ahead = lab().get("/desk/enter", headers={"sec-purpose": "prefetch;prerender"}, link=link)
    first, second = (lab().get("/desk/enter", link=link) for _ in range(2))

    assert (ahead.status, first.status, second.status) == (503, 200, 403)
    assert "set-cookie" in first.headers
    assert "set-cookie" not in {*ahead.headers, *second.headers}
    assert say("desk_link_used", "en") in second.text


def test_the_key_is_never_taken_from_an_address_where_histories_would_keep_it() -> None:
    answer = lab().get("/desk/enter", key=key_here().value)

    assert "set-cookie" not in answer.headers
    assert 'type="password"' in answer.text


def test_a_session_stays_on_an_encrypted_way_if_it_came_by_one() -> None:
    secure = Asker(Starlette(routes=desk_routes()), "https").post("/desk/enter", key=key_here().value)

    assert "secure" not in lab().post("/desk/enter", key=key_here().value).headers["set-cookie"].lower()
    assert "secure" in secure.headers["set-cookie"].lower()


def test_a_header_that_anybody_can_send_says_nothing_about_the_way() -> None:
    said = lab().post("/desk/enter", headers={"x-forwarded-proto": "https"}, key=key_here().value)

    assert "secure" not in said.headers["set-cookie"].lower()


def test_who_signs_out_leaves_nothing_that_opens() -> None:
    cookie = lab().post("/desk/enter", key=key_here().value).headers["set-cookie"].partition(";")[0]
    asked_first = lab().get("/desk/leave", headers={"cookie": cookie})
    teacher = with_cookie(ELSEWHERE, lab_teacher=cookie.partition("=")[2])
    stayed = is_teacher(teacher, records_here(), key_here())
    left = lab().post("/desk/leave", headers={"cookie": cookie})

    assert (asked_first.status, stayed, left.status) == (200, True, 200)
    assert not is_teacher(teacher, records_here(), key_here())
    assert re.search(r'=""; .*max-age=0', left.headers["set-cookie"].lower())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_key_opens_nothing_and_is_told_how_to_come_in(language: Language) -> None:
    for given_key in ("", "wrong", key_here().digest, "\udc80\x00", "k" * 5000):
        answer = lab().post(f"/desk/enter?lang={language}", key=given_key.encode("utf-8", "replace").decode())
        assert answer.status == 403
        assert "set-cookie" not in answer.headers
        assert say("desk_wrong_key", language) in answer.text.replace("&#x27;", "'")


def test_wrong_keys_links_and_cookies_are_counted_together_and_the_right_key_is_let_in_all_the_same() -> None:
    stamp = {"cookie": f"{cookie_name('lab_teacher', records_here())}=guess"}
    seen = [lab().get("/desk/stamp", headers=stamp).status for _ in range(15)]
    seen += [lab().get("/desk/enter", link="used").status for _ in range(15)]
    right = lab().post("/desk/enter", key=key_here().value)

    assert seen == [403] * 20 + [429] * 10
    assert lab().post("/desk/enter", key="wrong").status == 429
    assert right.status == 200


def test_wrong_tries_of_one_address_do_not_make_another_wait() -> None:
    attempts = FailedAttempts("3/minute")

    assert [attempts.note("192.168.1.9") for _ in range(5)] == [False, False, False, True, True]
    assert not attempts.note("192.168.1.7")


def test_waiting_for_a_wrong_key_holds_nobody_else_up() -> None:
    enter = next(
        one.endpoint for one in desk_routes() if isinstance(one, Route) and one.path == "/desk/enter"
    )
    scope = {
        "type": "http",
        "method": "POST",
        "headers": [],
        "client": ("10.0.0.9", 1),
        "query_string": b"",
        "path": "/desk/enter",
    }

    async def body() -> dict[str, object]:
        return {"type": "http.request", "body": b"key=wrong", "more_body": False}

    async def both() -> float:
        loop = asyncio.get_running_loop()
        start = loop.time()
        await asyncio.gather(*(enter(Request(scope, body)) for _ in range(4)))
        return loop.time() - start

    assert asyncio.run(both()) < 1.5
