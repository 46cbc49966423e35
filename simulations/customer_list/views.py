"""The tables behind the charts: the worth of a name by age, the yearly loss, and the groups of the sample."""

from typing import Final

import numpy as np

from courseware.table import Table, make_table
from simulations.customer_list import closed_forms as forms
from simulations.customer_list.model import groups_table
from simulations.customer_list.people import sampled
from simulations.customer_list.terms import OLDEST, Terms

AGES: Final = np.arange(0, OLDEST + 1, 4)
"""Ages of lists in weeks, near enough to each other for a smooth curve."""


def age_table(terms: Terms) -> Table:
    """One row an age of the list: what a name is worth, and the share who may still buy."""
    return make_table(
        {
            "age": AGES,
            "worth_expected": forms.worth(terms, AGES),
            "alive_expected": forms.alive(terms, AGES),
        }
    )


def loss_table(terms: Terms) -> Table:
    """One row a year in the life of a list: what it loses of the worth that it had when the year began."""
    years = np.arange(OLDEST // forms.YEAR)
    return make_table(
        {
            "year": years + 1,
            "loss": forms.loss(terms, years * forms.YEAR),
            "loss_if_alike": np.full(len(years), forms.loss_if_alike(terms)),
        }
    )


def sample_table(terms: Terms) -> Table:
    """The groups of the sample that the seller shows."""
    return groups_table(terms, sampled(terms))
