"""What a class does to the server: so many students at once, each moving a slider and thinking."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.seat import Seat


@dataclass(frozen=True)
class Held:
    """How a class fared: what each move took, in milliseconds, and what went wrong."""

    waits: list[float]
    failures: list[str]


def hold(
    address: str, *, students: int, moves: int, think: float, arrive: float = 10, cookies: Sequence[str] = ()
) -> Held:
    """A class at this address; it arrives within so many seconds and thinks between its moves.

    A third of it drags: these look along another slider each time, and let go of that. `cookies` are what
    the browsers send of those who have signed in.
    """
    sent = [*cookies, *([""] * students)][:students]
    seats = [
        Seat(address, random.Random(number), cookie, drags=number % 3 == 0)
        for number, cookie in enumerate(sent)
    ]
    return asyncio.run(_hold(seats, moves, think, arrive))


async def _hold(seats: Sequence[Seat], moves: int, think: float, arrive: float) -> Held:
    async def come(number: int, seat: Seat) -> None:
        await asyncio.sleep(arrive * number / len(seats))
        await seat.attend(moves, think)

    ends = await asyncio.gather(*(come(n, seat) for n, seat in enumerate(seats)), return_exceptions=True)
    failures = [repr(end) for end in ends if end is not None]
    failures += [failure for seat in seats for failure in seat.failures]
    return Held([wait for seat in seats for wait in seat.waits], failures)
