"""What 100,000 calls take: first come, first served in the lab, and in SimPy beside it."""

from collections.abc import Generator
from typing import Any, Final

import numpy as np
import simpy
from numpy.typing import NDArray

from simulations.call_centre.floor import Stream, steady
from simulations.call_centre.line import fifo, fifo_rooms
from simulations.call_centre.model import CallCentre

CALLS: Final = 100_000
AGENTS: Final = 14
ROOMS: Final = 1_000

Numbers = NDArray[np.float64]


def stream(calls: int = CALLS) -> Stream:
    """Callers who hold on, in order of arrival."""
    return steady(CallCentre(n=calls, callers="hold_on"))


def in_the_lab(callers: Stream) -> Numbers:
    """How long each waits, by the heap of the times at which agents will be free."""
    return fifo(callers.arrival, callers.service, AGENTS).wait


def in_rooms(callers: Stream) -> Numbers:
    """The same calls as a thousand short days, all rooms at once."""
    arrivals = np.diff(callers.arrival, prepend=0.0).reshape(ROOMS, -1).cumsum(axis=1)
    return fifo_rooms(arrivals, callers.service.reshape(ROOMS, -1), AGENTS).wait


def in_simpy(callers: Stream) -> Numbers:
    """How long each waits, by a discrete-event simulation: a process for every call."""
    room = simpy.Environment()
    agents = simpy.Resource(room, AGENTS)
    waits = np.zeros(len(callers.arrival))

    def call(number: int, service: float) -> Generator[Any, Any, None]:
        came = room.now
        with agents.request() as turn:
            yield turn
            waits[number] = room.now - came
            yield room.timeout(service)

    def arrive() -> Generator[Any, Any, None]:
        pairs = zip(callers.arrival.tolist(), callers.service.tolist(), strict=True)
        for number, (arrival, service) in enumerate(pairs):
            yield simpy.events.Timeout(room, arrival - room.now)
            room.process(call(number, service))

    room.process(arrive())
    room.run()
    return waits
