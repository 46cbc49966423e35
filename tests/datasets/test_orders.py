"""The orders belong to the customers of the same seed and say the same of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.table import Table

N = 3_000
YEAR_START = np.datetime64("2025-01-01")


@pytest.fixture(scope="module")
def customers() -> Table:
    return datasets.make("customers", n=N, seed=11)


@pytest.fixture(scope="module")
def orders() -> Table:
    return datasets.make("orders", n=N, seed=11)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**63 - 1), n=st.integers(1, 80), start=st.integers(0, 1_000_000))
def test_a_customer_has_as_many_orders_of_the_past_year_as_purchases(seed: int, n: int, start: int) -> None:
    customers = datasets.make("customers", n=n, seed=seed, start=start)
    orders = datasets.make("orders", n=n, seed=seed, start=start)

    recent = orders["customer"][orders["ordered_on"] >= YEAR_START] - start - 1
    assert np.bincount(recent, minlength=n).tolist() == customers["purchases"].tolist()


def test_nobody_orders_before_joining_or_after_the_survey(customers: Table, orders: Table) -> None:
    joined = customers["joined_on"][orders["customer"] - 1]

    assert (orders["ordered_on"] >= joined).all()
    assert orders["ordered_on"].min() >= np.datetime64("2023-01-01")
    assert orders["ordered_on"].max() <= np.datetime64("2025-12-31")


def test_orders_come_by_customer_and_date_with_numbers_that_say_so(orders: Table) -> None:
    order = np.lexsort((orders["ordered_on"], orders["customer"]))

    assert (order == np.arange(len(order))).all()
    assert len(set(orders["number"].tolist())) == len(orders["number"])
    first = np.searchsorted(orders["customer"], orders["customer"])
    place = np.arange(len(first)) - first + 1
    for number, customer, at in zip(orders["number"].tolist(), orders["customer"], place, strict=True):
        assert number == f"O-{customer:06d}-{at:02d}"


def test_amounts_are_whole_cents_of_a_size_a_homeware_shop_takes(orders: Table) -> None:
    amounts = orders["amount_cents"]

    assert amounts.dtype == np.int64
    assert amounts.min() >= 99
    assert 2_000 < np.median(amounts) < 10_000
    assert amounts.max() < 200_000


def test_the_shares_of_the_product_lines_are_as_meant(orders: Table) -> None:
    assert (orders["line"] == "kitchen").mean() == pytest.approx(0.34, abs=0.02)
    assert set(orders["line"].tolist()) == {"kitchen", "bedroom", "living", "garden", "gifts"}


def test_who_wants_the_best_pays_more_an_order_than_who_watches_the_price(
    customers: Table, orders: Table
) -> None:
    segment = customers["segment"][orders["customer"] - 1]

    means = {s: orders["amount_cents"][segment == s].mean() for s in ("bargain", "quality")}
    assert means["quality"] > 1.4 * means["bargain"]


def test_some_old_customers_have_dropped_out_and_more_of_those_who_never_cared(
    customers: Table, orders: Table
) -> None:
    silent = customers["purchases"] == 0
    old = customers["joined_on"] < YEAR_START
    cold, warm = (customers["behaviour"] < 0.3) & old, (customers["behaviour"] > 0.7) & old

    assert silent[cold].mean() > 5 * silent[warm].mean()
    gone = np.isin(customers["id"], orders["customer"]) & silent
    assert gone.sum() > 50
