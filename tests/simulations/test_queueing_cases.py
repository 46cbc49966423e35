"""Every reference case of waiting lines, within its own tolerance."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy.integrate import quad

from courseware.problem import ReaderError
from simulations.call_centre.line import fifo
from simulations.waiting_line import WaitingLine, agents_needed, erlang_b, erlang_b_between, erlang_c
from tests.simulations.strategies import cases

TOPIC = "queueing"
Case = dict[str, Any]
TESTED = ("erlangC_", "erlangB_inverse_", "erlangB_continuous_", "staffing_", "erlangA_", "fifo_waits_")


def each(start: str) -> pytest.MarkDecorator:
    """One test for every case whose name starts so."""
    found = cases(TOPIC, start)
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


def near(case: Case, expected: object) -> Any:
    """What agrees with this as closely as the case asks."""
    tolerance = case["tolerance"]
    return pytest.approx(expected, rel=tolerance.get("rel", 0), abs=tolerance.get("abs", 0))


def test_no_reference_case_is_left_out() -> None:
    assert all(case["name"].startswith(TESTED) for case in cases(TOPIC))


@each("erlangC_")
def test_erlang_c_tells_who_waits_and_how_long(case: Case) -> None:
    given, expected = case["inputs"], case["expected"]
    line = WaitingLine(given["A"] / given["aht_s"], given["aht_s"], given["c"])
    found = {
        "Pw": line.wait_share,
        "ASA": line.mean_wait,
        "SL": line.service_level(given["target_s"]),
        "Lq": line.queue,
        "rho": line.occupancy,
    }

    assert found == near(case, expected)
    assert erlang_c(given["A"], given["c"]) == near(case, expected["Pw"])
    assert line.still_waiting(given["target_s"]) == near(case, 1 - expected["SL"])


@each("erlangB_inverse_")
def test_erlang_b_is_reached_at_the_load_of_the_tables(case: Case) -> None:
    given, margin = case["inputs"], case["tolerance"]["abs"]
    low, high = (erlang_b(case["expected"] + shift, given["lines"]) for shift in (-margin, margin))

    assert low <= given["blocking"] <= high


@each("erlangB_continuous_")
def test_erlang_b_goes_on_between_whole_lines(case: Case) -> None:
    given, margin = case["inputs"], case["tolerance"]["abs"]
    more, fewer = (
        erlang_b_between(given["erlangs"], case["expected"] + shift) for shift in (margin, -margin)
    )

    assert more <= given["blocking"] <= fewer
    load, lines = given["erlangs"], case["expected"]
    whole, _ = quad(lambda t: np.exp(-load * t) * (1 + t) ** lines, 0, np.inf)
    assert erlang_b_between(load, lines) == pytest.approx(1 / (load * whole))


@each("staffing_")
def test_the_rule_of_eighty_in_twenty_gives_the_staff(case: Case) -> None:
    given = case["inputs"]
    found = agents_needed(
        given["calls_per_30min"] / 1800, given["aht_s"], share=given["sl"], seconds=given["target_s"]
    )

    assert found == case["expected"]


@each("erlangA_")
def test_erlang_a_tells_who_hangs_up(case: Case) -> None:
    given = case["inputs"]
    line = WaitingLine(given["lam"], 1 / given["mu"], given["c"], 1 / given["theta"])
    found = {
        "Pw": line.wait_share,
        "Lq": line.queue,
        "Pab": line.abandon_share,
        "EW": line.mean_wait,
        "util": line.occupancy,
    }

    assert found == near(case, case["expected"])


@each("fifo_waits_exact")
def test_each_caller_waits_as_in_the_reference_trace(case: Case) -> None:
    given = case["inputs"]
    found = fifo(np.array(given["arrivals"]), np.array(given["services"]), given["c"])

    assert found.wait.tolist() == near(case, case["expected"])
    assert not found.abandoned.any()


@each("fifo_waits_abandon")
def test_each_caller_hangs_up_as_in_the_reference_trace(case: Case) -> None:
    given = case["inputs"]
    patience = np.full(len(given["arrivals"]), given["patience"])
    found = fifo(np.array(given["arrivals"]), np.array(given["services"]), given["c"], patience)

    assert found.wait.tolist() == near(case, case["expected"]["waits"])
    assert found.abandoned.tolist() == case["expected"]["abandoned"]


@pytest.mark.parametrize("patience", [math.inf, 120.0])
@pytest.mark.parametrize(
    ("rate", "handling", "agents"), [(0, 180, 3), (0.1, 0, 3), (0, 180, 0), (1e-310, 9, 1)]
)
def test_nobody_waits_where_nobody_calls_or_calls_take_no_time(
    rate: float, handling: float, agents: int, patience: float
) -> None:
    line = WaitingLine(rate, handling, agents, patience)

    assert line.settles
    assert (line.mean_wait, line.queue, line.wait_share, line.abandon_share) == (0, 0, 0, 0)
    assert (line.service_level(0), line.still_waiting(0)) == (1, 0)


def test_without_agents_everybody_waits_until_patience_ends() -> None:
    line = WaitingLine(0.1, 180, 0, 120)

    assert line.mean_wait == pytest.approx(120)
    assert line.abandon_share == pytest.approx(1)
    assert (line.wait_share, line.service_level(20), line.occupancy) == (1, 0, 0)
    assert not WaitingLine(0.1, 180, 0).settles


def test_nobody_is_needed_where_nobody_calls() -> None:
    assert agents_needed(0, 180) == 0
    assert (erlang_b(0, 0), erlang_b(0, 5), erlang_b_between(0, 2.5), erlang_c(0, 5)) == (1, 0, 0, 0)


@pytest.mark.parametrize("share", [1, 1.01, -0.1, math.nan, math.inf])
def test_a_share_of_calls_that_no_staff_can_reach_is_refused(share: float) -> None:
    with pytest.raises(ReaderError, match="share must be"):
        agents_needed(0.05, 180, share=share)


@pytest.mark.parametrize("wrong", [-1, math.nan, math.inf])
def test_a_rate_a_time_or_a_load_that_cannot_be_is_refused_in_both_languages(wrong: float) -> None:
    asked: list[Callable[[], object]] = [
        lambda: WaitingLine(wrong, 180, 3),
        lambda: WaitingLine(0.1, wrong, 3),
        lambda: WaitingLine(0.1, 180, 3, -1),
        lambda: WaitingLine(0.1, 180, 3, 0),
        lambda: agents_needed(wrong, 180),
        lambda: agents_needed(0.1, 180, seconds=wrong),
        lambda: erlang_b(wrong, 3),
        lambda: erlang_b_between(wrong, 2.5),
        lambda: erlang_c(wrong, 3),
    ]

    for one in asked:
        with pytest.raises(ReaderError, match="must be") as refusal:
            one()
        assert "须为" in refusal.value.text.zh
