"""Plans: who gets which level, in hours that do not reach for everybody, and the best that can be done."""

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

import numpy as np

from simulations.relationships import closed_forms as forms
from simulations.relationships.closed_forms import Numbers
from simulations.relationships.customers import Counts, Customers, customers
from simulations.relationships.terms import LEVELS, PEOPLE, Terms, only

PROACTIVE_IN_ABC, ACCOUNTABLE_IN_ABC = 0.2, 0.5
"""A: the largest fifth is proactively looked after; B: so are up to half, less; C: the rest may call."""
EFFORT = ("retention", "rise", "growth", "partner_hours", "discount", "staff")
"""What says what a level does and takes."""


def reach(terms: Terms) -> Counts:
    """How many of the largest customers get each level above the basic, or a higher one.

    Hours go to the largest first; once they are gone, all others are left at the basic level.
    """
    wanted = wanted_reach(terms)
    return wanted if terms.plan == "optimum" or not terms.is_fixed else rationed(terms, wanted, terms.n)


def wanted_reach(terms: Terms) -> Counts:
    """How many would get each level or a higher one if there were hours enough."""
    return best_reach(terms) if terms.plan == "optimum" else _wanted(terms, customers(terms))


def _wanted(terms: Terms, people: Customers) -> Counts:
    if terms.plan == "abc":
        shares = (1, ACCOUNTABLE_IN_ABC, PROACTIVE_IN_ABC, 0)
        return np.array([round(share * len(people)) for share in shares], dtype=np.int64)
    if terms.plan == "cutoffs":
        return people.reached(chosen_cutoffs(terms))
    above = np.arange(1, len(LEVELS)) <= LEVELS.index(terms.plan)
    return np.where(above, len(people), 0).astype(np.int64)


def chosen_cutoffs(terms: Terms) -> Numbers:
    """One's own cut-offs: each customer gets the highest level whose cut-off the margin reaches."""
    cuts = np.array([getattr(terms, f"cut_{level}") for level in LEVELS[1:]])
    return np.asarray(np.minimum.accumulate(cuts[::-1])[::-1])


def rationed(terms: Terms, wanted: Counts, people: int) -> Counts:
    """What of a plan can be done before the hours are gone, the largest customers first."""
    more = np.diff(forms.hours(terms))
    first = bisect_right(
        range(people + 1), terms.hours, key=lambda served: float(more @ np.minimum(wanted, served))
    )
    return np.minimum(wanted, first - 1)


def hours_of(terms: Terms, counts: Counts) -> float:
    """Hours a year that this takes."""
    return float(np.diff(forms.hours(terms)) @ counts)


def value_of(terms: Terms, people: Customers, counts: Counts) -> float:
    """Present value of all customers, less the wages where hours are hired."""
    value = forms.worth(terms)
    everybody = float(people.brought(np.array(len(people))))
    gained = float(value[0]) * everybody + float(np.diff(value) @ people.brought(counts))
    return gained if terms.is_fixed else gained - terms.wage * float(np.diff(forms.effort(terms)) @ counts)


def price(terms: Terms, *, is_fixed: bool | None = None) -> float:
    """The price of an hour at which these customers are given no more hours than there are.

    Of a fixed staff it is what one more hour a year is worth; of hired hours, the wage that fits.
    """
    fixed = terms.is_fixed if is_fixed is None else is_fixed
    effort = replace(only(terms, *PEOPLE, *EFFORT, "hours"), staff="fixed" if fixed else "hired")
    return _price(effort)


@lru_cache(maxsize=256)
def _price(terms: Terms) -> float:
    return price_among(terms, customers(terms))


def price_among(terms: Terms, people: Customers) -> float:
    """The same for customers of any kind."""
    ratio, more = forms.pays_at(terms), np.diff(forms.hours(terms))
    return forms.fitting_price(lambda cuts: float(more @ people.reached(cuts)), ratio, terms.hours)


def best_reach(terms: Terms) -> Counts:
    """How many of the largest customers get each level or a higher one by the best plan."""
    return _best_reach(only(terms, *PEOPLE, *EFFORT, "hours" if terms.is_fixed else "wage"))


@lru_cache(maxsize=256)
def _best_reach(terms: Terms) -> Counts:
    return best_among(terms, customers(terms), price(terms) if terms.is_fixed else None)


def best_among(terms: Terms, people: Customers, hour: float | None = None) -> Counts:
    """The best plan: a level for each that is worth most after its hours are paid at their price.

    What hours are then left of a fixed staff go, one customer at a time, where they bring most. The price
    of an `hour` of a fixed staff is looked for unless it is known.
    """
    ratio = forms.pays_at(terms)
    if not terms.is_fixed:
        return people.reached(forms.cutoffs(ratio, terms.wage))
    found = price_among(terms, people) if hour is None else hour
    return _filled(terms, people, people.reached(forms.cutoffs(ratio, found)))


def _filled(terms: Terms, people: Customers, counts: Counts) -> Counts:
    full, steps = counts.copy(), _steps(terms)
    left = terms.hours - hours_of(terms, full)
    while fitting := [
        (gain * people.margins[full[low]] / more, low, high, more)
        for low, high, more, gain in steps
        if more <= left and full[low] < (full[low - 1] if low else len(people))
    ]:
        _, low, high, more = max(fitting)
        full[low:high] += 1
        left -= more
    return full


def _steps(terms: Terms) -> list[tuple[int, int, float, float]]:
    """The steps of the upper envelope: from a level to the next one that pays, more hours, more value."""
    value, cost = forms.worth(terms), forms.hours(terms)
    ratio = forms.pays_from(value, cost).tolist()
    found, low = [], 0
    for high in range(1, len(value)):
        is_last = high == len(ratio) or ratio[high] != ratio[low]
        if is_last and np.isfinite(ratio[low]):
            found.append((low, high, float(cost[high] - cost[low]), float(value[high] - value[low])))
            low = high
    return found
