"""What always holds of a call and of whom it reaches."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.uplift import closed_forms as forms
from simulations.uplift.learning import pilot_of, ranking
from simulations.uplift.model import Uplift, profits
from simulations.uplift.people import customers, population
from tests.simulations.strategies import changed, models, raised

few = settings(max_examples=40, deadline=None)
SMALL_PILOT = st.sampled_from([50, 100, 400])


@given(models(Uplift, pilot=50), st.data())
@few
def test_a_customer_is_the_same_in_any_company(model: Uplift, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, model.n))
    whole, first, rest = (population(model, *span) for span in ((0, model.n), (0, cut), (cut, model.n)))

    assert np.array_equal(np.concatenate([first.traits, rest.traits]), whole.traits)
    assert np.array_equal(np.concatenate([first.lot, rest.lot]), whole.lot)
    assert np.array_equal(np.concatenate([first.leaves_called, rest.leaves_called]), whole.leaves_called)


@given(models(Uplift, pilot=100))
@few
def test_a_larger_pilot_begins_with_the_customers_of_a_smaller(model: Uplift) -> None:
    small, large = (pilot_of(model, size) for size in (100, 150))

    assert np.array_equal(large.luck[:100], small.luck)
    assert np.array_equal(large.lot[:100], small.lot)


@given(models(Uplift, pilot=50), st.data())
@few
def test_nobody_whom_a_call_kept_leaves_when_it_pulls_harder(model: Uplift, data: st.DataObject) -> None:
    before, after = customers(model), customers(raised(model, "pull", data))

    assert np.array_equal(before.leaves_alone, after.leaves_alone)
    assert not np.any(after.leaves_called & ~before.leaves_called)


@given(models(Uplift), st.sampled_from(["chance", "risk", "uplift"]))
@few
def test_nobody_keeps_more_than_who_knows_the_truth(model: Uplift, score: str) -> None:
    best, other = ranking(model, "truth").kept, ranking(model, score).kept

    assert np.all(other <= best + 1e-9)
    assert abs(other[-1] - best[-1]) < 1e-9


@given(models(Uplift, pilot=50))
@few
def test_whom_it_pays_to_call_is_told_by_cost_and_margin(model: Uplift) -> None:
    effect = np.sort(customers(model).effect)[::-1]
    earned = np.diff(profits(model, "truth"))
    pays = effect > forms.pays_from(model)

    assert np.all(earned[pays] >= -1e-9)
    assert np.all(earned[~pays] <= 1e-9)


@given(models(Uplift, pilot=50))
@few
def test_the_four_kinds_are_all_customers_and_a_campaign_moves_two_of_them(model: Uplift) -> None:
    measures = model.measures()
    kinds = ("persuadable", "lost_cause", "sure_thing", "sleeping_dog")

    assert abs(sum(measures[kind] for kind in kinds) - 1) < 1e-9
    moved = (measures["kept"] - measures["driven_away"]) / model.n
    assert abs(measures["churn_alone"] - moved - measures["churn_campaign"]) < 1e-9


@given(models(Uplift, score="uplift"), SMALL_PILOT)
@few
def test_money_changes_nobody_and_calls_nobody_else(model: Uplift, size: int) -> None:
    base = changed(model, "pilot", size)
    dearer = changed(changed(base, "call_cost", 50), "margin", 0)

    assert np.array_equal(ranking(base).order, ranking(dearer).order)
    assert base.measures()["kept"] == dearer.measures()["kept"]


@given(models(Uplift, called=0.0, pilot=50))
@few
def test_who_calls_nobody_earns_nothing_but_the_cost_of_the_pilot(model: Uplift) -> None:
    measures = model.measures()

    assert measures["profit"] == 0
    assert measures["total_profit"] <= 0
    assert measures["churn_campaign"] == measures["churn_alone"]
    assert np.isnan(measures["called_stay"])
