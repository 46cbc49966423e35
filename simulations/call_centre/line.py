"""One line in front of several agents: first come, first served, and some lose patience."""

from dataclasses import dataclass
from heapq import heapreplace

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Calls:
    """What became of each caller, in order of arrival; of each room first, if there are several."""

    wait: Numbers
    """Seconds in the line, up to the answer or to hanging up."""
    abandoned: Flags


def fifo(arrivals: Numbers, services: Numbers, agents: int, patience: Numbers | None = None) -> Calls:
    """Each caller takes the agent who is free first, or hangs up if that would take too long.

    A heap holds the times at which the agents will be free (Kiefer and Wolfowitz 1955). An answered
    caller keeps an agent from max(arrival, that time) on, as a discrete-event simulation counts it.
    """
    free = [0.0] * agents
    waits: list[float] = []
    if patience is None:
        for arrival, service in zip(arrivals.tolist(), services.tolist(), strict=True):
            soonest = free[0]
            if soonest > arrival:
                waits.append(soonest - arrival)
                heapreplace(free, soonest + service)
            else:
                waits.append(0.0)
                heapreplace(free, arrival + service)
        return Calls(np.array(waits), np.zeros(len(waits), dtype=bool))
    for arrival, service, limit in zip(arrivals.tolist(), services.tolist(), patience.tolist(), strict=True):
        soonest = free[0]
        if soonest <= arrival:
            waits.append(0.0)
            heapreplace(free, arrival + service)
        elif soonest - arrival <= limit:
            waits.append(soonest - arrival)
            heapreplace(free, soonest + service)
        else:
            waits.append(-1.0)
    offered = np.array(waits)
    gone = offered < 0
    return Calls(np.where(gone, patience, offered), gone)


def fifo_rooms(arrivals: Numbers, services: Numbers, agents: int, patience: Numbers | None = None) -> Calls:
    """The same for many rooms at once, a row a room: to the last bit what `fifo` says of each row.

    All rooms take their next call together, so that the work is done on whole columns.
    """
    rooms, calls = arrivals.shape
    free = np.zeros((rooms, agents))
    flat, first = free.reshape(-1), np.arange(rooms) * agents
    offered = np.empty((calls, rooms))
    limits = np.full((calls, rooms), np.inf) if patience is None else np.ascontiguousarray(patience.T)
    steps = zip(np.ascontiguousarray(arrivals.T), np.ascontiguousarray(services.T), limits, strict=True)
    for call, (arrival, service, limit) in enumerate(steps):
        place = first + free.argmin(axis=1)
        soonest = flat[place]
        wait = np.maximum(soonest - arrival, 0.0, out=offered[call])
        until = np.maximum(soonest, arrival) + service
        flat[place] = until if patience is None else np.where(wait <= limit, until, soonest)
    abandoned = offered > limits
    return Calls(np.where(abandoned, limits, offered).T, abandoned.T)
