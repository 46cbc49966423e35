"""What those see who may not come in, and the form for the key."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from course.languages import course_languages
from courseware.interface import say
from courseware.language import Language, negotiate
from web.access.caller import caller_of
from web.access.cookies import LANGUAGE, cookie_name
from web.access.identity import Role, role_of
from web.access.rate_limiter import failed_attempts
from web.plain_form import field, form, language_links, secret
from web.plain_page import plain_page
from web.records import records_here

Endpoint = Callable[[Request], Awaitable[Response]]
ENTER: Final = "/desk/enter"


def teachers_only(endpoint: Endpoint) -> Endpoint:
    """The endpoint of a plain route, which answers teachers alone: assistants and instructors."""
    return _only(("assistant", "instructor"), endpoint)


def instructors_only(endpoint: Endpoint) -> Endpoint:
    """The endpoint of a plain route, which answers instructors alone."""
    return _only(("instructor",), endpoint)


def _only(roles: tuple[Role, ...], endpoint: Endpoint) -> Endpoint:
    @wraps(endpoint)
    async def gated(request: Request) -> Response:
        if await run_in_threadpool(role_of, request) not in roles:
            return await run_in_threadpool(refused, request)
        answer = await endpoint(request)
        answer.headers.setdefault("cache-control", "no-store")
        return answer

    return gated


def refused(request: HTTPConnection) -> Response:
    """The page that explains how to come in; who brings made-up cookies is made to wait."""
    language = language_of(request)
    if caller_of(request).cookies.get(cookie_name("lab_teacher", records_here())) and is_wrong_again(request):
        return wait_page(language)
    return plain_page(
        language,
        say("desk_closed", language),
        (say("desk_closed_why", language),),
        status=403,
        switch=language_links(language),
    )


def is_wrong_again(request: HTTPConnection) -> bool:
    """Notes a wrong try of this computer; whether there have been too many of late."""
    return failed_attempts().note(request.client.host if request.client else "")


def wait_page(language: Language) -> Response:
    """The page for who was wrong too often."""
    answer = plain_page(language, say("desk_closed", language), (say("desk_wait", language),), status=429)
    answer.headers["retry-after"] = "60"
    return answer


def key_page(language: Language, passages: tuple[str, ...], *, status: int = 200) -> Response:
    """The page with the field for the key."""
    inner = secret("key", say("staff_key", language), "current-password", maxlength="200")
    inner += field("name", say("staff_name", language), autocomplete="username", maxlength="80")
    return plain_page(
        language,
        say("desk_key_title", language),
        passages,
        status=status,
        form=form(f"{ENTER}?lang={language}", inner, say("desk_key_send", language)),
        switch=language_links(language),
    )


def language_of(request: HTTPConnection) -> Language:
    """The reader's language, as the address, the last visit or the browser says."""
    return negotiate(
        asked=request.query_params.get("lang"),
        remembered=request.cookies.get(LANGUAGE),
        accepted=request.headers.get("accept-language"),
        offered=course_languages(),
    )
