"""What a class does to the server: so many students at once, each moving a slider and thinking."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.bench.seat import Seat

ARRIVE: Final = 10
"""Seconds within which all have come."""


@dataclass(frozen=True)
class Held:
    """How a class fared: what each move took, in milliseconds, and what went wrong."""

    waits: list[float]
    failures: list[str]


def hold(address: str, *, students: int, moves: int, think: float, cookies: Sequence[str] = ()) -> Held:
    """A class at this address; it arrives within ten seconds and thinks between its moves.

    `cookies` are what the browsers send of those who have signed in.
    """
    sent = [*cookies, *([""] * students)][:students]
    seats = [Seat(address, random.Random(number), cookie) for number, cookie in enumerate(sent)]
    return asyncio.run(_hold(seats, moves, think))


async def _hold(seats: Sequence[Seat], moves: int, think: float) -> Held:
    async def come(number: int, seat: Seat) -> None:
        await asyncio.sleep(ARRIVE * number / len(seats))
        await seat.attend(moves, think)

    ends = await asyncio.gather(*(come(n, seat) for n, seat in enumerate(seats)), return_exceptions=True)
    failures = [repr(end) for end in ends if end is not None]
    failures += [failure for seat in seats for failure in seat.failures]
    return Held([wait for seat in seats for wait in seat.waits], failures)
