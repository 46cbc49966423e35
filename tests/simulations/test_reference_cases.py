"""Every reference case of satisfaction and word of mouth, within its own tolerance."""

import math
from typing import Any

import numpy as np
import pytest

from simulations.satisfaction import closed_forms as forms
from simulations.satisfaction.model import Satisfaction
from simulations.satisfaction.moments import each_moment
from simulations.word_of_mouth import closed_forms as wom
from simulations.word_of_mouth.model import WordOfMouth
from tests.simulations.strategies import cases, z_score

TOPIC = "satisfaction_wom"
Case = dict[str, Any]
TESTED = (
    "cpv_",
    "expectation_dynamics",
    "ramp_lag",
    "prospect_value",
    "wom_messages",
    "bass_",
    "acsi",
    "nps",
    "kano",
)


def each(start: str) -> pytest.MarkDecorator:
    """One test for every case whose name starts so."""
    found = cases(TOPIC, start)
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


def close(found: object, case: Case, expected: object = None) -> bool:
    """Whether a number or list agrees with a case as closely as the case asks."""
    tolerance = case["tolerance"]
    wanted = case["expected"] if expected is None else expected
    approx = pytest.approx(wanted, rel=tolerance.get("rel", 0), abs=tolerance.get("abs", 0))
    return bool(found == approx)


def test_no_reference_case_is_left_out() -> None:
    assert all(case["name"].startswith(TESTED) for case in cases(TOPIC))


@each("cpv_")
def test_value_and_satisfaction_are_sums_and_differences(case: Case) -> None:
    given = case["inputs"]
    parts = {**given["benefits"], **given["costs"], "expectation": given["expectation"]}
    model = Satisfaction.of({**parts, "noise": 0, "reservation": 0})
    measures = model.measures()

    assert close(forms.perceived_value(given["benefits"], given["costs"]), case, case["expected"]["cpv"])
    assert close(measures["cpv"], case, case["expected"]["cpv"])
    assert close(measures["mean_gap"], case, case["expected"]["satisfaction"])
    assert measures["share_satisfied"] == ("dissatisfied" not in case["expected"]["state"])


def _dynamics(case: Case, **more: object) -> Satisfaction:
    """A model in which everybody tries, with the value, noise and learning of a case."""
    given = case["inputs"]
    costs = {"money": 20, "time": 0, "energy": 0, "psychic": 0}
    benefits = {"product": 80, "service": given["cpv_mean"] - 60, "personnel": 0, "image": 0}
    learning = {"expectation": given["E0"], "adaptation": given["kappa"], "noise": given["cpv_sd"]}
    return Satisfaction.of({**costs, **benefits, **learning, "reservation": 0, "choosiness": 1, **more})


@each("expectation_dynamics")
def test_the_closed_forms_of_learning_agree(case: Case) -> None:
    model, t = _dynamics(case), case["inputs"]["t"]
    found = {
        "mean_E": forms.mean_expectation(model, t),
        "mean_S": forms.mean_gap(model, t),
        "var_E": forms.var_expectation(model, t),
        "var_E_inf": forms.var_expectation_at_rest(model),
        "var_S_inf": forms.var_gap_at_rest(model),
    }

    assert close(found, case)


@each("expectation_dynamics")
def test_a_run_learns_as_the_closed_forms_say(case: Case) -> None:
    t = case["inputs"]["t"]

    def last(seed: int) -> Any:
        model = _dynamics(case, periods=t + 1, n=1000, seed=seed)
        return list(each_moment(model, 0, model.n))[-1]

    expected, z = case["expected"], case["tolerance"]["sim_z"]
    assert z_score(lambda seed: float(last(seed).expectation.mean()), expected["mean_E"]) <= z
    assert z_score(lambda seed: float(last(seed).gap.mean()), expected["mean_S"]) <= z
    assert z_score(lambda seed: float(last(seed).expectation.var(ddof=1)), expected["var_E"]) <= z


@each("ramp_lag")
def test_steady_improvement_keeps_customers_satisfied_for_ever(case: Case) -> None:
    g, kappa = case["inputs"]["g"], case["inputs"]["kappa"]
    model = Satisfaction(improvement=g, adaptation=kappa, noise=0, periods=60)

    assert close(forms.ramp_gap(g, kappa), case)
    assert model.measures()["last_gap"] == pytest.approx(forms.mean_gap(model, 59), abs=1e-6)
    assert forms.mean_gap(model, 200) == pytest.approx(case["expected"])


@each("prospect_value")
def test_a_loss_looms_larger_than_a_gain(case: Case) -> None:
    assert close(forms.prospect_value(**case["inputs"]), case)


@each("wom_messages")
def test_messages_are_counted_as_the_course_counts_them(case: Case) -> None:
    given, expected = case["inputs"], case["expected"]
    good, bad = wom.messages(given["n"], given["happy"], given["unhappy"], 2.5, 9)

    assert close({"pos": good, "neg": bad, "net": good - bad}, case)

    def everybody(seed: int) -> WordOfMouth:
        share = {"happy": given["happy"], "unhappy": given["unhappy"]}
        return WordOfMouth(n=given["n"], seed=seed, p=0.2, q=1, periods=60, **share)

    z = case["tolerance"]["sim_z"]
    assert z_score(lambda seed: everybody(seed).measures()["told_well"], expected["pos"]) <= z
    assert z_score(lambda seed: everybody(seed).measures()["told_badly"], expected["neg"]) <= z
    assert z_score(lambda seed: everybody(seed).measures()["net_messages"], expected["net"]) <= z


@each("bass_")
def test_the_spread_of_a_product_peaks_as_bass_reported(case: Case) -> None:
    given, expected = case["inputs"], case["expected"]
    p, q = given["p"], given["q"]
    published = float(case["source"].partition("T*=")[2])

    assert close(wom.peak(p, q), case, expected["T_peak"])
    assert close(wom.peak_sales(p, q, given["m"]), case, expected["peak_sales"])
    assert close(wom.spread(p, q, given["t"]).tolist(), case, expected["F"])
    assert abs(wom.peak(p, q) - published) <= case["tolerance"]["published_T_abs"]


@each("bass_")
def test_the_formula_of_spreading_solves_its_equation(case: Case) -> None:
    p, q = case["inputs"]["p"], case["inputs"]["q"]

    def slope(share: float) -> float:
        return float((p + q * share) * (1 - share))

    share, step = 0.0, 0.01
    for _ in range(1000):
        first = slope(share)
        second = slope(share + step / 2 * first)
        third = slope(share + step / 2 * second)
        share += step / 6 * (first + 2 * second + 2 * third + slope(share + step * third))
    assert share == pytest.approx(float(wom.spread(p, q, 10)), rel=1e-9)


@each("acsi")
def test_the_acsi_score_is_a_weighted_mean_of_three_answers(case: Case) -> None:
    assert close(forms.acsi(case["inputs"]["x"], case["inputs"]["w"]), case)


@each("nps")
def test_the_net_promoter_score_leaves_out_the_passive(case: Case) -> None:
    assert close(forms.net_promoter_score(case["inputs"]["scores"]), case)


@each("kano_30")
def test_kano_coefficients_tell_what_a_feature_can_do(case: Case) -> None:
    better, worse = forms.kano_coefficients(case["inputs"])
    expected = case["expected"]

    assert close([better, worse], case, [expected["better"], expected["worse"]])
    assert forms.kano_class(case["inputs"]) == expected["category"]


@each("kano_table")
def test_kano_reads_two_answers_from_his_table(case: Case) -> None:
    found = [[forms.kano_category(row, column) for column in range(5)] for row in range(5)]

    assert found == case["expected"]


def test_half_of_a_market_is_reached_when_the_formula_says() -> None:
    when = wom.time_to_reach(0.5, 0.03, 0.38)

    assert float(wom.spread(0.03, 0.38, when)) == pytest.approx(0.5)
    assert math.isnan(wom.time_to_reach(0.5, 0, 0.38))
    assert np.all(wom.spread(0, 0.38, [1, 100]) == 0)
