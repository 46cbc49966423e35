"""What always holds of two firms on the same luck."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.integrated.model import Integrated, account
from tests.simulations.strategies import changed, models

few = settings(max_examples=40, deadline=None)


@given(models(Integrated))
@few
def test_nobody_appears_from_nowhere(model: Integrated) -> None:
    for kind in ("silo", "integrated"):
        customers, agents, answered = account(model, kind)

        assert customers[0] == model.n
        assert np.all(customers >= 0)
        assert np.all(np.diff(customers) <= model.acquisition)
        assert np.all(agents >= 1)
        assert np.all((answered >= 0) & (answered <= 1))


@given(models(Integrated), st.integers(0, 2000))
@few
def test_more_agents_never_let_the_silo_rest_lower(model: Integrated, acquisition: int) -> None:
    here = changed(model, "acquisition", acquisition)
    more = changed(here, "silo_agents", min(model.silo_agents + 1, 30))

    few_agents, many_agents = here.rest(integrated=False), more.rest(integrated=False)
    if model.stay_failed > model.stay_served:  # then it is the answer that drives customers away
        few_agents, many_agents = many_agents, few_agents
    assert many_agents >= few_agents * (1 - 1e-9)


@given(models(Integrated))
@few
def test_rest_is_rest(model: Integrated) -> None:
    rest = model.rest(integrated=False)

    assert model.next(rest, model.silo_agents) == pytest.approx(rest, rel=1e-6, abs=1e-6)


@given(models(Integrated, stay_served=0.9, stay_failed=0.9))
@few
def test_where_service_keeps_nobody_both_firms_are_alike(model: Integrated) -> None:
    assert np.array_equal(account(model, "silo")[0], account(model, "integrated")[0])


@given(models(Integrated, contact=0.0))
@few
def test_where_nobody_calls_every_call_is_answered(model: Integrated) -> None:
    assert np.all(model.run()["silo_answered"] == 1)
