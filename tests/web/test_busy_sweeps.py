"""Runs along a slider where many ask at once, on a server with other work to do."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from simulations import find
from tests.web.test_sweeps import Clock, first_slider
from web import sweeps
from web.sweeps import Sweep, SweepBudget, sweep_of


@pytest.fixture(autouse=True)
def budget(monkeypatch: pytest.MonkeyPatch) -> Iterator[SweepBudget]:
    """A budget of the test's own, and no runs that a test before has made."""
    own = SweepBudget(most=60, clock=Clock())
    monkeypatch.setattr(sweeps, "BUDGET", own)
    sweeps._made.cache_clear()
    yield own
    sweeps._made.cache_clear()


def test_runs_are_dearer_to_the_budget_where_a_busy_server_takes_longer_over_them(
    budget: SweepBudget, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Sweep.run

    def run(asked: Sweep, at: float) -> Any:
        budget.clock.now += 1  # type: ignore[attr-defined]
        return known(asked, at)

    monkeypatch.setattr(Sweep, "run", run)
    full = budget._left
    sweep_of(Sweep(first_slider(find("satisfaction")), "promise", find("satisfaction").model(), None, "en"))

    assert full - budget._left >= 5


def test_runs_that_many_ask_for_at_once_are_made_once(
    budget: SweepBudget, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, made = sweeps._runs, []

    def runs(asked: Sweep, begun: float) -> Any:
        made.append(asked)
        return known(asked, begun)

    monkeypatch.setattr(sweeps, "_runs", runs)
    asked = Sweep(first_slider(find("satisfaction")), "promise", find("satisfaction").model(), None, "en")
    with ThreadPoolExecutor(4) as pool:
        found = [*pool.map(sweep_of, [asked] * 4)]

    assert len(made) == 1
    assert found == [found[0]] * 4


def test_a_library_that_a_view_brings_along_is_not_charged_to_the_sliders(
    budget: SweepBudget, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Sweep.run

    def run(asked: Sweep, at: float) -> Any:
        monkeypatch.setitem(sys.modules, "brought_along", sys)
        return known(asked, at)

    monkeypatch.setattr(Sweep, "run", run)
    full = budget._left
    sweep_of(Sweep(first_slider(find("satisfaction")), "promise", find("satisfaction").model(), None, "en"))

    assert budget._left == full


def test_numbers_of_a_chart_are_as_exact_as_its_largest_and_none_of_very_different_size_is_lost() -> None:
    alike, unlike = [123.456789, 20.0004, 3], [123456.789, 0.00123456, 3]

    assert sweeps._short({"x": alike}) == {"x": [123.46, 20.0, 3.0]}
    assert sweeps._short({"x": unlike}) == {"x": [123460.0, 0.0012346, 3]}
    assert sweeps._short({"text": ["a", 3, None], "on": [True], "at": [[1.00004]]}) == {
        "text": ["a", 3, None],
        "on": [True],
        "at": [[1.0]],
    }
