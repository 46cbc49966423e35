"""What the questions about CRM systems take for right, and what for a slip."""

import numpy as np
import pytest

import exercises
from courseware.table import Table
from tests.content.shelf import QUESTIONS, data_of, drawn, mark


@pytest.fixture(scope="module")
def calls() -> Table:
    """All calls of Mei's own customers."""
    return data_of(QUESTIONS["crm.service-level"], "Mei")("calls")


@pytest.fixture(scope="module")
def portrait() -> Table:
    """Mei's own customers, one row each."""
    return data_of(QUESTIONS["crm.silent"], "Mei")("portrait")


def test_the_customers_are_those_of_the_lesson_on_satisfaction(portrait: Table) -> None:
    survey = data_of(QUESTIONS["sat.mean-gap"], "Mei")("survey")

    assert all(np.array_equal(portrait[name], survey[name]) for name in ("number", "expected", "perceived"))


def test_callers_who_gave_up_belong_to_the_service_level(calls: Table) -> None:
    answered = calls["outcome"] != "gave_up"
    in_time = answered & (calls["waited_seconds"] <= 20)

    assert mark("crm.service-level", f"{100 * in_time.mean():.1f} %").score == 1
    assert mark("crm.service-level", f"{100 * in_time.sum() / answered.sum():.1f} %").score == 0.4


def test_callers_who_gave_up_have_no_first_response(calls: Table) -> None:
    answered = calls["outcome"] != "gave_up"
    waits = calls["waited_seconds"]

    assert mark("crm.first-response", f"{waits[answered].mean():.1f}").score == 1
    assert mark("crm.first-response", f"{waits.mean():.1f}").score == 0.4


def test_the_disappointed_who_never_called_are_found_only_across_two_lists(portrait: Table) -> None:
    down, silent = portrait["state"] == "disappointed", portrait["calls"] == 0

    assert mark("crm.silent", str(int((down & silent).sum()))).score == 1
    assert mark("crm.silent", str(int(down.sum()))).score == 0.3
    assert mark("crm.silent", str(int(silent.sum()))).score == 0.2


def test_minutes_saved_are_not_seconds(calls: Table) -> None:
    saved = float(str(drawn(QUESTIONS["crm.knowledge-base"], "Mei").params["saved"]))
    seconds = saved * float(calls["handled_seconds"].sum())

    assert mark("crm.knowledge-base", f"{seconds / 60:.1f}").score == 1
    assert mark("crm.knowledge-base", f"{seconds:.1f}").score == 0.4


def test_the_rule_of_80_and_20_earns_nothing_where_it_does_not_hold(portrait: Table) -> None:
    revenue = np.sort(portrait["revenue"])[::-1]

    assert mark("crm.top-fifth", f"{100 * revenue[:24].sum() / revenue.sum():.1f} %").score == 1
    assert mark("crm.top-fifth", "80%").score == 0


def test_each_of_ones_own_customers_is_dealt_with_by_two_lists() -> None:
    variant = drawn(QUESTIONS["crm.my-customers"], "Mei")

    assert exercises.reveal(variant).en.count("→") == 5


def test_fifteen_agents_do_not_save_the_rush_hour_while_calls_take_three_minutes() -> None:
    assert mark("crm.staffing", {"agents": 15, "handling": 180}).score == 0.25
    assert mark("crm.staffing", {"agents": 16, "handling": 150}).score == 1
    assert mark("crm.staffing", {"agents": 20, "handling": 120}).score == 0.75


def test_training_one_thing_alone_does_not_fill_the_funnel() -> None:
    today = {"advance_lead": 0.35, "lose_lead": 0.25, "lose_negotiation": 0.1}

    assert mark("crm.funnel", {**today, "lose_negotiation": 0.04}).score < 1
    assert mark("crm.funnel", {**today, "lose_lead": 0.15}).score < 1
    assert mark("crm.funnel", {"advance_lead": 0.4, "lose_lead": 0.18, "lose_negotiation": 0.09}).score == 1


def test_calling_half_the_list_finds_the_leavers_and_loses_the_money() -> None:
    assert mark("crm.whom-to-call", {"contacted": 0.5, "signal": 0.95}).score == 0.5
    assert mark("crm.whom-to-call", {"contacted": 0.1, "signal": 0.8}).score == 0.5
    assert mark("crm.whom-to-call", {"contacted": 0.22, "signal": 0.95}).score == 1


def test_too_many_agents_miss_the_goal_as_too_few_do() -> None:
    scores = [mark("crm.growing-branch", {"silo_agents": count}).score for count in (4, 9, 16)]

    assert scores == [0, 1, 0.5]
