"""The way in to the desk: a link with the key, which gives the browser a cookie and leads on."""

import asyncio
import time
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from ui.addresses import DESK
from ui.desk import files
from ui.desk.access import COOKIE
from ui.desk.key import Key, key_here
from ui.desk.refusal import language_of, plain_page, teachers_only
from ui.desk.tries import Tries
from ui.desk.watching import ADDRESS, letters_of
from ui.wording import say

_PATIENCE: Final = 0.5
"""Seconds before a wrong key is answered."""
_KEPT_FOR: Final = 30 * 24 * 3600
"""Seconds for which a browser stays at the desk."""


class Door:
    """Lets those in who bring the key; `tries` counts the wrong ones, `patience` is in seconds."""

    def __init__(self, tries: Tries, patience: float) -> None:
        self._tries, self._patience = tries, patience

    async def enter(self, request: Request) -> Response:
        """A cookie for who brings the key; else a page that says how to get the link."""
        key: Key = await run_in_threadpool(key_here)
        caller, language = request.client.host if request.client else "", language_of(request)
        if self._tries.are_used_up(caller):
            return plain_page(
                language, say("desk_closed", language), (say("desk_wait", language),), status=429
            )
        if not key.fits(request.query_params.get("key", "")):
            self._tries.note(caller)
            await asyncio.sleep(self._patience)
            why = say("desk_wrong_key", language), say("desk_closed_why", language)
            return plain_page(language, say("desk_closed", language), why, status=403)
        # No redirect: to a strict cookie, one would still be part of the visit from outside.
        answer = plain_page(
            language, say("desk_open", language), (say("desk_open_lead", language),), onward=f"/{DESK}"
        )
        is_secret = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
        answer.set_cookie(
            COOKIE, key.token, max_age=_KEPT_FOR, httponly=True, samesite="strict", secure=is_secret
        )
        return answer


async def _stamp(_request: Request) -> Response:
    return PlainTextResponse(letters_of(await run_in_threadpool(files.stamp)))


def desk_routes() -> list[BaseRoute]:
    """``/desk/enter?key=…``, and ``/desk/stamp``, which tells when a file of the course is another."""
    door = Door(Tries(time.monotonic), _PATIENCE)
    return [Route(f"/{DESK}/enter", door.enter), Route(ADDRESS, teachers_only(_stamp))]
