"""How much one message to a page may hold: little from a student, a long file from a teacher."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.front.teacher import is_teacher

MOST_FROM_TEACHERS: Final = 4 * 1024 * 1024
"""A lesson file of the longest kind, four times over."""
MOST_FROM_STUDENTS: Final = 256 * 1024
"""A page of widgets takes a few kilobytes, the longest thought that can be written some ten."""
TOO_BIG: Final = 1009
NOT_BINARY: Final = 1003


class MessageLimit:
    """Ends a websocket that sends too large a message, or words where Streamlit takes bytes only."""

    def __init__(self, app: ASGIApp, is_allowed: Callable[[Scope], Awaitable[bool]] = is_teacher) -> None:
        self.app, self._is_allowed = app, is_allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but the messages that are too large."""
        if scope["type"] == "websocket":
            most = MOST_FROM_TEACHERS if await self._is_allowed(scope) else MOST_FROM_STUDENTS
            receive = _bounded(receive, send, most)
        await self.app(scope, receive, send)


def _bounded(receive: Receive, send: Send, most: int) -> Receive:
    async def checked() -> Message:
        message = await receive()
        if message["type"] != "websocket.receive":
            return message
        data = message.get("bytes")
        if data is not None and len(data) <= most:
            return message
        code = NOT_BINARY if data is None else TOO_BIG
        await send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}

    return checked
