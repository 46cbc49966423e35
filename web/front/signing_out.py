"""Whoever signs out, or is signed out, stops at once in every open page of the browser."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from web.access.caller import Caller, caller_of
from web.access.cookies import cookie_name
from web.access.identity import staff_of, student_of
from web.access.key import key_here
from web.front.seating import session_of
from web.records import records_here

SIGNED_OUT: Final = 1012
"""How the connection is closed: the page comes back by itself, as whoever its browser is now."""
Signs = tuple[object, object]
"""As what somebody teaches and which student it is."""
_MOST: Final = 10_000
"""Sessions that are remembered; Streamlit keeps one that was left for two minutes."""
_PROTOCOLS: Final = b"sec-websocket-protocol"


class SignOutCheck:
    """Asks at each message whether a page's reader still is who opened it.

    What a page can do (a button of the desk, an answer) was drawn for a role and a student. The run that a
    click begins calls it before it asks again who is there, so the click is stopped here. For the same
    reason nobody goes on with a session that was somebody else's: it still holds what was drawn for them.
    """

    def __init__(self, app: ASGIApp, signs: Callable[[Scope], Awaitable[Signs]] | None = None) -> None:
        self.app, self._signs = app, signs or _signs
        self._drawn_for: OrderedDict[str, Signs] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; of guests, who cannot sign out, nothing is asked once they are there."""
        if scope["type"] == "websocket":
            now = await self._signs(scope)
            session = session_of(scope)
            if session is not None and self._drawn_for.get(session) != now:
                scope = _begun_anew(scope)
            if _brings_sign_in(HTTPConnection(scope)):
                receive = self._checked(scope, receive, send, now)
            send = self._remembering(send, now)
        await self.app(scope, receive, send)

    def _remembering(self, send: Send, now: Signs) -> Send:
        """Notes for whom the session is that the first message names."""
        is_named = False

        async def remembering(message: Message) -> None:
            nonlocal is_named
            if not is_named and message["type"] == "websocket.send" and message.get("bytes"):
                told = ForwardMsg.FromString(message["bytes"])
                if is_named := told.HasField("new_session"):
                    self._remember(told.new_session.initialize.session_id, now)
            await send(message)

        return remembering

    def _remember(self, session: str, now: Signs) -> None:
        self._drawn_for[session] = now
        self._drawn_for.move_to_end(session)
        if len(self._drawn_for) > _MOST:
            self._drawn_for.popitem(last=False)

    def _checked(self, scope: Scope, receive: Receive, send: Send, before: Signs) -> Receive:
        async def checked() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive" or await self._signs(scope) == before:
                return message
            await send({"type": "websocket.close", "code": SIGNED_OUT})
            return {"type": "websocket.disconnect", "code": SIGNED_OUT}

        return checked


def _begun_anew(scope: Scope) -> Scope:
    """The same handshake without the session that it wants to go on with."""
    kept = scope["subprotocols"][:2]
    others = [(name, value) for name, value in scope["headers"] if name.lower() != _PROTOCOLS]
    return {**scope, "subprotocols": kept, "headers": [*others, (_PROTOCOLS, ", ".join(kept).encode())]}


def _brings_sign_in(connection: HTTPConnection) -> bool:
    store = records_here()
    return any(cookie_name(one, store) in connection.cookies for one in ("lab_teacher", "lab_student"))


async def _signs(scope: Scope) -> Signs:
    return await run_in_threadpool(_signs_of, caller_of(HTTPConnection(scope)))


def _signs_of(caller: Caller) -> Signs:
    student = student_of(caller, records_here())
    return staff_of(caller, records_here(), key_here()), student.id if student is not None else None
