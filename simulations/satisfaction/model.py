"""Satisfaction: customers try what is promised, compare it with what they get, and come back or not."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.table import Table, make_table
from simulations.satisfaction.account import Account, account
from simulations.satisfaction.closed_forms import mean_expectation, mean_gap
from simulations.satisfaction.offer import Offer


@dataclass(frozen=True, kw_only=True)
class Satisfaction(Offer):
    """Customers who meet an offer period after period."""

    def run(self) -> Table:
        """One row a period: how many buy and how they feel, with the closed form beside the run.

        `value`, `expectation` and `gap` are means over all who tried, followed on even after they
        left, as the closed form follows them; `gap_of_buyers` is the mean of those who still buy.
        """
        ledger = account(self)
        months = range(self.periods)
        return make_table(
            {
                "period": [t + 1 for t in months],
                "buyers": ledger.counts("buyers"),
                "happy": ledger.counts("happy"),
                "neutral": ledger.counts("buyers") - ledger.counts("happy") - ledger.counts("unhappy"),
                "unhappy": ledger.counts("unhappy"),
                "told_well": ledger.counts("told_well"),
                "told_badly": ledger.counts("told_badly"),
                "value": ledger.means("value"),
                "expectation": ledger.means("expectation"),
                "gap": ledger.means("gap"),
                "gap_of_buyers": ledger.means("gap_of_buyers"),
                "expectation_expected": [mean_expectation(self, t) for t in months],
                "gap_expected": [mean_gap(self, t) for t in months],
            }
        )

    def measures(self) -> Mapping[str, float]:
        """What the promise brought in and what became of it; nan where there is nobody to ask."""
        ledger = account(self)
        return {**_of_prospects(self, ledger), **_of_first_buyers(ledger), **_at_the_end(ledger)}


def _of_prospects(model: Offer, ledger: Account) -> dict[str, float]:
    buyers = ledger.counts("buyers")
    return {
        "purchases_per_prospect": float(buyers.sum()) / model.n,
        "share_tried": float(buyers[0]) / model.n,
        "alive_at_end": float(ledger.counts("staying")[-1]) / model.n,
        "told_well": float(ledger.counts("told_well").sum()),
        "told_badly": float(ledger.counts("told_badly").sum()),
        "cost_per_head": model.unit_cost * model.benefits,
        "cpv": model.value,
    }


def _of_first_buyers(ledger: Account) -> dict[str, float]:
    return {
        "share_satisfied": ledger.first_share("satisfied"),
        "share_delighted": ledger.first_share("happy"),
        "share_unhappy": ledger.first_share("unhappy"),
        "repeat_share": ledger.first_share("staying"),
        "mean_gap": float(ledger.means("gap")[0]),
    }


def _at_the_end(ledger: Account) -> dict[str, float]:
    return {
        "last_gap": float(ledger.means("gap")[-1]),
        "final_expectation": float(ledger.means("expectation")[-1]),
    }


MODEL = Satisfaction
