"""How many purchases a customer makes, after which one they leave, and when the last of them falls.

Each number comes from one uniform by inverse transform, so that a customer's luck can be repeated.
"""

from typing import Final

import numpy as np
from scipy.special import betaincinv, pdtr, pdtrik

from simulations.history import Numbers, Whole

NEVER: Final = 10**9
"""More purchases than anybody makes: the fate of one who does not leave."""
MANY: Final = 600.0
"""Above this mean, numbers of purchases are found by the inverse of their distribution."""
TINY: Final = 1e-18
"""A chance that no longer counts."""


def poisson(mean: Numbers, luck: Numbers) -> Whole:
    """The Poisson number that each uniform stands for: the smallest whose distribution reaches it."""
    number = np.zeros(len(mean), dtype=np.int64)
    many = mean > MANY
    number[many] = _large_poisson(mean[many], luck[many])
    chance = np.exp(-np.minimum(mean, MANY))
    waiting = np.flatnonzero(~many & (chance < luck))
    mean, luck, chance = mean[waiting], luck[waiting], chance[waiting]
    reached, step = chance.copy(), 0
    while len(waiting):
        step += 1
        chance = chance * mean / step
        reached = reached + chance
        number[waiting] = step
        goes_on = (reached < luck) & ((chance > TINY) | (step < mean))
        waiting, mean, luck = waiting[goes_on], mean[goes_on], luck[goes_on]
        chance, reached = chance[goes_on], reached[goes_on]
    return number


def _large_poisson(mean: Numbers, luck: Numbers) -> Whole:
    """The same where the chance of 0 is too small for a number."""
    near = np.maximum(np.ceil(pdtrik(luck, mean)), 0)
    below = np.maximum(near - 1, 0)
    return np.asarray(np.where(pdtr(below, mean) >= luck, below, near), dtype=np.int64)


def fate(leaving: Numbers, luck: Numbers) -> Whole:
    """After which repeat purchase a customer leaves."""
    with np.errstate(divide="ignore", invalid="ignore"):
        number = np.ceil(np.log1p(-luck) / np.log1p(-leaving))
    return np.fmin(np.fmax(number, 1), NEVER).astype(np.int64)


def place(x: Whole, n: Whole, luck: Numbers) -> Numbers:
    """Where the x-th of n random points between 0 and 1 lies; 0 for no point."""
    where, some = np.zeros(len(x)), x > 0
    where[some] = betaincinv(x[some], (n - x)[some] + 1, luck[some])
    return where
