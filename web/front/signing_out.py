"""Whoever signs out, or is signed out, stops at once in every open page of the browser."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.access.caller import Caller, caller_of
from web.access.cookies import cookie_name
from web.access.identity import staff_of, student_of
from web.access.key import key_here
from web.records import records_here

SIGNED_OUT: Final = 1012
"""How the connection is closed: the page comes back by itself, as whoever its browser is now."""
Signs = tuple[object, object]
"""As what somebody teaches and which student it is."""


class SignOutCheck:
    """Asks at each message whether a page's reader still is who opened it.

    What a page can do (a button of the desk, an answer) was drawn for a role and a student. The run that a
    click begins calls it before it asks again who is there, so the click is stopped here.
    """

    def __init__(self, app: ASGIApp, signs: Callable[[Scope], Awaitable[Signs]] | None = None) -> None:
        self.app, self._signs = app, signs or _signs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; of guests, who cannot sign out, nothing is asked."""
        if scope["type"] == "websocket" and _brings_sign_in(HTTPConnection(scope)):
            receive = self._checked(scope, receive, send, await self._signs(scope))
        await self.app(scope, receive, send)

    def _checked(self, scope: Scope, receive: Receive, send: Send, before: Signs) -> Receive:
        async def checked() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive" or await self._signs(scope) == before:
                return message
            await send({"type": "websocket.close", "code": SIGNED_OUT})
            return {"type": "websocket.disconnect", "code": SIGNED_OUT}

        return checked


def _brings_sign_in(connection: HTTPConnection) -> bool:
    store = records_here()
    return any(cookie_name(one, store) in connection.cookies for one in ("lab_teacher", "lab_student"))


async def _signs(scope: Scope) -> Signs:
    return await run_in_threadpool(_signs_of, caller_of(HTTPConnection(scope)))


def _signs_of(caller: Caller) -> Signs:
    student = student_of(caller, records_here())
    return staff_of(caller, records_here(), key_here()), student.id if student is not None else None
