"""The portrait says of each customer what the survey, the orders and the calls say, and nothing else."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.table import Table
from datasets.calling import COMPLAINTS
from datasets.cdnow import summarise

LAST = np.datetime64("2025-12-31")
PAGE = st.fixed_dictionaries(
    {
        "seed": st.integers(0, 2**63 - 1),
        "n": st.integers(1, 60),
        "start": st.integers(0, 1_000_000),
        "locale": st.sampled_from(datasets.LOCALES),
    }
)


def four(page: dict[str, int]) -> tuple[Table, ...]:
    return tuple(
        datasets.make(name, **page)  # type: ignore[arg-type]
        for name in ("portrait", "customers", "orders", "calls")
    )


def cents(amount: Decimal) -> float:
    return float(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))


@settings(max_examples=20, deadline=None)
@given(page=PAGE)
def test_the_survey_stands_in_it_as_it_was_answered(page: dict[str, int]) -> None:
    portrait, customers, _, _ = four(page)

    for name in portrait.keys() & customers.keys():
        assert portrait[name].tolist() == customers[name].tolist()
    assert portrait["gap"].tolist() == np.round(customers["perceived"] - customers["expected"], 1).tolist()


@settings(max_examples=20, deadline=None)
@given(page=PAGE)
def test_a_gap_of_more_than_five_points_delights_or_disappoints(page: dict[str, int]) -> None:
    portrait, *_ = four(page)

    for gap, state in zip(portrait["gap"].tolist(), portrait["state"].tolist(), strict=True):
        assert state == ("delighted" if gap > 5 else "disappointed" if gap < -5 else "content")


@settings(max_examples=20, deadline=None)
@given(page=PAGE)
def test_the_quadrant_follows_from_attitude_and_behaviour_at_a_half(page: dict[str, int]) -> None:
    portrait, *_ = four(page)

    names = {
        (False, False): "none",
        (True, False): "latent",
        (False, True): "inertia",
        (True, True): "absolute",
    }
    for attitude, behaviour, quadrant in zip(
        portrait["attitude"], portrait["behaviour"], portrait["quadrant"].tolist(), strict=True
    ):
        assert quadrant == names[bool(attitude >= 0.5), bool(behaviour >= 0.5)]


@settings(max_examples=15, deadline=None)
@given(page=PAGE)
def test_calls_complaints_and_the_longest_wait_are_those_of_the_calls(page: dict[str, int]) -> None:
    portrait, _, _, calls = four(page)

    for row, customer in enumerate(portrait["id"].tolist()):
        own = calls["customer"] == customer
        assert portrait["calls"][row] == own.sum()
        assert portrait["complaints"][row] == np.isin(calls["topic"][own], COMPLAINTS).sum()
        assert portrait["longest_wait"][row] == calls["waited_seconds"][own].max(initial=0)


@settings(max_examples=15, deadline=None)
@given(page=PAGE)
def test_counts_weeks_and_money_are_those_of_the_orders(page: dict[str, int]) -> None:
    portrait, customers, orders, _ = four(page)

    for row, customer in enumerate(portrait["id"].tolist()):
        own = orders["customer"] == customer
        begin = max(customers["joined_on"][row], np.datetime64("2023-01-01"))
        days = orders["ordered_on"][own] if own.any() else np.array([begin])
        paid = Decimal(int(orders["amount_cents"][own].sum())) / 100
        told = {name: column[row].item() for name, column in portrait.items()}
        assert told["orders"] == own.sum()
        assert told["frequency"] == len(set(days.tolist())) - 1
        assert told["recency_weeks"] == round((days.max() - days.min()).astype(int) / 7, 2)
        assert told["age_weeks"] == round((LAST - days.min()).astype(int) / 7, 2)
        assert told["quiet_weeks"] == round((LAST - days.max()).astype(int) / 7, 2)
        assert told["revenue"] == float(paid)
        assert told["mean_amount"] == cents(paid / max(int(own.sum()), 1))
        assert told["margin"] == cents(paid * Decimal("0.3"))


def test_age_is_the_time_between_the_orders_and_the_time_since_but_for_rounding() -> None:
    portrait = datasets.make("portrait", n=5_000, seed=3)

    rest = portrait["age_weeks"] - portrait["recency_weeks"] - portrait["quiet_weeks"]
    assert np.abs(rest).max() < 0.0101
    assert portrait["age_weeks"].max() <= 157


@pytest.mark.parametrize("n", [1, 4, 1_000, 4_000])
def test_orders_of_one_day_count_once_just_as_in_the_log_of_the_shop(n: int) -> None:
    portrait = datasets.make("portrait", n=n, seed=1)
    summary = summarise(datasets.make("orders", n=n, seed=1), LAST)

    bought = portrait["orders"] > 0
    assert portrait["id"][bought].tolist() == summary["customer"].tolist()
    assert portrait["frequency"][bought].tolist() == summary["frequency"].tolist()
    assert ((portrait["frequency"] > 0) == (portrait["recency_weeks"] > 0)).all()
    assert n < 1_000 or (portrait["orders"] > portrait["frequency"] + 1).any()


def test_who_never_ordered_has_no_money_and_no_time_between_orders() -> None:
    portrait = datasets.make("portrait", n=5_000, seed=3)

    never = portrait["orders"] == 0
    assert never.sum() > 100
    for name in ("frequency", "recency_weeks", "mean_amount", "revenue", "margin"):
        assert not portrait[name][never].any()


@pytest.mark.parametrize("lesson", ["satisfaction", "loyalty", "crm_systems", "lifetime_value"])
def test_each_lesson_adds_columns_of_its_own(lesson: str) -> None:
    assert datasets.find("portrait").taught(lesson)


def test_names_and_numbers_need_no_lesson() -> None:
    assert datasets.find("portrait").taught(None) == ("id", "number", "name", "segment", "city")
