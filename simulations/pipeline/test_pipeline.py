"""Known values of the pipeline: win chances, times, and what a run is held to."""

import math

import numpy as np
import pytest

from simulations.pipeline.chain import Chain
from simulations.pipeline.model import Pipeline, account, closing

COURSE = Chain((0.35, 0.55, 0.60, 0.70), (0.25, 0.15, 0.12, 0.10))


def z_score(values: list[float], expected: float) -> float:
    """By how many standard errors the mean of these replications misses what is expected."""
    error = float(np.std(values, ddof=1)) / math.sqrt(len(values))
    return abs(float(np.mean(values)) - expected) / error


def test_the_defaults_are_the_pipeline_of_the_course() -> None:
    assert Pipeline().chain == COURSE


def test_one_lead_in_three_is_won() -> None:
    assert COURSE.win_chance == pytest.approx([0.3342, 0.5729, 0.7292, 0.875], abs=5e-5)
    assert COURSE.mean_periods[0] == pytest.approx(3.614, abs=5e-4)
    assert COURSE.var_periods[0] == pytest.approx(5.2235, abs=5e-5)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("win_rate", COURSE.win_chance[0]),
        ("mean_periods", COURSE.mean_periods[0]),
        ("mean_periods_won", COURSE.mean_periods_won),
    ],
)
def test_a_run_does_what_the_chain_says(measure: str, expected: float) -> None:
    values = [Pipeline(seed=seed).measures()[measure] for seed in range(1, 31)]

    assert z_score(values, expected) <= 5


def test_won_deals_take_longer_than_the_average_because_losers_leave_early() -> None:
    measures = Pipeline(n=200_000).measures()

    assert measures["mean_periods_won"] == pytest.approx(5.73, abs=0.03)
    assert measures["mean_periods"] == pytest.approx(3.61, abs=0.03)
    assert measures["mean_periods_lost"] < 2.6


def test_a_deal_waits_for_its_outcome_with_the_variance_of_the_chain() -> None:
    def variance(seed: int) -> float:
        found = closing(Pipeline(seed=seed)).sum(axis=0)
        periods = np.arange(len(found))
        mean = found @ periods / found.sum()
        return float(found @ (periods - mean) ** 2 / (found.sum() - 1))

    assert z_score([variance(seed) for seed in range(1, 31)], COURSE.var_periods[0]) <= 5


def test_the_first_months_make_the_sellers_look_bad() -> None:
    young, old = (
        np.mean([Pipeline(periods=periods, seed=seed).measures()["win_rate_closed"] for seed in range(1, 6)])
        for periods in (6, 60)
    )

    assert young < 0.15
    assert old > 0.3


def test_a_weighted_pipeline_is_a_fair_forecast_and_the_plain_sum_is_none() -> None:
    found = [Pipeline(seed=seed).measures() for seed in range(1, 41)]

    assert z_score([run["forecast"] - run["came"] for run in found], 0) <= 5
    assert np.mean([run["pipeline_value"] / run["came"] for run in found]) > 1.7


def test_optimistic_sellers_promise_more_than_comes() -> None:
    assert Pipeline(optimism=0.5).measures()["forecast_error"] > 0.3


def test_the_open_deals_of_a_run_are_those_that_the_chain_expects() -> None:
    runs = [Pipeline(seed=seed).run() for seed in range(1, 31)]

    for name in ("open", "won"):
        assert z_score([float(run[name][-1]) for run in runs], float(runs[0][f"{name}_expected"][-1])) <= 5


def test_the_account_of_a_month_is_what_its_deals_say() -> None:
    book = account(Pipeline(n=7, periods=3))

    assert book[:, :6].sum(axis=1).tolist() == [3, 5, 7]
