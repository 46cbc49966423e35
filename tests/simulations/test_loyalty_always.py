"""What always holds of loyalty, customer by customer and not only on average."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.loyalty.account import account
from simulations.loyalty.closed_forms import estimated, relaxed
from simulations.loyalty.firm import Firm
from simulations.loyalty.model import Loyalty
from simulations.loyalty.moments import ATTITUDE_SPEED, QUADRANTS, Numbers, each_moment
from simulations.loyalty.views import flows_table, plane_table, story_table
from tests.simulations.strategies import changed, models, raised

WARMING = ("satisfaction", "knowledge", "interaction", "care")
few = settings(max_examples=50, deadline=None)
EPS = 1e-12


def attitudes(model: Firm) -> Numbers:
    """Attitudes, a row a month, a column a customer."""
    return np.array([moment.attitude for moment in each_moment(model, 0, model.n)])


def behaviours(model: Firm) -> Numbers:
    """Behaviours, a row a month, a column a customer."""
    return np.array([moment.behaviour for moment in each_moment(model, 0, model.n)])


@given(
    models(Loyalty),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(["none", "barrier_falls"]),
    st.integers(1, 8),
)
@few
def test_neither_barrier_nor_rivals_nor_their_fall_change_a_single_bit_of_attitude(
    model: Loyalty, barrier: float, rivals: float, shock: str, when: int
) -> None:
    other = replace(model, switching_cost=barrier, competition=rivals, shock=shock, shock_period=when)

    assert np.array_equal(attitudes(model), attitudes(other))


@given(models(Loyalty), st.sampled_from(WARMING), st.data())
@few
def test_no_method_that_warms_makes_a_single_customer_colder(
    model: Loyalty, method: str, data: st.DataObject
) -> None:
    more = raised(model, method, data)

    assert np.all(attitudes(more) >= attitudes(model) - EPS)
    assert np.all(behaviours(more) >= behaviours(model) - EPS)


@given(models(Loyalty), st.data())
@few
def test_a_higher_barrier_never_loses_a_purchase(model: Loyalty, data: st.DataObject) -> None:
    assert np.all(behaviours(raised(model, "switching_cost", data)) >= behaviours(model) - EPS)


@given(models(Loyalty), st.data())
@few
def test_stronger_rivals_never_win_us_a_purchase(model: Loyalty, data: st.DataObject) -> None:
    assert np.all(behaviours(raised(model, "competition", data)) <= behaviours(model) + EPS)


@given(models(Loyalty, shock="none"), st.integers(1, 8))
@few
def test_nobody_buys_more_faithfully_because_the_barrier_falls(model: Loyalty, when: int) -> None:
    fallen = replace(model, shock="barrier_falls", shock_period=when)

    assert np.all(behaviours(fallen) <= behaviours(model) + EPS)


@given(models(Loyalty, interaction=0.0, care=0.0), st.floats(0, 1))
@few
def test_knowing_customers_without_acting_on_it_moves_nobody(model: Loyalty, knowledge: float) -> None:
    assert np.array_equal(attitudes(model), attitudes(changed(model, "knowledge", knowledge)))


@given(models(Loyalty))
@few
def test_everybody_is_in_exactly_one_quadrant(model: Loyalty) -> None:
    counts = account(model).counts
    run = model.run()

    assert np.all(counts.sum(axis=1) == model.n)
    assert sum(run[name] for name in QUADRANTS) == pytest.approx(np.ones(model.periods + 1))


@given(models(Loyalty))
@few
def test_the_flows_count_everybody_once_and_their_matrix_has_rows_of_one(model: Loyalty) -> None:
    ledger = account(model)

    for flows in (ledger.flows(), ledger.flows_from_eve()):
        assert flows.sum() == model.n
        rows = estimated(flows)[flows.sum(axis=1) > 0]
        assert np.all(rows >= 0)
        assert rows.sum(axis=1) == pytest.approx(np.ones(len(rows)))
    assert flows_table(model)["people"].sum() == model.n


@given(models(Loyalty))
@few
def test_the_flows_lead_from_the_shares_of_before_to_the_shares_of_after(model: Loyalty) -> None:
    ledger = account(model)

    assert np.array_equal(ledger.flows().sum(axis=1), ledger.counts[0])
    assert np.array_equal(ledger.flows_from_eve().sum(axis=1), ledger.counts[model.eve])
    assert np.array_equal(ledger.flows_from_eve().sum(axis=0), ledger.counts[-1])


@given(models(Loyalty))
@few
def test_each_attitude_follows_its_closed_form(model: Loyalty) -> None:
    path = attitudes(model)
    logit = np.log(path[0] / (1 - path[0])) + model.warmth
    wished = 1 / (1 + np.exp(-logit))
    formula = [
        [relaxed(a, b, ATTITUDE_SPEED, t) for a, b in zip(path[0], wished, strict=True)]
        for t in range(model.periods + 1)
    ]

    assert path == pytest.approx(np.array(formula), abs=1e-9)


@given(models(Loyalty))
@few
def test_attitude_and_behaviour_stay_between_nothing_and_everything(model: Loyalty) -> None:
    for values in (attitudes(model), behaviours(model)):
        assert np.all((values > 0) & (values < 1))


@given(models(Loyalty), st.integers(1, 60))
@few
def test_the_story_of_a_customer_is_the_path_of_its_dot(model: Loyalty, customer: int) -> None:
    model = replace(model, customer=min(customer, model.n))
    plane, story = plane_table(model), story_table(model)
    mine = plane["customer"] == model.customer

    assert np.array_equal(plane["attitude"][mine], story["attitude"])
    assert np.array_equal(plane["behaviour"][mine], story["behaviour"])
