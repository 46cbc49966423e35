"""What always holds of a waiting line, caller by caller and in the formulas' limits."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.call_centre.floor import calls, calls_of_teams, steady
from simulations.call_centre.model import CallCentre
from simulations.waiting_line import WaitingLine, erlang_b, erlang_c
from tests.simulations.strategies import changed, models

few = settings(max_examples=60, deadline=None)
LOADS = st.floats(0.05, 200)
AGENTS = st.integers(1, 240)
ANY = models(CallCentre, agents=6, arrivals=7.0)


@given(models(CallCentre, callers="hold_on"), st.integers(0, 5))
@few
def test_nobody_waits_longer_for_more_agents(model: CallCentre, more: int) -> None:
    with_more = changed(model, "agents", min(model.agents + more, 1200))

    assert np.all(calls(with_more).wait <= calls(model).wait + 1e-9)


@given(st.one_of(models(CallCentre), ANY))
@few
def test_the_line_over_time_adds_up_to_the_waits_of_all(model: CallCentre) -> None:
    arrival, wait = steady(model).arrival, calls(model).wait
    times = np.concatenate([arrival, arrival + wait])
    order = np.argsort(times, kind="stable")
    waiting = np.cumsum(np.repeat([1, -1], model.n)[order])

    assert waiting[-1] == 0
    area = float(waiting[:-1] @ np.diff(times[order]))
    assert area == pytest.approx(float(wait.sum()), rel=1e-9, abs=1e-6)


@given(st.one_of(models(CallCentre), ANY))
@few
def test_everybody_is_answered_or_hangs_up_and_nobody_outwaits_their_patience(model: CallCentre) -> None:
    stream, found = steady(model), calls(model)

    assert np.all(found.wait >= 0)
    if stream.patience is None:
        assert not found.abandoned.any()
    else:
        assert np.all(found.wait <= stream.patience)
        assert np.array_equal(found.wait[found.abandoned], stream.patience[found.abandoned])


@given(ANY)
@few
def test_callers_are_answered_in_the_order_in_which_they_called(model: CallCentre) -> None:
    answered = ~calls(model).abandoned
    begins = (steady(model).arrival + calls(model).wait)[answered]

    assert np.all(np.diff(begins) >= -1e-9)


@given(ANY, st.integers(1, 59))
@few
def test_the_first_callers_do_not_depend_on_those_who_call_later(model: CallCentre, n: int) -> None:
    fewer = changed(model, "n", min(n, model.n))

    assert np.array_equal(calls(fewer).wait, calls(model).wait[: fewer.n])


@given(ANY)
@few
def test_every_caller_is_in_some_team(model: CallCentre) -> None:
    assert sum(model.staff) == model.agents
    assert np.all(np.isfinite(calls_of_teams(model).wait))


@given(LOADS, AGENTS)
@few
def test_callers_of_endless_patience_are_erlang_c(load: float, agents: int) -> None:
    patient = WaitingLine(load / 180, 180, agents)
    nearly = WaitingLine(load / 180, 180, agents, 1e9)

    assert patient.wait_share == pytest.approx(erlang_c(load, agents), rel=1e-9)
    if load < 0.9 * agents:
        assert nearly.wait_share == pytest.approx(patient.wait_share, rel=1e-3, abs=1e-12)


@given(LOADS, AGENTS)
@few
def test_callers_without_patience_are_erlang_b(load: float, agents: int) -> None:
    impatient = WaitingLine(load / 180, 180, agents, 1e-7)

    assert impatient.abandon_share == pytest.approx(erlang_b(load, agents), rel=1e-4, abs=1e-12)


@given(st.floats(0.05, 80), st.floats(10, 900))
@few
def test_with_patience_as_long_as_a_call_the_callers_are_poisson(load: float, handling: float) -> None:
    agents = 7
    line = WaitingLine(load / handling, handling, agents, handling)
    fewer = math.exp(-load) * sum(load**k / math.factorial(k) for k in range(agents))

    assert line.wait_share == pytest.approx(1 - fewer, rel=1e-6, abs=1e-9)
    mean = line.queue + line.occupancy * agents
    assert mean == pytest.approx(load, rel=1e-6)


@given(LOADS, AGENTS, st.floats(5, 1800), st.floats(0, 120))
@few
def test_the_formulas_are_shares_and_better_with_one_agent_more(
    load: float, agents: int, patience: float, seconds: float
) -> None:
    now, more = (WaitingLine(load / 180, 180, agents + one, patience) for one in (0, 1))

    for line in (now, more):
        shares = [line.wait_share, line.abandon_share, line.occupancy, line.service_level(seconds)]
        assert all(-1e-12 <= share <= 1 + 1e-12 for share in shares)
    assert more.mean_wait <= now.mean_wait + 1e-12
    assert more.service_level(seconds) >= now.service_level(seconds) - 1e-9
    assert now.service_level(0) == pytest.approx(1 - now.wait_share, abs=1e-9)
    assert now.still_waiting(0) == pytest.approx(now.wait_share, rel=1e-6, abs=1e-12)


def test_neither_a_thousand_erlangs_nor_hardly_any_overflow() -> None:
    assert 0.02 < erlang_b(1000, 1000) < 0.03
    assert erlang_c(1000, 1001) < 1
    assert erlang_b(0.001, 1200) == 0
    assert WaitingLine(1000 / 180, 180, 1, 1800).abandon_share == pytest.approx(0.999)
    assert WaitingLine(1 / 180, 30, 1200, 1800).service_level(20) == pytest.approx(1)
