"""Relationships: each level of effort keeps customers longer and takes hours; who is to get which?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from courseware.table import Table, make_table
from simulations.measures import LazyMeasures
from simulations.relationships import closed_forms as forms
from simulations.relationships import plans
from simulations.relationships.closed_forms import Numbers
from simulations.relationships.customers import Counts, customers
from simulations.relationships.terms import LEVELS, Terms


@dataclass(frozen=True, kw_only=True)
class Relationships(Terms):
    """A firm that decides how much effort each of its customers is worth."""

    def run(self) -> Table:
        """One row a customer: the margin, the level by plan, its hours a year, and the level that is best."""
        people = customers(self)
        level, best = (levels(counts, people.rank) for counts in (counts_of(self), best_counts(self)))
        margin = people.margins[people.rank]
        return make_table(
            {
                "margin": margin,
                "level": level,
                "hours": forms.hours(self)[level],
                "stays": forms.retention(self)[level],
                "value": margin * forms.worth(self)[level],
                "best_level": best,
            }
        )

    def measures(self) -> Mapping[str, float]:
        """What the plan is worth beside the best one, who gets what, and what an hour is worth."""
        return LazyMeasures(
            {
                VALUE: partial(_of_value, self),
                PEOPLE: partial(_of_levels, self),
                HOURS: partial(_of_hours, self),
                CUTOFFS: partial(_of_cutoffs, self),
            }
        )


VALUE = ("value", "value_best", "value_best_expected", "share_of_best")
PEOPLE = (*(f"at_{level}" for level in LEVELS), "not_served")
HOURS = (
    "hours_used",
    "hours_best",
    "worth_of_hour",
    "worth_of_hour_expected",
    "fitting_wage",
    "fitting_wage_expected",
)
CUTOFFS = tuple(f"best_cut_{level}" for level in LEVELS[1:])
"""The measures: what plans are worth, who gets what, the price of an hour, and where levels begin."""


def counts_of(terms: Terms) -> Counts:
    """How many of the largest customers get each level above the basic, or a higher one, by the plan."""
    return plans.reach(terms)


def best_counts(terms: Terms) -> Counts:
    """The same for the best plan."""
    return plans.best_reach(terms)


def levels(counts: Counts, rank: Counts) -> Counts:
    """The level of the customer at each rank, 0 for basic."""
    return np.asarray((rank[:, None] < counts).sum(axis=1))


def at_each_level(terms: Terms, counts: Counts) -> Counts:
    """How many customers are at each of the five levels."""
    return -np.diff(np.concatenate([[terms.n], counts, [0]]))


def value(terms: Terms, counts: Counts) -> float:
    """What all customers are worth if so many get each level."""
    return plans.value_of(terms, customers(terms), counts)


def _of_value(terms: Terms) -> dict[str, float]:
    found, best = value(terms, counts_of(terms)), value(terms, best_counts(terms))
    return {
        "value": found,
        "value_best": best,
        "value_best_expected": forms.expected_value(terms, forms.best_cutoffs(terms)),
        "share_of_best": found / best,
    }


def _of_levels(terms: Terms) -> dict[str, float]:
    counts = counts_of(terms)
    unserved = plans.wanted_reach(terms)[0] - counts[0]
    people = at_each_level(terms, counts).tolist()
    return {
        **{f"at_{level}": float(here) for level, here in zip(LEVELS, people, strict=True)},
        "not_served": float(unserved),
    }


def _of_hours(terms: Terms) -> dict[str, float]:
    none = float("nan")
    return {
        "hours_used": plans.hours_of(terms, counts_of(terms)),
        "hours_best": plans.hours_of(terms, best_counts(terms)),
        "worth_of_hour": plans.price(terms) if terms.is_fixed else none,
        "worth_of_hour_expected": _expected(terms, is_fixed=True) if terms.is_fixed else none,
        "fitting_wage": plans.price(terms, is_fixed=False),
        "fitting_wage_expected": _expected(terms, is_fixed=False),
    }


def _expected(terms: Terms, *, is_fixed: bool) -> float:
    """The price by formula; none for the first hour of all, as there is no largest of all customers."""
    return forms.expected_price(terms, is_fixed=is_fixed) if terms.hours else float("nan")


def best_cutoffs(terms: Terms) -> Numbers:
    """From which margins the best plan gives each level above the basic, to these customers."""
    return forms.cutoffs(forms.pays_at(terms), plans.price(terms) if terms.is_fixed else terms.wage)


def _of_cutoffs(terms: Terms) -> dict[str, float]:
    cuts = best_cutoffs(terms)
    known = np.where(np.isfinite(cuts), cuts, np.nan).tolist()
    return {f"best_cut_{level}": cut for level, cut in zip(LEVELS[1:], known, strict=True)}


def with_plan(terms: Terms, plan: str) -> Terms:
    """The same firm with another plan."""
    return replace(terms, plan=plan)


MODEL = Relationships
