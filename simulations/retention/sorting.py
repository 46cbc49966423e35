"""Customers who differ: each stays with a chance of their own, and so the loyal are left (sBG)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaln

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Mixture:
    """Chances to leave in a year, spread as Beta(alpha, beta) (Fader & Hardie 2007)."""

    alpha: float
    beta: float

    def survival(self, years: ArrayLike) -> Numbers:
        """The share still there after so many years, B(α, β+t)/B(α, β)."""
        t = np.asarray(years, dtype=np.float64)
        return np.asarray(np.exp(betaln(self.alpha, self.beta + t) - betaln(self.alpha, self.beta)))

    def retention(self, years: ArrayLike) -> Numbers:
        """The share of those there in a year who stay on, (β+t−1)/(α+β+t−1): it rises by sorting alone."""
        t = np.asarray(years, dtype=np.float64)
        return np.asarray((self.beta + t - 1) / (self.alpha + self.beta + t - 1))

    def loglik(self, survivors: Sequence[int]) -> float:
        """How well this mixture explains the number of `survivors` at the start and after each year."""
        lost = -np.diff(survivors)
        left = self.survival(np.arange(len(survivors)))
        return float(lost @ np.log(-np.diff(left)) + survivors[-1] * np.log(left[-1]))


def fit_mixture(survivors: Sequence[int]) -> Mixture:
    """The mixture that explains best how many of a group were left at the start and after each year."""
    from scipy.optimize import minimize

    found = minimize(
        lambda logs: -Mixture(*np.exp(logs)).loglik(survivors),
        np.zeros(2),
        method="Nelder-Mead",
        options={"xatol": 1e-7, "fatol": 1e-7},
    )
    return Mixture(*np.exp(found.x).tolist())
