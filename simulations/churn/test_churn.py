"""Known values of churn: what growth does to the reported rate, and what the living do to the mean stay."""

import numpy as np
import pytest

from simulations.churn import closed_forms as forms
from simulations.churn.model import Churn
from simulations.churn.register import register, starts_and_stays
from simulations.churn.views import lines_table, rates_table, survival_table

SEEDS = range(1, 21)


def over_seeds(measure: str, **values: object) -> tuple[float, float]:
    """Mean and spread of a measure over twenty runs."""
    found = [Churn.of({**values, "seed": seed}).measures()[measure] for seed in SEEDS]
    return float(np.mean(found)), float(np.std(found, ddof=1))


@pytest.mark.parametrize(
    ("growth", "reported"), [(0.0, 0.0306), (0.03, 0.0281), (0.06, 0.0255), (0.10, 0.0225)]
)
def test_growth_flatters_the_rate_and_the_year_after_tells(growth: float, reported: float) -> None:
    measures = Churn(growth=growth).measures()

    assert measures["churn_growing_expected"] == pytest.approx(reported, abs=5e-5)
    assert measures["churn_after_expected"] == pytest.approx(0.0382, abs=2e-4)
    assert measures["churn_of_newcomer"] == pytest.approx(0.0329, abs=5e-5)


def test_a_run_reports_what_the_formula_expects() -> None:
    for name in ("churn_growing", "churn_after"):
        mean, spread = over_seeds(name, n=20_000)

        assert abs(mean - Churn().measures()[f"{name}_expected"]) < 5 * spread / len(SEEDS) ** 0.5


def test_the_mean_stay_is_the_sum_of_the_survival_curve() -> None:
    model = Churn()

    assert forms.mean_stay(model) == pytest.approx(30.44, abs=0.005)
    assert forms.mean_stay(model) == pytest.approx(forms.survival(model, 6000).sum())
    assert forms.mean_stay(Churn(monthly=0, at_renewal=0.5)) == pytest.approx(24)
    assert np.isnan(Churn(monthly=0, at_renewal=0).measures()["mean_stay"])


def test_who_asks_the_leavers_alone_hears_of_thirteen_months_instead_of_thirty() -> None:
    mean, spread = over_seeds("stay_of_leavers", growth=0.0)

    assert abs(mean - 13.408) < 5 * spread / len(SEEDS) ** 0.5
    assert mean == pytest.approx(13.6, abs=spread)
    assert over_seeds("stay_of_leavers", growth=0.1)[0] < mean


def test_the_living_counted_as_long_as_they_were_seen_give_the_true_share() -> None:
    for after, truth, dropped in ((12, 0.6267, 0.303), (24, 0.3928, 0.032), (36, 0.2462, 0.0)):
        mean, spread = over_seeds("left_by_curve", growth=0.0, after=after)
        leavers, apart = over_seeds("left_of_leavers", growth=0.0, after=after)

        assert Churn(after=after).measures()["left_expected"] == pytest.approx(truth, abs=5e-5)
        assert abs(mean - truth) < 5 * spread / len(SEEDS) ** 0.5
        assert leavers == pytest.approx(dropped, abs=2 * apart)


def test_where_the_risk_is_the_same_every_month_months_per_leaver_are_the_mean_stay() -> None:
    mean, spread = over_seeds("stay_by_exposure", growth=0.0, monthly=0.05, at_renewal=0.05)

    assert forms.mean_stay(Churn(monthly=0.05, at_renewal=0.05)) == pytest.approx(20)
    assert abs(mean - 20) < 5 * spread / len(SEEDS) ** 0.5


def test_stays_are_drawn_from_the_survival_curve() -> None:
    model = Churn(n=200_000)
    _, stays = starts_and_stays(model, 0, model.n)
    left = np.array([(stays > month).mean() for month in range(61)])

    assert left == pytest.approx(forms.survival(model, 60), abs=0.005)
    assert left[-1] > 0.05


def test_newcomers_come_as_the_growth_says() -> None:
    model = Churn(n=200_000, growth=0.1, stop=24)
    joined = register(model).cells.sum(axis=1) / model.n

    assert joined == pytest.approx(forms.newcomers(model, 24) / forms.newcomers(model, 24).sum(), abs=0.003)


def test_the_charts_agree_with_the_measures() -> None:
    model = Churn(growth=0.1)
    measures, months, curve = model.measures(), rates_table(model), survival_table(model)

    assert months["churn_expected"][24:36].mean() == pytest.approx(measures["churn_growing_expected"])
    assert months["churn"][36:48].mean() == pytest.approx(measures["churn_after"])
    assert curve["left_by_curve"][24] == pytest.approx(measures["left_by_curve"])
    assert curve["left_of_leavers"][24] == pytest.approx(measures["left_of_leavers"])


def test_a_line_that_ends_today_has_not_left() -> None:
    table = lines_table(Churn(growth=0.0, today=24))
    ends = table["joined_in"] + table["seen_for"]

    assert len(table["customer"]) == 12
    assert np.all(ends <= 24)
    assert np.all(ends[~table["has_left"]] == 24)
    assert 0 < table["has_left"].sum() < 12
