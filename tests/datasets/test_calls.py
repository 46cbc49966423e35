"""The calls belong to the customers of the same seed, and come and wait as calls do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.table import Table
from datasets.calling import COMPLAINTS
from datasets.queue import LOAD, OPENS, WAIT, WAITS, erlang_c

N = 20_000


@pytest.fixture(scope="module")
def customers() -> Table:
    return datasets.make("customers", n=N, seed=11)


@pytest.fixture(scope="module")
def calls() -> Table:
    return datasets.make("calls", n=N, seed=11)


@pytest.fixture(scope="module")
def often(calls: Table) -> np.ndarray:
    return np.bincount(calls["customer"] - 1, minlength=N)


@pytest.fixture(scope="module")
def gap(customers: Table) -> np.ndarray:
    return np.round(customers["perceived"] - customers["expected"], 1)


def test_the_unhappy_call_about_twice_as_often_as_the_others(often: np.ndarray, gap: np.ndarray) -> None:
    assert 1.7 < often[gap < 0].mean() / often[gap >= 0].mean() < 2.6


def test_about_half_of_the_unhappy_never_say_a_word(often: np.ndarray, gap: np.ndarray) -> None:
    unhappy = often[gap < 0]

    assert abs((unhappy == 0).mean() - 0.5) < 4 * 0.5 / len(unhappy) ** 0.5


def test_the_further_the_firm_fell_short_the_more_often_those_call_who_speak(
    often: np.ndarray, gap: np.ndarray
) -> None:
    means = [often[(gap < high) & (gap >= low) & (often > 0)].mean() for low, high in ((-8, 0), (-16, -8))]

    assert means[1] > means[0] * 1.2


def test_most_calls_of_the_unhappy_are_complaints_and_few_of_the_others(
    calls: Table, gap: np.ndarray
) -> None:
    complains = np.isin(calls["topic"], COMPLAINTS)
    unhappy = gap[calls["customer"] - 1] < 0

    assert complains[unhappy].all()
    assert complains[~unhappy].mean() < 0.3


def test_nobody_calls_before_joining_nor_outside_the_year_and_the_opening_hours(
    customers: Table, calls: Table
) -> None:
    day, hour = calls["called_on"], calls["hour"]

    assert (day >= customers["joined_on"][calls["customer"] - 1]).all()
    assert (day.min(), day.max()) == (np.datetime64("2025-01-01"), np.datetime64("2025-12-31"))
    assert (hour.min(), hour.max()) == (OPENS, OPENS + len(LOAD) - 1)


def test_calls_come_by_customer_and_time_with_numbers_that_say_so(calls: Table) -> None:
    order = np.lexsort((calls["hour"], calls["called_on"], calls["customer"]))

    assert (order == np.arange(len(order))).all()
    first = np.searchsorted(calls["customer"], calls["customer"])
    place = np.arange(len(first)) - first + 1
    for number, customer, at in zip(calls["number"].tolist(), calls["customer"], place, strict=True):
        assert number == f"S-{customer:06d}-{at:02d}"


def test_calls_fall_on_the_days_by_chance_alone(calls: Table, customers: Table) -> None:
    old = customers["joined_on"][calls["customer"] - 1] < np.datetime64("2025-01-01")

    daily = np.bincount(calls["called_on"][old].astype(int) - 20_089, minlength=365)
    assert len(daily) == 365
    # The index of dispersion of a Poisson process is 1, with this standard error over 365 days.
    assert abs(daily.var(ddof=1) / daily.mean() - 1) < 4 * (2 / 364) ** 0.5


def test_the_wait_of_each_hour_is_the_one_erlang_foretells(calls: Table) -> None:
    for slot, (share, seconds) in enumerate(zip(WAITS, WAIT, strict=True)):
        waited = calls["waited_seconds"][calls["hour"] == OPENS + slot]
        error = (share * (1 - share) / len(waited)) ** 0.5
        assert abs((waited > 0).mean() - share) < 4.5 * error
        # Those who give up cut the mean short of Erlang's; without them it would be met.
        assert 0.5 * seconds < waited[waited > 0].mean() < seconds


def test_most_wait_for_nothing_and_a_few_for_very_long(calls: Table) -> None:
    waited = calls["waited_seconds"]

    assert (waited == 0).mean() > 0.6
    assert waited.mean() > 1.5 * np.median(waited) + 20
    assert 300 < np.quantile(waited, 0.99) < 900


def test_the_busiest_hour_makes_people_wait_longest(calls: Table) -> None:
    means = [calls["waited_seconds"][calls["hour"] == OPENS + slot].mean() for slot in range(len(LOAD))]

    assert np.argmax(means) == np.argmax(LOAD)
    assert np.argmin(means) == np.argmin(LOAD)


def test_who_gave_up_was_not_served_and_everybody_else_was(calls: Table) -> None:
    gave_up = calls["outcome"] == "gave_up"

    assert ((calls["handled_seconds"] == 0) == gave_up).all()
    assert (calls["waited_seconds"][gave_up] > 0).sum() > 0.99 * gave_up.sum()
    assert 0.02 < gave_up.mean() < 0.1


def test_complaints_take_longer_and_are_solved_at_once_less_often_than_other_calls(calls: Table) -> None:
    served = calls["outcome"] != "gave_up"
    complaint, other = (
        served & np.isin(calls["topic"], COMPLAINTS),
        served & ~np.isin(calls["topic"], COMPLAINTS),
    )

    assert calls["handled_seconds"][complaint].mean() > 1.4 * calls["handled_seconds"][other].mean()
    solved = calls["outcome"] == "at_once"
    assert solved[complaint].mean() < solved[other].mean() - 0.2


def test_five_agents_with_four_erlangs_let_55_per_cent_wait() -> None:
    assert erlang_c(5, np.array([4.0]))[0] == pytest.approx(0.5541, abs=1e-4)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 2**63 - 1))
def test_a_class_of_120_customers_holds_silent_and_speaking_unhappy_ones(seed: int) -> None:
    portrait = datasets.make("portrait", n=120, seed=seed)

    unhappy = portrait["calls"][portrait["gap"] < 0]
    assert (unhappy == 0).sum() >= 5
    assert (unhappy > 0).sum() >= 5
