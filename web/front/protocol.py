"""Connections as the system hands them over: how many there may be, and how long they may say nothing."""

import asyncio
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

import h11
from uvicorn._types import ASGISendEvent
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from web.front.quiet import LOG

HEAD_WITHIN: Final = 20.0
"""Seconds within which a browser, on however bad a network, has said what it wants."""


@dataclass
class Connections:
    """The connections that are open, of each address and in all; proxies are `trusted` to speak for many."""

    most: int
    most_per_address: int
    trusted: Container[str] = ()
    open: Counter[str] = field(default_factory=Counter)

    def take(self, address: str) -> bool:
        """Whether there is room for one more of this address; then it is counted."""
        mine = self.open.get(address, 0)
        if self.open.total() >= self.most or (mine >= self.most_per_address and address not in self.trusted):
            return False
        self.open[address] = mine + 1
        return True

    def give_back(self, address: str) -> None:
        """One fewer."""
        self.open[address] -= 1
        if self.open[address] <= 0:
            del self.open[address]


class Requests(H11Protocol):
    """A connection that is counted, and that has to say what it wants in time."""

    counts: ClassVar[Connections]
    head_within: ClassVar[float]
    _deadline: asyncio.TimerHandle | None = None
    _address: str | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Counts the connection, or ends it where there are too many."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        if not self.counts.take(address):
            LOG.warning("Too many connections are open: new ones are refused.")
            transport.abort()
            return
        self._address = address
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Gives the place back."""
        self._release()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Reads on; the clock runs while the beginning of a request is incomplete."""
        if self._address is None:
            return
        super().data_received(data)
        if self._address is not None and self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._expect_head()
        else:
            self._head_came()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Hands the connection over to a websocket, which counts it from here on."""
        self._release()
        super().handle_websocket_upgrade(event)

    def _expect_head(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(self.head_within, self._give_up)

    def _head_came(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._deadline = None
        self.transport.abort()

    def _release(self) -> None:
        self._head_came()
        if self._address is not None:
            self.counts.give_back(self._address)
            self._address = None


class Websockets(WebSocketsSansIOProtocol):
    """A websocket, whose connection goes on being counted."""

    counts: ClassVar[Connections]

    def connection_made(self, transport: Any) -> None:
        """Counts the connection that a request has handed over."""
        super().connection_made(transport)
        self.counts.open[self.client[0] if self.client else ""] += 1

    async def send(self, message: ASGISendEvent) -> None:
        """Sends a message; a refusal ends the handshake, which uvicorn would report as an error."""
        await super().send(message)
        if message["type"] == "websocket.http.response.body" and not message.get("more_body", False):
            self.handshake_complete = True

    def connection_lost(self, exc: Exception | None) -> None:
        """Gives the place back."""
        self.counts.give_back(self.client[0] if self.client else "")
        super().connection_lost(exc)


def protocols(
    connections: Connections, head_within: float = HEAD_WITHIN
) -> tuple[type[asyncio.Protocol], type[asyncio.Protocol]]:
    """uvicorn's protocols for requests and for websockets, which share one count."""
    ours = {"counts": connections, "head_within": head_within}
    return type("Requests", (Requests,), ours), type("Websockets", (Websockets,), ours)
