"""Known values of service recovery, from TARP and the course."""

import numpy as np
import pytest

from simulations.recovery.closed_forms import stay_share
from simulations.recovery.model import Recovery
from simulations.tarp import TARP

SETTINGS = [("minor", "tarp"), ("major", "tarp"), ("minor", "course"), ("major", "course")]


def test_with_the_defaults_of_the_course_about_half_stay() -> None:
    assert stay_share(0.5, 0.6, 0.5, TARP["minor"]) == pytest.approx(0.5245)
    assert stay_share(0.5, 0.6, 0.5, TARP["major"]) == pytest.approx(0.287)


@pytest.mark.parametrize(("loss", "claim"), SETTINGS)
def test_a_run_keeps_the_share_of_customers_that_the_formula_expects(loss: str, claim: str) -> None:
    models = [Recovery(n=1000, loss=loss, claim=claim, seed=seed) for seed in range(1, 31)]
    shares = [model.measures()["stay_share"] for model in models]
    error = np.std(shares, ddof=1) / np.sqrt(len(shares))

    assert abs(np.mean(shares) - models[0].stay_expected) <= 5 * error


def test_seventy_per_cent_is_what_tarp_found_for_help_that_came_late() -> None:
    assert Recovery(claim="course").stay_chances[3] == Recovery(claim="tarp").stay_chances[2] == 0.70
    assert Recovery(claim="tarp").stay_chances[3] == 0.95


def test_perfect_handling_misses_seventy_per_cent_while_half_keep_silent() -> None:
    perfect = Recovery(fix_rate=1, fast_rate=1)

    assert perfect.stay_expected == pytest.approx(0.66)
    assert Recovery(fix_rate=1, fast_rate=1, complaint_rate=0.9).stay_expected > 0.70


def test_most_who_leave_never_said_a_word() -> None:
    assert Recovery(n=20_000).measures()["share_silent_of_leavers"] > 0.6
