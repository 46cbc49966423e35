"""Plain pages without any script: what those see who may not come in, and the form for the key."""

from collections.abc import Awaitable, Callable
from functools import wraps
from html import escape
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response

from course.languages import course_languages
from courseware.interface import say
from courseware.language import Language, conventions, negotiate
from web.access.caller import caller_of
from web.access.cookies import LANGUAGE, cookie_name
from web.access.identity import Role, role_of
from web.access.rate_limiter import failed_attempts
from web.records import records_here

Endpoint = Callable[[Request], Awaitable[Response]]
ENTER: Final = "/desk/enter"
_PAGE: Final = """<!DOCTYPE html>
<html lang="{tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark">
{more}<title>{title}</title>
<style>body{{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
max-width:38rem;margin:12vh auto;padding:0 1.25rem;line-height:1.65}}h1{{font-size:1.5rem}}
form{{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.5rem 0}}label{{flex-basis:100%}}
input,button{{font:inherit;padding:.6rem .8rem;min-height:44px;box-sizing:border-box}}
input{{flex:1 1 100%;min-width:0}}label:has(input){{display:flex;gap:.6rem;align-items:center}}
input[type=checkbox]{{flex:none;width:1.4rem;height:1.4rem;min-height:0;margin:0}}small{{display:block}}
[role=alert]{{border-left:4px solid #c2410c;padding-left:.75rem}}</style></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""
_FORM: Final = """<form method="post" action="{enter}?lang={language}"><label for="key">{label}</label>
<input id="key" name="key" type="password" required autocomplete="current-password" maxlength="200">
<label for="name">{name}</label><input id="name" name="name" autocomplete="username" maxlength="80">
<button>{send}</button></form>"""


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
    return plain_page(language, say("desk_closed", language), (say("desk_closed_why", language),), status=403)


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
    return plain_page(language, say("desk_key_title", language), passages, status=status, asks_key=True)


def plain_page(
    language: Language,
    title: str,
    passages: tuple[str, ...],
    *,
    status: int = 200,
    onward: str | None = None,
    onward_words: str | None = None,
    asks_key: bool = False,
    button: tuple[str, str] | None = None,
    form: str = "",
) -> HTMLResponse:
    """A page of a few words without any script.

    `form` is HTML that follows the passages. `onward` is an address in the lab that follows at once, `button`
    the label of a button and the address to which it sends an empty form.
    """
    body = "".join(f"<p>{escape(passage)}</p>" for passage in passages) + form
    more = ""
    if asks_key:
        names = ("staff_key", "staff_name", "desk_key_send")
        label, name, send = (escape(say(one, language)) for one in names)
        body += _FORM.format(enter=ENTER, language=language, label=label, name=name, send=send)
    if button is not None:
        label, where = (escape(word) for word in button)
        body += f'<form method="post" action="{where}?lang={language}"><button>{label}</button></form>'
    if onward is not None:
        more = f'<meta http-equiv="refresh" content="0;url={escape(onward)}">'
        body += f'<p><a href="{escape(onward)}">{escape(onward_words or say("desk_go_on", language))}</a></p>'
    text = _PAGE.format(tag=conventions(language).tag, more=more, title=escape(title), body=body)
    return HTMLResponse(text, status, headers={"cache-control": "no-store"})


def language_of(request: HTTPConnection) -> Language:
    """The reader's language, as the address, the last visit or the browser says."""
    return negotiate(
        asked=request.query_params.get("lang"),
        remembered=request.cookies.get(LANGUAGE),
        accepted=request.headers.get("accept-language"),
        offered=course_languages(),
    )
