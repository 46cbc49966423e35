"""Streamlit's scripts and styles, sent packed, each packed once instead of never."""

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from web.routes.bundles import KINDS, packed
from web.routes.once import answer, takes_gzip


class PackedStatics:
    """Answers for ``/static/*.js`` and ``*.css`` from memory; all else is passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for one of Streamlit's scripts, packed, or passes it on."""
        path = scope.get("path", "")
        kind = KINDS.get(Path(path).suffix)
        if scope["type"] != "http" or kind is None or not path.startswith("/static/"):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        body = await run_in_threadpool(packed, path) if takes_gzip(request) else None
        if body is None:
            await self.app(scope, receive, send)
            return
        await answer(request, b"", body, kind)(scope, receive, send)
