"""Uplift: a call keeps some customers and drives others away; a pilot may tell which."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from courseware.table import Table, make_table
from simulations.measures import LazyMeasures
from simulations.uplift import closed_forms as forms
from simulations.uplift.closed_forms import Numbers
from simulations.uplift.learning import LEARNT, fitted, ranking
from simulations.uplift.people import DECIDED, OPEN, customers
from simulations.uplift.terms import Terms

THOUSAND = 1000
"""Money of a campaign is told per so many customers, so that campaigns of any size compare."""


@dataclass(frozen=True, kw_only=True)
class Uplift(Terms):
    """Customers before a renewal, and whom the firm calls."""

    def run(self) -> Table:
        """One row a customer: the traits, what the pilot makes of them, and what happens in either world."""
        people, fit = customers(self), fitted(self)
        return make_table(
            {
                "decided": people.traits[:, DECIDED],
                "open": people.traits[:, OPEN],
                "risk": fit.risk(people),
                "uplift": fit.uplift(people),
                "is_called": _is_called(self),
                "leaves_alone": people.leaves_alone,
                "leaves_called": people.leaves_called,
            }
        )

    def measures(self) -> Mapping[str, float]:
        """Who leaves, whom the call keeps, what the campaign earns; nan where there is nothing to compare."""
        return LazyMeasures(
            {
                LEAVING: partial(_of_leaving, self),
                CALLED: partial(_of_the_called, self),
                SCORES: partial(_of_the_scores, self),
                MONEY: partial(_of_money, self),
            }
        )


LEAVING = (
    "churn_alone",
    "churn_alone_expected",
    "churn_called",
    "churn_called_expected",
    "churn_campaign",
    "persuadable",
    "lost_cause",
    "sure_thing",
    "sleeping_dog",
)
CALLED = ("called_stay", "called_stay_anyway", "kept", "driven_away")
SCORES = (
    "effect_on_first",
    "effect_on_riskiest",
    "correlation",
    "pays_to_call",
    "harmed_by_call",
    "qini",
)
MONEY = (
    "profit",
    "total_profit",
    "profit_all",
    "best_share",
    "best_profit",
    "profit_by_truth",
    "cost_per_kept",
    "winning_to_keeping",
)
"""The measures: who leaves, what a report of the campaign shows, what the scores are worth, and money."""


def count_called(terms: Terms) -> int:
    """How many customers are called."""
    return round(terms.called * terms.n)


def profits(terms: Terms, name: str = "") -> Numbers:
    """Profit after calling nobody, the first, the first two, …, per thousand customers, without the pilot.

    Customers kept count by their chances, which leaves out the luck of the single customer.
    """
    kept = ranking(terms, name).kept
    return np.asarray((terms.margin * kept - terms.call_cost * np.arange(len(kept))) * THOUSAND / terms.n)


def pilot_costs(terms: Terms) -> float:
    """What the pilot costs; a lot and the truth need none."""
    return terms.pilot_cost * terms.pilot if terms.score in LEARNT else 0.0


def tenth(terms: Terms) -> int:
    """A tenth of the customers, at least one."""
    return max(1, terms.n // 10)


def _is_called(terms: Terms) -> NDArray[np.bool_]:
    chosen = np.zeros(terms.n, dtype=bool)
    chosen[ranking(terms).order[: count_called(terms)]] = True
    return chosen


@lru_cache(maxsize=64)
def _of_leaving(terms: Terms) -> Mapping[str, float]:
    people = customers(terms)
    alone, called = people.leaves_alone, people.leaves_called
    return {
        "churn_alone": float(alone.mean()),
        "churn_alone_expected": forms.churn_alone(),
        "churn_called": float(called.mean()),
        "churn_called_expected": forms.churn_called(terms),
        "churn_campaign": float(np.where(_is_called(terms), called, alone).mean()),
        "persuadable": float((alone & ~called).mean()),
        "lost_cause": float((alone & called).mean()),
        "sure_thing": float((~alone & ~called).mean()),
        "sleeping_dog": float((~alone & called).mean()),
    }


def _of_the_called(terms: Terms) -> dict[str, float]:
    """What a report of the campaign shows, and what it does not show."""
    people, is_called = customers(terms), _is_called(terms)
    stay, anyway = ~people.leaves_called[is_called], ~people.leaves_alone[is_called]
    return {
        "called_stay": _share(stay),
        "called_stay_anyway": _share(anyway),
        "kept": float((stay & ~anyway).sum()),
        "driven_away": float((anyway & ~stay).sum()),
    }


@lru_cache(maxsize=64)
def _of_the_scores(terms: Terms) -> Mapping[str, float]:
    people, fit = customers(terms), fitted(terms)
    risk, uplift = fit.risk(people), fit.uplift(people)
    riskiest = ranking(terms, "risk").order[: tenth(terms)]
    return {
        "effect_on_first": 100 * float(ranking(terms).kept[tenth(terms)] / tenth(terms)),
        "effect_on_riskiest": 100 * float(people.effect[riskiest].mean()),
        "correlation": _correlation(risk, uplift),
        "pays_to_call": float((people.effect > forms.pays_from(terms)).mean()),
        "harmed_by_call": float((people.effect < 0).mean()),
        "qini": qini(terms),
    }


def qini(terms: Terms) -> float:
    """Customers kept beyond what lots would keep, per thousand, on average over all shares called."""
    kept = ranking(terms).kept
    by_lot = kept[-1] * np.linspace(0, 1, len(kept))
    return float(np.trapezoid(kept - by_lot) / (len(kept) - 1) * THOUSAND / terms.n)


@lru_cache(maxsize=64)
def _of_money(terms: Terms) -> Mapping[str, float]:
    profit, count = profits(terms), count_called(terms)
    kept = float(ranking(terms).kept[count])
    each = terms.call_cost * count / kept if kept > 0 else float("nan")
    best = int(profit.argmax())
    return {
        "profit": float(profit[count]),
        "total_profit": float(profit[count]) * terms.n / THOUSAND - pilot_costs(terms),
        "profit_all": float(profit[-1]),
        "best_share": best / terms.n,
        "best_profit": float(profit[best]),
        "profit_by_truth": float(profits(terms, "truth")[count]),
        "cost_per_kept": each,
        "winning_to_keeping": terms.acquisition / each if each > 0 else float("nan"),
    }


def _share(flags: NDArray[np.bool_]) -> float:
    return float(flags.mean()) if len(flags) else float("nan")


def _correlation(first: Numbers, second: Numbers) -> float:
    is_flat = len(first) < 2 or not first.std() or not second.std()
    return float("nan") if is_flat else float(np.corrcoef(first, second)[0, 1])


MODEL = Uplift
