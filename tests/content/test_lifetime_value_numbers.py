"""Every number that the lifetime value lesson quotes from a simulation comes out of that simulation."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import pytest

import simulations
from courseware.text import LANGUAGES
from simulations.lifetime_value.analysis import analysis, top_tenth, values
from simulations.lifetime_value.model import LifetimeValue
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "lifetime_value"
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


def rows(step_id: str) -> list[dict[str, float]]:
    """The rows of the table behind the chart of a step, as it starts."""
    step = steps()[step_id]
    view = simulations.find(step.simulation).views[step.view]
    table = view.table(quotes.model(LESSON, step_id, TODAY))
    return [dict(zip(table, map(float, row), strict=True)) for row in zip(*table.values(), strict=True)]


def base(retention: float) -> dict[str, Value]:
    """The sliders with retention at a value."""
    return {"retention": retention}


ACCOUNTANT: dict[str, Value] = {"retention": 0.99, "discount": 0}
ALIKE: dict[str, Value] = {"customers": "alike"}
MR_CHEN: dict[str, Value] = {"bought": 2}
ON_TIME: dict[str, Value] = {"last_week": 38}
MADE_UP: dict[str, Value] = {"source": "simulated"}
IN_DAYS: dict[str, Value] = {"read_as": "days"}

QUOTES = [
    Quote("payback", TODAY, "payback_year", "12"),
    Quote("payback", TODAY, "npv", "5.6"),
    Quote("payback", TODAY, "npv_expected", "9.1"),
    Quote("payback", ACCOUNTANT, "payback_year", "4"),
    Quote("payback", {"discount": 0}, "payback_year", "6"),
    Quote("payback", {"acquisition": 51}, "payback_year", "2"),
    Quote("five-percent", TODAY, "uplift_of_5_points", "24%"),
    Quote("five-percent", TODAY, "uplift_of_5_percent", "19%"),
    Quote("five-percent", base(0.6), "uplift_of_5_points", "14%"),
    Quote("five-percent", base(0.9), "uplift_of_5_points", "39%"),
    Quote("five-percent", base(0.94), "uplift_of_5_points", "51%"),
    Quote("strongest-lever", {"acquisition": 46}, "npv_expected", "64"),
    Quote("strongest-lever", {"profit_1": 33}, "npv_expected", "70"),
    Quote("strongest-lever", base(0.88), "npv_expected", "99"),
    Quote("strongest-lever", {"discount": 0.09}, "npv_expected", "62"),
    Quote("grown-loyal", TODAY, "stay_first", "59%"),
    Quote("grown-loyal", TODAY, "stay_fifth", "90%"),
    Quote("grown-loyal", ALIKE, "npv_expected", "33.7"),
    Quote("grown-loyal", TODAY, "npv_expected", "114.9"),
    Quote("silent-regular", TODAY, "probe_alive", "4%"),
    Quote("silent-regular", TODAY, "probe_expected", "0.27"),
    Quote("silent-regular", MR_CHEN, "probe_alive", "54%"),
    Quote("silent-regular", MR_CHEN, "probe_expected", "0.90"),
    Quote("silent-regular", ON_TIME, "probe_alive", "92%"),
    Quote("silent-regular", ON_TIME, "probe_expected", "6.6"),
    Quote("golden-cards", TODAY, "historical", "24.3"),
    Quote("golden-cards", TODAY, "current", "20.2"),
    Quote("golden-cards", TODAY, "potential", "5.3"),
    Quote("golden-cards", TODAY, "top_share", "59%"),
    Quote("weeks-or-days", IN_DAYS, "slip", "3.0"),
    Quote("weeks-or-days", IN_DAYS, "current", "59.9"),
    Quote("weeks-or-days", TODAY, "current", "20.2"),
    Quote("golden-cards", TODAY, "best_stay_best", "70%"),
    Quote("real-shop", TODAY, "later_foretold", "0.71"),
    Quote("real-shop", TODAY, "later_actual", "0.80"),
    Quote("real-shop", {"story": "stay"}, "later_foretold", "1.24"),
    Quote("real-shop", MADE_UP, "fit_a", "9.6"),
    Quote("real-shop", MADE_UP, "fit_b", "53"),
    Quote("real-shop", MADE_UP, "later_foretold", "0.61"),
    Quote("real-shop", MADE_UP, "later_actual", "0.69"),
    Quote("real-shop", TODAY, "share_once", "60%"),
]
FROM_THE_CHART = {"grown-loyal": {"46%", "3%"}, "golden-cards": {"4", "40%"}, "payback": {"10"}}
"""Bold numbers that are read off a chart; each is tested below."""


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: f"{quote.step}:{quote.measure}:{quote.written}")
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize("step_id", sorted({quote.step for quote in QUOTES}))
def test_no_bold_number_goes_unchecked(step_id: str) -> None:
    checked = {quote.written for quote in QUOTES if quote.step == step_id}

    assert bold_numbers(told(step_id).en) <= checked | FROM_THE_CHART.get(step_id, set())
    assert bold_numbers(told(step_id).en) == bold_numbers(told(step_id).zh)


def test_the_accountant_would_be_right_about_customers_who_never_leave() -> None:
    assert 30 + 42 + 44 + 49 == 165
    assert run("payback", ACCOUNTANT)["payback_year"] == 4
    assert run("payback")["payback_year"] >= 10
    assert run("payback", {"acquisition": 200})["npv"] < 0


def test_the_second_and_third_year_are_worth_what_the_text_and_the_notes_say() -> None:
    account = simulations.find("retention")
    sheet = account.views["cash_flow"].table(account.model(n=40))
    today = 0.8 * sheet["profit"][2] * sheet["discount_factor"][2]
    later = 0.8**2 * sheet["profit"][3] * sheet["discount_factor"][3]

    assert (round(float(today), 1), round(float(later), 1)) == (30.5, 23.3)


def worth(retention: float, discount: float, cost: float = 51) -> float:
    """What a holder is worth in closed form: profits 30, 42, 44, 49 and then 55 for ever, less the cost."""
    keep = retention / (1 + discount)
    early = sum(profit * keep**year for year, profit in enumerate((30, 42, 44, 49)))
    return early + 55 * keep**4 / (1 - keep) - cost


def test_the_money_is_back_in_year_ten_by_the_formula() -> None:
    total = np.cumsum(
        [profit * (0.8 / 1.1) ** year for year, profit in enumerate([30, 42, 44, 49] + [55] * 20)]
    )

    assert int(np.argmax(total >= 150)) + 1 == 10
    assert worth(0.8, 0.1, 150) == pytest.approx(9.1, abs=0.05)
    assert "year **10**" in told("payback").en
    assert "第 **10** 年" in told("payback").zh


def test_near_the_line_chance_moves_the_year_of_payback() -> None:
    runs = [run("payback", {"seed": seed}) for seed in range(1, 21)]
    years, left = ([one[name] for one in runs] for name in ("payback_year", "npv"))

    assert (min(years), max(years)) == (9, 13)
    assert (round(min(left)), round(max(left))) == (3, 13)
    assert "years 9 to 13 and 3 to 13 yuan" in told("payback").en


def test_net_of_the_cost_of_winning_five_points_bring_more() -> None:
    assert worth(0.85, 0.1) / worth(0.8, 0.1) - 1 == pytest.approx(0.36, abs=0.005)
    assert worth(0.85, 0.1, 0) / worth(0.8, 0.1, 0) - 1 == pytest.approx(0.24, abs=0.005)
    assert all("36%" in text for text in (told("five-percent").en, told("five-percent").zh))


def test_five_points_bring_less_than_the_saying_at_home_and_more_where_fewer_leave() -> None:
    gains = [run("five-percent", base(r))["uplift_of_5_points"] for r in (0.6, 0.7, 0.8, 0.9, 0.94)]

    assert gains == sorted(gains)
    assert gains[2] < 0.25 < gains[3]
    assert run("five-percent")["uplift_of_5_percent"] < gains[2]


def test_a_tenth_better_retention_moves_value_most_and_a_tenth_is_not_a_tenth() -> None:
    today = run("strongest-lever")["npv_expected"]
    retention, *others = (
        run("strongest-lever", changes)["npv_expected"] - today
        for changes in (base(0.88), {"profit_1": 33}, {"acquisition": 46}, {"discount": 0.09})
    )

    assert today == pytest.approx(59)
    assert retention > 3 * max(others)


def test_a_cohort_grows_loyal_although_nobody_changes() -> None:
    years = rows("grown-loyal")
    fickle, loyal = ([round(100 * years[t][kind]) for t in (0, 4)] for kind in ("fickle", "loyal"))

    assert (fickle, loyal) == ([46, 3], [24, 63])
    assert run("grown-loyal")["stay_fifth"] > run("grown-loyal")["stay_first"] + 0.25
    assert run("grown-loyal", ALIKE)["stay_fifth"] == pytest.approx(0.6, abs=0.03)


def test_the_regular_who_fell_silent_is_worth_less_than_the_rare_customer_on_time() -> None:
    regular, rare = run("silent-regular"), run("silent-regular", MR_CHEN)

    assert rare["probe_alive"] > 10 * regular["probe_alive"]
    assert rare["probe_expected"] > 3 * regular["probe_expected"]


def kept_places(**changes: Value) -> float:
    """The share of the tenth with the highest past profit that is the tenth that bought most afterwards."""
    model = quotes.model(LESSON, "golden-cards", changes)
    assert isinstance(model, LifetimeValue)
    log = analysis(model).log
    later = np.zeros(len(analysis(model).known.spent))
    is_later = log.week > log.cut
    np.add.at(later, log.customer[is_later], log.amount[is_later])
    best = top_tenth(values(model).historical)
    return float((best & top_tenth(later)).sum() / best.sum())


def test_most_golden_cards_go_to_a_past() -> None:
    best = rows("golden-cards")
    ninth = best[8]

    assert round(40 * kept_places()) == 16
    assert round(40 * run("golden-cards")["best_stay_best"]) == 28
    assert len(best) == 25
    assert (round(ninth["historical"]), round(ninth["current"]), ninth["repeats"]) == (120, 4, 8)


def test_how_many_of_the_best_stay_the_best_differs_by_run_and_is_near_that_of_a_real_shop() -> None:
    shares = [kept_places(seed=seed) for seed in range(1, 41)]

    assert np.mean(shares) == pytest.approx(0.43, abs=0.005)
    assert [min(shares), max(shares)] == pytest.approx([0.275, 0.55])
    assert kept_places(source="cdnow") == pytest.approx(0.46, abs=0.005)


def test_the_customer_pointed_out_in_the_log_came_back_twice_and_fell_silent() -> None:
    shown = {row["customer"]: row for row in rows("log-to-table")}

    assert len(shown) == 8
    assert shown[12]["repeats"] == 2
    assert shown[12]["recency"] < 2
    assert shown[12]["age"] - shown[12]["recency"] > 26


def test_weeks_read_as_days_cost_a_factor_of_three_and_not_of_seven() -> None:
    assert 2.5 < run("weeks-or-days", IN_DAYS)["slip"] < 3.5
    assert run("weeks-or-days")["slip"] == 1


def test_who_bought_once_counts_as_still_there_for_certain() -> None:
    market = quotes.model(LESSON, "real-shop", TODAY)
    assert isinstance(market, LifetimeValue)
    found = analysis(market)
    bought_once = found.known.histories.x == 0

    assert bought_once.sum() > 1000
    assert np.all(found.buying.alive(found.known.histories)[bought_once] == 1)
    assert 1 - run("real-shop")["later_foretold"] / run("real-shop")["later_actual"] == pytest.approx(
        0.12, abs=0.01
    )


def test_a_fit_to_few_is_shown_beside_the_truth_and_to_many_comes_near_it() -> None:
    few, many = (run("real-shop", {**MADE_UP, "n": n}) for n in (400, 20_000))
    chart = simulations.find("lifetime_value")
    shown = chart.views["tracking"]
    model = quotes.model(LESSON, "real-shop", MADE_UP)
    told = [shown.draw(model, shown.table(model), chart.words, language) for language in LANGUAGES]

    assert few["fit_a"] > 10 * 0.8
    assert many["fit_a"] == pytest.approx(0.8, rel=0.2)
    assert all("a 9.6, b 53.0" in one.alt.replace("，", ", ") for one in told)
    assert all("a 0.8, b 2.4" in one.alt.replace("，", ", ") for one in told)
    assert all("a 9.6" in str(one.layout["annotations"]) for one in told)


def test_a_quarter_of_the_renewals_is_more_than_two_thirds_of_the_asset() -> None:
    today, fallen, careful = (2000 * worth(r, i) for r, i in ((0.8, 0.1), (0.6, 0.1), (0.8, 0.2)))
    written = ["216,172", "67,325", "147,333"]

    assert [f"{value:,.0f}" for value in (today, fallen, careful)] == written
    assert all(
        number in side
        for number in written
        for side in (told("line-on-the-form").en, told("line-on-the-form").zh)
    )
    assert today > 3 * 60_000
    assert fallen < today / 3
    assert round((today - fallen) / 1000) == 149
    assert run("line-on-the-form")["customer_equity"] == pytest.approx(today, rel=0.05)


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked["payback"] == "Year 10 or later"
    assert marked["five-percent"] == "By about 24%"
    assert marked["strongest-lever"].startswith("More renewals")
    assert marked["silent-regular"].startswith("Mr Chen")
    assert marked["golden-cards"] == "About 16"
    assert marked["real-shop"] == "About one in ten"
    assert marked["weeks-or-days"] == "About three times the right one"
    assert marked["line-on-the-form"] == "Less than a third"
