"""Known values of the call centre: the course's example, pooling, and what a run is held to."""

import math

import numpy as np
import pytest

from courseware.text import LANGUAGES, Language
from simulations import find
from simulations.call_centre.floor import calls, calls_of_teams, steady
from simulations.call_centre.line import fifo, fifo_rooms
from simulations.call_centre.model import CallCentre
from simulations.waiting_line import WaitingLine, agents_needed

PATIENT = {"callers": "hold_on"}
NEARLY_FULL = {**PATIENT, "agents": 10, "arrivals": 9.85, "teams": 2}
"""Ten agents busy 98.5 % of their time: the line takes days to get as long as the formula says."""
TOO_SHORT = {"en": "too short", "zh": "太短"}


def z_score(values: list[float], expected: float) -> float:
    """By how many standard errors the mean of these replications misses what is expected."""
    error = float(np.std(values, ddof=1)) / math.sqrt(len(values))
    return abs(float(np.mean(values)) - expected) / error


def test_one_line_of_ten_agents_waits_a_third_of_two_lines_of_five() -> None:
    measures = CallCentre.of({**PATIENT, "arrivals": 8, "agents": 10, "n": 10}).measures()

    assert measures["mean_wait_expected"] == pytest.approx(36.8, abs=0.05)
    assert measures["teams_wait_expected"] == pytest.approx(99.7, abs=0.05)


@pytest.mark.parametrize("callers", ["hang_up", "hold_on"])
def test_a_run_waits_as_long_as_erlang_expects(callers: str) -> None:
    models = [CallCentre(callers=callers, seed=seed) for seed in range(1, 25)]
    found = [model.measures() for model in models]

    for name, formula in (
        ("mean_wait", "mean_wait_expected"),
        ("service_level", "service_level_expected"),
        ("abandon_share", "abandon_expected"),
        ("teams_wait", "teams_wait_expected"),
    ):
        values = [measures[name] for measures in found]
        if any(values):
            assert z_score(values, found[0][formula]) <= 5


def test_fourteen_agents_are_enough_for_ten_erlangs_and_twenty_four_for_twenty() -> None:
    measures = CallCentre.of({**PATIENT, "n": 10}).measures()

    assert measures["agents_needed"] == measures["agents_by_root"] == 14
    assert measures["agents_needed_double"] == 24


def test_the_formulas_hold_for_a_thousand_erlangs() -> None:
    measures = CallCentre.of({**PATIENT, "arrivals": 1000, "agents": 1030, "n": 10}).measures()

    assert 0 < measures["mean_wait_expected"] < 2
    assert agents_needed(1000 / 180, 180) == pytest.approx(1000, abs=30)


def test_agents_with_a_third_of_their_time_to_spare_fail_in_the_rush() -> None:
    measures = CallCentre.of(PATIENT).measures()

    assert measures["occupancy"] < 0.75
    assert measures["service_level"] > 0.85
    assert measures["day_service_level"] < 0.5
    assert measures["day_worst_hour"] > 0.4 * 8 + 0.5


def test_without_a_rush_the_day_is_like_any_other_hour() -> None:
    days = [CallCentre(rush=1, n=10, seed=seed).measures() for seed in range(1, 31)]

    assert z_score([day["day_service_level"] for day in days], days[0]["service_level_expected"]) <= 5


def test_one_team_is_everybody() -> None:
    model = CallCentre(teams=1, n=500)

    assert np.array_equal(calls_of_teams(model).wait, calls(model).wait)


def test_one_more_agent_may_let_a_caller_wait_longer_once_callers_hang_up() -> None:
    arrivals, services = np.array([0.0, 0, 0, 0, 9]), np.array([5.0, 5, 100, 100, 1])
    patience = np.array([99.0, 99, 7, 7, 99])
    one, two = (fifo(arrivals, services, agents, patience).wait[-1] for agents in (1, 2))

    assert one == 1
    assert two == 96


@pytest.mark.parametrize("callers", ["hang_up", "hold_on"])
def test_many_rooms_at_once_are_the_rooms_one_by_one_to_the_last_bit(callers: str) -> None:
    stream = steady(CallCentre(n=6000, callers=callers))
    arrivals = np.diff(stream.arrival, prepend=0.0).reshape(40, 150).cumsum(axis=1)
    services = stream.service.reshape(40, 150)
    patience = None if stream.patience is None else stream.patience.reshape(40, 150)
    rooms = fifo_rooms(arrivals, services, 9, patience)

    for room in range(40):
        alone = fifo(arrivals[room], services[room], 9, None if patience is None else patience[room])
        assert np.array_equal(rooms.wait[room], alone.wait)
        assert np.array_equal(rooms.abandoned[room], alone.abandoned)


def slowest_mode(line: WaitingLine) -> float:
    """The time constant of the slowest change of a line, from the rates at which it grows and shrinks."""
    waiting = np.arange(1, 600)
    ends = np.minimum(waiting, line.agents) / line.handling
    ends += np.maximum(waiting - line.agents, 0) / line.patience
    here = np.concatenate([[0], ends]) + np.concatenate([np.full(len(ends), line.rate), [0]])
    beside = np.sqrt(line.rate * ends)
    rates = np.linalg.eigvalsh(np.diag(here) - np.diag(beside, 1) - np.diag(beside, -1))
    return float(1 / rates[1])


@pytest.mark.parametrize(("agents", "load"), [(1, 0.9), (2, 1.7), (10, 9), (30, 28)])
def test_a_line_forgets_how_it_began_in_its_relaxation_time(agents: int, load: float) -> None:
    patient = WaitingLine(load / 180, 180, agents)
    with_end = WaitingLine(load / 180, 180, agents, patience=120)

    assert patient.relaxation_time == pytest.approx(slowest_mode(patient), rel=0.03)
    assert slowest_mode(with_end) <= with_end.relaxation_time * 1.001 <= 180.2


def test_a_run_from_an_empty_room_falls_short_of_the_formula_unless_it_lasts_ten_relaxation_times() -> None:
    def shortfall(n: int, seeds: int) -> tuple[float, float]:
        runs = [CallCentre.of({**NEARLY_FULL, "n": n, "seed": seed}) for seed in range(seeds)]
        line = runs[0].line(10)
        waits = [float(calls(run).wait.mean()) for run in runs]
        return runs[0].relaxations(line), 1 - float(np.mean(waits)) / line.mean_wait

    lasts, falls_short = shortfall(2_000, seeds=30)
    assert lasts == pytest.approx(0.115, abs=0.001)
    assert falls_short == pytest.approx(0.64, abs=0.06)
    lasts, falls_short = shortfall(200_000, seeds=6)
    assert lasts > 10
    assert abs(falls_short) < 0.25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["waiting", "staffing", "pooling"])
def test_the_chart_says_so_where_a_run_is_too_short_for_the_formula_beside_it(
    view: str, language: Language
) -> None:
    found = find("call_centre")

    def told(**values: object) -> list[str]:
        model, shown = CallCentre.of({**NEARLY_FULL, **values}), found.views[view]
        picture = shown.draw(model, shown.table(model), found.words, language)
        notes = " ".join(note["text"] for note in picture.layout["annotations"])
        return [said for said in (notes, picture.alt) if TOO_SHORT[language] in said]

    assert len(told(n=2_000)) == 2
    assert told(n=200_000, arrivals=9) == []
    assert told(n=2_000, arrivals=9.85, callers="hang_up") == []
    assert told(n=2_000, arrivals=11, agents=10) == []


def test_over_half_of_the_usual_numbers_of_agents_the_service_level_is_neither_nothing_nor_all() -> None:
    usual = find("call_centre").parameters["agents"].bounds.usual  # type: ignore[union-attr]
    low, high = map(int, usual or (1, 1200))
    levels = [CallCentre().line(agents).service_level(20) for agents in range(low, high + 1)]

    assert levels[0] < 0.1
    assert levels[-1] > 0.999
    assert sum(0.01 < level < 0.99 for level in levels) >= len(levels) / 2
    busiest = find("call_centre").parameters["arrivals"].bounds.usual  # type: ignore[union-attr]
    assert CallCentre(arrivals=float((busiest or (1, 1000))[1])).line(high).service_level(20) > 0.8
