"""What the questions on who is a customer take for right, and what for a slip."""

import numpy as np
import pytest

import exercises
from courseware.table import Table
from exercises.kinds.order import OrderItem
from simulations.customer_list import closed_forms as lists
from simulations.customer_list.model import CustomerList
from simulations.diversion import closed_forms as goods
from simulations.diversion.model import Diversion
from tests.content.shelf import QUESTIONS, data_of, drawn, mark

WORTH = {0: 29.07, 13: 24.71, 52: 18.57, 104: 14.62, 208: 10.70, 416: 7.33}
"""What a name brings by the weeks since its first order, as the questions tell it."""


@pytest.fixture(scope="module")
def people() -> Table:
    """Mei's own customers, with their orders."""
    return data_of(QUESTIONS["cust.own-present"], "Mei")("portrait")


def drawn_number(item: str, name: str) -> float:
    """A number that Mei was given in a question."""
    return float(str(drawn(QUESTIONS[item], "Mei").params[name]))


def test_an_account_is_no_order_and_an_old_order_is_no_present_customer(people: Table) -> None:
    bought, quiet = people["orders"] > 0, people["quiet_weeks"]

    assert mark("cust.own-present", f"{(bought & (quiet <= 26)).sum()}").score == 1
    assert mark("cust.own-present", f"{bought.sum()}").score == 0.4
    assert mark("cust.own-present", f"{(quiet <= 26).sum()}").score < 1


def test_a_fifth_of_the_heads_is_sorted_out_by_margin(people: Table) -> None:
    margin = np.sort(people["margin"])[::-1]

    assert mark("cust.own-value", f"{100 * margin[:24].sum() / margin.sum():.1f}%").score == 1
    assert mark("cust.own-value", f"{100 * margin[:12].sum() / margin.sum():.1f}%").score == 0.4


def test_only_whoever_ordered_a_year_ago_can_have_been_silent_for_a_year(people: Table) -> None:
    bought, silent = people["orders"] > 0, people["quiet_weeks"] > 52
    base = bought & (people["age_weeks"] >= 52)

    assert mark("cust.own-lost", f"{100 * silent[base].mean():.1f}%").score == 1
    assert mark("cust.own-lost", f"{100 * (bought & silent).mean():.1f}%").score == 0.3


def test_a_price_for_all_names_is_a_higher_one_for_those_who_still_buy(people: Table) -> None:
    present = (people["orders"] > 0) & (people["quiet_weeks"] <= 26)
    price = drawn_number("cust.own-price", "price")

    assert mark("cust.own-price", f"{price / present.mean():.1f}").score == 1
    assert mark("cust.own-price", f"{price / (people['orders'] > 0).mean():.1f}").score == 0.4


def test_the_questions_tell_the_worth_of_a_name_as_the_formula_has_it() -> None:
    found = lists.worth(CustomerList(), list(WORTH))

    assert dict(zip(WORTH, np.round(found, 2).tolist(), strict=True)) == WORTH


def test_a_list_earns_names_times_worth_less_price() -> None:
    names, age, price = (drawn_number("cust.list-price", name) for name in ("names", "age", "price"))

    assert mark("cust.list-price", f"{names * (WORTH[int(age)] - price):.0f}").score == 1
    assert mark("cust.list-price", f"{names * (WORTH[0] - price):.0f}").score == 0.3


def test_offers_are_ranked_by_what_is_left_above_their_price() -> None:
    item = QUESTIONS["cust.older-lists"].item
    assert isinstance(item, OrderItem)
    texts = [step.text.en for step in item.steps]
    offers = [
        (0 if text.startswith("new") else int(text.split()[0]), float(text.partition(" at ")[2].split()[0]))
        for text in texts
    ]
    left = [WORTH[age] - price for age, price in offers]

    assert len(offers) == len({age for age, _ in offers}) == 6
    assert left == sorted(left, reverse=True)
    assert min(np.diff(sorted(left))) > 0.5


def test_a_case_that_travels_costs_the_whole_discount_and_not_what_the_reseller_gains() -> None:
    cases, off, road = (
        drawn_number("cust.loss-per-case", name) for name in ("cases", "discount", "transport")
    )

    assert mark("cust.loss-per-case", f"{cases * off:.0f}").score == 1
    assert mark("cust.loss-per-case", f"{cases * (off - road):.0f}").score == 0.3
    assert mark("cust.loss-per-case", f"{cases * 40:.0f}").score == 0.3


def test_a_case_that_travels_costs_as_much_in_the_simulation() -> None:
    model = Diversion(discount=20)
    travelled = goods.trade(model).brought_in.sum()

    assert goods.trade_at_home(model).profit - goods.trade(model).profit == pytest.approx(20 * travelled)


def test_the_straight_line_pays_too_much_for_young_lists_and_too_little_for_old_ones() -> None:
    assert mark("cust.bid", {"age": 312, "price": 3}).score == 1
    assert mark("cust.bid", {"age": 104, "price": 18}).score < 1
    for age, price in ((52, 22), (104, 18), (156, 14), (416, 5), (312, 2)):
        assert mark("cust.bid", {"age": age, "price": price}).score < 1


def test_one_gap_for_all_is_not_enough_where_a_region_answers_weakly_to_the_price() -> None:
    assert mark("cust.permitted-gap", {"gap": 14, "discount_third": 6}).score == 1
    for gap, third in ((14, 14), (30, 6), (8, 6), (16, 6), (20, 20)):
        assert mark("cust.permitted-gap", {"gap": gap, "discount_third": third}).score == 0


def test_tracing_pays_only_if_it_is_nearly_complete_and_the_discount_follows() -> None:
    assert mark("cust.trace-cases", {"discount": 19, "reach": 0}).score == 1
    for off, reach in ((8, 0), (8, 0.9), (19, 0.3), (19, 0.9), (12, 0.45)):
        assert mark("cust.trace-cases", {"discount": off, "reach": reach}).score == 0
    untraced = max(goods.trade(Diversion(discount=off)).profit for off in range(31))
    assert f"{untraced:,.0f}" in QUESTIONS["cust.trace-cases"].item.stem.en


def test_whoever_never_ordered_is_potential_however_short_the_silence(people: Table) -> None:
    variant = drawn(QUESTIONS["cust.own-kinds"], "Mei")
    right = exercises.right_response(variant)[exercises.ANSWER]
    asked = variant.question.fields[0]
    assert isinstance(right, dict)
    assert isinstance(asked, exercises.Assign)
    labels = {choice.id: choice.text.en.split()[0] for choice in asked.choices}
    by_number = dict(zip(people["number"].tolist(), range(len(people["number"])), strict=True))

    for row in asked.rows:
        at = by_number[row.text.en.partition(":")[0]]
        never, quiet = people["orders"][at] == 0, people["quiet_weeks"][at]
        assert labels[str(right[row.id])] == ("potential" if never else "present" if quiet <= 26 else "lost")
