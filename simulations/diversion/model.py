"""Diversion: a region sells at a discount, resellers carry the goods away, and its books praise it."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.table import Table, make_table
from simulations.diversion import closed_forms as forms
from simulations.diversion.account import REGIONS, carried
from simulations.diversion.terms import Terms


@dataclass(frozen=True, kw_only=True)
class Diversion(Terms):
    """Regions with prices of their own, and a firm that has to live from all of them."""

    def run(self) -> Table:
        """One row a region: its price, what is used there, and what its books say."""
        found, expected = carried(self), forms.trade(self)
        return make_table(
            {
                "region": range(1, REGIONS + 1),
                "price": self.prices,
                "used": found.used,
                "brought_in": found.brought_in,
                "sold": found.sold,
                "sold_expected": expected.sold,
                "earned": found.earned,
                "earned_expected": expected.earned,
            }
        )

    def measures(self) -> Mapping[str, float]:
        """What the firm earns, what it would earn if nothing travelled, and what region A reports."""
        found, expected = carried(self), forms.trade(self)
        at_home = forms.trade_at_home(self).profit
        best, most = forms.best_discount(self)
        return {
            "profit": found.profit,
            "profit_expected": expected.profit,
            "profit_at_home": at_home,
            "lost": at_home - expected.profit,
            "sold_a": float(found.sold[0]),
            "sold_a_expected": float(expected.sold[0]),
            "used_a_expected": float(expected.used[0]),
            "earned_a_expected": float(expected.earned[0]),
            "diverted": float(found.brought_in.sum()),
            "diverted_expected": float(expected.brought_in.sum()),
            "best_discount": best,
            "best_profit": most,
            "discount_for_a": forms.discount_for_a(self),
        }


MODEL = Diversion
