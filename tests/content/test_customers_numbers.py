"""Every number that the lesson on who is a customer quotes from a simulation comes out of it."""

import re
from collections.abc import Mapping
from functools import partial

import numpy as np
import pytest

import lessons
from course import find_lesson
from course import glossary as _glossary
from lessons import ReadStep
from simulations.customer_list.model import CustomerList
from simulations.customer_list.views import loss_table, sample_table
from simulations.diversion import closed_forms as forms
from simulations.diversion.model import Diversion
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "customers"
told = partial(quotes.told, LESSON)

QUOTES = [
    Quote("price-of-a-name", TODAY, "worth_expected", "10.70"),
    Quote("price-of-a-name", TODAY, "pays_until", "39"),
    Quote("eighth-year", {"age": 104}, "share_of_today", "50.3%"),
    Quote("eighth-year", {"age": 416}, "share_of_today", "25.2%"),
    Quote("record-of-a", TODAY, "profit_expected", "73,264"),
    Quote("record-of-a", TODAY, "used_a_expected", "2,441"),
    Quote("record-of-a", TODAY, "lost", "15,564"),
    Quote("record-of-a", {"discount": 8}, "profit_expected", "84,668"),
    Quote("two-hundred-names", TODAY, "recent_holds", "67%"),
    Quote("two-hundred-names", TODAY, "worth_by_sample", "22.33"),
    Quote("two-hundred-names", TODAY, "worth_expected", "18.57"),
    Quote("whose-books", TODAY, "discount_for_a", "18"),
    Quote("whose-books", TODAY, "earned_a_expected", "44,668"),
    Quote("whose-books", {"discount": 18}, "earned_a_expected", "64,720"),
    Quote("whose-books", {"discount": 18}, "profit_expected", "75,519"),
    Quote("whose-books", {"discount": 18, "gap": 8}, "profit_expected", "84,668"),
    Quote("three-regions", {"gap": 8}, "profit_expected", "125,763"),
]
FROM_THE_CHART = {"eighth-year": {"7.5%", "51%"}}
"""Bold numbers that are read off a chart; each is tested below."""
NOUNS = {
    *("customer", "customer-management", "crm", "satisfaction", "three-foot-range", "key-account", "loyalty"),
    *("diversion", "customer-service", "marketing-relation", "relationship-marketing"),
    *("external-customer", "intermediate-customer"),
}
"""The thirteen noun explanations of the exam, as the glossary calls them."""
BEFORE_THE_RUN = [
    Quote("price-of-a-name", {"age": 13}, "worth_expected", "24.71"),
    Quote("record-of-a", TODAY, "profit_at_home", "88,828"),
    Quote("record-of-a", TODAY, "sold_a_expected", "3,220"),
    Quote("record-of-a", {"discount": 0}, "profit_expected", "80,000"),
    Quote("two-hundred-names", TODAY, "recent", "14%"),
    Quote("three-regions", TODAY, "profit_expected", "112,327"),
]
"""Numbers that a step gives away before anything is predicted."""


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: f"{quote.step}:{quote.measure}:{quote.written}")
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize("quote", BEFORE_THE_RUN, ids=lambda quote: f"{quote.step}:{quote.written}")
def test_what_a_step_gives_away_is_true_and_the_same_in_both_languages(quote: Quote) -> None:
    step = quotes.steps(LESSON)[quote.step]
    assert step.text is not None
    assert step.predict is not None
    shown = [step.text, step.predict.question]

    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert any(quote.written in text.en for text in shown)
    assert any(quote.written in text.zh.replace("8 万元", "80,000 元") for text in shown)


@pytest.mark.parametrize("step_id", sorted({*(quote.step for quote in QUOTES)}))
def test_no_bold_number_goes_unchecked(step_id: str) -> None:
    checked = {quote.written for quote in QUOTES if quote.step == step_id}

    assert bold_numbers(told(step_id).en) <= checked | FROM_THE_CHART.get(step_id, set())
    assert bold_numbers(told(step_id).en) == bold_numbers(told(step_id).zh)


def test_the_table_of_ages_and_the_two_offers_are_those_of_the_formula() -> None:
    ages = (0, 13, 52, 104, 208, 416)
    worth = [run("price-of-a-name", {"age": age})["worth_expected"] for age in ages]
    rows = [
        line
        for side in (told("price-of-a-name").en, told("price-of-a-name").zh)
        for line in side.splitlines()
        if line.startswith(("| yuan", "| 元"))
    ]
    profits = [run("price-of-a-name", {"age": age})["profit_expected"] for age in (13, 208)]

    assert [row.split("|")[2:-1] for row in rows] == 2 * [[f" {one:.2f} " for one in worth]]
    assert [round(profit, -2) for profit in profits] == [94_100, -185_900]
    assert round(run("price-of-a-name")["worth"], 2) == 10.53
    assert CustomerList().per_order == pytest.approx(10.55, abs=0.005)


def test_each_year_takes_a_smaller_share_and_a_straight_line_takes_the_same_amount() -> None:
    table = loss_table(CustomerList())
    years = ", ".join(f"{100 * share:.0f}" for share in table["loss"])
    leaving = loss_table(CustomerList(a=2.0))["loss"]

    assert years in told("eighth-year").en
    assert years.replace(", ", "、") in told("eighth-year").zh
    assert f"{table['loss'][-1]:.1%}" == "7.5%"
    assert f"{table['loss_if_alike'][0]:.0%}" == "51%"
    assert round(100 * table["loss"][0]) == 36
    assert 1 - 2 / 8 == 0.75
    assert np.all(np.diff(leaving) < 0)
    assert np.all(leaving > table["loss"])


def test_a_straight_line_is_too_dear_for_young_lists_and_too_cheap_for_old_ones() -> None:
    left = [run("eighth-year", {"age": 52 * year})["share_of_today"] for year in range(1, 9)]
    line = [1 - year / 8 for year in range(1, 9)]

    assert [real < drawn for real, drawn in zip(left, line, strict=True)] == 5 * [True] + 3 * [False]


def test_the_twenty_eight_who_came_back_hold_most_of_the_orders_in_other_samples_too() -> None:
    found = [run("two-hundred-names", {"seed": seed}) for seed in range(1, 41)]
    holds = np.array([one["recent_holds"] for one in found])
    worth = np.array([one["worth_by_sample"] for one in found])
    model = quotes.model(LESSON, "two-hundred-names", TODAY)
    assert isinstance(model, CustomerList)
    groups = sample_table(model)

    assert (groups["names"][0], groups["names"][-1], groups["names"].sum()) == (28, 112, 200)
    assert [round(float(groups["worth_by_history"][at])) for at in (0, -1)] == [106, 5]
    assert round(100 * float(holds.mean())) == 58
    assert np.mean((holds >= 0.5) & (holds <= 0.67)) > 0.6
    assert round(float(worth.std(ddof=1)), 1) == 3.1


def test_each_case_that_travels_costs_the_firm_the_discount() -> None:
    measures = run("record-of-a")

    assert round(measures["diverted_expected"]) == 778
    assert measures["lost"] == pytest.approx(20 * measures["diverted_expected"])
    assert measures["profit_at_home"] - measures["profit_expected"] == pytest.approx(measures["lost"])
    assert round(measures["profit"]) == 74_200
    assert run("record-of-a", {"transport": 25})["best_discount"] == 20
    assert run("record-of-a")["best_discount"] == 8


def test_no_two_prices_of_three_regions_earn_more_than_the_rule() -> None:
    wanted = quotes.model(LESSON, "three-regions", TODAY)
    assert isinstance(wanted, Diversion)
    free = [
        forms.trade(Diversion.of({**vars(wanted), "gap": 40, "discount": a, "discount_third": c})).profit
        for a in range(0, 31, 2)
        for c in range(0, 31, 2)
    ]

    assert max(free) <= run("three-regions", {"gap": 8})["profit_expected"] + 1e-6
    assert run("three-regions", {"gap": 8})["diverted_expected"] == 0
    assert run("three-regions", {"gap": 12})["diverted_expected"] > 0


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in quotes.steps(LESSON).items()
        if step.predict and step.predict.options
    }

    assert marked == {
        "record-of-a": "About 73,000",
        "two-hundred-names": "About two thirds",
        "whose-books": "At 18",
        "three-regions": "Up by about 13,000",
    }


def test_the_exam_words_of_the_topic_are_in_the_lesson() -> None:
    shown = [text.zh for path, text in lessons.texts_in(find_lesson(LESSON)) if path[-1] != "notes"]
    taught = "".join(shown) + "".join(term.term.zh for term in _glossary().terms)
    glossary = (
        "客户管理 客户关系管理 客户满意 三英尺范围 大客户 客户忠诚 "
        "窜货 客户服务 营销关系 关系营销 外部客户 中间客户"
    )
    ways = "企业系统 个性特点 企业利益 关系状态 现有客户 细分 贬值 转让 潜在 供方"

    assert [word for word in (*glossary.split(), *ways.split()) if word not in taught] == []
    assert _glossary().search("倒货")[0].id == "diversion"
    assert _glossary().search("关键客户")[0].id == "key-account"


def test_all_ten_points_and_all_thirteen_nouns_can_be_read_in_class() -> None:
    found = {step.id: step for step in find_lesson(LESSON).steps if step.in_class}
    points = found["ten-points"]
    assert isinstance(points, ReadStep)
    linked = set(lessons.terms_in(find_lesson(LESSON)))

    for side in (points.text.en, points.text.zh):
        table = side[: side.rindex("|")]
        assert sorted(int(number) for number in re.findall(r"\d+", table)) == [*range(1, 11)]
    assert len(NOUNS) == 13
    assert linked >= NOUNS
