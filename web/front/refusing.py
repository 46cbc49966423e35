"""How the web front says no: a page in the reader's language, for a websocket before it is accepted."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from courseware.interface import both
from courseware.text import Text
from web.access.refusal import language_of
from web.plain_page import plain_page


async def refuse(
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    status: int,
    words: tuple[Text, ...],
    headers: Mapping[str, str] | None = None,
) -> None:
    """Answers with `words`, the first as the title; the connection ends, so that no body is waited for."""
    language = language_of(HTTPConnection(scope))
    title, *passages = (text[language] for text in words)
    answer = plain_page(
        language, title, tuple(passages or (both("close_and_reopen")[language],)), status=status
    )
    answer.headers.update({**(headers or {}), "connection": "close"})
    await send_answer(answer, scope, receive, send)


async def send_answer(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """An answer to a request, or to a handshake in place of its acceptance."""
    if scope["type"] == "http" or "websocket.http.response" in scope.get("extensions", {}):
        await answer(scope, receive, send)  # Starlette words it for a handshake by itself
    else:
        await send({"type": "websocket.close", "code": 1008})


def header(scope: Scope, name: bytes) -> str | None:
    """The one header of this name; None if there is none, an empty one if there are several."""
    values = [value for key, value in scope["headers"] if key == name]
    if not values:
        return None
    return str(values[0].decode("latin-1")) if len(values) == 1 else ""


def with_header(message: Message, name: str, value: str) -> None:
    """Adds a header to the beginning of an answer."""
    MutableHeaders(scope=message).append(name, value)
