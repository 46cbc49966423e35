"""The way in for teachers: a link that works once or the key in a form, and the way out again."""

import asyncio
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from classroom import begin_session, end_session, use_link
from classroom.staff import StaffMember, find_staff, set_passphrase, staff_of_passphrase
from course import files
from courseware.interface import say
from courseware.problem import ReaderError
from web.access.caller import caller_of
from web.access.cookies import cookie_name, drop_cookie, set_cookie
from web.access.identity import staff_of
from web.access.key import key_here
from web.access.refusal import (
    ENTER,
    is_wrong_again,
    key_page,
    language_of,
    teachers_only,
    wait_page,
)
from web.addresses import DESK, STAMP
from web.plain_form import Fault, form, language_links, secret
from web.plain_page import plain_page
from web.records import records_here
from web.routes.form import is_own_form, read_form
from web.routes.hashing import hashing

LEAVE: Final = f"/{DESK}/leave"
_PATIENCE: Final = 0.5
"""Seconds before a wrong key is answered."""
_LONGEST: Final = 200
PASSPHRASE: Final = f"/{DESK}/passphrase"


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
    used = await run_in_threadpool(use_link, records_here(), link[:_LONGEST])
    if used is not None:
        return await run_in_threadpool(_let_in, request, used.member)
    if is_wrong_again(request):
        return wait_page(language)
    return key_page(language, (say("desk_link_used", language), say("desk_key_lead", language)), status=403)


async def _try_key(request: Request) -> Response:
    language = language_of(request)
    given = await read_form(request) or {}
    name, typed = given.get("name", ""), given.get("key", "")
    key = await run_in_threadpool(key_here)
    if not name and typed and key.fits(typed):  # first of all: nobody else's mistakes lock the right key out
        return await run_in_threadpool(_let_in, request)
    if is_wrong_again(request):
        return wait_page(language)
    if name:
        member = await hashing(lambda: staff_of_passphrase(records_here(), name, typed))
        if member is not None:
            return await run_in_threadpool(_let_in, request, member)
    await asyncio.sleep(_PATIENCE)
    return key_page(language, (say("desk_wrong_key", language), say("desk_closed_why", language)), status=403)


def _let_in(request: Request, member: StaffMember | None = None) -> Response:
    """A session for this browser. No redirect: to a strict cookie, one would still come from outside."""
    language = language_of(request)
    answer = plain_page(
        language, say("desk_open", language), (say("desk_open_lead", language),), onward=f"/{DESK}"
    )
    token = begin_session(records_here(), key_here().digest, member)
    set_cookie(answer, "lab_teacher", token, records_here(), is_secure=request.url.scheme == "https")
    return answer


async def _leave(request: Request) -> Response:
    """Asks first, since a browser that looks ahead opens addresses by itself."""
    if request.method != "POST":
        language = language_of(request)
        words = say("desk_leave", language), (say("desk_leave_lead", language),)
        return plain_page(
            language, *words, button=(say("desk_leave", language), LEAVE), switch=language_links(language)
        )
    return await run_in_threadpool(_let_out, request)


def _let_out(request: Request) -> Response:
    """Ends this browser's session, so that its cookie opens nothing any more."""
    language, store = language_of(request), records_here()
    token = caller_of(request).cookies.get(cookie_name("lab_teacher", store))
    if token:
        end_session(store, token)
    answer = plain_page(language, say("desk_left", language), (say("desk_left_lead", language),), onward="/")
    drop_cookie(answer, "lab_teacher", store)
    return answer


async def _passphrase(request: Request) -> Response:
    """A passphrase of one's own, for who teaches here by name."""
    language, title = language_of(request), say("staff_phrase", language_of(request))
    member = await run_in_threadpool(_member_of, request)
    if member is None:
        return plain_page(language, title, (say("staff_phrase_none", language),), status=403)
    fault = None
    if request.method == "POST":
        given = await read_form(request) or {}
        if not is_own_form(request):
            return plain_page(language, title, (say("enter_foreign", language),), status=403)
        try:
            await hashing(lambda: set_passphrase(records_here(), member, given.get("phrase", "")))
        except ReaderError as error:
            fault = Fault("phrase", error.text[language])
        else:
            return plain_page(language, say("staff_phrase_kept", language), (), onward=f"/{DESK}")
    inner = secret("phrase", say("staff_phrase_new", language), "new-password", fault=fault)
    body = form(f"{PASSPHRASE}?lang={language}", inner, title)
    return plain_page(
        language,
        title,
        (say("staff_phrase_lead", language),),
        status=400 if fault else 200,
        form=body,
        switch=language_links(language),
    )


def _member_of(request: Request) -> StaffMember | None:
    staff = staff_of(caller_of(request), records_here(), key_here())
    if staff is None or staff.staff_id is None:
        return None
    with records_here().read() as connection:
        return find_staff(connection, staff.staff_id)


async def _stamp(_request: Request) -> Response:
    return PlainTextResponse(files.fingerprint(await run_in_threadpool(files.stamp)))


def desk_routes() -> list[BaseRoute]:
    """``/desk/enter``, ``/desk/leave``, ``/desk/passphrase``; ``/desk/stamp`` tells of changed files."""
    return [
        Route(ENTER, _enter, methods=["GET", "POST"]),
        Route(LEAVE, _leave, methods=["GET", "POST"]),
        Route(PASSPHRASE, teachers_only(_passphrase), methods=["GET", "POST"]),
        Route(STAMP, teachers_only(_stamp)),
    ]
