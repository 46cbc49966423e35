"""The tables behind the charts: customers by size, what levels and plans bring, how many and how much."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.relationships import closed_forms as forms
from simulations.relationships import plans
from simulations.relationships.closed_forms import Numbers
from simulations.relationships.customers import customers
from simulations.relationships.model import (
    at_each_level,
    best_counts,
    best_cutoffs,
    counts_of,
    levels,
    value,
    with_plan,
)
from simulations.relationships.terms import LEVELS, PEOPLE, PLANS, T, Terms, only

BINS: Final = 6
"""Groups of size in each power of ten."""
POINTS: Final = 24
"""Margins in each power of ten at which the levels are compared."""
SIZES: Final = (40, 100, 400, 1000, 4000)
"""Numbers of customers that are compared."""
STOPS: Final = 41
"""Numbers of hours that are compared."""
REACHES: Final = (500, 1000, 2000, 5000, 10_000, 20_000)
"""How far those may go: as far as hours are of any use."""


def ends(terms: Terms) -> tuple[int, int]:
    """The powers of ten between which almost all margins lie."""
    middle = np.log10(terms.margin) - terms.spread**2 / 2 / np.log(10)
    far = 3 * terms.spread / np.log(10)
    return max(0, int(np.floor(middle - far))), int(np.ceil(middle + far))


def customers_table(terms: Terms) -> Table:
    """One row a group of size: customers at each level; who lies outside is in the first or last group."""
    low, high = ends(terms)
    edges = np.linspace(low, high, (high - low) * BINS + 1)
    people = customers(terms)
    place = np.digitize(np.log10(np.maximum(people.margins, 0.01)), edges[1:-1])
    level = levels(counts_of(terms), np.arange(len(people)))
    cells = np.bincount(level * (len(edges) - 1) + place, minlength=len(LEVELS) * (len(edges) - 1))
    by_level = cells.reshape(len(LEVELS), -1)
    return make_table(
        {
            "margin_from": 10 ** edges[:-1],
            "margin_to": 10 ** edges[1:],
            **{f"people_{name}": row for name, row in zip(LEVELS, by_level, strict=True)},
        }
    )


def price_of_hour(terms: Terms) -> float:
    """What an hour costs: the wage, or what one more hour of a fixed staff is worth."""
    return plans.price(terms) if terms.is_fixed else terms.wage


def worth_table(terms: Terms) -> Table:
    """One row a margin: what each level brings after its hours are paid, in yearly margins."""
    low, high = ends(terms)
    margins = np.logspace(low, high, (high - low) * POINTS + 1)
    paid = price_of_hour(terms) * forms.effort(terms) / margins[:, None]
    net = forms.worth(terms) - paid
    return make_table(
        {
            "margin": margins,
            **{f"net_{name}": net[:, level] for level, name in enumerate(LEVELS)},
            "best_level": _at(best_cutoffs(terms), margins),
        }
    )


def _at(cuts: Numbers, margins: Numbers) -> Numbers:
    return np.asarray((margins[:, None] >= cuts).sum(axis=1))


def plans_table(terms: Terms) -> Table:
    """One row a plan: what all customers are worth by it, the hours it takes, and who gets none."""
    found = [with_plan(terms, plan) for plan in PLANS]
    counts = [counts_of(one) for one in found]
    return make_table(
        {
            "plan": PLANS,
            "value": [value(one, here) for one, here in zip(found, counts, strict=True)],
            "hours": [plans.hours_of(one, here) for one, here in zip(found, counts, strict=True)],
            "not_served": [
                int(plans.wanted_reach(one)[0] - here[0]) for one, here in zip(found, counts, strict=True)
            ],
        }
    )


def number_table(terms: Terms) -> Table:
    """One row a number of customers: the share at each level by the best plan, and the price of an hour."""
    found = [replace(terms, n=size) for size in SIZES]
    shares = np.array([at_each_level(one, best_counts(one)) / one.n for one in found])
    return make_table(
        {
            "customers": SIZES,
            **{f"share_{name}": shares[:, level] for level, name in enumerate(LEVELS)},
            "price": [price_of_hour(one) for one in found],
        }
    )


def as_fixed(terms: T) -> T:
    """The same firm with a fixed staff."""
    return replace(terms, staff="fixed")


def all_partners(terms: Terms) -> float:
    """What all customers would be worth as partners, had a fixed staff hours enough."""
    firm = as_fixed(terms)
    return value(firm, np.full(len(LEVELS) - 1, terms.n))


def value_now(terms: Terms) -> float:
    """What all customers are worth by the plan and the hours of a fixed staff."""
    firm = as_fixed(terms)
    return value(firm, counts_of(firm))


def hours_table(terms: Terms) -> Table:
    """One row a number of hours: what a fixed staff makes of them by three plans, and of one more."""
    return _hours_table(only(as_fixed(terms), *PEOPLE, *plans.EFFORT))


@lru_cache(maxsize=32)
def _hours_table(terms: Terms) -> Table:
    """The same, which no plan and no hours of one's own change."""
    far = next((top for top in REACHES if top >= terms.partner_hours * terms.n), REACHES[-1])
    hours = np.linspace(0, far, STOPS)
    firms = [replace(as_fixed(terms), hours=float(here)) for here in hours]
    return make_table(
        {
            "hours": hours,
            **{
                f"value_{plan}": [value_now(with_plan(firm, plan)) for firm in firms]
                for plan in ("accountable", "partnership", "optimum")
            },
            "price": [price_of_hour(firm) for firm in firms],
        }
    )
