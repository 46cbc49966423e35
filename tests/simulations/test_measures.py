"""Measures are worked out when somebody asks for them, and the same whoever asks first."""

from functools import partial

import simulations
from simulations.call_centre import floor
from simulations.measures import LazyMeasures, with_facts


def test_a_group_of_measures_is_worked_out_once_and_only_when_it_is_asked_for() -> None:
    asked: list[str] = []

    def find(name: str) -> dict[str, float]:
        asked.append(name)
        return {name: 1.0, f"{name} again": 2.0}

    groups: dict[tuple[str, ...], partial[dict[str, float]]]
    groups = {(name, f"{name} again"): partial(find, name) for name in ("calls", "teams")}
    measures = LazyMeasures(groups)

    assert list(measures) == ["calls", "calls again", "teams", "teams again"]
    assert with_facts(measures, n=7)["n"] == 7
    assert not asked
    assert (measures["calls"], measures["calls again"]) == (1.0, 2.0)
    assert asked == ["calls"]
    assert dict(measures)["teams"] == 1.0


def test_the_chart_of_waits_sends_nobody_to_teams_that_it_does_not_show() -> None:
    phones = simulations.find("call_centre")
    view = phones.views["waiting"]
    model = phones.model.of({"n": 500, "seed": 20_261_130})
    floor.calls_of_teams.cache_clear()

    view.draw(model, view.table(model), phones.words, "en")
    shown = [model.measures()[name] for name in view.measures]

    assert len(shown) == len(view.measures)
    assert floor.calls_of_teams.cache_info().misses == 0
    assert model.measures()["teams_wait"] > 0
    assert floor.calls_of_teams.cache_info().misses == 1
