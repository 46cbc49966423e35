"""What always holds of goods that travel between regions, whatever each of them charges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courseware.problem import ReaderError
from simulations.diversion import closed_forms as forms
from simulations.diversion.account import carried, simulate
from simulations.diversion.model import Diversion
from tests.simulations.strategies import changed, models, raised

few = settings(max_examples=40, deadline=None)


@given(models(Diversion), st.integers(1, 70), st.integers(1, 2), st.data())
@few
def test_however_customers_are_grouped_the_account_is_the_same(
    model: Diversion, chunk: int, workers: int, data: st.DataObject
) -> None:
    whole, last = simulate(model), max(model.customers)
    cut = data.draw(st.integers(0, last))

    assert np.array_equal(simulate(model, chunk=chunk, workers=workers), whole)
    assert np.array_equal(simulate(model, 0, cut) + simulate(model, cut, last), whole)


@given(models(Diversion))
@few
def test_every_case_sold_is_used_somewhere(model: Diversion) -> None:
    for trade in (carried(model), forms.trade(model)):
        assert trade.sold.sum() == pytest.approx(trade.used.sum())
        assert np.all(trade.sold >= 0)
        assert np.all(trade.brought_in <= trade.used)
        assert trade.earned == pytest.approx(trade.sold * (np.array(model.prices) - model.cost))


@given(models(Diversion), st.data())
@few
def test_a_larger_discount_never_lowers_the_sales_in_the_books_of_a(
    model: Diversion, data: st.DataObject
) -> None:
    cheaper = raised(model, "discount", data)

    assert carried(cheaper).sold[0] >= carried(model).sold[0]
    assert forms.trade(cheaper).sold[0] >= forms.trade(model).sold[0] - 1e-9


@given(models(Diversion), st.data())
@few
def test_no_case_travels_that_would_not_have_travelled_for_less(
    model: Diversion, data: st.DataObject
) -> None:
    for name in ("transport", "reluctance"):
        dearer = raised(model, name, data)

        assert np.all(simulate(dearer)[:, 0] == simulate(model)[:, 0])
        assert np.all(simulate(dearer)[:, 1] <= simulate(model)[:, 1])


@given(models(Diversion))
@few
def test_nothing_travels_over_a_gap_that_does_not_pay_the_transport(model: Diversion) -> None:
    held = changed(model, "gap", min(model.gap, model.transport))

    assert carried(held).brought_in.sum() == 0
    assert held.measures()["lost"] == pytest.approx(0, abs=1e-6)


@given(models(Diversion), st.sampled_from(forms.STEPS.tolist()))
@few
def test_diversion_never_pays_the_firm_and_no_discount_beats_the_best(model: Diversion, other: float) -> None:
    found = forms.trade(model).profit

    assert found <= forms.trade_at_home(model).profit + 1e-6
    assert forms.trade(changed(model, "discount", other)).profit <= model.measures()["best_profit"]


@pytest.mark.parametrize(
    ("name", "value"), [("discount", 41), ("elasticity", "steep"), ("third", -1), ("n", 1.5)]
)
def test_what_no_firm_could_set_is_refused_in_words(name: str, value: object) -> None:
    with pytest.raises(ReaderError) as refused:
        Diversion.of({name: value})

    assert name in refused.value.text.en
    assert repr(value) in refused.value.text.zh
