"""The way in for teachers: a link that works once or the key in a form, and the way out again."""

import asyncio
from typing import Final
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from classroom import begin_session, end_session, use_link
from course import files
from courseware.interface import say
from web.access.caller import caller_of
from web.access.cookies import cookie_name, drop_teacher_cookie, set_cookie
from web.access.key import key_here
from web.access.refusal import (
    ENTER,
    is_wrong_again,
    key_page,
    language_of,
    plain_page,
    teachers_only,
    wait_page,
)
from web.addresses import DESK, STAMP
from web.records import records_here

LEAVE: Final = f"/{DESK}/leave"
_PATIENCE: Final = 0.5
"""Seconds before a wrong key is answered."""
_LONGEST: Final = 200
_LARGEST: Final = 4096
"""Bytes of a form with one key."""


async def _enter(request: Request) -> Response:
    """Lets in who brings an unused link or the key; shows the form for the key to all others."""
    language = language_of(request)
    if request.method == "POST":
        return await _try_key(request)
    link = request.query_params.get("link")
    if link is None:
        return key_page(language, (say("desk_key_lead", language),))
    if "sec-purpose" in request.headers:  # a browser that looks ahead must not use the link up
        return Response(status_code=503)
    if await run_in_threadpool(use_link, records_here(), link[:_LONGEST]):
        return await run_in_threadpool(_let_in, request)
    if is_wrong_again(request):
        return wait_page(language)
    return key_page(language, (say("desk_link_used", language), say("desk_key_lead", language)), status=403)


async def _try_key(request: Request) -> Response:
    language = language_of(request)
    given = await _given_key(request)
    key = await run_in_threadpool(key_here)
    if given is not None and key.fits(given):  # first of all: nobody else's mistakes lock the right key out
        return await run_in_threadpool(_let_in, request)
    if is_wrong_again(request):
        return wait_page(language)
    await asyncio.sleep(_PATIENCE)
    return key_page(language, (say("desk_wrong_key", language), say("desk_closed_why", language)), status=403)


async def _given_key(request: Request) -> str | None:
    """What was typed into the form; None if what came is no such form."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return None
    given = parse_qs(body.decode("utf-8", "replace")).get("key", [""])
    return given[0].strip()


def _let_in(request: Request) -> Response:
    """A session for this browser. No redirect: to a strict cookie, one would still come from outside."""
    language = language_of(request)
    answer = plain_page(
        language, say("desk_open", language), (say("desk_open_lead", language),), onward=f"/{DESK}"
    )
    token = begin_session(records_here(), key_here().digest)
    set_cookie(answer, "lab_teacher", token, records_here(), is_secure=request.url.scheme == "https")
    return answer


async def _leave(request: Request) -> Response:
    """Asks first, since a browser that looks ahead opens addresses by itself."""
    if request.method != "POST":
        language = language_of(request)
        words = say("desk_leave", language), (say("desk_leave_lead", language),)
        return plain_page(language, *words, button=(say("desk_leave", language), LEAVE))
    return await run_in_threadpool(_let_out, request)


def _let_out(request: Request) -> Response:
    """Ends this browser's session, so that its cookie opens nothing any more."""
    language, store = language_of(request), records_here()
    token = caller_of(request).cookies.get(cookie_name("lab_teacher", store))
    if token:
        end_session(store, token)
    answer = plain_page(language, say("desk_left", language), (say("desk_left_lead", language),), onward="/")
    drop_teacher_cookie(answer, store)
    return answer


async def _stamp(_request: Request) -> Response:
    return PlainTextResponse(files.fingerprint(await run_in_threadpool(files.stamp)))


def desk_routes() -> list[BaseRoute]:
    """``/desk/enter``, ``/desk/leave``, and ``/desk/stamp``, which tells of changed files."""
    return [
        Route(ENTER, _enter, methods=["GET", "POST"]),
        Route(LEAVE, _leave, methods=["GET", "POST"]),
        Route(STAMP, teachers_only(_stamp)),
    ]
