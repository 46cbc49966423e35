"""Logistic regression: the chance of a yes, learnt from customers of whom it is known what they did."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit

Numbers = NDArray[np.float64]

ROUNDS: Final = 8
"""Steps of Newton's method; the gradient is then zero to all digits."""


def logistic(columns: Numbers, said_yes: NDArray[np.bool_], weights: Numbers, ridge: ArrayLike) -> Numbers:
    """The slopes of a logistic regression by Newton's method, from all zero.

    `ridge` is a weight against large slopes, one for all columns or one for each: without it slopes
    have no end where the columns tell all, or where everybody says the same.
    """
    slopes = np.zeros(columns.shape[1])
    hold = np.diag(np.broadcast_to(np.asarray(ridge, dtype=np.float64), slopes.shape))
    for _ in range(ROUNDS):
        chance = expit(columns @ slopes)
        gradient = columns.T @ (weights * (said_yes - chance)) - hold @ slopes
        curvature = (columns * (weights * chance * (1 - chance))[:, None]).T @ columns + hold
        slopes = slopes + np.linalg.solve(curvature, gradient)
    return slopes
