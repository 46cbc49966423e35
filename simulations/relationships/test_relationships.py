"""Known values of effort: from which margin a level pays, and what an hour is worth."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import lognorm

from simulations.relationships import closed_forms as forms
from simulations.relationships import plans
from simulations.relationships.customers import CENTS, Counts, Customers, customers
from simulations.relationships.model import Relationships, at_each_level
from simulations.relationships.terms import LEVELS
from simulations.relationships.views import (
    customers_table,
    hours_table,
    number_table,
    plans_table,
    worth_table,
)

SEEDS = range(1, 41)
FIRM = Relationships()
HIRED = Relationships(staff="hired")
ACCOUNTABLE = np.array([400, 400, 0, 0])
"""How many of 400 customers get each level above the basic, or a higher one, if all are accountable."""


def over_seeds(measure: str, **values: object) -> tuple[float, float]:
    """Mean and spread of a measure over forty runs."""
    found = [Relationships.of({**values, "seed": seed}).measures()[measure] for seed in SEEDS]
    return float(np.mean(found)), float(np.std(found, ddof=1))


def drawn(*sizes: tuple[int, float]) -> Customers:
    """The last of several groups of customers (their number and mean margin) from one stream of normals."""
    chance = np.random.default_rng(1)
    for number, mean in sizes:
        margins = mean * np.exp(1.2 * chance.standard_normal(number) - 0.72)
    return Customers.of(np.rint(CENTS * margins).astype(np.int64))


FIRST = drawn((400, 2000))
SECOND = drawn((40, 20_000), (400, 2000))


def test_a_customer_at_a_higher_level_is_worth_more_years() -> None:
    assert forms.multiple(FIRM) == pytest.approx([2.2, 2.619, 3.235, 4.231, 6.111], abs=5e-4)
    assert forms.hours(FIRM).tolist() == [0, 0.25, 1, 4, 24]
    assert forms.growth(FIRM) == pytest.approx([1, 1.02, 1.05, 1.12, 1.30])
    assert forms.retention(FIRM) == pytest.approx([0.60, 0.68, 0.76, 0.84, 0.92])


def test_the_multiple_is_the_sum_of_what_comes_in_year_after_year() -> None:
    years = np.arange(2000)[:, None]
    stays = forms.retention(Relationships(discount=0.05))

    assert forms.multiple(Relationships(discount=0.05)) == pytest.approx(
        ((stays / 1.05) ** years).sum(axis=0)
    )


def test_at_a_wage_of_sixty_the_best_level_changes_at_these_margins() -> None:
    cuts = forms.cutoffs(forms.pays_at(HIRED), 60)

    assert cuts == pytest.approx([83, 213, 612, 2428], abs=0.5)
    assert forms.cutoffs(forms.pays_at(HIRED), 120) == pytest.approx(2 * cuts)


def test_the_best_level_changes_where_two_levels_are_worth_the_same() -> None:
    cuts = forms.cutoffs(forms.pays_at(HIRED), 60)
    net = cuts[:, None] * forms.worth(HIRED) - 60 * forms.effort(HIRED)

    for step in range(len(cuts)):
        assert net[step, step] == pytest.approx(net[step, step + 1])
        assert net[step, step] == pytest.approx(net[step].max())


def test_a_level_that_takes_as_long_as_partnership_and_does_less_is_skipped() -> None:
    ratio = forms.pays_at(Relationships(partner_hours=4))

    assert ratio[0] < ratio[1] == ratio[2] == ratio[3]
    assert np.all(np.isinf(forms.pays_at(Relationships(rise=0, growth=0))))


def test_where_hours_are_hired_the_number_of_customers_does_not_matter() -> None:
    few, many = (Relationships(staff="hired", n=n).measures() for n in (40, 4000))
    cuts = [f"best_cut_{level}" for level in LEVELS[1:]]

    assert [few[cut] for cut in cuts] == [many[cut] for cut in cuts]
    assert np.all(number_table(HIRED)["price"] == 60)


@pytest.mark.parametrize("staff", ["fixed", "hired"])
def test_as_many_become_partners_as_the_formula_expects_but_for_chance(staff: str) -> None:
    table = number_table(Relationships(staff=staff))

    for number, share in zip(table["customers"], table["share_partnership"], strict=True):
        terms = Relationships(staff=staff, n=int(number))
        expected = float(forms.share_from(terms, forms.best_cutoffs(terms))[-1])
        assert abs(share - expected) < 3 * (expected * (1 - expected) / number) ** 0.5 + 1 / number


def test_where_hours_are_fixed_an_hour_is_worth_more_the_more_customers_there_are() -> None:
    table = number_table(Relationships())

    assert table["price"][0] == 0
    assert table["share_partnership"][0] == 1
    assert np.all(np.diff(table["price"]) > 0)
    assert np.all(np.diff(table["share_basic"]) > 0)


@pytest.mark.parametrize(
    ("sizes", "hours", "wage"),
    [
        (((400, 2000),), 1000, 149),
        (((40, 20_000), (400, 2000), (4000, 200), (400, 2000)), 4000, 38),
        (((40, 20_000), (400, 2000), (4000, 200), (400, 2000), (4000, 2000)), 1000, 1125),
        (((40, 20_000),), 1000, 0),
    ],
)
def test_known_customers_take_the_hours_at_this_wage(
    sizes: tuple[tuple[int, float], ...], hours: float, wage: float
) -> None:
    assert plans.price_among(replace(HIRED, hours=hours), drawn(*sizes)) == pytest.approx(wage, abs=0.5)


@pytest.mark.parametrize(
    ("number", "hours", "wage", "worth"),
    [(400, 1000, 181.7, 994), (4000, 1000, 1123, 4575), (400, 4000, 39.8, 245)],
)
def test_what_an_hour_is_worth_by_formula_and_in_runs(
    number: int, hours: float, wage: float, worth: float
) -> None:
    for name, known in (("fitting_wage", wage), ("worth_of_hour", worth)):
        mean, spread = over_seeds(name, n=number, hours=hours)

        assert Relationships(n=number, hours=hours).measures()[f"{name}_expected"] == pytest.approx(
            known, rel=5e-3
        )
        assert abs(mean - known) < 4 * spread / len(SEEDS) ** 0.5


def test_one_more_hour_raises_the_value_by_what_it_is_said_to_be_worth() -> None:
    fewer, more = (
        forms.expected_value(terms, forms.best_cutoffs(terms))
        for terms in (Relationships(hours=999), Relationships(hours=1001))
    )

    assert (more - fewer) / 2 == pytest.approx(forms.expected_price(FIRM), rel=1e-4)


def test_each_further_hour_brings_less_and_the_last_ones_nothing() -> None:
    table = hours_table(FIRM)
    price, slope = table["price"], np.diff(table["value_optimum"]) / np.diff(table["hours"])
    # of what lies between, the hours of one partner may be idle: nobody is small enough for them
    idle = FIRM.partner_hours / table["hours"][1]

    assert np.all(np.diff(price) <= 0)
    assert np.all(slope <= price[:-1] * (1 + idle))
    assert np.all(slope >= price[1:] * (1 - idle))
    assert table["value_optimum"][0] == table["value_partnership"][0] == table["value_accountable"][0]
    assert table["value_optimum"][-1] == table["value_partnership"][-1]


def test_what_the_first_hour_of_all_is_worth_no_formula_tells() -> None:
    measures = Relationships(hours=0, plan="optimum").measures()

    assert np.isnan(measures["worth_of_hour_expected"])
    assert np.isfinite(measures["worth_of_hour"])
    assert measures["at_basic"] == 400


def test_tails_of_the_margins_are_those_of_a_lognormal() -> None:
    known = lognorm(1.2, scale=2000 * np.exp(-0.72))
    cuts = np.array([83.0, 1000.0, 20_000.0])

    assert forms.share_from(FIRM, cuts) == pytest.approx(known.sf(cuts))
    assert forms.margin_from(FIRM, cuts) == pytest.approx([known.expect(lb=cut) for cut in cuts], rel=1e-4)
    assert forms.margin_from(FIRM, np.array([known.ppf(0.8)])) / 2000 == pytest.approx(0.64, abs=5e-4)
    assert forms.margin_from(FIRM, np.zeros(1)) == pytest.approx(2000)


@pytest.mark.parametrize("staff", ["fixed", "hired"])
def test_runs_of_the_best_plan_are_worth_what_the_formula_expects(staff: str) -> None:
    values = {"n": 8000, "hours": 20_000, "staff": staff}
    mean, spread = over_seeds("value_best", **values)

    expected = Relationships.of(values).measures()["value_best_expected"]
    assert abs(mean - expected) < 4 * spread / len(SEEDS) ** 0.5
    assert spread < 0.03 * expected


def value_of(people: Customers, counts: Counts) -> float:
    """What these customers are worth in millions, by a fixed staff."""
    return plans.value_of(FIRM, people, counts) / 1e6


def test_one_level_for_all_wastes_hours() -> None:
    best = plans.best_among(FIRM, SECOND)

    assert value_of(SECOND, 0 * ACCOUNTABLE) == pytest.approx(1.4756, abs=5e-5)
    assert value_of(SECOND, ACCOUNTABLE) == pytest.approx(2.2785, abs=5e-5)
    assert value_of(SECOND, best) > 3.6
    for plan, share, spread in (
        ("basic", 0.41, 0.011),
        ("accountable", 0.63, 0.017),
        ("partnership", 0.91, 0.01),
    ):
        mean, apart = over_seeds("share_of_best", plan=plan)
        assert mean == pytest.approx(share, abs=0.005)
        assert apart == pytest.approx(spread, abs=0.003)


def test_partnership_for_the_largest_until_the_hours_are_gone_reaches_forty_one() -> None:
    counts = plans.rationed(FIRM, np.full(4, 400), 400)

    assert counts.tolist() == [41] * 4
    assert value_of(FIRST, counts) == pytest.approx(3.2728, abs=5e-5)
    assert Relationships(plan="partnership").measures()["not_served"] == 359


def test_abc_groups_leave_half_of_the_hours_unused() -> None:
    counts = np.array([400, 200, 80, 0])

    assert plans.hours_of(FIRM, counts) == 490
    assert value_of(FIRST, counts) == pytest.approx(2.7656, abs=5e-5)
    assert Relationships(plan="abc").measures()["hours_used"] == 490


def test_the_cut_offs_of_a_wage_give_out_a_fixed_number_of_hours_less_well_than_its_own() -> None:
    wage = plans.price_among(HIRED, FIRST)
    by_wage = FIRST.reached(forms.cutoffs(forms.pays_at(HIRED), wage))
    best = plans.best_among(FIRM, FIRST)

    assert at_each_level(FIRM, by_wage).tolist() == [35, 89, 154, 106, 16]
    assert value_of(FIRST, by_wage) == pytest.approx(3.5836, abs=5e-5)
    assert plans.hours_of(FIRM, by_wage) == 984.25
    # hired hours are paid as long as the customer stays; of a fixed staff, this year's hours alone are scarce
    assert plans.price_among(FIRM, FIRST) == pytest.approx(773, abs=0.5)
    assert plans.hours_of(FIRM, best) <= 1000
    assert 3.6064 < value_of(FIRST, best) < 3.6064 + 773 * 15 / 1e6


def test_cut_offs_from_the_formula_do_well_for_customers_nobody_has_seen() -> None:
    cuts = {"cut_reactive": 550, "cut_accountable": 1050, "cut_proactive": 2200, "cut_partnership": 6250}
    mean, spread = over_seeds("share_of_best", plan="cutoffs", **cuts)

    assert forms.best_cutoffs(FIRM) == pytest.approx([527, 1028, 2224, 6203], abs=1)
    assert mean == pytest.approx(0.987, abs=0.005)
    assert spread < 0.02


def test_the_best_plan_misses_what_hours_are_worth_by_less_than_one_in_a_thousand() -> None:
    for seed in SEEDS:
        model = Relationships(seed=seed, plan="optimum")
        margins, price = customers(model).margins, plans.price(model)
        net = margins[:, None] * forms.worth(model) - price * forms.hours(model)
        top = net.max(axis=1).sum() + price * model.hours

        assert top * 0.999 < model.measures()["value"] <= top


def test_with_own_cut_offs_each_gets_the_highest_level_that_the_margin_reaches() -> None:
    cuts = {"cut_reactive": 5000, "cut_accountable": 800, "cut_proactive": 900, "cut_partnership": 50_000}
    model = Relationships.of({"plan": "cutoffs", "hours": 20_000, **cuts})
    run = model.run()

    assert np.array_equal(run["level"] == 3, (run["margin"] >= 900) & (run["margin"] < 50_000))
    assert np.array_equal(run["level"] == 2, (run["margin"] >= 800) & (run["margin"] < 900))
    assert not np.any(run["level"] == 1)


def test_the_charts_agree_with_the_measures() -> None:
    model = Relationships(plan="abc")
    measures, shown, sizes = model.measures(), plans_table(model), customers_table(model)
    net = worth_table(model)

    assert shown["value"][5] == measures["value"]
    assert shown["value"][7] == measures["value_best"]
    assert [sizes[f"people_{level}"].sum() for level in LEVELS] == [
        measures[f"at_{level}"] for level in LEVELS
    ]
    assert np.array_equal(np.argmax([net[f"net_{level}"] for level in LEVELS], axis=0), net["best_level"])
    assert number_table(model)["price"][2] == measures["worth_of_hour"]


def test_the_sum_over_customers_is_the_value_of_the_plan() -> None:
    model = Relationships(plan="optimum")
    run, measures = model.run(), model.measures()

    assert run["value"].sum() == pytest.approx(measures["value"])
    assert run["hours"].sum() == pytest.approx(measures["hours_used"])
    assert np.array_equal(run["level"], run["best_level"])
    assert run["margin"].sum() == pytest.approx(customers(model).sums[-1] / CENTS)
