"""Files that are sent to the server: from teachers only, none too large, not too many at once."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from courseware.text import Text
from web.front.inside import bytes_held
from web.front.refusing import header, refuse
from web.front.teacher import is_teacher

PLACE: Final = "/_stcore/upload_file/"
MOST_A_FILE: Final = 51 * 1024 * 1024
"""Streamlit's own `maxUploadSize` of 50 MB, a whole course, and room for the envelope around the file."""
MOST_A_SESSION: Final = 110 * 1024 * 1024
MOST_IN_ALL: Final = 220 * 1024 * 1024
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class UploadLimit:
    """Lets teachers send files, as long as the memory that they take stays bounded."""

    def __init__(
        self,
        app: ASGIApp,
        is_allowed: Callable[[Scope], Awaitable[bool]] = is_teacher,
        held: Callable[[str], tuple[int, int]] = bytes_held,
    ) -> None:
        self.app, self._is_allowed, self._held = app, is_allowed, held
        self._coming: dict[str, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on all that is no upload, and the uploads for which there is room."""
        if scope["type"] != "http" or not scope["path"].startswith(PLACE) or scope["method"] in _READING:
            await self.app(scope, receive, send)
        elif not await self._is_allowed(scope):
            await refuse(scope, receive, send, status=403, words=_TEACHERS_ONLY)
        elif scope["method"] == "DELETE":
            await self.app(scope, receive, send)
        else:
            await self._take(scope, receive, send)

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = scope["path"].removeprefix(PLACE).partition("/")[0]
        size = _size(header(scope, b"content-length"))
        if size > MOST_A_FILE:
            await refuse(scope, receive, send, status=413, words=_TOO_LARGE)
            return
        mine, all_held = self._held(session)
        if (
            mine + self._coming.get(session, 0) + size > MOST_A_SESSION
            or all_held + sum(self._coming.values()) + size > MOST_IN_ALL
        ):
            await refuse(scope, receive, send, status=413, words=_FULL)
            return
        self._coming[session] = self._coming.get(session, 0) + size
        try:
            await self.app(scope, _bounded(receive), send)
        finally:
            self._coming[session] -= size
            if not self._coming[session]:
                del self._coming[session]


def _size(said: str | None) -> int:
    """The length that is announced; the most a file may have if none is."""
    return int(said[:12]) if said and said.isascii() and said.isdigit() else MOST_A_FILE


def _bounded(receive: Receive) -> Receive:
    """The same messages, and the end of the connection once they are more than a file may be."""
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        return message if came <= MOST_A_FILE else {"type": "http.disconnect"}

    return counted


_TEACHERS_ONLY: Final = (
    Text(en="Only teachers send files", zh="只有教师可以上传文件"),
    Text(
        en="The file was not kept. Open the teacher's desk first, then send it from there.",
        zh="文件没有保存。请先进入备课台，再在那里上传。",
    ),
)
_TOO_LARGE: Final = (
    Text(en="The file is too large", zh="文件太大"),
    Text(en="A file has at most 50 MB. Nothing was kept.", zh="文件最大 50 MB。没有保存任何内容。"),
)
_FULL: Final = (
    Text(en="There is no room for more files", zh="没有空间容纳更多文件"),
    Text(
        en="Too many files are held at once: take some away from the page, or reload it, then send this "
        "one again. Nothing was kept.",
        zh="同时保留的文件太多：请在页面上移除几个文件或刷新页面，然后重新上传。没有保存任何内容。",
    ),
)
