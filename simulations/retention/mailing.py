"""Customers who may come back: what each is worth by the time since the last purchase."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def value_by_recency(
    chances: Sequence[float], contribution: float, mailing: float, discount: float, periods: int | None = None
) -> NDArray[np.float64]:
    """What a customer is worth who last bought 1, 2, … periods ago, and a former one.

    `chances` are those to buy when mailed, by recency; who has not bought by the last is mailed
    no more (Pfeifer & Carraway 2000).
    Without `periods` the future has no end.
    """
    moves, rewards = _chain(chances, contribution, mailing)
    kept = moves / (1 + discount)
    if periods is None:
        return np.asarray(np.linalg.solve(np.eye(len(kept)) - kept, rewards))
    worth = rewards
    for _ in range(periods):
        worth = rewards + kept @ worth
    return worth


def _chain(
    chances: Sequence[float], contribution: float, mailing: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    states = len(chances) + 1
    moves = np.zeros((states, states))
    rewards = np.full(states, -float(mailing))
    for recency, chance in enumerate(chances):
        moves[recency, 0] = chance
        moves[recency, recency + 1] += 1 - chance
    moves[-1, -1] = 1
    rewards[0] += contribution
    rewards[-1] = 0
    return moves, rewards
