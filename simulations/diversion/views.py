"""The tables behind the charts: the firm and its regions at every discount, and the goods that travel."""

from dataclasses import replace

from courseware.table import Table, make_table
from simulations.diversion import closed_forms as forms
from simulations.diversion.model import Diversion
from simulations.diversion.terms import Terms


def profit_table(terms: Terms) -> Table:
    """One row a discount in A: what the firm earns with and without diversion, and what A sells and uses."""
    trades = forms.at_each_discount(terms)
    return make_table(
        {
            "discount": forms.STEPS,
            "profit_expected": [one.profit for one in trades],
            "profit_at_home": [one.profit for one in forms.at_each_discount(replace(terms, reach=0.0))],
            "sold_a": [one.sold[0] for one in trades],
            "used_a": [one.used[0] for one in trades],
        }
    )


def books_table(terms: Terms) -> Table:
    """One row a discount in A: what the books of A, of the other regions and of the firm show."""
    trades = forms.at_each_discount(terms)
    return make_table(
        {
            "discount": forms.STEPS,
            "earned_a": [one.earned[0] for one in trades],
            "earned_others": [one.earned[1:].sum() for one in trades],
            "profit_expected": [one.profit for one in trades],
        }
    )


def goods_table(model: Diversion) -> Table:
    """The regions of the run, also one in which nobody lives."""
    return model.run()
