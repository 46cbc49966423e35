"""What always holds of satisfaction, customer by customer and not only on average."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulations.satisfaction.model import Satisfaction
from simulations.satisfaction.moments import Flags, each_moment, tries
from simulations.satisfaction.offer import Offer
from simulations.satisfaction.views import promise_table
from tests.simulations.strategies import models, raised

BENEFITS = ("product", "service", "personnel", "image")
COSTS = ("money", "time", "energy", "psychic")
ALL_TRY = {"reservation": 0.0, "choosiness": 1.0}
few = settings(max_examples=60, deadline=None)


def buyers(model: Offer) -> Flags:
    """Who buys in each period: a row a period, a column for each who tries."""
    return np.array([moment.buys for moment in each_moment(model, 0, model.n)])


@given(models(Satisfaction), st.sampled_from(BENEFITS), st.data())
@few
def test_more_benefit_never_loses_a_buyer(model: Satisfaction, part: str, data: st.DataObject) -> None:
    assert np.all(buyers(model) <= buyers(raised(model, part, data)))


@given(models(Satisfaction), st.sampled_from(COSTS), st.data())
@few
def test_more_cost_never_wins_a_buyer(model: Satisfaction, part: str, data: st.DataObject) -> None:
    assert np.all(buyers(model) >= buyers(raised(model, part, data)))


@given(models(Satisfaction), st.data())
@few
def test_weighing_losses_more_never_wins_a_buyer(model: Satisfaction, data: st.DataObject) -> None:
    assert np.all(buyers(model) >= buyers(raised(model, "loss_aversion", data)))


@given(models(Satisfaction), st.data())
@few
def test_everybody_who_tries_at_a_promise_also_tries_at_a_higher_one(
    model: Satisfaction, data: st.DataObject
) -> None:
    higher = raised(model, "expectation", data)

    assert np.all(tries(model, 0, model.n) <= tries(higher, 0, model.n))


@given(models(Satisfaction, **ALL_TRY, expectation=40.0), st.data())
@few
def test_nobody_is_more_satisfied_by_a_higher_promise(model: Satisfaction, data: st.DataObject) -> None:
    higher = raised(model, "expectation", data)

    for low, high in zip(each_moment(model, 0, model.n), each_moment(higher, 0, model.n), strict=True):
        assert np.all(high.gap <= low.gap + 1e-9)


@given(models(Satisfaction, adaptation=0.0))
@few
def test_who_never_learns_expects_the_first_promise_for_ever(model: Satisfaction) -> None:
    for moment in each_moment(model, 0, model.n):
        assert np.all(moment.expectation == model.expectation)


@given(models(Satisfaction, noise=0.0, improvement=0.0))
@few
def test_a_promise_that_is_kept_exactly_leaves_no_gap(model: Satisfaction) -> None:
    assume(0 <= model.value <= 120)
    kept = replace(model, expectation=model.value)

    for moment in each_moment(kept, 0, kept.n):
        assert not moment.gap.any()


@given(models(Satisfaction))
@few
def test_who_has_left_does_not_come_back(model: Satisfaction) -> None:
    assert np.all(np.diff(buyers(model).astype(int), axis=0) <= 0)


@given(models(Satisfaction))
@few
def test_everybody_who_buys_is_happy_unhappy_or_neither(model: Satisfaction) -> None:
    run = model.run()

    assert np.array_equal(run["happy"] + run["unhappy"] + run["neutral"], run["buyers"])
    assert np.all(run["neutral"] >= 0)


@given(models(Satisfaction))
@few
def test_the_happy_tell_two_or_three_and_the_unhappy_eight_to_ten(model: Satisfaction) -> None:
    run = model.run()

    assert np.all((2 * run["happy"] <= run["told_well"]) & (run["told_well"] <= 3 * run["happy"]))
    assert np.all((8 * run["unhappy"] <= run["told_badly"]) & (run["told_badly"] <= 10 * run["unhappy"]))


@given(models(Satisfaction), st.integers(0, 120))
@few
def test_the_sweep_over_promises_counts_what_a_run_at_each_promise_counts(
    model: Satisfaction, promise: int
) -> None:
    there = replace(model, expectation=float(promise))
    measures, sweep = there.measures(), promise_table(model)

    for name, column in (
        ("purchases_per_prospect", "purchases_per_prospect"),
        ("share_tried", "tried"),
        ("share_satisfied", "satisfied"),
    ):
        assert sweep[column][promise] == pytest.approx(measures[name], nan_ok=True)


def test_learning_faster_helps_after_too_high_a_promise_and_harms_after_too_low_a_one() -> None:
    def gain(promise: float) -> float:
        slow, fast = (Satisfaction(expectation=promise, adaptation=k, n=4000) for k in (0.1, 0.6))
        return fast.measures()["purchases_per_prospect"] - slow.measures()["purchases_per_prospect"]

    assert gain(85.0) > 0 > gain(50.0)
