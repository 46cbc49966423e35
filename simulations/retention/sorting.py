"""Customers who differ: each stays with a chance of their own, and so the loyal are left (sBG)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaln, hyp2f1

from simulations.search import search

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Mixture:
    """Chances to leave in a year, spread as Beta(alpha, beta) (Fader & Hardie 2007)."""

    alpha: float
    beta: float
    is_converged: ClassVar[bool] = True
    """Whether a fit found a summit."""

    def survival(self, years: ArrayLike) -> Numbers:
        """The share still there after so many years, B(α, β+t)/B(α, β)."""
        t = np.asarray(years, dtype=np.float64)
        return np.asarray(np.exp(betaln(self.alpha, self.beta + t) - betaln(self.alpha, self.beta)))

    def retention(self, years: ArrayLike) -> Numbers:
        """The share of those there in a year who stay on, (β+t−1)/(α+β+t−1): it rises by sorting alone."""
        t = np.asarray(years, dtype=np.float64)
        return np.asarray((self.beta + t - 1) / (self.alpha + self.beta + t - 1))

    @property
    def mean_tenure(self) -> float:
        """Years that a customer stays on average, (α+β−1)/(α−1); without end for α ≤ 1.

        >>> Mixture(3, 3).mean_tenure, Mixture(1, 4).mean_tenure
        (2.5, inf)
        """
        return (self.alpha + self.beta - 1) / (self.alpha - 1) if self.alpha > 1 else float("inf")

    def years(self, factor: float) -> float:
        """The sum of the survival curve over all years, each weighted by `factor` to the power of its number.

        The series (β)ₜ/(α+β)ₜ·fᵗ is a hypergeometric function, so that no year has to be the last.
        """
        if factor == 1:
            return self.mean_tenure
        return float(hyp2f1(1, self.beta, self.alpha + self.beta, factor))

    def loglik(self, survivors: Sequence[int]) -> float:
        """How well this mixture explains the number of `survivors` at the start and after each year."""
        lost = -np.diff(survivors)
        left = self.survival(np.arange(len(survivors)))
        return float(lost @ np.log(-np.diff(left)) + survivors[-1] * np.log(left[-1]))


class MixtureAtTheEdge(Mixture):
    """The best mixture at the edge of the search: customers who are all alike have no summit."""

    is_converged: ClassVar[bool] = False


def fit_mixture(survivors: Sequence[int]) -> Mixture:
    """The mixture that explains best how many of a group were left at the start and after each year."""
    found = search(lambda shape: Mixture(*shape.tolist()).loglik(survivors), [1.0, 1.0], narrow=1e-7)
    alpha, beta = found.parameters
    return (Mixture if found.is_converged else MixtureAtTheEdge)(alpha, beta)
