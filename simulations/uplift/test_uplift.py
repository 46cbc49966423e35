"""Known values of uplift: whom a call keeps, and what it costs to take risk for it."""

import numpy as np
import pytest
from scipy.stats import norm

from simulations.uplift import closed_forms as forms
from simulations.uplift.learning import Fit, learn, pilot_of
from simulations.uplift.model import Uplift
from simulations.uplift.people import DECIDED, Population, customers
from simulations.uplift.views import campaign_table, effect_table, pilot_table, qini_table

SEEDS = range(1, 13)


def over_seeds(measure: str, **values: object) -> tuple[float, float]:
    """Mean and spread of a measure over a dozen runs."""
    found = [Uplift.of({**values, "seed": seed}).measures()[measure] for seed in SEEDS]
    return float(np.mean(found)), float(np.std(found, ddof=1))


def test_the_call_works_on_average_by_formula_and_in_a_run() -> None:
    model = Uplift()

    assert forms.churn_alone() == pytest.approx(0.1740, abs=1e-4)
    assert forms.churn_called(model) == pytest.approx(0.1612, abs=1e-4)
    assert over_seeds("churn_alone")[0] == pytest.approx(0.1740, abs=0.002)
    assert over_seeds("churn_called")[0] == pytest.approx(0.1612, abs=0.002)


def test_the_mean_over_all_customers_is_the_integral_over_both_traits() -> None:
    model = Uplift(pull=0.3, pull_on_decided=-0.2, pull_on_open=0.6)
    grid = np.linspace(-8, 8, 801)
    weight = norm.pdf(grid) * (grid[1] - grid[0])
    chances = forms.chance_called(model, grid[:, None], grid[None, :])

    assert forms.churn_called(model) == pytest.approx(float(weight @ chances @ weight), abs=1e-9)


@pytest.mark.parametrize(
    ("score", "profit"), [("chance", -107), ("risk", -1352), ("uplift", 1667), ("truth", 1719)]
)
def test_a_fifth_called_earns_by_uplift_and_loses_by_risk(score: str, profit: float) -> None:
    mean, spread = over_seeds("profit", score=score)

    assert abs(mean - profit) < 3 * spread / len(SEEDS) ** 0.5 + 5


def test_to_call_everybody_loses_money_although_the_call_works() -> None:
    mean, spread = over_seeds("profit_all")

    assert abs(mean + 462) < 3 * spread / len(SEEDS) ** 0.5
    assert 1000 * (forms.churn_alone() - forms.churn_called(Uplift())) * 120 < 2 * 1000


def test_of_the_riskiest_tenth_more_leave_when_called() -> None:
    effect, spread = over_seeds("effect_on_riskiest")
    correlation, _ = over_seeds("correlation")

    assert abs(effect + 6.6) < 3 * spread / len(SEEDS) ** 0.5
    assert correlation == pytest.approx(-0.28, abs=0.15)


def test_where_the_decided_can_be_moved_risk_is_nearly_as_good_a_guide() -> None:
    by_risk, by_uplift = (
        over_seeds("profit", pull_on_decided=0.3, score=score)[0] for score in ("risk", "uplift")
    )

    assert by_risk == pytest.approx(3648, abs=120)
    assert by_uplift == pytest.approx(4230, abs=60)


def earned(people: Population, fit: Fit) -> float:
    """Profit per thousand customers if the fifth is called that a pilot takes for the most persuadable."""
    called = np.argsort(-fit.uplift(people), kind="stable")[: len(people.lot) // 5]
    return float((people.effect[called] * 120 - 2).sum()) * 1000 / len(people.lot)


def test_small_pilots_teach_a_wrong_lesson_in_one_case_of_three_and_large_ones_in_none() -> None:
    model = Uplift(n=4000, score="uplift")
    people, pilots = customers(model), [pilot_of(model, 4000, turn) for turn in range(1, 81)]
    runs = {size: [earned(people, learn(one, size)) for one in pilots] for size in (100, 1000, 4000)}
    losing = {size: float(np.mean(np.array(found) < 0)) for size, found in runs.items()}

    assert losing[100] == pytest.approx(0.34, abs=0.14)
    assert losing[1000] < 0.06
    assert losing[4000] == 0
    assert np.mean(runs[100]) < np.mean(runs[1000]) < np.mean(runs[4000])
    assert np.mean(runs[1000]) == pytest.approx(1400, abs=130)
    assert np.mean(runs[4000]) == pytest.approx(1663, abs=40)
    assert np.std(runs[100]) > 10 * np.std(runs[4000])


def test_by_lot_share_times_the_whole_effect_is_kept() -> None:
    kept, spread = over_seeds("qini", score="chance")

    assert abs(kept) < 3 * spread
    assert forms.kept_by_chance(Uplift(), 0.2) == pytest.approx(0.2 * 0.012765, abs=1e-6)
    assert qini_table(Uplift())["kept_by_lot"][-1] == pytest.approx(12.77, abs=0.005)


def test_a_call_that_pulls_at_everybody_alike_helps_the_undecided_most() -> None:
    model = Uplift(pull_on_decided=0, pull_on_open=0)
    people = customers(model)
    order = np.argsort(people.traits[:, DECIDED])
    effect, alone = people.effect[order], people.alone[order]
    summit = int(effect.argmax())

    assert np.all(np.diff(effect[:summit]) >= 0)
    assert np.all(np.diff(effect[summit:]) <= 0)
    # called and left alone lie on either side of one half, where p(1 − p) is largest
    assert alone[summit] + people.called[order][summit] == pytest.approx(1, abs=0.01)


def test_the_success_that_a_report_shows_is_hardly_the_work_of_the_call() -> None:
    measures = Uplift(score="chance").measures()

    assert measures["called_stay"] == pytest.approx(0.84, abs=0.01)
    assert measures["called_stay"] - measures["called_stay_anyway"] < 0.03


def test_to_keep_is_cheaper_than_to_win_only_if_the_right_ones_are_called() -> None:
    by_lot, by_uplift = (over_seeds("winning_to_keeping", score=score)[0] for score in ("chance", "uplift"))

    assert by_lot == pytest.approx(51 / (2 / 0.012765), abs=0.03)
    assert by_uplift == pytest.approx(2.2, abs=0.1)
    assert np.isnan(Uplift().measures()["cost_per_kept"])


def test_the_charts_agree_with_the_measures() -> None:
    model = Uplift(score="uplift")
    measures, profit = model.measures(), campaign_table(model)

    assert 100 * effect_table(model)["effect"][0] == pytest.approx(measures["effect_on_first"])
    assert profit["profit_by_uplift"][10] == pytest.approx(measures["profit"])
    assert profit["profit_by_truth"][10] == pytest.approx(measures["profit_by_truth"])
    assert qini_table(model)["kept_by_risk"][-1] == pytest.approx(qini_table(model)["kept_by_truth"][-1])


def test_the_larger_the_pilot_the_narrower_what_a_campaign_earns() -> None:
    table = pilot_table(Uplift(score="uplift"))
    width = table["highest"] - table["lowest"]

    assert width[0] > 5 * width[-1]
    assert table["share_losing"][0] > 0.1
    assert table["share_losing"][-1] == 0
    assert np.all(np.isclose(pilot_table(Uplift(score="truth"))["lowest"], table["mean"].max(), atol=400))
