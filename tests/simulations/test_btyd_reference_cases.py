"""Every reference case of buying until one dies, within its own tolerance."""

from collections.abc import Iterable
from dataclasses import astuple
from functools import cache
from typing import Any

import numpy as np
import pytest

from datasets.cdnow import summary
from simulations.bg_nbd import BgNbd
from simulations.history import Histories, histories
from simulations.lifetime_value.bg_bb import BgBb, fit_bg_bb
from simulations.lifetime_value.bg_nbd_fit import fit_bg_nbd
from simulations.lifetime_value.gamma_gamma import GammaGamma, fit_gamma_gamma
from simulations.lifetime_value.log import cdnow_log, knowledge
from simulations.lifetime_value.model import LifetimeValue
from simulations.lifetime_value.nbd import Nbd, fit_nbd
from simulations.lifetime_value.pareto_nbd import ParetoNbd, fit_pareto_nbd
from simulations.lifetime_value.sampler import draw
from simulations.lifetime_value.tracking import repeats_by
from simulations.lifetime_value.worth import Outlook, residual_purchases
from simulations.span import IN_A_MONTH, Span
from tests.simulations.strategies import cases

Case = dict[str, Any]
HERE = ("bgnbd_", "paretonbd_fit", "nbd_fit", "gammagamma", "cdnow_", "bgbb_fit")
ELSEWHERE = ("sbg_fit_high_end",)

DONORS = np.array(
    [
        *((6, 6, 1203), (5, 6, 728), (4, 6, 512), (3, 6, 357), (2, 6, 234), (1, 6, 129)),
        *((5, 5, 335), (4, 5, 284), (3, 5, 225), (2, 5, 173), (1, 5, 119)),
        *((4, 4, 240), (3, 4, 181), (2, 4, 155), (1, 4, 78)),
        *((3, 3, 322), (2, 3, 255), (1, 3, 129), (2, 2, 613), (1, 2, 277), (1, 1, 1091), (0, 0, 3464)),
    ]
)
"""Gifts, year of the last, donors: the 11,104 donors of 1995 in Fader, Hardie & Shang (2010)."""


def case_named(name: str, topic: str = "btyd") -> Case:
    """The one case of this name."""
    (found,) = [case for case in cases(topic) if case["name"] == name]
    assert isinstance(found, dict)
    return found


def bg_nbd(case: Case) -> BgNbd:
    """The model of a case, in weeks."""
    r, alpha, a, b = case["inputs"]["params"]
    return BgNbd(r, alpha, a, b, "weeks")


def agrees(found: Iterable[float], loglik: float, case: Case, *names: str) -> bool:
    """Whether parameters and log-likelihood of a fit agree with a case as closely as it asks."""
    expected, tolerance = case["expected"], case["tolerance"]
    wanted = [expected[name] for name in names]
    return list(found) == pytest.approx(wanted, rel=tolerance["params_rel"]) and loglik == pytest.approx(
        expected["loglik"], abs=tolerance["loglik_abs"]
    )


@cache
def cdnow() -> Histories:
    """The published summary of CDNOW."""
    known = summary()
    return histories(known["frequency"], known["recency"], known["T"], "weeks")


def test_no_reference_case_is_left_out() -> None:
    assert all(case["name"].startswith(HERE + ELSEWHERE) for case in cases("btyd"))


def test_bg_nbd_fits_cdnow_as_in_print() -> None:
    fit = fit_bg_nbd(cdnow())
    case = case_named("bgnbd_fit_cdnow")

    assert agrees(astuple(fit.model)[:4], fit.climb.loglik, case, "r", "alpha", "a", "b")
    assert fit.model.loglik(cdnow()) == pytest.approx(-9582.4256, abs=0.01)
    assert fit.climb.is_converged


def test_pareto_nbd_fits_cdnow_as_in_print() -> None:
    case = case_named("paretonbd_fit_cdnow")
    fit = fit_pareto_nbd(cdnow())
    assert fit.is_converged

    assert agrees(astuple(fit)[:4], fit.loglik(cdnow()), case, "r", "alpha", "s", "beta")


def test_pareto_nbd_takes_its_two_spreads_in_either_order() -> None:
    slow = ParetoNbd(0.5, 12.0, 0.6, 9.0, "weeks").loglik(cdnow())
    nearly = ParetoNbd(0.5, 9.0 + 1e-7, 0.6, 9.0, "weeks").loglik(cdnow())

    assert slow < -9000
    assert ParetoNbd(0.5, 9.0, 0.6, 9.0 + 1e-7, "weeks").loglik(cdnow()) == pytest.approx(nearly)


def test_nbd_fits_cdnow_as_in_print() -> None:
    fit = fit_nbd(cdnow())

    assert agrees(fit.climb.parameters, fit.climb.loglik, case_named("nbd_fit_cdnow"), "r", "alpha")
    assert fit.model.loglik(cdnow()) == pytest.approx(fit.climb.loglik)


def test_nobody_who_never_leaves_buys_less_than_before() -> None:
    model, one = Nbd(0.4, 12.0, "weeks"), histories([2], [10], [30], "weeks")

    assert model.conditional(one, Span(42, "weeks")).tolist() == [pytest.approx(2.4)]
    assert model.expected(Span(30, "weeks")) == pytest.approx(1)


def test_gamma_gamma_fits_the_amounts_of_cdnow_as_in_print() -> None:
    known = knowledge(cdnow_log())
    back = known.histories.x > 0
    fit = fit_gamma_gamma(known.histories.x[back], known.spent[back])
    case = case_named("gammagamma_fit_cdnow")

    assert agrees(fit.climb.parameters, fit.climb.loglik, case, "p", "q", "v")
    assert fit.model.mean == pytest.approx(case["expected"]["population_mean"], rel=0.005)
    assert fit.model.loglik(known.histories.x[back], known.spent[back]) == pytest.approx(fit.climb.loglik)


def test_a_customers_mean_amount_is_drawn_towards_that_of_all() -> None:
    case = case_named("gammagamma_conditional_mean")
    found = GammaGamma(*case["inputs"]["params"]).expected(case["inputs"]["x"], case["inputs"]["zbar"])

    assert found == pytest.approx(np.array(case["expected"]), abs=case["tolerance"]["abs"])


def test_bg_bb_fits_the_donors_as_in_print() -> None:
    gifts, last, donors = DONORS.T
    fit = fit_bg_bb(gifts, last, 6, donors)
    names = ("alpha", "beta", "gamma", "delta")

    assert donors.sum() == 11_104
    assert agrees(astuple(fit), fit.loglik(gifts, last, 6, donors), case_named("bgbb_fit_donations"), *names)
    assert BgBb(1, 1, 1, 1).loglik(gifts, last, 6, donors) < -33_300


def test_a_customer_is_expected_to_buy_as_the_spreadsheet_says() -> None:
    case = case_named("bgnbd_conditional_expectation_cust1")
    given = case["inputs"]
    one = histories([given["x"]], [given["t_x"]], [given["T"]], "weeks")
    found = bg_nbd(case).conditional(one, Span(given["horizon"], "weeks"))

    assert found[0] == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])


def test_a_new_customer_is_expected_to_buy_as_the_spreadsheet_says() -> None:
    case = case_named("bgnbd_expectation")
    found = [bg_nbd(case).expected(Span(t, "weeks")) for t in case["inputs"]["t"]]

    assert found == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])


def test_the_chances_of_so_many_purchases_are_those_of_the_manual() -> None:
    case = case_named("bgnbd_pmf")
    found = [float(bg_nbd(case).pmf(x, Span(t, "weeks"))) for t, x in case["inputs"]["queries"]]

    assert found == pytest.approx(case["expected"], rel=case["tolerance"]["rel"])


def test_customer_1516_is_as_the_vignette_says() -> None:
    case = case_named("bgnbd_btyd_vignette_1516")
    given, model = case["inputs"], bg_nbd(case)
    one, ahead = (
        histories([given["x"]], [given["t_x"]], [given["T"]], "weeks"),
        Span(given["horizon"], "weeks"),
    )
    found = {
        "cet": float(model.conditional(one, ahead)[0]),
        "palive": float(model.alive(one)[0]),
        "EX52": model.expected(ahead),
    }

    assert found == pytest.approx(case["expected"], rel=case["tolerance"]["rel"])


def test_who_bought_more_and_fell_silent_is_expected_to_buy_less() -> None:
    case = case_named("bgnbd_increasing_frequency_paradox")
    given, x = case["inputs"], case["inputs"]["x"]
    silent = histories(x, [given["t_x"]] * len(x), [given["T"]] * len(x), "weeks")
    found = bg_nbd(case).conditional(silent, Span(given["horizon"], "weeks"))

    assert found == pytest.approx(np.array(case["expected"]), rel=case["tolerance"]["rel"])
    assert np.all(np.diff(bg_nbd(case).alive(silent)) < 0)


def test_the_log_of_cdnow_becomes_the_table_of_recency_and_frequency() -> None:
    expected, log = case_named("cdnow_elog_to_rfm")["expected"], cdnow_log()
    x = knowledge(log).histories.x
    found = {
        "customers": len(x),
        "transactions_after_merge": len(log.week),
        "repeat_buyers": int((x > 0).sum()),
        "sum_x_cal": int(x.sum()),
        "holdout_transactions": int((log.week > log.cut).sum()),
        "freq_hist_0_6": np.bincount(x)[:7].tolist(),
    }

    assert found == expected


def test_purchases_are_tracked_week_by_week_as_in_the_vignette() -> None:
    case = case_named("cdnow_weekly_tracking_actual")

    assert repeats_by(cdnow_log(), np.array(case["inputs"]["weeks"], float)).tolist() == case["expected"]


def test_pareto_nbd_foretells_the_weeks_as_in_the_vignette() -> None:
    case, log = case_named("cdnow_weekly_tracking_paretonbd"), cdnow_log()
    r, alpha, s, beta = case["inputs"]["params"]
    model = ParetoNbd(r, alpha, s, beta, "weeks")
    begun = log.first_week - log.grain
    found = [
        sum(model.expected(Span(max(week - first, 0), "weeks")) for first in begun)
        for week in case["inputs"]["weeks"]
    ]

    assert found == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])


@pytest.mark.parametrize("case", cases("btyd", "bgnbd_simulated_moments"), ids=lambda case: case["name"])
def test_simulated_customers_have_the_moments_of_the_formula(case: Case) -> None:
    model, given, z = bg_nbd(case), case["inputs"], case["tolerance"]["z"]
    weeks, size = int(given["T"]), 100_000
    shape = {"r": model.r, "alpha": model.alpha, "a": model.a, "b": model.b}
    x = draw(LifetimeValue.of({**shape, "n": size, "entry": 0, "watched": weeks}), 0, size).x
    shares = {f"p{k}": float((x == k).mean()) for k in (0, 1, 3)}

    assert abs(x.mean() - case["expected"]["mean_x"]) <= z * x.std() / size**0.5
    for name, share in shares.items():
        expected = case["expected"][name]
        assert abs(share - expected) <= z * (expected * (1 - expected) / size) ** 0.5


def test_weeks_read_as_days_give_the_table_of_the_packages_own_quick_start() -> None:
    """The package's summary holds mean amounts to the cent, half a cent rounded up."""
    case, known = case_named("lifetimes_doc_unit_trap", "clv"), knowledge(cdnow_log())
    buying = fit_bg_nbd(cdnow()).model
    in_print = case_named("gammagamma_fit_cdnow")["expected"]
    spending = GammaGamma(in_print["p"], in_print["q"], in_print["v"])
    each = spending.expected(known.histories.x[:3], np.round(known.spent[:3] + 1e-9, 2))
    three = histories(cdnow().x[:3], cdnow().recency[:3], cdnow().age[:3], "weeks")
    months, rate = case["inputs"]["time_months"], case["inputs"]["discount_monthly"]

    def read(unit: Any) -> list[float]:
        ahead = Outlook(months, rate, Span(IN_A_MONTH[unit], "weeks"))
        return list(each * residual_purchases(buying, three, ahead))

    assert read("days") == pytest.approx(case["expected"]["D"], abs=case["tolerance"]["abs"])
    assert read("weeks") == pytest.approx(case["expected"]["W"], abs=case["tolerance"]["abs"])
    assert read("days")[0] / read("weeks")[0] == pytest.approx(3.9, abs=0.05)
