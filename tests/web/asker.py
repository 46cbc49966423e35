"""Somebody who asks an ASGI application for an address, with no server between."""

import asyncio
import gzip
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.types import ASGIApp


@dataclass(frozen=True)
class Answer:
    """What came back: unpacked, with the headers as they were sent."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """The content as words."""
        return self.content.decode()


@dataclass(frozen=True)
class Asker:
    """Asks one application, by this scheme, from a computer of this address."""

    app: ASGIApp
    scheme: str = "http"
    address: str = "127.0.0.1"

    def get(
        self, address: str, takes: str = "gzip", headers: Mapping[str, str] | None = None, **values: object
    ) -> Answer:
        """The answer to this address, `values` added to its query; `takes` names the packing understood."""
        url = urlsplit(address)
        query = "&".join(part for part in (url.query, urlencode(values)) if part)
        return self._send("GET", url.path, query, {"accept-encoding": takes, **(headers or {})}, b"")

    def post(self, address: str, headers: Mapping[str, str] | None = None, **fields: str) -> Answer:
        """The answer to a form that is sent to this address."""
        url = urlsplit(address)
        sent = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._send("POST", url.path, url.query, sent, urlencode(fields).encode())

    def _send(self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes) -> Answer:
        sent = {"host": "lab", **headers}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},  # who sends files need not listen meanwhile
            "http_version": "1.1",
            "method": method,
            "scheme": self.scheme,
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "client": (self.address, 1),
            "server": ("lab", 80),
        }
        return asyncio.run(self._ask(scope, body))

    async def _ask(self, scope: MutableMapping[str, Any], sent: bytes) -> Answer:
        said: list[MutableMapping[str, Any]] = []

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "http.request", "body": sent, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            said.append(message)

        await self.app(scope, receive, send)
        headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
        body = b"".join(message.get("body", b"") for message in said[1:])
        unpacked = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
        return Answer(said[0]["status"], headers, unpacked)
