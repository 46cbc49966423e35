"""Known values of customer analysis, and what a score can and cannot do."""

import math

import numpy as np
import pytest

from simulations.analytics.base import population
from simulations.analytics.groups import groups
from simulations.analytics.model import Analytics, campaign
from simulations.analytics.score import auc, fitted


def mean(measure: str, **values: object) -> float:
    """A measure over some seeds."""
    return float(
        np.mean([Analytics.of({**values, "seed": seed}).measures()[measure] for seed in range(1, 9)])
    )


def test_as_many_leave_as_the_firm_is_used_to() -> None:
    rates = [population(Analytics(seed=seed)).leaves.mean() for seed in range(1, 31)]

    error = np.std(rates, ddof=1) / math.sqrt(len(rates))
    assert abs(np.mean(rates) - 0.2) <= 5 * error


def test_records_that_tell_nothing_leave_the_score_a_coin() -> None:
    assert mean("auc", signal=0) == pytest.approx(0.5, abs=0.03)
    assert mean("auc") == pytest.approx(0.75, abs=0.03)


def test_a_balanced_training_ranks_as_well_and_lies_about_the_chances() -> None:
    honest, balanced = Analytics().measures(), Analytics(training="balanced").measures()

    assert balanced["auc"] == pytest.approx(honest["auc"], abs=0.01)
    assert balanced["brier"] > honest["brier"] + 0.04
    assert balanced["mean_score"] > 2 * balanced["churn_rate"]
    assert honest["mean_score"] == pytest.approx(honest["churn_rate"], abs=0.03)


def test_to_contact_everybody_loses_money_and_to_contact_a_quarter_earns_some() -> None:
    everybody = [campaign(Analytics(seed=seed), 1.0) for seed in range(1, 9)]

    assert np.mean(everybody) < -5000
    assert mean("best_profit") > 1000
    assert 0.1 < mean("best_share") < 0.4


def test_who_knew_the_persuadable_would_earn_several_times_as_much() -> None:
    assert mean("profit_if_known") > 5 * mean("best_profit")


def test_a_good_score_still_misses_more_lost_causes_than_it_finds_persuadable() -> None:
    measures = Analytics().measures()

    assert measures["lost_cause"] > measures["persuadable"]
    kinds = ("persuadable", "lost_cause", "sure_thing", "sleeping_dog")
    assert sum(measures[kind] for kind in kinds) == pytest.approx(1)


def test_a_fifth_of_the_customers_brings_more_than_half_of_the_money() -> None:
    assert mean("revenue_of_top_fifth") > 0.55


def test_the_groups_are_the_same_every_time_and_the_first_spends_most() -> None:
    model = Analytics(n=600)
    found, again = groups(model), groups.__wrapped__(model)
    spent = [population(model).monetary[found == group].mean() for group in range(model.groups)]

    assert np.array_equal(found, again)
    assert spent == sorted(spent, reverse=True)


def test_the_score_agrees_with_the_logistic_regression_of_scikit_learn() -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import brier_score_loss, roc_auc_score
    from sklearn.preprocessing import StandardScaler

    model = Analytics()
    people, score = population(model), fitted(model)
    scaler = StandardScaler().fit(people.features[::2])
    theirs = LogisticRegression(C=1e3, tol=1e-10, max_iter=1000)
    theirs.fit(scaler.transform(people.features[::2]), people.leaves[::2])
    chance = theirs.predict_proba(scaler.transform(people.features[1::2]))[:, 1]

    left = people.leaves[score.held_out]
    assert score.chance == pytest.approx(chance, abs=1e-4)
    assert auc(score.chance, left) == pytest.approx(roc_auc_score(left, score.chance))
    assert model.measures()["brier"] == pytest.approx(brier_score_loss(left, score.chance))
