"""What always holds of customers who stay or leave."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.retention import closed_forms as forms
from simulations.retention.account import lifetimes, simulate
from simulations.retention.model import Retention
from simulations.retention.views import cash_flow_table, sorting_table
from tests.simulations.strategies import models, raised

few = settings(max_examples=60, deadline=None)


def worths(model: Retention) -> tuple[float, float]:
    """What a customer is worth, by the run and by formula; infinite where the measures show no number."""
    measures = model.measures()
    run, formula = (
        np.inf if np.isnan(measures[name]) else measures[name] for name in ("npv", "npv_expected")
    )
    return run, formula


@given(models(Retention), st.data())
@few
def test_nobody_leaves_earlier_when_retention_rises(model: Retention, data: st.DataObject) -> None:
    before, _ = lifetimes(model, 0, model.n)
    after, _ = lifetimes(raised(model, "retention", data), 0, model.n)

    assert np.all(before <= after)


@given(models(Retention))
@few
def test_survivors_never_rise(model: Retention) -> None:
    run = model.run()

    assert run["survivors"][0] == model.n
    assert np.all(np.diff(run["survivors"]) <= 0)
    assert np.all(np.diff(run["share_expected"]) <= 1e-12)


@given(models(Retention), st.data())
@few
def test_a_customer_is_worth_no_less_when_retention_rises(model: Retention, data: st.DataObject) -> None:
    (before, expected), (after, expected_after) = worths(model), worths(raised(model, "retention", data))

    assert before <= after + 1e-9
    assert expected <= expected_after + 1e-6


@given(models(Retention), st.data())
@few
def test_a_customer_is_worth_no_more_when_money_is_discounted_harder(
    model: Retention, data: st.DataObject
) -> None:
    (before, expected), (after, expected_after) = worths(model), worths(raised(model, "discount", data))

    assert after <= before + 1e-9
    assert expected_after <= expected + 1e-9


@given(models(Retention), st.floats(0, 500))
@few
def test_the_cost_of_winning_only_shifts_the_worth(model: Retention, cost: float) -> None:
    free = worths(replace(model, acquisition=0.0))
    paid = worths(replace(model, acquisition=cost))

    assert paid == pytest.approx((free[0] - cost, free[1] - cost), abs=1e-6)


@given(models(Retention))
@few
def test_a_mean_that_has_no_end_is_never_shown_as_a_number(model: Retention) -> None:
    measures = model.measures()

    has_mean = model.customers == "alike" or model.mixture.alpha > 1
    for name in ("mean_tenure", "tenure_expected", "base_at_rest"):
        assert np.isfinite(measures[name]) == has_mean
    if model.discount == 0 and not has_mean and model.profits[-1]:
        assert np.isnan(measures["npv"])
        assert np.isnan(measures["npv_expected"])


@given(models(Retention, customers="mixed"), st.floats(0.01, 0.3))
@few
def test_the_worth_of_mixed_customers_by_formula_is_the_long_sum(model: Retention, discount: float) -> None:
    terms = replace(model, discount=discount)
    long = forms.net_present_value(terms.survival(5000), terms.profits, discount, terms.acquisition)

    assert terms.measures()["npv_expected"] == pytest.approx(long, rel=1e-9, abs=1e-6)


@given(
    st.floats(0, 1),
    st.floats(0, 0.3),
    st.lists(st.floats(0, 200), min_size=1, max_size=5),
    st.floats(0, 500),
)
@few
def test_head_and_tail_are_the_long_sum(
    retention: float, discount: float, profits: list[float], cost: float
) -> None:
    by_formula = forms.tenure_value(retention, profits, discount, cost)
    long = forms.net_present_value(retention ** np.arange(3000.0), profits, discount, cost)

    assert long <= by_formula + 1e-6 * (1 + abs(by_formula)) or by_formula == float("inf")
    if retention / (1 + discount) < 0.99:
        assert by_formula == pytest.approx(long, abs=1e-6)


@given(st.floats(0, 500), st.floats(0, 200), st.floats(0, 0.3))
@few
def test_where_nobody_stays_the_first_profit_is_all(cost: float, profit: float, discount: float) -> None:
    assert forms.tenure_value(0, [profit, 99], discount, cost) == profit - cost


@given(models(Retention))
@few
def test_the_kinds_of_customers_add_up_to_all_who_are_there(model: Retention) -> None:
    table = sorting_table(model)
    kinds = table["fickle"] + table["steady"] + table["loyal"]

    assert kinds[table["survivors"] > 0] == pytest.approx(1)


@given(models(Retention, customers="mixed"))
@few
def test_the_expected_retention_of_a_mixed_group_rises_every_year(model: Retention) -> None:
    by_formula = model.mixture.retention(np.arange(1, model.periods + 1))

    assert np.all(np.diff(by_formula) > 0)
    assert model.run()["staying_expected"] == pytest.approx(by_formula)
    assert by_formula[0] == pytest.approx(model.retention)


@given(models(Retention))
@few
def test_the_cash_flow_sums_up_to_its_last_line(model: Retention) -> None:
    table = cash_flow_table(model)

    assert table["cumulative"] == pytest.approx(np.cumsum(table["present_value"]), abs=1e-9)


@given(models(Retention), st.integers(1, 70), st.integers(1, 2), st.data())
@few
def test_however_customers_are_grouped_the_account_is_the_same(
    model: Retention, chunk: int, workers: int, data: st.DataObject
) -> None:
    whole, cut = simulate(model), data.draw(st.integers(0, model.n))

    assert np.array_equal(simulate(model, chunk=chunk, workers=workers), whole)
    assert np.array_equal(simulate(model, 0, cut) + simulate(model, cut, model.n), whole)
