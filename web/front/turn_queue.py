"""A queue: few pages are made for the first time at once, in the order in which they came."""

import asyncio
import heapq
from collections.abc import Callable
from itertools import count
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from web.front.inside import knows_session
from web.front.seating import session_of

AT_ONCE: Final = 6
"""More would share the processor until all of them are late; these are done one after the other."""
LONGEST: Final = 300
PATIENCE: Final = 10.0
"""Seconds after which the next may begin, though the page before has not said that it is done."""
_SHORT: Final = 512
"""The message that a page is done is shorter than this; longer ones need not be read."""


class TurnQueue:
    """Turns for `at_once` at a time; who comes back goes before who is new."""

    def __init__(self, at_once: int = AT_ONCE, longest: int = LONGEST) -> None:
        self._free, self._longest = at_once, longest
        self._line: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    @property
    def is_crowded(self) -> bool:
        """Whether the queue is as long as it may be."""
        return self.waiting >= self._longest

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return sum(not turn.done() for _, _, turn in self._line)

    async def wait(self, *, comes_back: bool) -> None:
        """Returns when it is this one's turn; `give_back` must follow."""
        if self._free > 0:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._line, (not comes_back, next(self._numbers), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.give_back()
            raise

    def give_back(self) -> None:
        """Lets the next one in."""
        while self._line:
            _, _, turn = heapq.heappop(self._line)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class FirstRuns:
    """Holds the first message of each new websocket until it is this page's turn."""

    def __init__(
        self,
        app: ASGIApp,
        turn_queue: TurnQueue,
        patience: float = PATIENCE,
        comes_back: Callable[[str], bool] = knows_session,
    ) -> None:
        self.app, self._turn_queue, self._patience, self._comes_back = app, turn_queue, patience, comes_back

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes messages on, the first one in its turn."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        session = session_of(scope)
        known = session is not None and self._comes_back(session)
        visit = _Visit(self._turn_queue, self._patience, receive, send, comes_back=known)
        try:
            await self.app(scope, visit.receive, visit.send)
        finally:
            visit.end_turn()


class _Visit:
    """One websocket, and whether it has its turn."""

    def __init__(
        self, turn_queue: TurnQueue, patience: float, receive: Receive, send: Send, *, comes_back: bool
    ) -> None:
        self._turn_queue, self._patience, self._known = turn_queue, patience, comes_back
        self._receive, self._send = receive, send
        self._has_waited = False
        self._timer: asyncio.TimerHandle | None = None
        self._next: asyncio.Future[Message] | None = None

    async def receive(self) -> Message:
        """The next message; the first one only when it is this page's turn."""
        if self._next is not None:
            ahead, self._next = self._next, None
            return await ahead
        message = await self._receive()
        if self._has_waited or message["type"] != "websocket.receive":
            return message
        self._has_waited = True
        return await self._wait_with(message)

    async def send(self, message: Message) -> None:
        """Passes a message on; the one that says that the page is done ends its turn."""
        await self._send(message)
        if self._timer is not None and _is_done(message):
            self.end_turn()

    def end_turn(self) -> None:
        """Lets the next one in, once."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._turn_queue.give_back()

    async def _wait_with(self, first: Message) -> Message:
        """The first message in its turn; the end of the connection if that comes before."""
        turn = asyncio.ensure_future(self._turn_queue.wait(comes_back=self._known))
        ahead = asyncio.ensure_future(self._receive())
        try:
            await asyncio.wait((turn, ahead), return_when=asyncio.FIRST_COMPLETED)
            if not turn.done() and ahead.result()["type"] != "websocket.disconnect":
                await turn
        finally:
            self._settle(turn)
        if self._timer is None:
            return ahead.result()
        self._next = ahead
        return first

    def _settle(self, turn: asyncio.Future[None]) -> None:
        """Begins the turn if it has come, and leaves the queue if not."""
        if turn.done() and not turn.cancelled():
            self._timer = asyncio.get_running_loop().call_later(self._patience, self.end_turn)
        else:
            turn.cancel()


def _is_done(message: Message) -> bool:
    data = message.get("bytes")
    if not data or len(data) > _SHORT:
        return False
    return bool(ForwardMsg.FromString(data).WhichOneof("type") == "script_finished")
