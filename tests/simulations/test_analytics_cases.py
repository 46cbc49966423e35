"""The reference cases of data mining that customer analysis answers, and what always holds of it."""

from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.analytics.base import population
from simulations.analytics.groups import k_means
from simulations.analytics.model import Analytics, earned, order_by_truth
from simulations.analytics.score import auc, brier, captured, fitted, lift, quintiles
from simulations.analytics.views import lift_table
from tests.simulations.strategies import cases, changed, models

TOPIC = "data_mining"
Case = dict[str, Any]
few = settings(max_examples=40, deadline=None)


def test_a_churn_score_is_judged_as_the_reference_case_judges_it() -> None:
    (case,) = cases(TOPIC, "churn_score_metrics")
    score = np.array(case["inputs"]["score"])
    left = np.array(case["inputs"]["churned"], dtype=bool)
    found = {
        "auc": auc(score, left),
        "gini": 2 * auc(score, left) - 1,
        "brier": brier(score, left),
        "lift_top20pct": lift(score, left, 0.2),
        "captured_top40pct": captured(score, left, 0.4),
    }

    assert found == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])


def test_customers_lie_in_the_fifths_of_the_reference_case() -> None:
    (case,) = cases(TOPIC, "rfm_quintiles")
    given_, expected = case["inputs"], case["expected"]

    assert quintiles(given_["recency_days"], low_is_best=True).tolist() == expected["R"]
    assert quintiles(given_["frequency"]).tolist() == expected["F"]
    assert quintiles(given_["monetary"]).tolist() == expected["M"]


@given(st.lists(st.integers(0, 6), max_size=60), st.randoms())
@few
def test_one_value_has_one_fifth_whatever_the_order_of_the_rows(values: list[int], luck: Random) -> None:
    mixed = luck.sample(values, len(values))
    fifths = dict(zip(values, quintiles(values).tolist(), strict=True))

    assert quintiles(mixed).tolist() == [fifths[value] for value in mixed]
    assert [fifths[value] for value in sorted(values)] == sorted(quintiles(values).tolist())
    assert quintiles(values, low_is_best=True).tolist() == quintiles([-value for value in values]).tolist()


def test_customers_who_bought_as_often_have_the_same_fifth_of_frequency() -> None:
    table = Analytics().run()

    for name, fifth in (("frequency", "f"), ("recency", "r"), ("monetary", "m")):
        pairs = set(zip(table[name].tolist(), table[fifth].tolist(), strict=True))
        assert len(pairs) == len(set(table[name].tolist()))


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=40), st.randoms())
@few
def test_lift_does_not_depend_on_the_order_of_equals(people: list[tuple[int, bool]], luck: Random) -> None:
    def judged(rows: list[tuple[int, bool]]) -> list[float]:
        score, left = np.array([row[0] for row in rows], dtype=float), np.array([row[1] for row in rows])
        return [judge(score, left, share) for judge in (captured, lift) for share in (0.0, 0.2, 0.5, 1.0)]

    found = judged(people)
    assert judged(luck.sample(people, len(people))) == pytest.approx(found, nan_ok=True)


def test_the_groups_are_found_by_one_thread_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    import sklearn.cluster
    from threadpoolctl import threadpool_info, threadpool_limits

    seen: list[int] = []

    class Watched(sklearn.cluster.KMeans):  # type: ignore[misc]
        def fit(self, *data: Any) -> Any:
            seen.extend(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "openmp")
            return super().fit(*data)

    monkeypatch.setattr(sklearn.cluster, "KMeans", Watched)
    with threadpool_limits(4, user_api="openmp"):
        k_means(np.eye(6), 2, starts=1)

    assert set(seen) == {1}


def test_the_groups_of_flowers_are_those_of_the_reference_case() -> None:
    from sklearn.datasets import load_iris
    from sklearn.metrics import adjusted_rand_score, silhouette_score

    (case,) = cases(TOPIC, "kmeans_iris")
    flowers = load_iris()
    label = k_means(flowers.data, case["inputs"]["k"], starts=50)
    middles = np.array([flowers.data[label == group].mean(axis=0) for group in range(3)])
    found = {
        "inertia": float(((flowers.data - middles[label]) ** 2).sum()),
        "silhouette": float(silhouette_score(flowers.data, label)),
        "ari": float(adjusted_rand_score(flowers.target, label)),
    }
    sizes = case["expected"].pop("sizes")

    assert found == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])
    assert sorted(np.bincount(label).tolist()) == sizes


@given(models(Analytics))
@few
def test_the_four_kinds_of_customer_are_all_there_are(model: Analytics) -> None:
    measures = model.measures()

    kinds = ("persuadable", "lost_cause", "sure_thing", "sleeping_dog")
    assert sum(measures[kind] for kind in kinds) == pytest.approx(1)


@given(models(Analytics), st.floats(0.05, 0.5))
@few
def test_a_firm_that_loses_more_loses_everybody_it_lost_before(model: Analytics, churn: float) -> None:
    low, high = sorted([churn, model.churn])
    fewer, more = (population(changed(model, "churn", share)) for share in (low, high))

    assert np.all(fewer.leaves <= more.leaves)


@given(models(Analytics), st.floats(0, 1))
@few
def test_more_persuasion_never_loses_a_customer(model: Analytics, persuasion: float) -> None:
    low, high = sorted([persuasion, model.persuasion])
    weak, strong = (population(changed(model, "persuasion", share)) for share in (low, high))

    assert np.all(strong.leaves_if_contacted <= weak.leaves_if_contacted)


@given(models(Analytics))
@few
def test_knowing_the_truth_never_earns_less_than_the_score(model: Analytics) -> None:
    truth = earned(model, order_by_truth(population(model), fitted(model)))

    assert np.all(truth >= earned(model) - 1e-6)
    assert truth[-1] == pytest.approx(earned(model)[-1])


@given(models(Analytics))
@few
def test_a_gain_curve_rises_from_nobody_to_all_leavers_below_perfect_sight(model: Analytics) -> None:
    table = lift_table(model)

    assert table["by_score"][0] == 0
    assert np.all(np.diff(table["by_score"]) >= 0)
    assert np.all(table["by_score"] <= table["by_sight"] + 1e-12)


@given(models(Analytics))
@few
def test_nobody_is_judged_by_a_score_that_learnt_from_them(model: Analytics) -> None:
    if model.n > 1:
        assert np.all(fitted(model).held_out % 2 == 1)


@pytest.mark.parametrize("n", [150, 400])
def test_records_of_any_kind_give_chances(n: int) -> None:
    for training in ("as_it_is", "balanced"):
        for churn in (0.05, 0.5):
            chance = fitted(Analytics(n=n, churn=churn, training=training)).chance
            assert np.all((chance >= 0) & (chance <= 1))
