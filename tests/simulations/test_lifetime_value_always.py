"""What always holds of customers without a contract and of what is told about them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.bg_nbd import BgNbd
from simulations.history import Histories, histories
from simulations.lifetime_value.account import simulate
from simulations.lifetime_value.analysis import analysis, values
from simulations.lifetime_value.model import LifetimeValue, repeat_chances
from simulations.lifetime_value.sampler import draw
from simulations.span import Span
from tests.simulations.strategies import changed, models

few = settings(max_examples=50, deadline=None)
fewer = settings(max_examples=20, deadline=None)
MADE_UP = models(LifetimeValue, source="simulated")
BUYING = st.builds(
    BgNbd, st.floats(0.05, 3), st.floats(1, 30), st.floats(0.2, 4), st.floats(1, 9), st.just("weeks")
)


@st.composite
def known(draw_from: st.DrawFn) -> Histories:
    """Some customers with any history that there can be."""
    size = draw_from(st.integers(1, 12))
    age = draw_from(st.lists(st.floats(1, 200), min_size=size, max_size=size))
    share = draw_from(st.lists(st.floats(0.01, 1), min_size=size, max_size=size))
    x = draw_from(st.lists(st.integers(0, 40), min_size=size, max_size=size))
    last = [a * s if k else 0.0 for a, s, k in zip(age, share, x, strict=True)]
    return histories(x, last, age, "weeks")


@given(BUYING, known())
@few
def test_who_never_came_back_cannot_have_left(buying: BgNbd, customers: Histories) -> None:
    alive = buying.alive(customers)

    assert np.all((alive >= 0) & (alive <= 1))
    assert np.all(alive[customers.x == 0] == 1)


@given(BUYING, st.integers(1, 40), st.floats(1, 200), st.floats(0, 1), st.floats(0, 1))
@few
def test_the_later_the_last_purchase_the_likelier_a_customer_is_there(
    buying: BgNbd, x: int, age: float, one: float, other: float
) -> None:
    early, late = sorted((one * age, other * age))
    chances = buying.alive(histories([x, x], [early, late], [age, age], "weeks"))

    assert chances[0] <= chances[1] + 1e-12


@given(BUYING, st.integers(1, 20), st.floats(1, 50))
@few
def test_a_long_silence_ends_all_hope(buying: BgNbd, x: int, last: float) -> None:
    silences = last + np.geomspace(1, 1e9, 12)
    customers = histories(np.full(12, x), np.full(12, last), silences, "weeks")
    expected = buying.conditional(customers, Span(39, "weeks"))

    assert expected[-1] < 1e-3
    assert expected[-1] <= expected[0] + 1e-9


@given(BUYING, st.floats(0.5, 100))
@few
def test_the_chances_of_all_numbers_of_purchases_add_up_to_one(buying: BgNbd, weeks: float) -> None:
    chances = buying.pmf(np.arange(4000), Span(weeks, "weeks"))

    assert np.all(chances >= -1e-12)
    assert chances.sum() == pytest.approx(1, abs=1e-6)


@given(BUYING, st.floats(1, 100))
@few
def test_the_mean_of_these_chances_is_the_expected_number(buying: BgNbd, weeks: float) -> None:
    numbers = np.arange(4000)
    mean = float(numbers @ buying.pmf(numbers, Span(weeks, "weeks")))

    assert mean == pytest.approx(buying.expected(Span(weeks, "weeks")), rel=1e-4, abs=1e-6)


@given(BUYING)
@few
def test_expected_purchases_rise_ever_more_slowly(buying: BgNbd) -> None:
    expected = buying.of_the_living(0, 0.0, np.linspace(0, 200, 41))
    steps = np.diff(expected)

    assert expected[0] == pytest.approx(0, abs=1e-9)
    assert np.all(steps >= -1e-7)
    assert np.all(np.diff(steps) <= 1e-6)


@given(BUYING, known(), st.integers(2, 4))
@few
def test_merging_equal_customers_does_not_change_the_likelihood(
    buying: BgNbd, customers: Histories, times: int
) -> None:
    columns = (customers.x, customers.recency, customers.age)
    x, last, age = (np.tile(column, times) for column in columns)
    all_of_them = histories(x, last, age, "weeks")

    assert len(all_of_them.merged.x) <= len(customers.x)
    assert all_of_them.merged.customers == all_of_them.customers
    assert buying.loglik(all_of_them.merged) == pytest.approx(buying.loglik(all_of_them))
    assert buying.loglik(all_of_them) == pytest.approx(times * buying.loglik(customers))


@given(MADE_UP)
@few
def test_customers_buy_within_the_time_that_they_are_watched(model: LifetimeValue) -> None:
    people = draw(model, 0, model.n)

    assert np.all((people.recency >= 0) & (people.recency <= people.age))
    assert np.all((people.recency > 0) <= (people.x > 0))
    assert np.all(people.later[~people.alive] == 0)
    assert np.all(people.alive[people.x == 0])


@given(MADE_UP)
@few
def test_the_chances_of_a_run_add_up_to_all_customers(model: LifetimeValue) -> None:
    assert repeat_chances(model).sum() == pytest.approx(1)
    assert model.run()["customers"].sum() == model.n


@given(models(LifetimeValue))
@fewer
def test_potential_is_never_negative_and_the_three_values_add_up(model: LifetimeValue) -> None:
    worth = values(model)

    assert np.all(worth.potential >= 0)
    assert np.all(worth.current >= 0)
    assert worth.total == pytest.approx(worth.historical + worth.current + worth.potential)


@given(MADE_UP, st.sampled_from(("keep_lever", "visit_lever", "spend_lever")))
@few
def test_pulling_a_lever_further_never_loses_value(model: LifetimeValue, lever: str) -> None:
    start, full = changed(model, lever, 0.4), changed(model, lever, 0.8)

    assert np.all(values(start).potential <= values(full).potential * (1 + 1e-9) + 1e-9)


@given(MADE_UP)
@few
def test_money_that_waits_longer_is_worth_less(model: LifetimeValue) -> None:
    eager, patient = replace(model, discount=0.3), replace(model, discount=0.0)

    assert np.all(values(eager).current <= values(patient).current + 1e-9)
    assert np.all(values(eager).historical >= values(patient).historical - 1e-9)


@given(MADE_UP, st.integers(1, 70), st.integers(1, 2), st.data())
@few
def test_however_customers_are_grouped_the_counts_are_the_same(
    model: LifetimeValue, chunk: int, workers: int, data: st.DataObject
) -> None:
    whole, cut = simulate(model), data.draw(st.integers(0, model.n))

    assert np.array_equal(simulate(model, chunk=chunk, workers=workers), whole)
    assert np.array_equal(simulate(model, 0, cut) + simulate(model, cut, model.n), whole)


@given(models(LifetimeValue))
@fewer
def test_a_log_is_in_order_and_begins_with_each_first_purchase(model: LifetimeValue) -> None:
    log = analysis(model).log

    assert np.all(np.diff(log.customer) >= 0)
    assert np.all(np.diff(log.week)[np.diff(log.customer) == 0] >= 0)
    assert np.all(log.first_week <= log.cut)
