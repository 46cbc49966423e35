"""What paper and pencil say about satisfaction, to lay beside the run."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from simulations.satisfaction.answers import on_scale, some
from simulations.satisfaction.moments import stay_chance
from simulations.satisfaction.offer import Offer

ALPHA: Final = 0.88
"""Curvature of the prospect value (Tversky and Kahneman 1992)."""

FAR: Final = 9.0
"""Beyond so many standard deviations lies less of a normal than a double can tell from nothing."""

KANO: Final = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
"""Kano's table: rows functional, columns dysfunctional, each like, must-be, neutral, live-with, dislike."""


def perceived_value(benefits: Mapping[str, float], costs: Mapping[str, float]) -> float:
    """Customer perceived value (CPV) in points: all benefits less all costs."""
    return sum(benefits.values()) - sum(costs.values())


def mean_expectation(model: Offer, t: int) -> float:
    """E[E_t] after `t` periods in which nobody left: v + g·t less the distance still to learn."""
    return (
        model.value + model.improvement * t - _distance(model, t) if model.adaptation else model.expectation
    )


def mean_gap(model: Offer, t: int) -> float:
    """E[S] of the purchase after `t` periods; assimilation keeps only its share of it."""
    return (1 - model.assimilation) * _distance(model, t)


def _distance(model: Offer, t: int) -> float:
    kept = (1 - model.adaptation) ** t
    steps = (1 - kept) / model.adaptation if model.adaptation else float(t)
    return kept * (model.value - model.expectation) + model.improvement * steps


def var_expectation(model: Offer, t: int) -> float:
    """Var E_t after `t` periods, from a sure start."""
    return var_expectation_at_rest(model) * (1 - (1 - model.adaptation) ** (2 * t))


def var_expectation_at_rest(model: Offer) -> float:
    """Var E∞ = σ²κ/(2−κ)."""
    return model.noise**2 * model.adaptation / (2 - model.adaptation)


def var_gap_at_rest(model: Offer) -> float:
    """Var S∞ = 2σ²/(2−κ), without assimilation; the newest experience is not yet in E."""
    return (1 - model.assimilation) ** 2 * 2 * model.noise**2 / (2 - model.adaptation)


def ramp_gap(improvement: float, adaptation: float) -> float:
    """The lasting satisfaction of a steady improvement of g points a period: g/κ.

    Without end where nobody gets used to it.
    """
    if not adaptation:
        return math.copysign(math.inf, improvement) if improvement else 0.0
    return improvement / adaptation


def repeat_share(model: Offer) -> float:
    """The share of first buyers who buy again, by quadrature over the noise.

    Losses weigh more than gains, so the chance to stay has a kink where the gap is 0: each side is
    integrated by itself.
    """
    from scipy.integrate import quad  # takes its time to load, and no run needs it

    kept, surprise = 1 - model.assimilation, model.value - model.expectation

    def density(z: float) -> float:
        gap = np.asarray(kept * (surprise + model.noise * z))
        return float(stay_chance(model, gap)) * math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    if not model.noise:
        return float(stay_chance(model, np.asarray(kept * surprise)))
    kink = min(max(-surprise / model.noise, -FAR), FAR)
    sides = ((-FAR, kink), (kink, FAR))
    return float(sum(quad(density, *side, epsabs=1e-12, epsrel=1e-12, limit=200)[0] for side in sides))


def prospect_value(x: float, loss_aversion: float = 2.25, alpha: float = ALPHA) -> float:
    """How a gain or loss of `x` feels (Tversky and Kahneman 1992)."""
    return float(x**alpha if x >= 0 else -loss_aversion * (-x) ** alpha)


def acsi(scores: Sequence[float], weights: Sequence[float]) -> float:
    """The ACSI score 0–100 of three answers on a scale of 1–10."""
    answers = [on_scale(score, 1, 10) for score in scores]
    return sum(w * (x - 1) / 9 * 100 for x, w in zip(answers, weights, strict=True))


def net_promoter_score(scores: Sequence[int]) -> float:
    """Per cent who answered 9 or 10 less per cent who answered 0 to 6 (Reichheld 2003).

    >>> net_promoter_score([10, 9, 7, 3])
    25.0
    """
    answers = [on_scale(score, 0, 10, is_whole=True) for score in scores]
    promoters = sum(score >= 9 for score in answers)
    detractors = sum(score <= 6 for score in answers)
    return 100 * (promoters - detractors) / some(len(answers))


def kano_category(functional: int, dysfunctional: int) -> str:
    """Kano's class of a pair of answers, each 0 (like) to 4 (dislike): A, O, M, I, R or Q."""
    row, column = (int(on_scale(answer, 0, 4, is_whole=True)) for answer in (functional, dysfunctional))
    return KANO[row][column]


def kano_coefficients(counts: Mapping[str, int]) -> tuple[float, float]:
    """How much a feature can please (better) and displease (worse), in shares (Berger et al. 1993)."""
    total = some(sum(counts[name] for name in "AOMI"))
    return (counts["A"] + counts["O"]) / total, -(counts["O"] + counts["M"]) / total


def kano_class(counts: Mapping[str, int]) -> str:
    """The class that most people put a feature in; the first of equals."""
    some(sum(counts.values()))
    return max(counts, key=lambda name: counts[name])
