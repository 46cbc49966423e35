"""What paper and pencil say about word of mouth: how a product spreads, and what talk balances."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray


def spread(p: float, q: float, t: ArrayLike) -> NDArray[np.float64]:
    """The share of a market reached by time `t` (Bass 1969), with F′ = (p + qF)(1−F) and F(0) = 0.

    For q = 0 it is 1−e^(−pt); for p = 0 nobody is ever reached.
    """
    times = np.asarray(t, dtype=np.float64)
    if p == 0:
        return np.zeros_like(times)
    left = np.exp(-(p + q) * times)
    return np.asarray((1 - left) / (1 + q / p * left))


def peak(p: float, q: float) -> float:
    """When most are reached at once (Bass 1969); at the start if adverts outdo talk."""
    return max(0.0, math.log(q / p) / (p + q)) if q > 0 else 0.0


def peak_sales(p: float, q: float, m: float) -> float:
    """How many of a market of `m` are reached per unit of time at the peak, for q ≥ p."""
    return m * (p + q) ** 2 / (4 * q)


def time_to_reach(share: float, p: float, q: float) -> float:
    """When a share (below 1) of the market is reached; nan if it never is."""
    if p == 0:
        return math.nan
    return (math.log1p(share * q / p) - math.log1p(-share)) / (p + q)


def talk_balance(happy: float, unhappy: float, well: float, badly: float) -> float:
    """From −1 (all talk is bad) to 1 (all talk is good): (well·H − badly·U)/(well·H + badly·U)."""
    good, bad = well * happy, badly * unhappy
    return (good - bad) / (good + bad) if good + bad else 0.0


def messages(n: float, happy: float, unhappy: float, well: float, badly: float) -> tuple[float, float]:
    """How many of `n` customers' messages are good and how many bad, on average."""
    return n * happy * well, n * unhappy * badly


def break_even(well: float, badly: float) -> float:
    """How many happy customers balance one unhappy one; nan if the happy never talk."""
    return badly / well if well else math.nan
