"""What the customers think hangs together as the course teaches it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.table import Table
from datasets.opinions import BENEFITS, PARTS

SEEDS = st.integers(0, 2**63 - 1)
TENTHS = {*PARTS, "perceived", "expected"}


@pytest.fixture(scope="module")
def customers() -> Table:
    return datasets.make("customers", n=60_000, seed=7)


def correlation(table: Table, one: str, other: str) -> float:
    return float(np.corrcoef(table[one], table[other])[0, 1])


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_perceived_value_is_benefits_minus_costs_to_the_last_digit(seed: int) -> None:
    table = datasets.make("customers", n=200, seed=seed)

    parts = [np.rint(table[name] * 10) for name in PARTS]
    expected = sum(parts[:BENEFITS]) - sum(parts[BENEFITS:])
    assert (np.rint(table["perceived"] * 10) == expected).all()


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_points_have_one_decimal_and_no_part_is_negative(seed: int) -> None:
    table = datasets.make("customers", n=200, seed=seed)

    assert all((np.round(table[name], 1) == table[name]).all() for name in TENTHS)
    assert all((table[name] >= 0).all() for name in PARTS)


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_attitude_and_behaviour_lie_strictly_between_nothing_and_everything(seed: int) -> None:
    table = datasets.make("customers", n=200, seed=seed)

    assert all(((table[name] > 0) & (table[name] < 1)).all() for name in ("attitude", "behaviour"))


@pytest.mark.parametrize("name", PARTS)
def test_each_part_has_the_mean_it_is_meant_to_have(customers: Table, name: str) -> None:
    assert customers[name].mean() == pytest.approx(PARTS[name][0], abs=0.15)


def test_customers_expect_about_65_points_and_differ(customers: Table) -> None:
    assert customers["expected"].mean() == pytest.approx(65, abs=0.3)
    assert customers["expected"].std() > 8


def test_all_four_quadrants_of_loyalty_are_filled_as_meant(customers: Table) -> None:
    likes, acts = customers["attitude"] >= 0.5, customers["behaviour"] >= 0.5

    shares = [(~likes & ~acts).mean(), (likes & ~acts).mean(), (~likes & acts).mean(), (likes & acts).mean()]
    assert shares == pytest.approx([0.36, 0.09, 0.14, 0.41], abs=0.012)


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_a_class_of_120_customers_holds_every_quadrant(seed: int) -> None:
    table = datasets.make("customers", n=120, seed=seed)

    quadrant = 2 * (table["attitude"] >= 0.5) + (table["behaviour"] >= 0.5)
    assert set(quadrant.tolist()) == {0, 1, 2, 3}


def test_a_fine_name_raises_what_customers_expect(customers: Table) -> None:
    assert correlation(customers, "image", "expected") > 0.25


def test_who_wants_the_best_expects_the_most_and_who_watches_the_price_the_least(customers: Table) -> None:
    means = {
        segment: customers["expected"][customers["segment"] == segment].mean()
        for segment in ("quality", "relationship", "convenience", "bargain")
    }

    assert list(means.values()) == sorted(means.values(), reverse=True)


def test_attitude_follows_the_gap_and_not_the_value_alone(customers: Table) -> None:
    gap = customers["perceived"] - customers["expected"]

    follows_gap = np.corrcoef(gap, customers["attitude"])[0, 1]
    assert follows_gap > 0.9
    assert follows_gap > correlation(customers, "perceived", "attitude") + 0.1


def test_behaviour_follows_attitude_but_something_else_as_well(customers: Table) -> None:
    assert 0.6 < correlation(customers, "attitude", "behaviour") < 0.9


def test_who_acts_more_like_a_regular_buys_more(customers: Table) -> None:
    level = (customers["behaviour"] * 5).astype(int)

    means = [customers["purchases"][level == step].mean() for step in range(5)]
    assert means == sorted(means)
    assert means[4] > 4 * means[0]


def test_who_joined_yesterday_has_hardly_bought(customers: Table) -> None:
    new = customers["joined_on"] > np.datetime64("2025-12-01")

    assert customers["purchases"][new].mean() < 0.5
    assert customers["purchases"][~new].mean() > 3
