"""Every reference case of the pipeline, within its own tolerance, and what always holds of it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.pipeline.chain import Chain, velocity, weighted
from simulations.pipeline.deals import STAGES, deals
from simulations.pipeline.model import Pipeline, account, simulate
from tests.simulations.strategies import cases, changed, models

TOPIC = "pipeline"
Case = dict[str, Any]
TESTED = ("absorbing_chain_", "velocity_", "weighted_pipeline")
few = settings(max_examples=60, deadline=None)


def each(start: str) -> pytest.MarkDecorator:
    """One test for every case whose name starts so."""
    found = cases(TOPIC, start)
    return pytest.mark.parametrize("case", found, ids=[case["name"] for case in found])


def test_no_reference_case_is_left_out() -> None:
    assert all(case["name"].startswith(TESTED) for case in cases(TOPIC))


@each("absorbing_chain_")
def test_the_chain_tells_who_wins_and_how_long_it_takes(case: Case) -> None:
    chain = Chain(tuple(case["inputs"]["advance"]), tuple(case["inputs"]["lose"]))
    found = {
        "win_prob": chain.win_chance,
        "win_prob_product": chain.win_product,
        "mean_periods": chain.mean_periods,
        "var_periods": chain.var_periods,
        "visits_from_first": chain.fundamental[0],
    }

    for name, expected in case["expected"].items():
        assert found[name].tolist() == pytest.approx(expected, rel=case["tolerance"]["rel"])


@each("velocity_")
def test_velocity_is_money_per_day(case: Case) -> None:
    given = case["inputs"]
    found = velocity(given["n"], given["win"], given["value"], given["cycle_days"])

    assert found == pytest.approx(case["expected"], rel=case["tolerance"]["rel"])


@each("weighted_pipeline")
def test_a_pipeline_is_weighted_by_its_chances(case: Case) -> None:
    found = weighted(case["inputs"]["value"], case["inputs"]["prob"])

    assert found == pytest.approx(case["expected"], abs=case["tolerance"]["abs"])


@given(models(Pipeline))
@few
def test_every_deal_that_was_created_is_open_won_or_lost(model: Pipeline) -> None:
    run = model.run()

    assert np.array_equal(run["created"], run["open"] + run["won"] + run["lost"])
    assert run["created"][-1] == model.n
    for place in ("won", "lost", "created"):
        assert np.all(np.diff(run[place]) >= 0)
    assert all(np.all(run[stage] >= 0) for stage in STAGES)


@given(models(Pipeline))
@few
def test_what_comes_of_open_deals_is_part_of_their_worth(model: Pipeline) -> None:
    book = account(model)

    assert np.all(book[:, 10:14] >= 0)
    assert np.all(book[:, 10:14] <= book[:, 6:10])


@given(models(Pipeline), st.sampled_from(STAGES), st.floats(0.05, 0.9))
@few
def test_advancing_more_never_loses_a_deal(model: Pipeline, stage: str, advance: float) -> None:
    name = f"advance_{stage}"
    slow, fast = sorted([advance, getattr(model, name)])
    kept = dict(zip(STAGES, model.chain.lose, strict=True))
    lose = min(kept[stage], 1 - fast)
    level = changed(model, f"lose_{stage}", lose)

    assert np.all(deals(changed(level, name, slow)).last <= deals(changed(level, name, fast)).last)


@given(models(Pipeline), st.sampled_from(STAGES), st.floats(0, 0.5))
@few
def test_losing_more_never_wins_a_deal(model: Pipeline, stage: str, lose: float) -> None:
    name = f"lose_{stage}"
    less, more = sorted([lose, getattr(model, name)])

    assert np.all(deals(changed(model, name, less)).last >= deals(changed(model, name, more)).last)


@given(models(Pipeline))
@few
def test_two_ways_to_the_win_chance_agree_and_all_ends_add_up(model: Pipeline) -> None:
    chain = model.chain

    assert np.allclose(chain.win_chance, chain.win_product, rtol=1e-9)
    assert np.all((chain.win_chance >= 0) & (chain.win_chance <= 1 + 1e-12))
    assert np.all(np.diff(chain.win_chance) >= -1e-12)
    assert chain.after(7).sum() == pytest.approx(1)


@given(models(Pipeline), st.integers(1, 70), st.integers(1, 2), st.data())
@few
def test_deals_are_counted_the_same_however_they_are_split(
    model: Pipeline, chunk: int, workers: int, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, model.n))

    assert np.array_equal(simulate(model, chunk=chunk, workers=workers), simulate(model))
    assert np.array_equal(simulate(model, 0, cut) + simulate(model, cut, model.n), simulate(model))
