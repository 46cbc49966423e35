"""What the questions about lifetime value take for right, and what for a slip."""

import numpy as np
import pytest

import exercises
from courseware.table import Table
from tests.content.shelf import QUESTIONS, data_of, drawn, mark


@pytest.fixture(scope="module")
def people() -> Table:
    """Mei's own customers, with their orders."""
    return data_of(QUESTIONS["ltv.mean-margin"], "Mei")("portrait")


def drawn_number(item: str, name: str) -> float:
    """A number that Mei was given in a question."""
    return float(str(drawn(QUESTIONS[item], "Mei").params[name]))


def test_the_customers_are_those_of_the_lesson_on_satisfaction(people: Table) -> None:
    before = data_of(QUESTIONS["sat.mean-gap"], "Mei")("survey")

    assert np.array_equal(people["number"], before["number"])
    assert np.array_equal(people["perceived"], before["perceived"])


def test_revenue_taken_for_value_and_the_never_ordered_are_foreseen_slips(people: Table) -> None:
    bought = people["orders"] > 0

    assert 0 < (~bought).sum() < 60
    assert mark("ltv.mean-margin", f"{people['margin'][bought].mean():.2f}").score == 1
    assert mark("ltv.mean-margin", f"{people['margin'].mean():.2f}").score == 0.5
    assert mark("ltv.mean-margin", f"{people['revenue'][bought].mean():.2f}").score == 0.3


def test_the_best_twelve_are_counted_and_not_only_named(people: Table) -> None:
    best = np.sort(people["margin"])[-12:].sum() / people["margin"].sum()

    assert mark("ltv.top-twelve", f"{100 * best:.1f} %").score == 1
    assert mark("ltv.top-twelve", "10%").score == 0


def test_a_year_has_52_weeks_and_whoever_takes_365_is_told(people: Table) -> None:
    known = (people["orders"] > 0) & (people["age_weeks"] >= 52)
    weekly = float((people["margin"][known] / people["age_weeks"][known]).mean())

    assert mark("ltv.yearly", f"{52 * weekly:.2f}").score == 1
    assert mark("ltv.yearly", f"{365.25 / 7 * weekly:.2f}").score == 1
    assert mark("ltv.yearly", f"{365 * weekly:.2f}").score == 0.3


def test_the_late_are_found_by_their_own_rhythm(people: Table) -> None:
    regular = people["frequency"] >= 2
    silent = people["quiet_weeks"][regular]
    rhythm = people["recency_weeks"][regular] / people["frequency"][regular]
    late = silent > drawn_number("ltv.overdue", "times") * rhythm

    assert mark("ltv.overdue", str(int(late.sum()))).score == 1
    assert mark("ltv.overdue", str(int((silent > 26).sum()))).score == 0.3


def test_a_forgotten_discount_or_cost_earns_a_part(people: Table) -> None:
    names = ("retention", "rate", "cost")
    stay, rate, cost = (drawn_number("ltv.from-now-on", name) for name in names)
    yearly = float(people["margin"].mean()) / 3
    worth = sum(yearly / (1 + rate) ** year for year in range(3)) - cost
    twice = sum(yearly * (stay / (1 + rate)) ** year for year in range(3)) - cost

    assert mark("ltv.from-now-on", f"{worth:.1f}").score == 1
    assert mark("ltv.from-now-on", f"{worth + cost:.1f}").score == 0.5
    assert mark("ltv.from-now-on", f"{3 * yearly - cost:.1f}").score == 0.5
    assert mark("ltv.from-now-on", f"{twice:.1f}").score == 0.4


def test_points_of_retention_are_not_per_cent_of_it() -> None:
    stay, rate = (drawn_number("ltv.points", name) for name in ("retention", "rate"))

    def gain(more: float) -> str:
        return f"{100 * ((1 + rate - stay) / (1 + rate - stay - more) - 1):.1f} %"

    assert mark("ltv.points", gain(0.05)).score == 1
    assert mark("ltv.points", gain(0.05 * stay)).score == 0.4


def test_the_money_is_back_in_the_first_year_whose_sum_reaches_the_cost() -> None:
    names = ("cost", "profit", "retention")
    cost, profit, stay = (drawn_number("ltv.payback-year", name) for name in names)
    sums = np.cumsum(profit * stay ** np.arange(100))
    year = int(np.argmax(sums >= cost)) + 1

    assert mark("ltv.payback-year", str(year)).score == 1
    assert mark("ltv.payback-year", str(int(np.ceil(cost / profit)))).score < 0.5


def test_weeks_read_as_days_are_a_foreseen_slip() -> None:
    repeats, age = (drawn_number("ltv.next-month", name) for name in ("repeats", "age"))

    assert mark("ltv.next-month", f"{repeats * 30 / (7 * age):.2f}").score == 1
    assert mark("ltv.next-month", f"{repeats * 30 / age:.2f}").score == 0.2


def test_five_of_ones_own_customers_are_judged_by_their_rhythm() -> None:
    assert exercises.reveal(drawn(QUESTIONS["ltv.on-time"], "Mei")).en.count("→") == 5


def test_customers_all_alike_cannot_be_the_cohort_that_was_seen() -> None:
    assert mark("ltv.rebuild-cohort", {"retention": 0.61, "variety": 0.02}).score < 1
    assert mark("ltv.rebuild-cohort", {"retention": 0.61, "variety": 0.28}).score == 1


def test_probably_gone_and_yet_worth_a_call_is_a_late_regular() -> None:
    assert mark("ltv.worth-a-call", {"bought": 2, "last_week": 15}).score == 0.5
    assert mark("ltv.worth-a-call", {"bought": 15, "last_week": 38}).score == 0.5
    assert mark("ltv.worth-a-call", {"bought": 10, "last_week": 28}).score == 1


def test_the_lower_end_of_the_saying_needs_a_loyal_base() -> None:
    assert mark("ltv.claim-holds", {"retention": 0.7, "discount": 0.12}).score < 1
    assert mark("ltv.claim-holds", {"retention": 0.9, "discount": 0.12}).score == 1
