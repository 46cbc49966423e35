"""The portrait says of each customer what the survey, the orders and the calls say, and nothing else."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.chance import uniforms
from courseware.table import Table
from datasets.calling import COMPLAINTS
from datasets.cdnow import summarise
from datasets.people import draw_people
from datasets.streams import ACTIVITY

LESSONS = (
    "customers",
    "relationships",
    "satisfaction",
    "complaints",
    "loyalty",
    "churn",
    "lifetime_value",
    "crm_systems",
)
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


@settings(max_examples=20, deadline=None)
@given(page=PAGE)
def test_the_stage_follows_from_silence_and_repeat_orders(page: dict[str, int]) -> None:
    portrait, *_ = four(page)

    facts = ("orders", "quiet_weeks", "frequency", "stage")
    for orders, quiet, again, stage in zip(*(portrait[name].tolist() for name in facts), strict=True):
        grown = "exploration" if again == 0 else "stable" if again >= 3 else "build_up"
        assert stage == ("none" if not orders else "decline" if quiet > 26 else grown)


@settings(max_examples=20, deadline=None)
@given(page=PAGE)
def test_the_type_of_relationship_is_told_by_contacts_and_time(page: dict[str, int]) -> None:
    portrait, *_ = four(page)

    names = ("contacts", "minutes", "level", "adviser", "chain")
    for contacts, minutes, level, adviser, chain in zip(
        *(portrait[name].tolist() for name in names), strict=True
    ):
        sought = "basic" if minutes == 0 else "reactive"
        for fewest, name in ((1, "accountable"), (3, "proactive"), (9, "partnership")):
            sought = name if contacts >= fewest else sought
        assert level == sought
        assert adviser == ("yes" if contacts else "no")
        assert chain != "internal" or level in ("basic", "reactive")


@settings(max_examples=20, deadline=None)
@given(page=PAGE)
def test_who_sells_on_is_no_user_and_has_ordered_again(page: dict[str, int]) -> None:
    portrait, _, orders, _ = four(page)

    for row, customer in enumerate(portrait["id"].tolist()):
        own = orders["customer"] == customer
        resells = portrait["chain"][row] == "intermediary"
        assert resells == (portrait["used_by"][row] == "resold")
        assert not resells or portrait["orders"][row] >= 4
        assert portrait["used_by"][row] != "gift" or (orders["line"][own] == "gifts").mean() >= 0.3


@settings(max_examples=15, deadline=None)
@given(page=PAGE)
def test_a_complaint_is_the_first_of_the_calls_and_silence_has_none(page: dict[str, int]) -> None:
    portrait, _, _, calls = four(page)

    for row, customer in enumerate(portrait["id"].tolist()):
        own = (calls["customer"] == customer) & np.isin(calls["topic"], COMPLAINTS)
        failure, voice, answer = (portrait[name][row] for name in ("failure", "voice", "answer"))
        if own.any():
            assert (failure, voice) == (calls["topic"][own][0], "said")
            assert answer == calls["outcome"][own][0]
        else:
            assert voice == ("none" if failure == "none" else "silent")
            assert answer == "none"


def test_the_churn_score_is_the_chance_that_rates_and_silence_tell() -> None:
    portrait = datasets.make("portrait", n=500, seed=3)

    for again, bought, quiet, behaviour, orders, risk, called in zip(
        *(
            portrait[name].tolist()
            for name in (
                "frequency", "recency_weeks", "quiet_weeks", "behaviour", "orders", "risk", "if_called",
            )
        ),
        strict=True,
    ):  # fmt: skip
        lost_a_year = 0.25 * (1 - behaviour) ** 2 + 0.01
        lost, ordered = lost_a_year / 52, (again + 1) / (bought + 26)
        left_and_silent = lost * (1 - np.exp(-(lost + ordered) * quiet)) / (lost + ordered)
        here_and_silent = np.exp(-(lost + ordered) * quiet)
        here = here_and_silent / (here_and_silent + left_and_silent)
        assert risk == pytest.approx(100 * (1 - here * np.exp(-lost_a_year)) if orders else 0, abs=0.0501)
        assert (called == "none") == (orders == 0)


def test_the_churn_score_is_true_of_those_who_have_it() -> None:
    n, seed = 100_000, 9
    portrait = datasets.make("portrait", n=n, seed=seed)
    people = draw_people(seed, 0, n)
    yearly = 0.25 * (1 - portrait["behaviour"]) ** 2 + 0.01
    stay = -np.log1p(-uniforms(seed, ACTIVITY, 0, n)[:, 1]) / yearly * 365
    gone = people.joined_on.astype(np.int64) + stay < np.datetime64("2027-01-01").astype(np.int64)

    for low, high, within in ((0, 5, 0.5), (5, 20, 1), (20, 40, 3), (40, 60, 5), (60, 100.1, 7)):
        here = (portrait["orders"] > 0) & (portrait["risk"] >= low) & (portrait["risk"] < high)
        assert 100 * gone[here].mean() == pytest.approx(portrait["risk"][here].mean(), abs=within)


def test_the_disappointed_tell_most_and_less_when_they_were_helped() -> None:
    portrait = datasets.make("portrait", n=40_000, seed=3)
    told, state = portrait["told"], portrait["state"]
    helped = np.isin(portrait["answer"], ["at_once", "later"])

    for mean, group in (
        (2.0, state == "delighted"),
        (1.0, state == "content"),
        (6.0, (state == "disappointed") & ~helped),
        (3.0, (state == "disappointed") & helped),
    ):
        assert told[group].mean() == pytest.approx(mean, rel=0.05)


def test_as_many_would_leave_as_the_scores_add_up_to_and_of_each_kind_there_are_some() -> None:
    portrait = datasets.make("portrait", n=40_000, seed=3)
    kinds = dict(zip(*np.unique(portrait["if_called"], return_counts=True), strict=True))
    alone = (kinds["persuadable"] + kinds["lost_cause"]) / (40_000 - kinds["none"])

    assert alone == pytest.approx(portrait["risk"][portrait["orders"] > 0].mean() / 100, abs=0.005)
    assert all(kinds[kind] > 40_000 * 0.02 for kind in kinds)


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_lesson_adds_columns_of_its_own(lesson: str) -> None:
    assert datasets.find("portrait").taught(lesson)


def test_names_and_numbers_need_no_lesson() -> None:
    assert datasets.find("portrait").taught(None) == ("id", "number", "name", "segment", "city")
