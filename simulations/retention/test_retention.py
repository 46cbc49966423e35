"""Known values of retention, from the literature and the prototype."""

import json
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import simulations
from courseware.text import LANGUAGES, Language
from simulations.kaplan_meier import kaplan_meier
from simulations.retention import closed_forms as forms
from simulations.retention.account import lifetimes
from simulations.retention.figure import VIEWS
from simulations.retention.model import Retention
from simulations.retention.sorting import fit_mixture
from simulations.retention.views import GRID, worth_table


def _z(measure: str, expected: str, **values: object) -> float:
    runs = [Retention.of({**values, "n": 2000, "seed": seed}).measures() for seed in range(1, 31)]
    found = [run[measure] for run in runs]
    error = float(np.std(found, ddof=1) / np.sqrt(len(found)))
    return abs(float(np.mean(found)) - runs[0][expected]) / error


@pytest.mark.parametrize("retention", [0.3, 0.8, 0.95])
def test_customers_stay_as_long_as_the_formula_says(retention: float) -> None:
    assert _z("mean_tenure", "tenure_expected", retention=retention) <= 5
    assert _z("npv", "npv_expected", retention=retention) <= 5


def test_mixed_customers_too_are_worth_what_the_formula_says() -> None:
    assert _z("npv", "npv_expected", customers="mixed", discount=0.15) <= 5


def test_five_points_are_worth_a_quarter_more_at_85_per_cent() -> None:
    level = Retention(retention=0.85, margin="level", acquisition=0)

    assert level.measures()["uplift_level"] == pytest.approx(0.25)
    assert level.measures()["uplift_of_5_points"] == pytest.approx(0.25)


def test_85_per_cent_more_would_need_customers_who_stay_with_more_than_certainty() -> None:
    base = forms.base_for_uplift(0.85, 0.1)

    assert base == pytest.approx(0.9912, abs=1e-4)
    assert base + 0.05 > 1
    assert forms.uplift_flat(0.95, 0.1) == pytest.approx(0.5)


def test_five_per_cent_of_retention_are_less_than_five_points() -> None:
    measures = Retention().measures()

    assert measures["uplift_of_5_points"] == pytest.approx(0.242, abs=0.001)
    assert measures["uplift_of_5_percent"] < measures["uplift_of_5_points"]


def test_mixed_customers_are_worth_more_than_their_first_year_tells() -> None:
    alike, mixed = Retention().measures(), Retention(customers="mixed").measures()

    assert alike["npv_expected"] == pytest.approx(108.09, abs=0.01)
    assert mixed["npv_expected"] == pytest.approx(183.99, abs=0.01)


def test_a_cohort_stays_better_every_year_though_nobody_changes() -> None:
    run = Retention(customers="mixed", n=200_000, periods=10).run()

    assert np.all(np.diff(run["staying_expected"]) > 0)
    assert run["staying"] == pytest.approx(run["staying_expected"], abs=0.01)


def test_with_no_retention_only_the_first_profit_is_earned() -> None:
    assert forms.tenure_value(0, [30, 42], 0.1, 51) == -21
    assert forms.net_present_value([1, 0, 0], [30, 42], 0.1, 51) == -21


def test_who_never_leaves_and_never_waits_is_worth_more_than_any_number() -> None:
    assert forms.tenure_value(1, [30], 0, 51) == float("inf")
    assert forms.multiple(1, 0) == float("inf")
    assert forms.uplift_flat(0.95, 0) == float("inf")
    assert np.isnan(Retention(retention=0.97).measures()["uplift_of_5_points"])


def test_a_customer_who_brings_nothing_never_pays_back() -> None:
    measures = Retention(margin="level", profit_1=0).measures()

    assert measures["npv"] == -51
    assert np.isnan(measures["payback_year"])
    assert np.isnan(measures["uplift_of_5_points"])


def test_the_curve_of_worth_agrees_with_the_measures() -> None:
    table, measures = worth_table(Retention()), Retention().measures()
    at = int(np.argmin(abs(GRID - 0.8)))

    assert table["worth"][at] == pytest.approx(measures["npv_expected"])
    assert table["uplift"][at] == pytest.approx(measures["uplift_of_5_points"])


def test_while_more_than_half_are_left_there_is_no_median() -> None:
    assert np.isnan(kaplan_meier([1, 2, 3], [1, 0, 0]).median)
    assert kaplan_meier([1, 2, 3], [1, 0, 0]).after(0.5) == 1


def test_the_mean_stay_of_mixed_customers_is_not_cut_after_a_thousand_years() -> None:
    model = Retention(n=100_000, customers="mixed", variety=0.16)
    years, _ = lifetimes(model, 0, model.n)

    assert model.measures()["tenure_expected"] == pytest.approx(85)
    assert model.measures()["base_at_rest"] == pytest.approx(8_500_000)
    assert model.measures()["mean_tenure"] == years.mean()
    assert years.max() > 1000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variety", [0.2, 0.6])
def test_a_worth_without_end_is_said_in_words(language: Language, variety: float) -> None:
    words, view = simulations.find("retention").words, VIEWS["worth"]
    model = Retention(customers="mixed", variety=variety, discount=0, n=10)
    picture = view.draw(model, view.table(model), words, language)

    assert "nan" not in json.dumps([picture.data, picture.layout, picture.alt]).lower()
    assert ("no end" if language == "en" else "没有尽头") in picture.alt


@given(st.lists(st.tuples(st.integers(1, 400), st.booleans()), min_size=1, max_size=80))
def test_the_median_is_the_first_time_when_no_more_than_half_are_left_exactly(
    people: list[tuple[int, bool]],
) -> None:
    left, median = Fraction(1), float("nan")
    for moment in sorted({time for time, gone in people if gone}):
        at_risk = sum(time >= moment for time, _ in people)
        left *= 1 - Fraction(sum(gone and time == moment for time, gone in people), at_risk)
        if left <= Fraction(1, 2):
            median = float(moment)
            break

    found = kaplan_meier([time for time, _ in people], [int(gone) for _, gone in people]).median
    assert found == median or (np.isnan(found) and np.isnan(median))


@pytest.mark.parametrize("size", range(2, 401, 2))
def test_half_are_left_after_half_have_gone(size: int) -> None:
    assert kaplan_meier(range(1, size + 1), [1] * size).median == size / 2


def test_a_mixture_that_nobody_could_tell_apart_is_fitted_without_a_summit() -> None:
    assert fit_mixture([1000, 800, 640, 512]).is_converged is False
    assert fit_mixture([1000, 869, 743, 653, 593, 551, 517, 491]).is_converged
