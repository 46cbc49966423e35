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


Listed = tuple[list[float], list[float], list[float], list[float] | None]
"""Callers in plain floats: when each comes, and goes if answered at once, the talk, the patience."""


def listed(arrivals: Numbers, services: Numbers, patience: Numbers | None = None) -> Listed:
    """The callers as `walk` goes through them; made once for however many numbers of agents."""
    at_once = (arrivals + services).tolist()
    return arrivals.tolist(), at_once, services.tolist(), None if patience is None else patience.tolist()


def fifo(arrivals: Numbers, services: Numbers, agents: int, patience: Numbers | None = None) -> Calls:
    """Each caller takes the agent who is free first, or hangs up if that would take too long.

    A heap holds the times at which the agents will be free (Kiefer and Wolfowitz 1955). An answered
    caller keeps an agent from max(arrival, that time) on, as a discrete-event simulation counts it.
    """
    return became(walk(listed(arrivals, services, patience), agents), arrivals, patience)


def became(freed: list[float], arrivals: Numbers, patience: Numbers | None) -> Calls:
    """What became of callers for whom an agent was free at these times."""
    offered = np.maximum(np.array(freed) - arrivals, 0.0)
    if patience is None:
        return Calls(offered, np.zeros(len(freed), dtype=bool))
    gone = offered > patience
    return Calls(np.where(gone, patience, offered), gone)


def walk(callers: Listed, agents: int) -> list[float]:
    """When the agent who is free first will be so, as each caller comes.

    A chart that follows a slider has this walked for each of its places: comprehensions over plain
    floats, whose waits are worked out afterwards on whole arrays, take half as long as a loop.
    """
    free = [0.0] * agents
    arrivals, at_once, services, patience = callers
    if patience is None:
        return [
            heapreplace(free, end if (soonest := free[0]) <= arrival else soonest + service)
            for arrival, end, service in zip(arrivals, at_once, services, strict=True)
        ]
    return [
        heapreplace(free, end)
        if (soonest := free[0]) <= arrival
        else heapreplace(free, soonest + service)
        if soonest - arrival <= limit
        else soonest
        for arrival, end, service, limit in zip(arrivals, at_once, services, patience, strict=True)
    ]


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
