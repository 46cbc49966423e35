"""What paper and pencil say of complaints: who complains, who stays, and what more complaints would bring.

Attachment z is standard normal. A customer complains if readiness + h·z + e₁ > 0 and stays on a path
if its level + w·z + e₂ > 0, with e₁ and e₂ standard normal: two probits that share z.
"""

from dataclasses import replace
from functools import lru_cache
from math import exp, inf, pi, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri

from simulations.complaints.terms import GIVEN_BACK, RECOVERED, SURVEYED, Terms, only
from simulations.tarp import TARP, path_shares

Numbers = NDArray[np.float64]
Four = tuple[float, float, float, float]

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(120)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_POINTS, _LENGTHS = np.polynomial.legendre.leggauss(12)
_FARTHEST: Final = 40.0
"""No level lies farther out than this, whatever a survey says."""


def correlation(terms: Terms) -> float:
    """How what makes people speak goes with what makes them stay: hw ÷ (s₁s₂)."""
    h, w = terms.attachment_on_complaint, terms.attachment_on_staying
    return h * w / sqrt((1 + h * h) * (1 + w * w))


def complain(terms: Terms, readiness: float) -> float:
    """The share that complains: Φ(c ÷ s₁)."""
    return float(ndtr(readiness / _spread(terms.attachment_on_complaint)))


def complain_at(terms: Terms, attachment: float) -> float:
    """The chance to complain unasked with this attachment."""
    return float(ndtr(terms.readiness + terms.attachment_on_complaint * attachment))


def attachment_gap(terms: Terms) -> float:
    """By how many standard deviations those who complain unasked are more attached than the silent."""
    spread = _spread(terms.attachment_on_complaint)
    speak = complain(terms, terms.readiness)
    density = exp(-((terms.readiness / spread) ** 2) / 2) / sqrt(2 * pi)
    return terms.attachment_on_complaint / spread * density / (speak * (1 - speak))


def complaining_by_attachment(terms: Terms, edges: Numbers) -> Numbers:
    """The share of all customers that complains unasked and whose attachment lies between each two edges."""
    middles, halves = (edges[1:] + edges[:-1]) / 2, np.diff(edges) / 2
    places = middles[:, None] + halves[:, None] * _POINTS
    density = np.exp(-(places**2) / 2) / sqrt(2 * pi)
    speak = ndtr(terms.readiness + terms.attachment_on_complaint * places)
    return np.asarray(halves * (density * speak @ _LENGTHS))


def readiness_for(terms: Terms, share: float) -> float:
    """The readiness at which this share complains; without end where nobody or everybody does."""
    return float(ndtri(share)) * _spread(terms.attachment_on_complaint)


def readiness_with_button(terms: Terms) -> float:
    """The readiness of those who see the button, which makes its share of the silent speak."""
    unasked = complain(terms, terms.readiness)
    asked = unasked + terms.button * (1 - unasked)
    return max(terms.readiness, readiness_for(terms, asked)) if terms.button else terms.readiness


def stay_if_everybody(terms: Terms, level: float) -> float:
    """The share that would stay if everybody took the path with this level: Φ(m ÷ s₂)."""
    return float(ndtr(level / _spread(terms.attachment_on_staying)))


def levels(terms: Terms) -> Four:
    """The level of each path: given by what was taken and given back, or solved from a survey.

    The survey was taken of people without a button. Its shares hold whatever attachment does; only
    the levels behind them differ.
    """
    return _given(only(terms, *RECOVERED)) if terms.basis == GIVEN_BACK else _solved(only(terms, *SURVEYED))


def _given(terms: Terms) -> Four:
    backs = (0.0, terms.back_unresolved, terms.back_resolved, terms.back_at_once)
    # written so that who gets back exactly what was taken is exactly where they were
    silent, unresolved, resolved, at_once = (terms.before - (1 - back) * terms.taken for back in backs)
    return silent, unresolved, resolved, at_once


@lru_cache(maxsize=256)
def _solved(terms: Terms) -> Four:
    speak = complain(terms, terms.readiness)
    people = (1 - speak, speak, speak, speak)

    def level(path: int, share: float) -> float:
        def missed(tried: float) -> float:
            return _stay_and(terms, terms.readiness, path, tried) - share * people[path]

        return float(brentq(missed, -_FARTHEST, _FARTHEST, xtol=1e-12))

    silent, unresolved, resolved, at_once = (level(*cell) for cell in enumerate(TARP[terms.basis]))
    return silent, unresolved, resolved, at_once


def _stay_and(terms: Terms, readiness: float, path: int, level: float) -> float:
    """Φ₂: the share that is silent (path 0) or complains, and would stay with this level."""
    speak = _chance(readiness, terms.attachment_on_complaint)
    stay = _chance(level, terms.attachment_on_staying)
    return float(_WEIGHTS @ (stay * (speak if path else 1 - speak)))


@lru_cache(maxsize=512)
def _chance(level: float, attachment: float) -> Numbers:
    """The chance of one of these at each node of attachment; each path of a firm asks for some again."""
    return np.asarray(ndtr(level + attachment * _NODES))


def stay_and_spoke(terms: Terms, readiness: float) -> Four:
    """The share that is silent and stays; then that complains and would stay on each path of a complaint."""
    silent, unresolved, resolved, at_once = (
        _stay_and(terms, readiness, path, level) for path, level in enumerate(levels(terms))
    )
    return silent, unresolved, resolved, at_once


def stay_of_those_who_took(terms: Terms, readiness: float) -> Four:
    """The share that stays of those who took each path; nan where nobody can take it."""
    speak = complain(terms, readiness)
    people = (1 - speak, speak, speak, speak)
    silent, unresolved, resolved, at_once = (
        part / share if share else float("nan")
        for part, share in zip(stay_and_spoke(terms, readiness), people, strict=True)
    )
    return silent, unresolved, resolved, at_once


def paths(terms: Terms, readiness: float) -> Numbers:
    """The shares of all customers that take each path (a row) and that take it and stay: two columns."""
    helped = np.array([1.0, *path_shares(1, terms.fix_rate, terms.fast_rate)[1:]])
    speak = complain(terms, readiness)
    took = helped * np.array([1 - speak, speak, speak, speak])
    return np.stack([took, helped * np.array(stay_and_spoke(terms, readiness))], axis=1)


def paths_with_button(terms: Terms) -> Numbers:
    """The same if nobody, a half or everybody sees the button."""
    seen = {"nobody": 0.0, "half": 0.5, "everybody": 1.0}[terms.button_for]
    without, asked = (
        paths(terms, readiness) for readiness in (terms.readiness, readiness_with_button(terms))
    )
    return (1 - seen) * without + seen * asked


def stay(terms: Terms, readiness: float) -> float:
    """The share of all customers that stays."""
    return float(paths(terms, readiness)[:, 1].sum())


def gain_if_all_complain(terms: Terms) -> float:
    """By how much the share that stays rises if everybody complains."""
    return stay(terms, inf) - stay(terms, terms.readiness)


def gain_if_all_at_once(terms: Terms) -> float:
    """By how much it rises if all that is put right is put right at once."""
    return stay(replace(terms, fast_rate=1.0), terms.readiness) - stay(terms, terms.readiness)


def gain_if_all_fixed(terms: Terms) -> float:
    """By how much it rises if every complaint is put right."""
    return stay(replace(terms, fix_rate=1.0), terms.readiness) - stay(terms, terms.readiness)


def per_complaint(terms: Terms, readiness: float) -> float:
    """What each further complaint brings if readiness is raised to this; nan if there are none."""
    more = complain(terms, readiness) - complain(terms, terms.readiness)
    rise = stay(terms, readiness) - stay(terms, terms.readiness)
    return rise / more if more > 0 else float("nan")


def naive(terms: Terms) -> float:
    """By how much more of those who complain unasked stay than of the silent: what a table shows."""
    silent, *complained = paths(terms, terms.readiness)
    people, stayed = np.sum(complained, axis=0)
    return float(stayed / people - silent[1] / silent[0])


def never_failed(terms: Terms) -> float:
    """The share that stays of those whom the firm never failed; nan in a survey, which asked none."""
    return stay_if_everybody(terms, terms.before) if terms.basis == GIVEN_BACK else float("nan")


def if_alike(terms: Terms) -> Terms:
    """A firm with as many complaints where those who complain are no more attached than the silent."""
    readiness = terms.readiness / _spread(terms.attachment_on_complaint)
    return replace(terms, attachment_on_complaint=0.0, readiness=readiness)


def _spread(attachment: float) -> float:
    return sqrt(1 + attachment * attachment)
