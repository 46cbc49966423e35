"""A stream of server-sent events from the hub of the live class."""

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Final

from sse_starlette import EventSourceResponse
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from classroom.live import LiveRoom
from courseware.problem import ReaderError
from web.access.refusal import language_of
from web.live.hub import Audience
from web.live.told import live_hub

_PING: Final = 20
"""Seconds: proxies close what says nothing for a minute."""
_PATIENCE: Final = 30
"""Seconds that a phone may leave a message unread; then its stream ends, and it comes back by itself."""
_AGAIN: Final = 1500
"""Milliseconds after which a browser that lost the stream asks for it again."""
NO_STORE: Final[Mapping[str, str]] = {"cache-control": "no-store"}


def stream_of(room: LiveRoom, audience: Audience) -> Response:
    """What the room is told, for as long as somebody reads it."""

    async def events() -> AsyncIterator[dict[str, object]]:
        async with aclosing(live_hub().listen(room.id, audience)) as news:
            async for told in news:
                yield {"data": told, "retry": _AGAIN}

    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return EventSourceResponse(events(), ping=_PING, send_timeout=_PATIENCE, headers=headers)


def said(value: object, status: int = 200) -> Response:
    """An answer to a script."""
    return JSONResponse(value, status, headers=dict(NO_STORE))


def refused(request: Request, error: ReaderError, status: int = 400) -> Response:
    """Why something was not done, in the reader's language."""
    return said({"why": error.text[language_of(request)]}, status)
