"""Every reference case of retention and of customer lifetime value by formula, within its own tolerance."""

from typing import Any

import numpy as np
import pytest

from simulations.kaplan_meier import kaplan_meier
from simulations.recovery.closed_forms import stay_share
from simulations.retention import closed_forms as forms
from simulations.retention.mailing import value_by_recency
from simulations.retention.model import Retention
from simulations.retention.sorting import Mixture, fit_mixture
from simulations.tarp import TARP
from tests.simulations.strategies import cases

Case = dict[str, Any]
OF_RETENTION = ("steady_state", "lifespan", "km_", "tarp_", "expected_retention")
OF_VALUE = ("berger", "gupta", "pfeifer", "tenure_profit", "uplift", "base_retention")
ELSEWHERE = ("lifetimes_doc_unit_trap",)


def each(topic: str, start: str) -> pytest.MarkDecorator:
    """One test for every case of a topic whose name starts so."""
    found = cases(topic, start)
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


def close(found: object, case: Case, expected: object = None) -> bool:
    """Whether a number or list agrees with a case as closely as the case asks."""
    tolerance = case["tolerance"]
    wanted = case["expected"] if expected is None else expected
    return bool(found == pytest.approx(wanted, rel=tolerance.get("rel", 0), abs=tolerance.get("abs", 0)))


def test_no_reference_case_is_left_out() -> None:
    assert all(case["name"].startswith(OF_RETENTION) for case in cases("retention_churn"))
    assert all(case["name"].startswith(OF_VALUE + ELSEWHERE) for case in cases("clv"))


@each("retention_churn", "steady_state")
def test_a_base_rests_where_as_many_leave_as_come(case: Case) -> None:
    retention, won = case["inputs"]["retention"], case["inputs"]["acquired_per_period"]
    measures = Retention(retention=retention, n=won).measures()
    base = 0.0
    for _ in range(2000):
        base = retention * base + won

    assert close(forms.base_at_rest(won, retention), case, case["expected"]["N"])
    assert close(forms.mean_tenure(retention), case, case["expected"]["tenure"])
    assert close(measures["base_at_rest"], case, case["expected"]["N"])
    assert close(base, case, case["expected"]["N"])


@each("retention_churn", "lifespan")
def test_a_tenth_lost_each_year_is_ten_years_of_stay(case: Case) -> None:
    found = [forms.mean_tenure(1 - lost) for lost in case["inputs"]["defection"]]

    assert found == pytest.approx(case["expected"], rel=1e-12)


@each("retention_churn", "km_")
def test_people_still_there_count_until_they_were_last_seen(case: Case) -> None:
    found = kaplan_meier(case["inputs"]["time"], case["inputs"]["event"])
    shares = {time: found.after(float(time)) for time in case["expected"]["S"]}

    assert close(shares, case, case["expected"]["S"])
    assert found.median == case["expected"]["median"]


@each("retention_churn", "tarp_")
def test_the_shares_that_buy_again_are_those_of_the_study(case: Case) -> None:
    assert {loss: list(shares) for loss, shares in TARP.items()} == {
        loss: list(shares.values()) for loss, shares in case["expected"].items()
    }


@each("retention_churn", "expected_retention")
def test_after_a_failure_as_many_stay_as_the_paths_say(case: Case) -> None:
    given = case["inputs"]
    found = stay_share(
        given["p_complain"], given["p_fix"], given["p_fast_given_fix"], TARP[given["severity"]]
    )

    assert close(found, case)


@each("clv", "berger")
def test_a_customer_kept_at_a_cost_is_worth_what_the_paper_found(case: Case) -> None:
    given = case["inputs"]

    assert close(forms.retained_value(given["GC"], given["M"], given["n"], given["r"], given["d"]), case)


@each("clv", "gupta")
def test_the_margin_multiple_is_the_table_of_the_paper(case: Case) -> None:
    found = [[forms.multiple(r, i) for i in case["inputs"]["i"]] for r in case["inputs"]["r"]]

    assert np.asarray(found) == pytest.approx(np.asarray(case["expected"]), abs=case["tolerance"]["abs"])


@each("clv", "pfeifer")
def test_who_bought_lately_is_worth_more_than_who_did_not(case: Case) -> None:
    given = case["inputs"]
    periods = given["horizon"] if isinstance(given.get("horizon"), int) else None
    found = value_by_recency(given["p"], given["NC"], given["M"], given["d"], periods)

    assert close(found.tolist(), case)


@each("clv", "tenure_profit")
def test_profits_that_rise_with_tenure_add_up_as_the_series_does(case: Case) -> None:
    given = case["inputs"]
    paid = given["acquisition"]
    model = Retention(retention=given["retention"], discount=given["discount"], acquisition=paid)

    assert close(model.measures()["npv_expected"], case)
    assert close(
        forms.tenure_value(given["retention"], given["profit_by_year"], given["discount"], paid), case
    )


@each("clv", "uplift")
def test_five_points_bring_what_the_formula_says(case: Case) -> None:
    given = case["inputs"]
    model = Retention(retention=given["r"], discount=given["i"], margin="level", acquisition=0)

    assert close(forms.uplift_flat(given["r"], given["i"], given["delta"]), case)
    assert close(model.measures()["uplift_level"], case)
    assert close(model.measures()["uplift_of_5_points"], case)


@each("clv", "base_retention")
def test_an_uplift_tells_from_which_base_it_came(case: Case) -> None:
    given = case["inputs"]
    base = forms.base_for_uplift(given["uplift"], given["i"], given["delta"])

    assert close(base, case)
    assert forms.uplift_flat(base, given["i"], given["delta"]) == pytest.approx(given["uplift"])


@each("btyd", "sbg")
def test_a_mixture_is_found_again_from_who_was_left(case: Case) -> None:
    expected, tolerance = case["expected"], case["tolerance"]
    found = fit_mixture(case["inputs"]["survivors"])
    rel = tolerance["params_rel"]

    assert (found.alpha, found.beta) == pytest.approx((expected["alpha"], expected["beta"]), rel=rel)
    assert found.loglik(case["inputs"]["survivors"]) == pytest.approx(
        expected["loglik"], abs=tolerance["loglik_abs"]
    )
    known = Mixture(expected["alpha"], expected["beta"])
    assert known.survival(np.arange(13)) == pytest.approx(
        np.array(expected["survival_12"]), abs=tolerance["surv_abs"]
    )
    assert known.retention(np.arange(1, 6)) == pytest.approx(
        np.array(expected["retention_1_5"]), abs=tolerance["surv_abs"]
    )
