"""The contract of every population: the same customers, however they are counted."""

import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import simulations
from simulations import Model
from simulations.complaints.model import Complaints
from simulations.complaints.people import simulate as complain
from simulations.loyalty.account import simulate as drift
from simulations.loyalty.model import Loyalty
from simulations.recovery.model import Recovery
from simulations.recovery.model import simulate as recover
from simulations.satisfaction.account import simulate as satisfy
from simulations.satisfaction.model import Satisfaction
from simulations.word_of_mouth.model import WordOfMouth
from simulations.word_of_mouth.model import simulate as spread
from tests.simulations.strategies import models

NAMES = sorted(simulations.catalogue())


def _cells(model: Model, *span: int, **how: int) -> np.ndarray[Any, Any]:
    if isinstance(model, Satisfaction):
        return satisfy(model, *span, **how).cells
    if isinstance(model, Loyalty):
        return drift(model, *span, **how).cells
    if isinstance(model, WordOfMouth):
        return spread(model, *span, **how)
    if isinstance(model, Complaints):
        return complain(model, *span, **how)
    assert isinstance(model, Recovery)
    return recover(model, *span, **how)


ANY_MODEL = st.one_of(
    models(Satisfaction), models(Loyalty), models(WordOfMouth), models(Recovery), models(Complaints)
)


@given(ANY_MODEL, st.integers(1, 70), st.integers(1, 2))
@settings(max_examples=60, deadline=None)
def test_neither_chunks_nor_workers_change_a_single_bit(model: Model, chunk: int, workers: int) -> None:
    whole = _cells(model)

    assert np.array_equal(_cells(model, chunk=chunk, workers=workers), whole)


@given(ANY_MODEL, st.data())
@settings(max_examples=60, deadline=None)
def test_two_groups_of_customers_add_up_to_all_of_them(model: Model, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, model.n))

    assert np.array_equal(_cells(model, 0, cut) + _cells(model, cut, model.n), _cells(model))


def test_accounts_merge_into_the_account_of_everybody() -> None:
    model = Satisfaction(n=100)

    merged = satisfy(model, 0, 33).merge(satisfy(model, 33, 100))

    assert np.array_equal(merged.cells, satisfy(model).cells)


@pytest.mark.parametrize("name", NAMES)
def test_equal_models_make_equal_runs(name: str) -> None:
    model = simulations.model_of(name)
    first, again = model(seed=7).run(), pickle.loads(pickle.dumps(model(seed=7))).run()  # noqa: S301

    assert {column: values.tobytes() for column, values in first.items()} == {
        column: values.tobytes() for column, values in again.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_nobody_can_change_a_run(name: str) -> None:
    for column in simulations.model_of(name)().run().values():
        assert not column.flags.writeable


@pytest.mark.parametrize("name", NAMES)
def test_another_seed_is_another_run(name: str) -> None:
    model = simulations.model_of(name)

    assert model(seed=1).measures() != model(seed=2).measures()


def test_each_simulation_has_its_own_streams_of_chance() -> None:
    numbers = [simulations.model_of(name).number for name in NAMES]

    assert len(set(numbers)) == len(numbers)
