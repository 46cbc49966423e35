"""Who calls the service desk, when, what about, how long it takes and how it ends."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import uniforms
from datasets.activity import END, RECENT, YEAR, poisson
from datasets.opinions import Opinions
from datasets.people import CustomerTraits
from datasets.queue import waiting
from datasets.streams import CALLING, call_stream

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

SILENT: Final = 0.5
"""Chance that an unhappy customer never says so; the TARP studies found about half."""
SPEAKS_PER_POINT: Final = 0.08
"""Complaints a year, above the first, for each point by which the firm fell short."""
ASKS: Final = 0.15
ASKS_PER_PURCHASE: Final = 0.06
"""Calls a year that any customer makes, and those that each purchase brings with it."""

TOPICS: Final = ("delivery", "product", "invoice", "return", "advice", "order", "praise")
COMPLAINTS: Final = TOPICS[:4]
"""What is complained of; the other topics are no complaints."""
OF_COMPLAINTS: Final = np.array([0.36, 0.30, 0.14, 0.20, 0.0, 0.0, 0.0])
OF_OTHERS: Final = np.array([0.08, 0.05, 0.04, 0.05, 0.36, 0.30, 0.12])
"""Shares of the topics among the calls of unhappy customers who complain, and among all other calls."""

HANDLED: Final = np.array([240.0, 330.0, 270.0, 250.0, 180.0, 130.0, 80.0])
"""The usual seconds that a call about each topic takes."""
HANDLED_SPREAD: Final = 0.5
OUTCOMES: Final = ("at_once", "later", "unsolved", "gave_up")
SOLVED_AT_ONCE: Final = np.array([0.45, 0.50, 0.70, 0.60, 0.85, 0.90, 1.0])
SOLVED_LATER: Final = np.array([0.36, 0.32, 0.22, 0.28, 0.12, 0.08, 0.0])
"""Chances of the answered calls about each topic; what is left stays unsolved."""


@dataclass(frozen=True)
class ServiceCalls:
    """One row a call, by customer, day and hour."""

    owner: Whole
    """The customer, counted from the first one asked for."""
    day: Whole
    """Days from 1970-01-01."""
    hour: Whole
    topic: NDArray[np.int8]
    waited: Whole
    """Seconds."""
    handled: Whole
    """Seconds; 0 for a caller who gave up."""
    outcome: NDArray[np.int8]


def draw_calls(
    seed: int, start: int, stop: int, *, people: CustomerTraits, opinions: Opinions, purchases: Whole
) -> ServiceCalls:
    """The calls of the year up to the survey of the customers `start` up to `stop`, who bought so often."""
    first = np.maximum(people.joined_on.astype(np.int64), RECENT)
    count, complains = _counts(
        seed, start, stop, opinions=opinions, purchases=purchases, years=(END - first) / YEAR
    )
    owner, luck = _each(seed, start, stop, count)
    day = first[owner] + (luck[:, 0] * (END - first[owner])).astype(np.int64)
    hour, waited, gave_up = waiting(luck[:, 1:4])
    topic = _topic(complains[owner], luck[:, 4])
    length = HANDLED[topic] * np.exp(HANDLED_SPREAD * ndtri(np.maximum(luck[:, 5], 2.0**-54)))
    handled = np.where(gave_up, 0, np.rint(length) + 1).astype(np.int64)
    outcome = np.where(gave_up, OUTCOMES.index("gave_up"), _outcome(topic, luck[:, 6])).astype(np.int8)
    order = np.lexsort((hour, day, owner))
    return ServiceCalls(
        owner=owner[order],
        day=day[order],
        hour=hour[order],
        topic=topic[order],
        waited=waited[order],
        handled=handled[order],
        outcome=outcome[order],
    )


def _counts(
    seed: int, start: int, stop: int, *, opinions: Opinions, purchases: Whole, years: Floats
) -> tuple[Whole, NDArray[np.bool_]]:
    """How often each customer calls, and whether the calls are those of somebody who complains."""
    u = uniforms(seed, CALLING, start, stop)
    short = np.maximum(opinions.expected - opinions.perceived, 0) / 10
    complains = (short > 0) & (u[:, 0] >= SILENT)
    asks = poisson(u[:, 1], (ASKS + ASKS_PER_PURCHASE * purchases) * years)
    more = poisson(u[:, 2], SPEAKS_PER_POINT * short * years)
    return np.where(complains, 1 + more + asks, np.where(short > 0, 0, asks)), complains


def _each(seed: int, start: int, stop: int, count: Whole) -> tuple[Whole, Floats]:
    """The customer and the uniform numbers of each call."""
    owners, lucks = [np.empty(0, np.int64)], [np.empty((0, 8))]
    for place in range(int(count.max(initial=0))):
        owner = np.flatnonzero(count > place)
        owners.append(owner)
        lucks.append(uniforms(seed, call_stream(place), start, stop, 8)[owner])
    return np.concatenate(owners), np.concatenate(lucks)


def _topic(complains: NDArray[np.bool_], u: Floats) -> NDArray[np.int8]:
    one, other = (
        np.searchsorted(np.cumsum(shares)[:-1], u, side="right") for shares in (OF_COMPLAINTS, OF_OTHERS)
    )
    return np.where(complains, one, other).astype(np.int8)


def _outcome(topic: NDArray[np.int8], u: Floats) -> NDArray[np.int64]:
    at_once = SOLVED_AT_ONCE[topic]
    return np.asarray((u >= at_once).astype(np.int64) + (u >= at_once + SOLVED_LATER[topic]))
