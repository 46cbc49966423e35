"""What always holds of customers who join, stay and leave while the firm looks on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courseware.problem import ReaderError
from simulations.churn import closed_forms as forms
from simulations.churn.model import Churn
from simulations.churn.register import register, simulate, starts_and_stays, told
from simulations.churn.views import survival_table
from simulations.kaplan_meier import kaplan_meier
from tests.simulations.strategies import changed, models, raised

few = settings(max_examples=40, deadline=None)


@given(models(Churn), st.integers(1, 70), st.integers(1, 2), st.data())
@few
def test_however_customers_are_grouped_the_register_is_the_same(
    model: Churn, chunk: int, workers: int, data: st.DataObject
) -> None:
    whole, cut = simulate(model), data.draw(st.integers(0, model.n))

    assert np.array_equal(simulate(model, chunk=chunk, workers=workers), whole)
    assert np.array_equal(simulate(model, 0, cut) + simulate(model, cut, model.n), whole)
    assert whole.sum() == model.n


@given(models(Churn), st.sampled_from(["monthly", "at_renewal"]), st.data())
@few
def test_nobody_stays_longer_when_leaving_becomes_likelier(
    model: Churn, name: str, data: st.DataObject
) -> None:
    before, after = (starts_and_stays(one, 0, model.n) for one in (model, raised(model, name, data)))

    assert np.array_equal(before[0], after[0])
    assert np.all(after[1] <= before[1])


@given(models(Churn), st.integers(1, 90))
@few
def test_who_joins_leaves_or_is_still_there(model: Churn, months: int) -> None:
    base, leavers = register(model).base_and_leavers(months + 1)
    joined = register(model).cells.sum(axis=1)
    expected = forms.base_and_leavers(model, months + 1)

    came = np.concatenate([joined, np.zeros(months, dtype=np.int64)])[:months].cumsum()
    assert np.array_equal(base[1:], came - np.concatenate([[0], leavers[1:].cumsum()[:-1]]))
    came_by_formula = forms.newcomers(model, months).cumsum()
    gone = np.concatenate([[0.0], expected[1][1:].cumsum()[:-1]])
    assert expected[0][1:] == pytest.approx(came_by_formula - gone)


@given(models(Churn))
@few
def test_growth_changes_no_customer(model: Churn) -> None:
    still, growing = (changed(model, "growth", rate) for rate in (0.0, 0.12))

    assert np.array_equal(starts_and_stays(still, 0, model.n)[1], starts_and_stays(growing, 0, model.n)[1])
    assert still.measures()["churn_of_newcomer"] == growing.measures()["churn_of_newcomer"]


@given(models(Churn))
@few
def test_the_register_is_read_as_kaplan_and_meier_read_single_people(model: Churn) -> None:
    begins, stays = starts_and_stays(model, 0, model.n)
    known = begins < model.today
    watched = np.minimum(stays, model.today - begins)[known]
    left = (stays <= model.today - begins)[known]
    single, read = kaplan_meier(watched.tolist(), left.tolist()), told(model)

    assert np.array_equal(single.times, read.curve.times)
    assert single.shares == pytest.approx(read.curve.shares)
    assert (read.known, read.gone) == (int(known.sum()), int(left.sum()))
    if read.gone:
        assert read.mean_of_leavers == pytest.approx(watched[left].mean())
        assert read.by_exposure == pytest.approx(watched.sum() / left.sum())


@given(models(Churn))
@few
def test_who_drops_the_living_never_tells_of_more_staying(model: Churn) -> None:
    table = survival_table(model)

    if told(model).gone:
        apart = table["left_of_leavers"] - table["left_by_curve"]
        assert np.all(apart[np.isfinite(apart)] <= 1e-9)
    for name in ("left_expected", "left_by_curve", "left_of_leavers"):
        known = table[name][np.isfinite(table[name])]
        assert np.all(np.diff(known) <= 1e-12)


@pytest.mark.parametrize(("name", "value"), [("growth", 0.5), ("monthly", "often"), ("stop", 20.5)])
def test_what_no_firm_could_set_is_refused_in_words(name: str, value: object) -> None:
    with pytest.raises(ReaderError) as refused:
        Churn.of({name: value})

    assert name in refused.value.text.en
    assert repr(value) in refused.value.text.zh
