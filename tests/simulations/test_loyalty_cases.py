"""Every reference case of loyalty, within its own tolerance."""

from typing import Any

import numpy as np
import pytest

from simulations.loyalty import closed_forms as forms
from simulations.loyalty.moments import QUADRANTS, quadrants
from tests.simulations.strategies import cases

Case = dict[str, Any]
TESTED = ("quadrant_0", "attitude_relaxation", "quadrant_markov_stationary")


def each(start: str) -> pytest.MarkDecorator:
    """One test for every case whose name starts so."""
    found = cases("loyalty", start)
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


def test_no_reference_case_is_left_out() -> None:
    assert all(case["name"].startswith(TESTED) for case in cases("loyalty"))


@each("quadrant_0")
def test_a_customer_at_the_threshold_counts_as_high(case: Case) -> None:
    attitude, behaviour = np.array(case["inputs"]["attitude_behaviour"]).T
    found = quadrants(attitude, behaviour, tuple(case["inputs"]["thresholds"]))

    assert [QUADRANTS[code] for code in found] == case["expected"]


@each("attitude_relaxation")
def test_an_attitude_closes_the_same_share_of_its_distance_every_month(case: Case) -> None:
    given = case["inputs"]
    found = forms.relaxed(given["A0"], given["Astar"], given["kappa"], given["t"])

    assert found == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])


@each("quadrant_markov_stationary")
def test_a_transition_matrix_leads_to_the_shares_it_leaves_alone(case: Case) -> None:
    matrix, start = (np.array(case["inputs"][name]) for name in ("P", "start"))
    close = {"abs": case["tolerance"]["abs"]}

    assert list(QUADRANTS) == case["inputs"]["order"]
    assert forms.stationary(matrix) == pytest.approx(case["expected"]["stationary"], **close)
    assert forms.after(start, matrix, 3) == pytest.approx(case["expected"]["after_3"], **close)
