"""What the questions about keeping customers take for right, and what for a slip."""

import re

import numpy as np
import pytest

from course import find_lesson
from courseware.table import Table
from exercises import ANSWER, Assign, right_response
from exercises.kinds.order import OrderItem
from simulations.churn.model import Churn
from tests.content.shelf import QUESTIONS, data_of, drawn, mark


@pytest.fixture(scope="module")
def people() -> Table:
    """Mei's own customers, with their orders."""
    return data_of(QUESTIONS["churn.quiet-rate"], "Mei")("portrait")


def drawn_number(item: str, name: str) -> float:
    """A number that Mei was given in a question."""
    return float(str(drawn(QUESTIONS[item], "Mei").params[name]))


def test_newcomers_make_a_churn_rate_look_good_and_are_a_foreseen_slip(people: Table) -> None:
    quiet = people["quiet_weeks"] > drawn_number("churn.quiet-rate", "limit")
    bought, grown = people["orders"] > 0, people["age_weeks"] >= 52

    assert mark("churn.quiet-rate", f"{100 * quiet[bought & grown].mean():.1f}%").score == 1
    assert mark("churn.quiet-rate", f"{100 * quiet[bought].mean():.1f}%").score == 0.4
    assert quiet[bought].mean() < quiet[bought & grown].mean()


def test_the_difference_of_two_rates_is_told_in_points(people: Table) -> None:
    bought, lost = people["orders"] > 0, people["quiet_weeks"] > 26
    sad, glad = (lost[bought & (people["state"] == state)].mean() for state in ("disappointed", "delighted"))

    assert mark("churn.by-state", f"{100 * (sad - glad):.1f}").score == 1
    assert mark("churn.by-state", f"{100 * (glad - sad):.1f}").score == 0.3
    assert mark("churn.by-state", f"{100 * sad:.1f}").score == 0.3


def test_the_long_standing_weigh_more_by_margin_than_by_heads(people: Table) -> None:
    lost = (people["orders"] > 0) & (people["quiet_weeks"] > 26)
    long_lost = lost & (people["recency_weeks"] >= 52)
    by_margin = people["margin"][long_lost].sum() / people["margin"][lost].sum()

    assert mark("churn.whose-loss", f"{100 * by_margin:.1f}%").score == 1
    assert mark("churn.whose-loss", f"{100 * long_lost.sum() / lost.sum():.1f}%").score == 0.4


def test_the_time_of_those_still_there_belongs_above_the_line(people: Table) -> None:
    bought, lost = people["orders"] > 0, people["quiet_weeks"] > 26
    seen = np.where(lost, people["recency_weeks"], people["age_weeks"])[bought]
    gone = int((bought & lost).sum())

    assert mark("churn.time-per-leaver", f"{seen.sum() / gone:.0f}").score == 1
    assert mark("churn.time-per-leaver", f"{people['recency_weeks'][bought & lost].mean():.1f}").score == 0.2
    assert mark("churn.time-per-leaver", f"{seen.mean():.1f}").score == 0.3


def test_survival_is_a_product_and_no_sum() -> None:
    names = ("ordinary", "renewal", "years")
    ordinary, renewal, years = (drawn_number("churn.survive", name) for name in names)
    left = np.prod(
        [1 - (renewal if month % 12 == 0 else ordinary) for month in range(1, int(12 * years) + 1)]
    )

    assert mark("churn.survive", f"{100 * left:.1f}%").score == 1
    assert mark("churn.survive", f"{100 * (1 - renewal) ** years:.1f}%").score == 0.4


def test_members_whose_second_year_was_not_seen_neither_stayed_nor_left() -> None:
    names = ("joined", "first", "unseen", "second")
    joined, first, unseen, second = (drawn_number("churn.by-hand", name) for name in names)
    reached = joined - first - unseen

    right = (joined - first) / joined * (reached - second) / reached
    assert mark("churn.by-hand", f"{100 * right:.1f}%").score == 1
    assert mark("churn.by-hand", f"{100 * (1 - (first + second) / joined):.1f}%").score == 0.4
    assert mark("churn.by-hand", f"{100 * (reached - second) / joined:.1f}%").score == 0.3


def test_what_a_call_must_change_is_told_in_points() -> None:
    cost, margin = (drawn_number("churn.pays", name) for name in ("cost", "margin"))

    assert mark("churn.pays", f"{100 * cost / margin:.1f}").score == 1
    assert mark("churn.pays", f"{100 * cost / (margin - cost):.1f}").score == 0.5
    assert mark("churn.pays", f"{cost / margin:.3f}").score == 0


def test_how_long_somebody_was_silent_is_to_be_worked_out() -> None:
    asked = drawn(QUESTIONS["churn.whom-to-ask"], "Mei").question.fields[0]
    right = right_response(drawn(QUESTIONS["churn.whom-to-ask"], "Mei"))[ANSWER]
    assert isinstance(asked, Assign)
    assert isinstance(right, dict)
    called = {choice.id: choice.text.en for choice in asked.choices}

    for row in asked.rows:
        age, bought = (int(word) for word in re.findall(r"(\d+) weeks", row.text.en))
        lost = "ask in person" if bought >= 52 else "one line of a questionnaire"
        assert called[str(right[row.id])] == ("not lost yet: not asked" if age - bought <= 26 else lost)


def test_first_aid_is_asked_in_the_order_and_number_in_which_it_is_taught() -> None:
    step = next(one for one in find_lesson("churn").steps if one.id == "first-aid")
    taught, item = step.text, QUESTIONS["churn.first-aid"].item
    assert isinstance(item, OrderItem)
    assert taught is not None
    asked = item.steps

    assert f"| {len(asked)}. " in taught.en
    assert f"| {len(asked) + 1}. " not in taught.en
    for number, word in enumerate(
        ["保存", "追踪调研", "致歉", "减轻不满", "防止不满扩散", "原因", "改进"], 1
    ):
        assert word in taught.zh.split(f"| {number}. ")[1].split("\n")[0]
        assert word in asked[number - 1].text.zh


def test_who_stayed_when_called_was_not_always_kept_by_the_call() -> None:
    called, alone, cost = (drawn_number("churn.cost-per-kept", name) for name in ("called", "alone", "cost"))

    assert mark("churn.cost-per-kept", f"{cost / (called - alone):.0f}").score == 1
    assert mark("churn.cost-per-kept", f"{cost / called:.2f}").score == 0.2


def test_the_pilot_may_be_neither_tiny_nor_huge_and_the_campaign_neither_small_nor_for_all() -> None:
    assert mark("churn.pilot-budget", {"pilot": 3000, "called": 0.6}).score == 1
    for poor in ((250, 0.2), (10000, 0.6), (3000, 1.0), (3000, 0.1)):
        assert mark("churn.pilot-budget", dict(zip(("pilot", "called"), poor, strict=True))).score == 0


def test_two_reported_figures_tell_two_habits() -> None:
    assert mark("churn.read-the-firm", {"monthly": 0.01, "at_renewal": 0.4}).score == 1
    assert mark("churn.read-the-firm", {"monthly": 0.03, "at_renewal": 0.2}).score < 1
    assert mark("churn.read-the-firm", {"monthly": 0.02, "at_renewal": 0.3}).score < 1
    assert mark("churn.read-the-firm", {"monthly": 0.0, "at_renewal": 0.45}).score < 1
    assert round(0.99**33 * 0.6**3, 3) == 0.155


@pytest.mark.parametrize(("growth", "name"), [(0.1, "low"), (0.0, "high")])
def test_two_firms_with_the_same_habits_report_what_the_question_says(growth: float, name: str) -> None:
    firm = Churn(n=2000, growth=growth, monthly=0.01, at_renewal=0.4)

    reported = 100 * firm.measures()["churn_growing_expected"]
    assert drawn_number("churn.two-reports", name) == pytest.approx(reported, abs=0.1)
    assert round(0.99**22 * 0.6**2, 2) == 0.29
