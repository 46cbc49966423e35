"""Lets as many in as the lab has seats; the others read a page that waits for them."""

import random
import secrets
from collections.abc import Callable
from typing import Final

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from courseware.interface import both
from web.addresses import is_page
from web.front.inside import knows_session
from web.front.refusing import refuse, with_header
from web.front.seats import Seats

COOKIE: Final = "lab_seat"
_SOONEST, _LATEST = 8, 15
"""Seconds after which the waiting page asks again; not all at once."""


class Seating:
    """Counts live pages by browser; beyond the seats a page waits and a websocket is refused.

    `is_crowded` tells that too many wait already, whatever seats are free.
    """

    def __init__(
        self,
        app: ASGIApp,
        seats: Seats,
        is_crowded: Callable[[], bool] = lambda: False,
        comes_back: Callable[[str], bool] = knows_session,
    ) -> None:
        self.app, self._seats, self._is_crowded, self._comes_back = app, seats, is_crowded, comes_back
        self._luck = random.Random(0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everybody on who has a seat, and all that is no page."""
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and _is_front(scope["path"]):
            await self._open(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = browser_of(scope)
        browser = known or secrets.token_urlsafe(16)

        async def remembered(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                safe = "; Secure" if scope["scheme"] == "https" else ""
                with_header(
                    message, "set-cookie", f"{COOKIE}={browser}; Path=/; HttpOnly; SameSite=Lax{safe}"
                )
            await send(message)

        if self._is_crowded() or not self._seats.admit(browser, address_of(scope)):
            await self._ask_to_wait(scope, receive, remembered)
        else:
            await self.app(scope, receive, remembered)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = browser_of(scope)
        browser = known or secrets.token_urlsafe(16)
        session = session_of(scope)
        comes_back = session is not None and self._comes_back(session)
        if not self._seats.take(browser, address_of(scope), comes_back=comes_back):
            await self._ask_to_wait(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        finally:
            self._seats.leave(browser, returns=known is not None)

    async def _ask_to_wait(self, scope: Scope, receive: Receive, send: Send) -> None:
        seconds = str(self._luck.randint(_SOONEST, _LATEST))
        values = {"waiting": max(1, self._seats.waiting), "seconds": seconds}
        words = tuple(both(name).fill(values) for name in _WAIT)
        # `refresh` loads the same address again, without any script
        await refuse(
            scope,
            receive,
            send,
            status=503,
            words=words,
            headers={"retry-after": seconds, "refresh": seconds},
        )


def browser_of(scope: Scope) -> str | None:
    """The browser's number, as its cookie tells; None if it has none that could be ours."""
    said = HTTPConnection(scope).cookies.get(COOKIE)
    return said if said and len(said) == 22 and said.isascii() else None


def session_of(scope: Scope) -> str | None:
    """The session that a handshake wants to go on with, which Streamlit writes as a third subprotocol."""
    said = scope.get("subprotocols", ())
    return said[2] if len(said) > 2 and said[2] else None


def address_of(scope: Scope) -> str:
    """The address of the computer that asks; empty if that is not known."""
    client = scope.get("client")
    return client[0] if client else ""


def _is_front(path: str) -> bool:
    """Whether the front page answers here; the files of the course are looked at only if it may."""
    name = path.strip("/")
    return not name or ("/" not in name and "." not in name and is_page(name))


_WAIT: Final = ("full_title", "full_wait", "full_kept")
