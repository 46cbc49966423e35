"""What always holds of service recovery."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.recovery.model import Recovery
from tests.simulations.strategies import models, raised

few = settings(max_examples=60, deadline=None)


def stayed(model: Recovery) -> int:
    """How many of all customers stay."""
    return int(model.run()["stayed"].sum())


@given(models(Recovery), st.sampled_from(("complaint_rate", "fix_rate", "fast_rate")), st.data())
@few
def test_hearing_helping_and_hurrying_never_lose_a_customer(
    model: Recovery, rate: str, data: st.DataObject
) -> None:
    assert stayed(model) <= stayed(raised(model, rate, data))


@given(models(Recovery, loss="minor"))
@few
def test_a_large_loss_never_keeps_more_customers_than_a_small_one(model: Recovery) -> None:
    assert stayed(replace(model, loss="major")) <= stayed(model)


@given(models(Recovery))
@few
def test_every_customer_takes_one_path_and_stays_or_leaves(model: Recovery) -> None:
    run = model.run()

    assert run["people"].sum() == model.n
    assert np.array_equal(run["stayed"] + run["left"], run["people"])


@given(models(Recovery, complaint_rate=0.0))
@few
def test_what_nobody_complains_of_cannot_be_put_right(model: Recovery) -> None:
    silent, *others = model.run()["people"].tolist()

    assert silent == model.n
    assert not any(others)


@given(models(Recovery))
@few
def test_value_kept_and_lost_add_up_to_the_worth_of_all(model: Recovery) -> None:
    measures = model.measures()
    worth = model.n * model.value_per_customer

    assert abs(measures["value_kept"] + measures["value_lost"] - worth) <= 1e-9 * worth
