"""One request or one websocket sent through a piece of the web front, with no server between."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def request(
    method: str = "GET",
    path: str = "/",
    headers: Mapping[str, str] | None = None,
    *,
    client: str = "192.168.1.20",
    kind: str = "http",
    subprotocols: Sequence[str] = (),
    scheme: str = "http",
) -> Scope:
    """What a server would hand over for this request or, with `kind` websocket, for this handshake."""
    sent = {"host": "lab.test:8501", **(headers or {})}
    return {
        "type": kind,
        "http_version": "1.1",
        "method": method,
        "scheme": scheme,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items() if value],
        "client": (client, 1),
        "server": ("lab.test", 8501),
        "subprotocols": list(subprotocols),
        "extensions": {"websocket.http.response": {}},
    }


def handshake(headers: Mapping[str, str] | None = None, **more: Any) -> Scope:
    """What a server would hand over when a page opens its socket."""
    return request(path="/_stcore/stream", headers=headers, kind="websocket", **more)


@dataclass
class Behind:
    """What stands behind a check: remembers what came through, and answers 200."""

    seen: list[Scope] = field(default_factory=list)
    received: list[Message] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Takes all messages of a websocket, or the body of a request."""
        self.seen.append(scope)
        if scope["type"] == "websocket":
            await self._listen(receive, send)
            return
        while True:
            message = await receive()
            self.received.append(message)
            if not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"behind"})

    async def _listen(self, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] != "websocket.disconnect":
            self.received.append(message)


@dataclass
class Passage:
    """What came back."""

    sent: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The status of the answer; 101 for a websocket that was accepted, 0 for none at all."""
        for message in self.sent:
            if message["type"].endswith("response.start"):
                return int(message["status"])
            if message["type"] == "websocket.accept":
                return 101
        return 0

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the answer; of several of one name the last."""
        start = next(message for message in self.sent if message["type"].endswith("response.start"))
        return {name.decode(): value.decode() for name, value in start["headers"]}

    @property
    def text(self) -> str:
        """The body of the answer."""
        return b"".join(message.get("body", b"") for message in self.sent).decode()

    @property
    def code(self) -> int | None:
        """The code by which a websocket was closed."""
        return next((one["code"] for one in self.sent if one["type"] == "websocket.close"), None)


async def send_through(app: ASGIApp, scope: Scope, messages: Sequence[Message] = ()) -> Passage:
    """Sends one request with these messages, then the end of the connection."""
    back = Passage()
    left = list(messages) or [{"type": "http.request", "body": b"", "more_body": False}]
    if scope["type"] == "websocket":
        left = [{"type": "websocket.connect"}, *messages]
    end = {"type": f"{scope['type']}.disconnect", "code": 1001}

    async def receive() -> Message:
        return left.pop(0) if left else end

    async def send(message: Message) -> None:
        back.sent.append(message)

    await app(scope, receive, send)
    return back


def ask(app: ASGIApp, scope: Scope, messages: Sequence[Message] = ()) -> Passage:
    """The same outside of an event loop."""
    return asyncio.run(send_through(app, scope, messages))


async def anybody(_scope: Scope) -> bool:
    """Says that it is a teacher who asks."""
    return True


async def nobody(_scope: Scope) -> bool:
    """Says that it is no teacher who asks."""
    return False
