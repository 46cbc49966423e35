"""Climbing to the best parameters by Newton's steps in their logarithms, and saying how well it went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
SlopeFunction = Callable[[Numbers], tuple[float, Numbers, Numbers]]
"""The value, gradient and Hessian of a log-likelihood at some parameters, all positive."""

FLAT: Final = 1e-6
"""A gradient whose every part is below this share of the customers' number counts as none."""
STEPS: Final = 100
LONGEST: Final = 2.0
"""The longest step: no parameter grows or shrinks by more than e² at once."""
FARTHEST: Final = 9.0
"""No parameter leaves the range from e⁻⁹ to e⁹; at its edge there is no summit, and that is told."""


@dataclass(frozen=True)
class Climb:
    """Where a climb ended: parameters, log-likelihood, slope there, standard errors and steps taken."""

    parameters: tuple[float, ...]
    loglik: float
    gradient_norm: float
    """The largest change of the log-likelihood per unit of a parameter's logarithm; 0 at a summit."""
    errors: tuple[float, ...]
    """Standard errors of the parameters from the curvature at the summit; nan where it is no summit."""
    steps: int
    starts: tuple[float, ...]
    """The log-likelihood reached from each start; equal ones are one summit."""
    is_converged: bool


def maximise(slope: SlopeFunction, starts: Sequence[Sequence[float]], scale: float) -> Climb:
    """The best of the climbs from these starts; `scale` is the number of customers."""
    climbs = [_climb(slope, np.log(np.asarray(start, dtype=np.float64)), scale) for start in starts]
    logs, steps = max(climbs, key=lambda climb: slope(np.exp(climb[0]))[0])
    value, gradient, hessian = _in_logs(slope, logs)
    parameters = np.exp(logs)
    norm = float(np.abs(gradient).max())
    return Climb(
        tuple(parameters.tolist()),
        value,
        norm,
        tuple((_errors(hessian) * parameters).tolist()),
        steps,
        tuple(slope(np.exp(end))[0] for end, _ in climbs),
        norm < FLAT * scale,
    )


def _in_logs(slope: SlopeFunction, logs: Numbers) -> tuple[float, Numbers, Numbers]:
    at = np.exp(logs)
    value, gradient, hessian = slope(at)
    by_log = gradient * at
    return value, by_log, hessian * np.outer(at, at) + np.diag(by_log)


def _climb(slope: SlopeFunction, logs: Numbers, scale: float) -> tuple[Numbers, int]:
    """Newton's steps, shortened by damping wherever the hill is not a dome or a step leads down."""
    value, gradient, hessian = _in_logs(slope, logs)
    damping = 1e-3
    for step in range(STEPS):
        if np.abs(gradient).max() <= 1e-4 * FLAT * scale:
            return logs, step
        there = np.clip(logs + _step(gradient, hessian, damping), -FARTHEST, FARTHEST)
        found, steeper, curved = _in_logs(slope, there)
        if found > value or (found == value and np.abs(steeper).max() < np.abs(gradient).max()):
            logs, value, gradient, hessian = there, found, steeper, curved
            damping = damping / 10 if damping > 1e-12 else 0.0
        elif damping > 1e12:
            return logs, step
        else:
            damping = max(damping * 10, 1e-6)
    return logs, STEPS


def _step(gradient: Numbers, hessian: Numbers, damping: float) -> Numbers:
    curve, axes = np.linalg.eigh(-hessian)
    along = axes.T @ gradient
    step = axes @ (along / (np.abs(curve) + damping * np.abs(curve).max() + 1e-300))
    longest = np.abs(step).max()
    return np.asarray(step * min(1.0, LONGEST / longest) if longest > 0 else step)


def _errors(hessian: Numbers) -> Numbers:
    curve, axes = np.linalg.eigh(-hessian)
    if curve.min() <= 0:
        return np.full(len(hessian), np.nan)
    return np.asarray(np.sqrt((axes**2 / curve).sum(axis=1)))
