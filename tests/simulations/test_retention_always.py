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
    before, after = model.measures(), raised(model, "retention", data).measures()

    assert before["npv"] <= after["npv"] + 1e-9
    assert before["npv_expected"] <= after["npv_expected"] + 1e-6


@given(models(Retention), st.data())
@few
def test_a_customer_is_worth_no_more_when_money_is_discounted_harder(
    model: Retention, data: st.DataObject
) -> None:
    before, after = model.measures(), raised(model, "discount", data).measures()

    assert after["npv"] <= before["npv"] + 1e-9
    assert after["npv_expected"] <= before["npv_expected"] + 1e-9


@given(models(Retention), st.floats(0, 500))
@few
def test_the_cost_of_winning_only_shifts_the_worth(model: Retention, cost: float) -> None:
    free = replace(model, acquisition=0.0).measures()
    paid = replace(model, acquisition=cost).measures()

    assert paid["npv"] == pytest.approx(free["npv"] - cost, abs=1e-6)
    assert paid["npv_expected"] == pytest.approx(free["npv_expected"] - cost, abs=1e-6)


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
