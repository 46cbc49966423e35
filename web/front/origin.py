"""Only the lab's own pages may open its socket or change anything: not those of another port or site."""

from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from courseware.text import Text
from web.front.authority import is_same_place
from web.front.refusing import header, refuse

_READING: Final = frozenset({"GET", "HEAD"})


class OriginCheck:
    """Compares where a page came from with where it asks, port included, before Streamlit does.

    Browsers always say where a page came from; programs that say nothing are let through.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what only reads, and what one of the lab's own pages asks for."""
        kind = scope["type"]
        if kind == "websocket" or (kind == "http" and scope["method"] not in _READING):
            origin, host = header(scope, b"origin"), header(scope, b"host") or ""
            if origin is not None:
                if not is_same_place(origin, host):
                    await refuse(scope, receive, send, status=403, words=_FOREIGN)
                    return
                scope = _plainly_ours(scope, origin, host)
        await self.app(scope, receive, send)


def _plainly_ours(scope: Scope, origin: str, host: str) -> Scope:
    """The same request with its origin written as the host is.

    Streamlit compares the two letter by letter, and where they differ it asks a computer on the
    internet for its own address, while everybody waits.
    """
    same = f"{origin.partition('://')[0].lower()}://{host}".encode("latin-1")
    headers = [(name, same if name == b"origin" else value) for name, value in scope["headers"]]
    return {**scope, "headers": headers}


_FOREIGN: Final = (
    Text(en="Another page may not use the lab", zh="其他网页不能使用实验室"),
    Text(
        en="This request came from a page of another address or port. Open the lab in a tab of its own. "
        "Behind a proxy, the proxy must pass on the name in the Host header (see deploy/README.md).",
        zh="这个请求来自另一个网址或端口的网页。请在单独的标签页中打开实验室。"
        "若经由代理服务器，代理必须原样传递 Host（见 deploy/README.md）。",
    ),
)
