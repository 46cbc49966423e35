"""Streamlit's scripts and styles, sent packed, each packed once instead of never."""

import gzip
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.routes.once import answer, takes_gzip

_FOLDER: Final = Path(st.__file__).parent / "static"
_KINDS: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class Packed:
    """Answers for ``/static/*.js`` and ``*.css`` from memory; all else is passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for one of Streamlit's scripts, packed, or passes it on."""
        path = scope.get("path", "")
        kind = _KINDS.get(Path(path).suffix)
        if scope["type"] != "http" or kind is None or not path.startswith("/static/"):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        packed = await run_in_threadpool(_packed, path) if takes_gzip(request) else None
        if packed is None:
            await self.app(scope, receive, send)
            return
        await answer(request, b"", packed, kind)(scope, receive, send)


@cache
def _names() -> frozenset[str]:
    """What may be asked for: the files that were there at the first request."""
    return frozenset(
        f"/{path.relative_to(_FOLDER).as_posix()}" for path in _FOLDER.rglob("*") if path.suffix in _KINDS
    )


@cache
def _kept(path: str) -> bytes:
    return gzip.compress((_FOLDER / path.lstrip("/")).read_bytes(), 6, mtime=0)


def _packed(path: str) -> bytes | None:
    return _kept(path) if path in _names() else None
