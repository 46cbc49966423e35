"""What those see who may not sit down at the desk: why, and how a teacher gets in."""

from collections.abc import Awaitable, Callable
from functools import wraps
from html import escape
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response

from courseware.text import Language, Text
from ui.components.page import COOKIE
from ui.desk.access import is_asked_by_teacher
from ui.wording import say

Endpoint = Callable[[Request], Awaitable[Response]]
_TAGS: Final = Text(en="en", zh="zh-CN")
_PAGE: Final = """<!DOCTYPE html>
<html lang="{tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
{more}<title>{title}</title>
<style>body{{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
max-width:38rem;
margin:12vh auto;padding:0 1.25rem;line-height:1.65}}h1{{font-size:1.5rem}}</style></head>
<body><h1>{title}</h1>{body}</body></html>"""


def teachers_only(endpoint: Endpoint) -> Endpoint:
    """The endpoint of a plain route, which answers those alone who may sit at the desk."""

    @wraps(endpoint)
    async def gated(request: Request) -> Response:
        if not await run_in_threadpool(is_asked_by_teacher, request):
            return refused(request)
        answer = await endpoint(request)
        answer.headers.setdefault("cache-control", "no-store")
        return answer

    return gated


def refused(request: HTTPConnection) -> Response:
    """The page that explains how to get the link to the desk."""
    language = language_of(request)
    return plain_page(language, say("desk_closed", language), (say("desk_closed_why", language),), status=403)


def plain_page(
    language: Language, title: str, passages: tuple[str, ...], *, status: int = 200, onward: str | None = None
) -> HTMLResponse:
    """A page of a few words without any script; `onward` is an address in the lab that follows at once."""
    body = "".join(f"<p>{escape(passage)}</p>" for passage in passages)
    more = ""
    if onward is not None:
        more = f'<meta http-equiv="refresh" content="0;url={escape(onward)}">'
        body += f'<p><a href="{escape(onward)}">{escape(say("desk_go_on", language))}</a></p>'
    text = _PAGE.format(tag=_TAGS[language], more=more, title=escape(title), body=body)
    return HTMLResponse(text, status, headers={"cache-control": "no-store"})


def language_of(request: HTTPConnection) -> Language:
    """The reader's language: the address, the last visit, the browser."""
    asked = request.query_params.get("lang") or request.cookies.get(COOKIE)
    if asked in ("en", "zh"):
        return "zh" if asked == "zh" else "en"
    return "zh" if request.headers.get("accept-language", "").lower().startswith("zh") else "en"
