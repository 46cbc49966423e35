"""No corner of the sliders makes a page wait: the work of a run there is bounded, whatever else is set."""

import random
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from simulations import Simulation, catalogue, parameters
from tests.hostile.timing import within

PATIENCE = 38
"""Million rounds of a plain loop, with the views drawn: the work of a second and a half, which readers bear.
The slowest corner takes a third of it."""
DRAWN = 5
"""Corners that are tried besides; more of them would keep the tests waiting (k-means alone takes 0.7 s)."""

KNOWN: dict[str, dict[str, Any]] = {
    "integrated": {
        "acquisition": 2000,
        "contact": 2,
        "handling": 30,
        "silo_agents": 30,
        "patience": 900,
        "target": 0.95,
        "threshold": 0,
        "stay_served": 0.99,
        "stay_failed": 0,
    },
    "call_centre": {"arrivals": 1000, "handling": 900, "agents": 1200, "patience": 1800},
}
"""Corners that were slow once."""


def work(simulation: Simulation, values: dict[str, Any]) -> None:
    """A run with these values and all its views, nothing kept from before."""
    model = simulation.model.of({**values, "seed": random.randrange(2**50)})
    model.measures()
    for view in simulation.views.values():
        view.draw(model, view.table(model), simulation.words, "en")


def corners(simulation: Simulation) -> Iterator[dict[str, Any]]:
    """The corner known to be slow, all sliders at their lower and at their upper ends, and ends by chance."""
    ends = {
        p.name: p.choices or (p.bounds.low, p.bounds.high)  # type: ignore[union-attr]
        for p in parameters(simulation.model)
        if p.name not in ("n", "seed")
    }
    yield KNOWN.get(simulation.name, {})
    yield from ({name: both[side] for name, both in ends.items()} for side in (0, -1))
    luck = random.Random(simulation.name)
    for _ in range(DRAWN):
        yield {name: luck.choice(both) for name, both in ends.items()}


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_no_corner_of_the_sliders_keeps_a_reader_waiting(name: str) -> None:
    simulation = catalogue()[name]
    work(simulation, {})

    for values in corners(simulation):
        within(PATIENCE, partial(work, simulation, values))
