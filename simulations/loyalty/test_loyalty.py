"""Known values of loyalty: what the prototype found, and what the normal distribution says."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pytest
from scipy.special import logit, ndtr

from simulations import find
from simulations.loyalty.closed_forms import mean_attitude
from simulations.loyalty.model import Loyalty
from simulations.loyalty.views import kinds_table

START = [("none", 0.36), ("latent", 0.09), ("inertia", 0.14), ("absolute", 0.41)]
SPREAD = 0.9
WORDS = find("loyalty").words
Parts = Mapping[str, object]
TODAY: Parts = MappingProxyType({})
LOCKED: Parts = {"switching_cost": 0.8}
SATISFIED: Parts = {"satisfaction": 0.6, "interaction": 0.3, "care": 0.3}
FALL: Parts = {"shock": "barrier_falls"}


def mean_and_error(measure: str, parts: Parts = TODAY, replications: int = 30) -> tuple[float, float]:
    """The mean of a measure over seeds, and its standard error."""
    runs = [
        Loyalty.of({**parts, "n": 1000, "seed": seed}).measures()[measure]
        for seed in range(1, replications + 1)
    ]
    return float(np.mean(runs)), float(np.std(runs, ddof=1) / replications**0.5)


def free_share(warmth: float) -> float:
    """The share who buy faithfully without any barrier, against rivals of .8; by the normal law."""
    least = (1 + (1 + 2 * 0.8) / 4) / 2
    return float(ndtr((warmth - logit(least)) / SPREAD))


@pytest.mark.parametrize(("quadrant", "expected"), START)
def test_a_class_begins_with_the_shares_that_the_prototype_found(quadrant: str, expected: float) -> None:
    mean, error = mean_and_error(f"share_{quadrant}")

    assert abs(mean - expected) <= 5 * error + 0.005


def test_nothing_of_a_base_held_by_inertia_is_left_when_the_barrier_falls() -> None:
    assert mean_and_error("kept_inertia_after_shock", {**LOCKED, **FALL}) == (0, 0)
    assert mean_and_error("kept_inertia_after_shock", {**SATISFIED, **FALL}) == (0, 0)


def test_a_satisfied_base_keeps_64_per_cent_of_its_absolute_loyalty() -> None:
    mean, error = mean_and_error("kept_absolute_after_shock", {**SATISFIED, **FALL})

    assert abs(mean - 0.64) <= 5 * error + 0.005


def test_a_locked_in_base_keeps_only_those_who_would_have_bought_anyway() -> None:
    kept, error = mean_and_error("kept_absolute_after_shock", {**LOCKED, **FALL})
    absolute, _ = mean_and_error("share_absolute", LOCKED)

    assert abs(kept - free_share(0) / absolute) <= 5 * error + 0.005
    assert kept < 0.1


@pytest.mark.parametrize("s", [-0.5, 0, 0.6])
def test_as_many_have_a_high_attitude_as_the_normal_law_says(s: float) -> None:
    absolute, error = mean_and_error("share_absolute", {"satisfaction": s})
    latent, more = mean_and_error("share_latent", {"satisfaction": s})

    assert abs(absolute + latent - float(ndtr(2 * s / SPREAD))) <= 5 * (error + more) + 0.002


@pytest.mark.parametrize("s", [-0.5, 0.6])
def test_the_mean_attitude_of_a_run_is_that_of_the_closed_form(s: float) -> None:
    for months in (1, 3, 24):
        mean, error = mean_and_error("mean_attitude", {"satisfaction": s, "periods": months})

        assert abs(mean - mean_attitude(Loyalty(satisfaction=s), months)) <= 5 * error


def test_satisfaction_turns_inertia_into_loyalty_and_a_barrier_makes_more_of_it() -> None:
    (today, _), (warm, _), (locked, _) = (
        mean_and_error("share_inertia", parts) for parts in (TODAY, {"satisfaction": 0.6}, LOCKED)
    )

    assert warm < today / 2
    assert locked > 2 * today


def test_incentive_loyalty_lasts_while_the_reward_lasts() -> None:
    during, _ = mean_and_error("repeat_while_rewarded", replications=5)
    afterwards, _ = mean_and_error("repeat_after_reward", replications=5)

    assert during > 0.9
    assert afterwards < 0.2


def test_price_incentive_and_premium_loyalty_sit_where_the_course_puts_them() -> None:
    table = kinds_table(Loyalty(reward_ends=24))
    last = table["period"] == 24

    def middle(kind: str) -> tuple[float, float]:
        mine = last & (table["kind"] == kind)
        return float(np.median(table["attitude"][mine])), float(np.median(table["behaviour"][mine]))

    assert max(middle("price")) < 0.3
    assert middle("incentive")[0] < 0.3
    assert middle("incentive")[1] > 0.8
    assert min(middle("premium")) > 0.7


def test_without_a_shock_there_is_nothing_to_be_left_over() -> None:
    assert np.isnan(Loyalty().measures()["kept_absolute_after_shock"])
    assert np.isnan(Loyalty(shock="barrier_falls", shock_period=25).measures()["kept_inertia_after_shock"])


def test_the_story_of_a_hostage_tells_of_the_fall_and_then_of_the_flight() -> None:
    hostage = Loyalty(customer=8, switching_cost=0.8, shock="barrier_falls")
    story = find("loyalty").views["story"]

    told = [frame.caption for frame in story.draw(hostage, story.table(hostage), WORDS, "en").frames]

    assert "Inertia" in told[0]
    assert "barrier falls" not in told[12]
    assert told[13].endswith("the attitude is 0.45.")
    assert told[14].startswith(told[13])
    assert "No loyalty" in told[14]
