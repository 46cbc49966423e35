"""Known values of a list of customers: what a name is worth by age, and why it falls more slowly later."""

import numpy as np
import pytest
from scipy.special import hyp2f1

from simulations.customer_list import closed_forms as forms
from simulations.customer_list.model import CustomerList
from simulations.customer_list.views import age_table, loss_table, sample_table

SEEDS = range(1, 21)
AGES = (0, 13, 26, 52, 104, 208, 416)


def over_seeds(measure: str, **values: object) -> tuple[float, float]:
    """Mean and standard error of a measure over twenty runs."""
    found = [CustomerList.of({**values, "seed": seed}).measures()[measure] for seed in SEEDS]
    return float(np.mean(found)), float(np.std(found, ddof=1)) / len(SEEDS) ** 0.5


def test_the_worth_of_a_name_falls_to_a_quarter_in_eight_years() -> None:
    worth = forms.worth(CustomerList(), AGES)

    assert worth == pytest.approx([29.07, 24.71, 22.03, 18.57, 14.62, 10.70, 7.33], abs=0.006)
    assert worth[0] / worth[-1] == pytest.approx(4, abs=0.04)


def test_the_worth_is_the_margin_of_the_orders_that_fader_hardie_and_lee_expect() -> None:
    model = CustomerList()
    r, alpha, a, b = model.r, model.alpha, model.a, model.b

    def expected(t: float) -> float:
        series = hyp2f1(r, b, a + b - 1, t / (alpha + t))
        return float((a + b - 1) / (a - 1) * (1 - (alpha / (alpha + t)) ** r * series))

    by_hand = [0.3 * 35.17 * (expected(age + 156) - expected(age)) for age in AGES]
    assert forms.worth(model, AGES) == pytest.approx(by_hand)


@pytest.mark.parametrize("age", [0, 52, 208])
def test_a_run_finds_the_worth_and_the_living_that_the_formulas_say(age: int) -> None:
    for name in ("worth", "alive"):
        mean, error = over_seeds(name, n=5000, age=age)
        expected = CustomerList(age=age).measures()[f"{name}_expected"]

        assert abs(mean - expected) <= 4 * error


def test_the_histories_in_a_sample_say_the_same_worth_on_average() -> None:
    mean, error = over_seeds("worth_by_sample", n=200)

    assert abs(mean - CustomerList().measures()["worth_expected"]) < 4 * error
    assert error > 0


def test_a_history_foretells_what_its_group_brings() -> None:
    table = CustomerList(n=100_000, age=208).run()

    assert table["worth_found"] == pytest.approx(table["worth_by_history"], rel=0.05)
    assert np.all(np.diff(table["worth_by_history"][:5]) < 0)


def test_a_list_loses_a_third_in_its_first_year_and_a_thirteenth_in_its_eighth() -> None:
    table = loss_table(CustomerList())

    assert table["loss"][[0, 1, 7]] == pytest.approx([0.361, 0.213, 0.075], abs=5e-4)
    assert table["loss_if_alike"] == pytest.approx(1 - np.exp(-52 * 0.2426 / 4.4136 * 0.7929 / 3.2188))


def test_a_price_is_paid_back_up_to_the_age_at_which_the_worth_falls_below_it() -> None:
    model = CustomerList(price=20)
    last = model.measures()["pays_until"]

    assert forms.worth(model, last) >= 20 > forms.worth(model, last + 1)
    assert last == 39
    assert np.isnan(CustomerList(price=30).measures()["pays_until"])
    assert CustomerList(price=0).measures()["pays_until"] == 416


def test_the_same_price_earns_on_a_young_list_and_loses_on_an_old_one() -> None:
    young, old = (CustomerList(age=age, n=1000).measures() for age in (0, 416))

    assert young["profit_expected"] == pytest.approx(1000 * (29.067 - 20), abs=1)
    assert old["profit_expected"] == pytest.approx(1000 * (7.326 - 20), abs=1)
    assert young["profit"] > 0 > old["profit"]


def test_one_price_for_three_lists_loses_on_the_old_one_though_it_is_right_on_average() -> None:
    ages, n = (13, 104, 416), 20_000
    price = float(np.mean(forms.worth(CustomerList(), ages)))

    for seed in (101, 102, 103):
        lists = [CustomerList(n=n, age=age, price=round(price, 2), seed=seed).measures() for age in ages]

        assert lists[0]["profit"] > 0 > lists[2]["profit"]
        assert all(one["worth"] > 0.85 * one["worth_expected"] for one in lists)


def test_a_list_of_which_nobody_will_come_again_is_worth_nothing() -> None:
    measures = CustomerList(n=1, age=416, r=2.0, alpha=2.0, a=0.5, b=4.0, ahead=13, seed=1).measures()

    assert measures["worth_by_sample"] == measures["recent_holds"] == 0
    assert measures["came_back"] == 1


def test_the_charts_agree_with_the_measures() -> None:
    model = CustomerList()
    measures, ages, groups = model.measures(), age_table(model), sample_table(model)
    worth = np.nan_to_num(groups["worth_by_history"]) @ groups["names"] / groups["names"].sum()

    assert ages["worth_expected"][13] == pytest.approx(measures["worth_expected"])
    assert ages["alive_expected"][13] == pytest.approx(measures["alive_expected"])
    assert worth == pytest.approx(measures["worth_by_sample"])
    assert groups["names"].sum() == 200
