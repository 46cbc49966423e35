"""Known values of lifetime value: the models in print, the slip of weeks and days, and what runs discover."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import gammaln
from scipy.stats import beta

from courseware.problem import ReaderError
from simulations.bg_nbd import BgNbd
from simulations.history import histories
from simulations.lifetime_value.analysis import analysis, fitted, values
from simulations.lifetime_value.bg_nbd_fit import BgNbdSlope, fit_bg_nbd
from simulations.lifetime_value.log import log_of_customers
from simulations.lifetime_value.model import LifetimeValue
from simulations.lifetime_value.pareto_nbd import ParetoNbd, fit_pareto_nbd
from simulations.lifetime_value.sampler import Customers, draw, first_amounts
from simulations.lifetime_value.views import rfm_table
from simulations.purchasing import poisson
from simulations.span import Span, TimeUnit

IN_PRINT = BgNbd(0.243, 4.414, 0.793, 2.426, "weeks")


SHAPES = [(0.24, 4.4, 0.8, 2.4), (1.5, 9, 3, 1), (0.3, 2, 0.2, 1), (0.3, 5, 1, 2)]


def test_weeks_and_days_do_not_mix() -> None:
    with pytest.raises(ReaderError, match="weeks here, but days came"):
        IN_PRINT.expected(Span(39, "days"))
    with pytest.raises(ReaderError):
        Span(1, "weeks") + Span(1, "days")
    with pytest.raises(ReaderError):
        IN_PRINT.alive(histories([1], [3], [9], "days"))

    assert Span(2, "months").to("weeks") == Span(8.69, "weeks")
    assert Span(1, "weeks") < Span(1, "weeks") + Span(2, "weeks") * 0.5


@given(st.floats(0, 1e6), st.permutations(["days", "weeks", "months"]))
def test_a_time_is_the_same_after_any_way_through_the_units(length: float, units: list[TimeUnit]) -> None:
    one, other, third = units

    assert Span(7, "days").to("weeks") == Span(1, "weeks")
    assert Span(length, one).to(other).to(one).length == pytest.approx(length)
    assert Span(length, one).to(other).to(third).length == pytest.approx(Span(length, one).to(third).length)


def test_reading_weeks_as_days_makes_a_year_of_cdnow_nearly_four_times_too_dear() -> None:
    slipped = LifetimeValue(source="cdnow", horizon=12, read_as="days").measures()

    assert slipped["slip"] == pytest.approx(3.72, abs=0.01)
    assert LifetimeValue(source="cdnow", horizon=12).measures()["slip"] == 1


@pytest.mark.parametrize("parameters", SHAPES)
@pytest.mark.parametrize(("x", "age", "ahead"), [(0, 0, 39), (3, 30, 150), (25, 30, 500)])
def test_expected_purchases_are_what_integration_finds(
    parameters: tuple[float, ...], x: int, age: float, ahead: float
) -> None:
    r, alpha, a, b = parameters
    model = BgNbd(r, alpha, a, b, "weeks")

    def density(p: float) -> float:
        bought = 1 - ((alpha + age) / (alpha + age + p * ahead)) ** (r + x)
        return float(bought / p * beta.pdf(p, a, b + x))

    assert model.of_the_living(x, age, ahead) == pytest.approx(quad(density, 0, 1, limit=400)[0], rel=1e-5)


def test_the_slopes_of_the_likelihood_are_those_of_differences() -> None:
    people = draw(LifetimeValue(n=300), 0, 300)
    slope, at = BgNbdSlope(people.known.merged), np.array([0.3, 4.0, 0.9, 2.0])
    _, gradient, hessian = slope(at)

    for axis, step in enumerate(np.eye(4) * 1e-5):
        above, below = slope(at + step), slope(at - step)
        assert (above[0] - below[0]) / 2e-5 == pytest.approx(gradient[axis], rel=1e-4, abs=1e-3)
        assert (above[1] - below[1]) / 2e-5 == pytest.approx(hessian[axis], rel=1e-4, abs=1e-3)


def test_the_fit_finds_the_parameters_that_made_the_customers() -> None:
    fit = fitted(LifetimeValue(n=20_000))
    truth = LifetimeValue().buying
    misses = [
        abs(getattr(fit.model, name) - getattr(truth, name)) / error
        for name, error in zip(("r", "alpha", "a", "b"), fit.climb.errors, strict=True)
    ]

    assert fit.climb.is_converged
    assert max(misses) < 4


def test_every_start_leads_to_one_summit() -> None:
    climb = fitted(LifetimeValue(source="cdnow")).climb

    assert climb.is_converged
    assert climb.gradient_norm < 1e-6
    assert max(climb.starts) - min(climb.starts) < 1e-6
    assert climb.errors == pytest.approx((0.0126, 0.378, 0.186, 0.705), abs=0.001)


def test_a_fit_to_nobody_says_that_it_found_nothing() -> None:
    assert not fit_bg_nbd(histories([], [], [], "weeks")).climb.is_converged


def test_who_forgets_that_customers_leave_foretells_far_too_much() -> None:
    leaving = LifetimeValue(source="cdnow").measures()["forecast_error"]
    staying = LifetimeValue(source="cdnow", story="stay").measures()["forecast_error"]

    assert leaving == pytest.approx(-0.040, abs=0.001)
    assert staying == pytest.approx(0.244, abs=0.001)


def test_of_two_who_went_silent_together_the_frequent_one_has_rather_left() -> None:
    often = LifetimeValue(bought=10, last_week=20).measures()["probe_alive"]
    rarely = LifetimeValue(bought=2, last_week=20).measures()["probe_alive"]

    assert often == pytest.approx(0.038, abs=0.001)
    assert rarely > 0.5


def test_a_run_comes_back_as_often_as_the_formula_says() -> None:
    run = LifetimeValue(n=100_000).run()
    spread = np.sqrt(run["customers_expected"] + 1)

    assert np.all(np.abs(run["customers"] - run["customers_expected"]) <= 5 * spread)


def test_the_model_tells_how_many_are_left_without_seeing_them() -> None:
    measures = LifetimeValue(n=20_000).measures()

    assert measures["alive_expected"] == pytest.approx(measures["share_alive"], abs=0.015)
    assert measures["later_foretold"] == pytest.approx(measures["later_actual"], rel=0.06)


def test_spending_is_found_again_in_what_was_spent() -> None:
    model = LifetimeValue(n=100_000)
    people = draw(model, 0, model.n)

    assert first_amounts(model, people).mean() == pytest.approx(model.spending.mean, rel=0.02)
    assert people.usual.mean() == pytest.approx(model.spending.mean, rel=0.02)


def test_a_log_keeps_what_its_customers_did() -> None:
    model = LifetimeValue()
    people, known = draw(model, 0, model.n), analysis(model).known

    assert np.array_equal(known.histories.x, people.x)
    assert known.histories.recency == pytest.approx(people.recency)
    assert known.spent == pytest.approx(people.spent)


def test_the_table_lays_out_what_the_log_holds() -> None:
    model = LifetimeValue(source="cdnow")
    table, known = rfm_table(model), analysis(model).known

    assert table["repeats"].tolist() == known.histories.x[table["customer"] - 1].tolist()


def test_without_levers_nothing_can_be_gained() -> None:
    idle = values(LifetimeValue(keep_lever=0, visit_lever=0, spend_lever=0))

    assert not idle.potential.any()


def test_poisson_numbers_are_the_smallest_that_reach_their_uniform() -> None:
    assert poisson(np.array([0.0, 3.0, 3.0, 700.0]), np.array([0.9, 0.0, 0.5, 0.5])).tolist() == [
        0,
        0,
        3,
        700,
    ]


def test_our_shop_can_be_analysed_and_a_shop_without_customers_too() -> None:
    assert LifetimeValue(source="orders").measures()["customers_known"] > 200
    assert LifetimeValue(source="orders", n=1, seed=5).measures()["customers_known"] == 0


@pytest.mark.parametrize("source", ["simulated", "orders"])
def test_every_customer_asked_for_is_followed_and_worth_something(source: str) -> None:
    found, half = (LifetimeValue(n=n, source=source, watched=27, ahead=4) for n in (24_000, 12_000))
    known = found.measures()["customers_known"]

    assert known == (
        24_000 if source == "simulated" else pytest.approx(2 * half.measures()["customers_known"], rel=0.05)
    )
    assert found.measures()["equity"] == pytest.approx(2 * half.measures()["equity"], rel=0.1)


def test_a_customer_may_buy_more_often_than_there_are_periods_of_chance() -> None:
    customers = Customers(*(np.array([value]) for value in (0, 30, 1500, 30.0, True, 1300, 4.0, 25.0, 25.0)))
    log = log_of_customers(LifetimeValue(n=1), customers)

    assert len(log.week) == 1 + 1500 + 1300
    assert len(np.unique(log.amount[1:1501])) == 1500


def pareto_by_quadrature(model: ParetoNbd, x: int, recency: float) -> float:
    """The log-likelihood of one history of 52 weeks, integrated over the logarithm of the time of leaving."""
    r, alpha, s, beta = model.r, model.alpha, model.s, model.beta
    base = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    there = -(r + x) * np.log(alpha + 52) - s * np.log(beta + 52)

    def left(log_time: float) -> float:
        time = np.exp(log_time)
        logs = (r + x) * np.log(alpha + time) + (s + 1) * np.log(beta + time) - log_time
        return float(s * np.exp(-logs - there))

    edges = np.linspace(np.log(recency or 1e-40), np.log(52), 200)
    gone = sum(quad(left, low, high, epsabs=0)[0] for low, high in pairwise(edges))
    return float(base + there + np.log1p(gone))


@pytest.mark.parametrize("times", [(182, 1e-12), (5, 1e-3), (1e6, 9), (1e-12, 9), (1e-3, 1e6), (5, 5)])
@pytest.mark.parametrize(("r", "s"), [(3.192, 0.06476), (0.3, 0.6), (0.95, 2), (1e-3, 2.5), (1.0, 1.0)])
@pytest.mark.parametrize(("x", "recency"), [(0, 0.0), (1, 20.0), (30, 51.0), (2, 52.0)])
def test_the_pareto_likelihood_is_a_number_and_the_right_one_at_extreme_parameters(
    times: tuple[float, float], r: float, s: float, x: int, recency: float
) -> None:
    alpha, beta = times
    model = ParetoNbd(r, alpha, s, beta, "weeks")

    found = model.loglik(histories([x], [recency], [52.0], "weeks"))
    assert found == pytest.approx(pareto_by_quadrature(model, x, recency), rel=1e-6, abs=1e-6)


def test_a_fit_without_a_summit_is_finite_and_says_so() -> None:
    known = histories(range(10, 60), [103.0] * 50, [104.0] * 50, "weeks")
    fit = fit_pareto_nbd(known)

    assert np.isfinite(fit.loglik(known))
    assert not fit.is_converged
