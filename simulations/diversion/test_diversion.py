"""Known values of goods that travel: what the firm earns at each discount, and what the books of A say."""

from dataclasses import replace

import numpy as np
import pytest

from simulations.diversion import closed_forms as forms
from simulations.diversion.account import carried
from simulations.diversion.model import Diversion
from simulations.diversion.views import books_table, goods_table, profit_table


@pytest.mark.parametrize(
    ("discount", "profit", "sold"),
    [
        (0, 80_000, 1000),
        (6, 83_548, 1281),
        (8, 84_668, 1396),
        (10, 83_174, 1779),
        (12, 81_435, 2105),
        (20, 73_264, 3220),
    ],
)
def test_the_firm_earns_less_while_region_a_sells_more(discount: float, profit: float, sold: float) -> None:
    trade = forms.trade(Diversion(discount=discount))

    assert trade.profit == pytest.approx(profit, abs=0.5)
    assert trade.sold[0] == pytest.approx(sold, abs=0.5)


def test_if_nothing_travelled_a_third_on_top_of_the_cost_would_be_the_best_price() -> None:
    apart = Diversion(reach=0)

    assert forms.best_discount(apart)[0] == 20
    assert forms.best_discount(apart)[1] == pytest.approx(88_828, abs=0.5)
    assert Diversion(discount=20).prices[0] == pytest.approx(60 * 4 / 3)
    assert forms.trade_at_home(Diversion(discount=20)).profit == pytest.approx(88_828, abs=0.5)


@pytest.mark.parametrize("transport", [4, 5, 8, 12, 16])
def test_with_resellers_the_best_discount_is_what_the_transport_costs(transport: float) -> None:
    assert forms.best_discount(Diversion(transport=transport))[0] == transport


def test_goods_that_travel_nearly_for_free_are_worth_a_discount_beyond_the_transport() -> None:
    def slope_beyond(transport: float) -> float:
        more_at_home = (1 - transport / 100) ** -4 * (4 * (40 - transport) / (100 - transport) - 1)
        return 1000 * more_at_home - 900 / 6 * transport

    assert slope_beyond(3.9) > 0 > slope_beyond(4)
    assert forms.best_discount(Diversion(transport=2))[0] == 3.5


def test_where_transport_is_dear_the_best_discount_is_that_of_a_region_alone() -> None:
    assert forms.best_discount(Diversion(transport=25))[0] == 20


def test_the_books_of_a_look_best_where_the_firm_already_loses() -> None:
    measures = Diversion().measures()
    at_a_best = forms.trade(Diversion(discount=measures["discount_for_a"]))

    assert measures["discount_for_a"] == 18
    assert at_a_best.earned[0] > forms.trade(Diversion(discount=8)).earned[0] * 1.4
    assert at_a_best.profit < forms.trade(Diversion(discount=0)).profit


def test_a_permitted_gap_as_wide_as_the_transport_saves_the_best_profit_whatever_a_wants() -> None:
    for wanted in (8, 20, 40):
        assert Diversion(discount=wanted, gap=8).measures()["profit_expected"] == pytest.approx(
            84_668, abs=0.5
        )


def test_of_three_regions_goods_travel_from_the_cheapest_to_all_dearer_ones() -> None:
    model = Diversion(discount=10, discount_third=30, third=1)
    trade = forms.trade(model)
    share_a, share_b = 0.9 * (1 - np.exp(-12 / 6)), 0.9 * (1 - np.exp(-22 / 6))

    assert trade.brought_in == pytest.approx([0.9**-4 * 1000 * share_a, 1000 * share_b, 0])
    assert trade.sold[2] == pytest.approx(0.7**-4 * 1000 + trade.brought_in.sum())
    assert forms.trade(replace(model, gap=8)).brought_in.sum() == 0


def test_a_permitted_gap_brings_three_regions_to_their_best_prices() -> None:
    model = Diversion(third=1, elasticity_third=3)
    each = [
        forms.trade(replace(model, discount=a, discount_third=c)).profit
        for a in range(0, 31, 2)
        for c in range(0, 31, 2)
    ]

    wanted = replace(model, discount=20, discount_third=20)
    assert max(each) == pytest.approx(125_763, abs=0.5)
    assert forms.trade(replace(wanted, gap=8)).profit == pytest.approx(max(each))
    assert forms.trade(wanted).profit < 0.9 * max(each)


@pytest.mark.parametrize("discount", [0, 8, 20])
def test_a_run_finds_what_the_formulas_say(discount: float) -> None:
    runs = [carried(Diversion(discount=discount, seed=seed)) for seed in range(1, 21)]
    found = np.array([[run.profit, run.sold[0], run.brought_in.sum()] for run in runs])
    expected = forms.trade(Diversion(discount=discount))
    error = found.std(axis=0, ddof=1) / len(runs) ** 0.5

    told = [expected.profit, expected.sold[0], expected.brought_in.sum()]
    assert np.all(np.abs(found.mean(axis=0) - told) <= 4 * error)


def test_the_charts_agree_with_the_measures() -> None:
    model = Diversion()
    measures, profits, books = model.measures(), profit_table(model), books_table(model)

    assert profits["profit_expected"][40] == pytest.approx(measures["profit_expected"])
    assert profits["profit_at_home"][40] == pytest.approx(measures["profit_at_home"])
    assert profits["sold_a"][40] == pytest.approx(measures["sold_a_expected"])
    assert books["earned_a"][40] == pytest.approx(measures["earned_a_expected"])
    assert goods_table(model)["sold"][0] == measures["sold_a"]
    assert goods_table(model)["brought_in"].sum() == measures["diverted"]
