"""The analytical system: RFM, groups and a churn score, judged by a truth that real data never show."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from courseware.table import Table, make_table
from simulations.analytics.base import Counts, Customers, Flags, Numbers, Population, population
from simulations.analytics.score import Score, auc, brier, captured, fitted, lift, quintiles


@dataclass(frozen=True, kw_only=True)
class Analytics(Customers):
    """Customers who are scored on half of them and judged on the other half."""

    def run(self) -> Table:
        """One row a customer who was held out: their record, RFM fifths, score, and the truth."""
        people, score = population(self), fitted(self)
        rows = score.held_out
        fifths = {
            "r": quintiles(people.recency, low_is_best=True),
            "f": quintiles(people.frequency),
            "m": quintiles(people.monetary),
        }
        return make_table(
            {
                "customer": rows + 1,
                "recency": people.recency[rows],
                "frequency": people.frequency[rows],
                "monetary": people.monetary[rows],
                "complaints": people.complaints[rows],
                **{name: fifth[rows] for name, fifth in fifths.items()},
                "score": score.chance,
                "risk": people.risk[rows],
                "leaves": people.leaves[rows],
                "leaves_if_contacted": people.leaves_if_contacted[rows],
            }
        )

    def measures(self) -> Mapping[str, float]:
        """How good the score is, and what the campaign earns; nan where nobody leaves."""
        people, score = population(self), fitted(self)
        left = people.leaves[score.held_out]
        best, most = best_share(self)
        return {
            "churn_rate": float(left.mean()),
            "auc": auc(score.chance, left),
            "gini": 2 * auc(score.chance, left) - 1,
            "brier": brier(score.chance, left),
            "mean_score": float(score.chance.mean()),
            "top_decile_lift": lift(score.chance, left, 0.1),
            "captured": captured(score.chance, left, self.contacted),
            "revenue_of_top_fifth": _top_fifth(people.monetary),
            "campaign_profit": campaign(self, self.contacted),
            "best_share": best,
            "best_profit": most,
            "profit_if_known": float(max(earned(self, order_by_truth(people, score)))),
            **_kinds(people),
        }


def _top_fifth(money: Numbers) -> float:
    """What share of all revenue the fifth that spends most brings."""
    top = np.sort(money)[::-1][: max(1, len(money) // 5)]
    return float(top.sum() / money.sum())


def _kinds(people: Population) -> dict[str, float]:
    """The four kinds of customer that only an experiment with a control group tells apart."""
    without, contact = people.leaves, people.leaves_if_contacted
    kinds: dict[str, Flags] = {
        "persuadable": without & ~contact,
        "lost_cause": without & contact,
        "sure_thing": ~without & ~contact,
        "sleeping_dog": ~without & contact,
    }
    return {name: float(kind.mean()) for name, kind in kinds.items()}


def gains(model: Customers) -> Numbers:
    """What contacting each held-out customer earns: the margin if it keeps them, less the contact."""
    people, score = population(model), fitted(model)
    held = people.leaves[score.held_out].astype(float) - people.leaves_if_contacted[score.held_out]
    return np.asarray(model.margin * held - model.contact_cost)


def order_by_truth(people: Population, score: Score) -> Counts:
    """Whom to contact first if one knew: those whom it keeps, then those whom it does not change."""
    held = people.leaves[score.held_out].astype(int) - people.leaves_if_contacted[score.held_out]
    return np.argsort(-held, kind="stable")


def earned(model: Customers, order: Counts | None = None) -> Numbers:
    """Net profit after contacting nobody, the first, the first two, …; by score unless told otherwise."""
    score = fitted(model).chance
    order = np.argsort(-score, kind="stable") if order is None else order
    return np.concatenate([[0.0], np.cumsum(gains(model)[order])])


def campaign(model: Customers, share: float) -> float:
    """Net profit of contacting this share of the held-out customers with the highest score."""
    profit = earned(model)
    return float(profit[round(share * (len(profit) - 1))])


@lru_cache(maxsize=64)
def best_share(model: Analytics) -> tuple[float, float]:
    """Which share with the highest score would have earned most, and how much."""
    profit = earned(model)
    best = int(profit.argmax())
    return best / max(len(profit) - 1, 1), float(profit[best])


MODEL = Analytics
