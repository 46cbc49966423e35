"""What a class does to the server: so many students at once, each moving a slider and thinking."""

import asyncio
import random
from dataclasses import dataclass

from tests.bench.seat import Seat


@dataclass(frozen=True)
class Held:
    """How a class fared: what each move took, in milliseconds, and what went wrong."""

    waits: list[float]
    failures: list[str]


def hold(address: str, *, students: int, moves: int, think: float, arrive: float = 10) -> Held:
    """A class at this address; it arrives within so many seconds and thinks between its moves."""
    return asyncio.run(_hold(address, students, moves, think, arrive))


async def _hold(address: str, students: int, moves: int, think: float, arrive: float) -> Held:
    seats = [Seat(address, random.Random(number)) for number in range(students)]

    async def come(number: int, seat: Seat) -> None:
        await asyncio.sleep(arrive * number / students)
        await seat.attend(moves, think)

    ends = await asyncio.gather(*(come(n, seat) for n, seat in enumerate(seats)), return_exceptions=True)
    failures = [repr(end) for end in ends if end is not None]
    failures += [failure for seat in seats for failure in seat.failures]
    return Held([wait for seat in seats for wait in seat.waits], failures)
