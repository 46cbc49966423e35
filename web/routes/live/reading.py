"""What a phone or window sends: a small JSON object from one of the lab's own pages, or nothing."""

import json
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue
from starlette.requests import Request

from courseware.problem import ReaderError
from courseware.text import Text
from web.routes.form import is_own_form

_LARGEST: Final = 16_384
"""Bytes: the longest order of items and the longest question fit several times over."""
_UNREAD: Final = Text(
    en="This could not be read. Reload the page and try again.", zh="无法读取发送的内容，请刷新页面后重试。"
)
_TOO_LARGE: Final = Text(
    en="This is far longer than an answer may be. Shorten it and send it again.",
    zh="发送的内容太长，请缩短后重新发送。",
)
_FOREIGN: Final = Text(
    en="Another page may not answer here. Open the room in a tab of its own.",
    zh="其他网页不能在这里作答，请在单独的标签页中打开课堂。",
)


async def read_object(request: Request) -> Mapping[str, JsonValue]:
    """The object that was sent; a ReaderError says why it is none."""
    if not is_own_form(request):
        raise ReaderError(_FOREIGN)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise ReaderError(_TOO_LARGE)
    try:
        read = json.loads(body)
        json.dumps(read, ensure_ascii=False, allow_nan=False).encode()  # NaN and half characters are none
    except (ValueError, RecursionError):
        raise ReaderError(_UNREAD) from None
    if not isinstance(read, dict):
        raise ReaderError(_UNREAD)
    return read
