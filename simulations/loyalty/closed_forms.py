"""What paper and pencil say about loyalty, to lay beside the run."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from simulations.loyalty.firm import Firm
from simulations.loyalty.moments import ATTITUDE_SPEED, SPREAD, Numbers

NODES: Final = 60


def relaxed(first: float, wished: float, speed: float, t: float) -> float:
    """A_t = A* + (1 − κ)^t (A₀ − A*): each month closes the share κ of what is left."""
    return wished + float((1 - speed) ** t) * (first - wished)


def mean_attitude(model: Firm, t: float) -> float:
    """The mean attitude in month `t` over the inclinations that customers have, by Gauss–Hermite."""
    return relaxed(_mean(0.0), _mean(model.warmth), ATTITUDE_SPEED, t)


@lru_cache(maxsize=64)
def _mean(warmth: float) -> float:
    z, weights = np.polynomial.hermite_e.hermegauss(NODES)
    return float(weights @ expit(SPREAD * z + warmth) / weights.sum())


def estimated(flows: NDArray[np.int64]) -> Numbers:
    """The transition matrix that counts of flows suggest: each row over its sum; nan where nobody was."""
    with np.errstate(invalid="ignore"):
        return np.asarray(flows / flows.sum(axis=1, keepdims=True))


def after(start: Numbers, matrix: Numbers, steps: int) -> Numbers:
    """The shares of the quadrants after so many steps of a transition matrix."""
    return np.asarray(start @ np.linalg.matrix_power(matrix, steps))


def stationary(matrix: Numbers) -> Numbers:
    """The shares that a transition matrix leaves as they are."""
    size = len(matrix)
    equations = np.vstack([matrix.T - np.eye(size), np.ones(size)])
    return np.asarray(np.linalg.lstsq(equations, np.append(np.zeros(size), 1.0), rcond=None)[0])
