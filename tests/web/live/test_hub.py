"""The hub tells every phone of a room what is new: made once for all of them, and the newest alone."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

import pytest

from web.live.hub import LiveHub, Told

ROOM: Final = 7
SOON: Final = 0.001
"""Seconds between two messages or looks, so that no test waits."""
NEVER: Final = 3600.0
"""Seconds after which the record is looked at again only long after the test."""
PATIENCE: Final = 10
"""Seconds within which a message must have come; none is waited for so long but where it is missing."""


@dataclass
class Record:
    """A record with one number, and how often it was asked."""

    version: int = 1
    looks: int = 0
    told: list[int] = field(default_factory=list)
    breaks: int = 0
    lock: Lock = field(default_factory=Lock)

    def version_of(self, _room: int) -> int:
        with self.lock:
            self.looks += 1
            if self.breaks:
                self.breaks -= 1
                raise OSError("the record cannot be read now")
            return self.version

    def tell(self, _room: int) -> Told:
        self.told.append(self.version)
        return {"phone": f"phone {self.version}", "staff": f"staff {self.version}"}

    def hub(self, *, look: float = SOON) -> LiveHub:
        return LiveHub(self.version_of, self.tell, every=SOON, look=look)


def run(play: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Plays it in a loop of its own, and looks that nothing is left running."""

    async def whole() -> None:
        await asyncio.wait_for(play(), PATIENCE)
        await until(lambda: len(asyncio.all_tasks()) == 1)

    asyncio.run(whole())


async def until(is_so: Callable[[], bool]) -> None:
    """Lets the others work until it is so."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():
            await asyncio.sleep(SOON)


async def heard(feed: AsyncGenerator[str]) -> str:
    return await asyncio.wait_for(anext(feed), PATIENCE)


def test_what_is_new_is_made_once_for_all_who_listen() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub()
        feeds = [hub.listen(ROOM, "phone") for _ in range(40)] + [hub.listen(ROOM, "staff")]
        first = await asyncio.gather(*map(heard, feeds))
        record.version = 2
        second = await asyncio.gather(*map(heard, feeds))
        await asyncio.gather(*(feed.aclose() for feed in feeds))

        assert first == ["phone 1"] * 40 + ["staff 1"]
        assert second == ["phone 2"] * 40 + ["staff 2"]
        assert record.told == [1, 2]

    run(play)


def test_who_comes_later_is_told_at_once_what_the_others_were_told() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub(look=NEVER)
        early, late = hub.listen(ROOM, "phone"), hub.listen(ROOM, "phone")
        assert await heard(early) == await heard(late) == "phone 1"
        assert hub.listeners(ROOM) == 2
        await early.aclose()
        await late.aclose()

    run(play)
    assert record.told == [1]


def test_who_reads_slowly_is_told_the_newest_and_nothing_between() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub()
        slow, quick = hub.listen(ROOM, "phone"), hub.listen(ROOM, "phone")
        await heard(slow)
        await heard(quick)
        for version in (2, 3, 4):
            record.version = version
            assert await heard(quick) == f"phone {version}"

        assert await heard(slow) == "phone 4"
        await slow.aclose()
        await quick.aclose()

    run(play)


def test_nothing_is_told_while_nothing_is_new() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub()
        feed = hub.listen(ROOM, "phone")
        await heard(feed)
        waiting = asyncio.create_task(heard(feed))
        looks = record.looks
        await until(lambda: record.looks > looks + 3)

        assert not waiting.done()
        assert record.told == [1]
        record.version = 2
        assert await waiting == "phone 2"
        await feed.aclose()

    run(play)


def test_what_was_written_here_is_told_without_waiting_for_the_next_look() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub(look=NEVER)
        feed = hub.listen(ROOM, "phone")
        await heard(feed)
        record.version = 2
        hub.poke(ROOM + 1)
        hub.poke(ROOM)

        assert await heard(feed) == "phone 2"
        await feed.aclose()

    run(play)


def test_what_another_process_wrote_is_told_at_the_next_look() -> None:
    record = Record()

    async def play() -> None:
        one, other = record.hub(), record.hub(look=NEVER)
        here, there = one.listen(ROOM, "phone"), other.listen(ROOM, "phone")
        await heard(here)
        await heard(there)
        record.version = 2
        other.poke(ROOM)

        assert await heard(there) == await heard(here) == "phone 2"
        await here.aclose()
        await there.aclose()

    run(play)


def test_a_feed_ends_with_its_last_listener_and_begins_anew() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub()
        one, two = hub.listen(ROOM, "phone"), hub.listen(ROOM, "phone")
        await heard(one)
        await heard(two)
        await one.aclose()
        assert hub.listeners(ROOM) == 1
        await two.aclose()
        assert hub.listeners(ROOM) == 0
        await until(lambda: len(asyncio.all_tasks()) <= 2)
        record.version, looks = 5, record.looks
        again = hub.listen(ROOM, "phone")

        assert await heard(again) == "phone 5"
        assert record.looks == looks + 1
        await again.aclose()

    run(play)


def test_a_listener_that_is_cancelled_leaves_nothing_behind() -> None:
    record = Record()

    async def play() -> None:
        hub = record.hub()

        async def read() -> None:
            async for _ in hub.listen(ROOM, "phone"):
                pass

        reading = [asyncio.create_task(read()) for _ in range(5)]
        await until(lambda: hub.listeners(ROOM) == 5 and record.told == [1])
        for one in reading:
            one.cancel()
        await asyncio.gather(*reading, return_exceptions=True)

        await until(lambda: hub.listeners(ROOM) == 0)

    run(play)


def test_a_record_that_cannot_be_read_once_silences_no_phone(caplog: pytest.LogCaptureFixture) -> None:
    record = Record(breaks=2)

    async def play() -> None:
        feed = record.hub().listen(ROOM, "phone")

        assert await heard(feed) == "phone 1"
        await feed.aclose()

    run(play)
    assert caplog.text.count(f"what is new in room {ROOM} could not be read") == 2
