"""Large runs that anybody may ask for: they are made, and the memory they take is given back."""

import gc
import weakref

from simulations import find
from web import runs


def test_of_many_large_runs_only_the_last_few_stay_in_memory() -> None:
    simulation = find("satisfaction")
    kept = []
    for seed in range(10):
        table = runs.table_of(simulation, "gap", simulation.model.of({"n": 20_000, "seed": seed}))
        kept.append(weakref.ref(next(iter(table.values()))))
    del table
    gc.collect()

    assert sum(column() is not None for column in kept) <= 4


def test_a_run_of_a_lessons_size_is_made_once_however_many_others_are_asked_for() -> None:
    simulation = find("satisfaction")
    small = simulation.model.of({"n": 500, "seed": 1})
    first = runs.table_of(simulation, "gap", small)
    for seed in range(20):
        runs.table_of(simulation, "gap", simulation.model.of({"n": 20_000, "seed": seed}))

    assert runs.table_of(simulation, "gap", small) is first
