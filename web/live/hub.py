"""Tells the phones and windows of a room what is new: made once for all, a few times a second at most."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Literal

from starlette.concurrency import run_in_threadpool

Audience = Literal["phone", "staff"]
"""Who listens: a student's phone, or a window or phone of the teacher's."""
Told = Mapping[Audience, str]
EVERY: Final = 0.2
"""Seconds between two messages to a room at least: no tally is read more than five times a second."""
LOOK: Final = 0.5
"""Seconds after which the record is asked whether another process has written something."""
_LOG: Final = logging.getLogger("lab.web")


@dataclass(eq=False)
class _Feed:
    """What one room is being told; `number` counts the messages."""

    number: int = 0
    version: int = -1
    told: Told = field(default_factory=dict)
    listeners: int = 0
    poked: asyncio.Event = field(default_factory=asyncio.Event)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class LiveHub:
    """The feeds of all rooms that somebody listens to, in one event loop.

    `version_of` tells cheaply whether anything is new in a room; `tell` makes its messages. Both may wait
    for the record, and are called in threads. The record alone says what is told, so that any number of
    processes on it tell the same.
    """

    def __init__(
        self,
        version_of: Callable[[int], int],
        tell: Callable[[int], Told],
        *,
        every: float = EVERY,
        look: float = LOOK,
    ) -> None:
        self._version_of, self._tell = version_of, tell
        self._every, self._look = every, look
        self._feeds: dict[int, _Feed] = {}

    def poke(self, room: int) -> None:
        """Says that something was written in this room, so that nobody waits for the next look."""
        feed = self._feeds.get(room)
        if feed is not None:
            feed.poked.set()

    def listeners(self, room: int) -> int:
        """How many phones and windows listen in this process."""
        feed = self._feeds.get(room)
        return feed.listeners if feed is not None else 0

    async def listen(self, room: int, audience: Audience) -> AsyncGenerator[str]:
        """The messages of a room for as long as somebody reads them, the newest first of all.

        Who reads slowly is told the newest and never what came between.
        """
        feed = self._feeds.setdefault(room, _Feed())
        feed.listeners += 1
        if feed.task is None:
            feed.task = asyncio.create_task(self._keep(room, feed))
        try:
            seen = 0
            while True:
                if feed.number > seen:
                    seen = feed.number
                    yield feed.told[audience]
                else:
                    await feed.news.wait()
        finally:
            feed.listeners -= 1
            if feed.listeners == 0:
                self._end(room, feed)

    def _end(self, room: int, feed: _Feed) -> None:
        if self._feeds.get(room) is feed:
            del self._feeds[room]
        if feed.task is not None:
            feed.task.cancel()

    async def _keep(self, room: int, feed: _Feed) -> None:
        """Looks whenever something was written here, and every so often whether it was elsewhere."""
        while True:
            feed.poked.clear()
            try:
                await self._look_once(room, feed)
            except Exception:  # phones must not wait for ever for one look that the record refused
                _LOG.exception("what is new in room %s could not be read", room)
            await asyncio.sleep(self._every)
            with suppress(TimeoutError):
                await asyncio.wait_for(feed.poked.wait(), self._look)

    async def _look_once(self, room: int, feed: _Feed) -> None:
        version = await run_in_threadpool(self._version_of, room)
        if version == feed.version:
            return
        feed.told = await run_in_threadpool(self._tell, room)
        feed.version = version
        feed.number += 1
        before, feed.news = feed.news, asyncio.Event()
        before.set()
