"""What always holds of a list of customers, however they buy and however old it is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courseware.problem import ReaderError
from simulations.customer_list import closed_forms as forms
from simulations.customer_list.model import CustomerList
from simulations.customer_list.people import Cell, everybody, people, sampled, simulate
from tests.simulations.strategies import changed, models

few = settings(max_examples=40, deadline=None)


@given(models(CustomerList), st.integers(1, 70), st.integers(1, 2), st.data())
@few
def test_however_names_are_grouped_the_list_is_the_same(
    model: CustomerList, chunk: int, workers: int, data: st.DataObject
) -> None:
    whole, cut = simulate(model), data.draw(st.integers(0, model.n))

    assert np.array_equal(simulate(model, chunk=chunk, workers=workers), whole)
    assert np.array_equal(simulate(model, 0, cut) + simulate(model, cut, model.n), whole)
    assert whole[:, Cell.NAMES].sum() == model.n


@given(models(CustomerList), st.data())
@few
def test_nobody_orders_more_because_the_list_was_sold_later(model: CustomerList, data: st.DataObject) -> None:
    older = changed(model, "age", data.draw(st.integers(model.age, 416)))
    before, after = (people(one, 0, model.n) for one in (model, older))

    assert np.all(after.later <= before.later)
    assert np.all(after.known.x >= before.known.x)
    assert np.all(after.alive <= before.alive)


@given(models(CustomerList), st.data())
@few
def test_nobody_orders_less_in_a_longer_time(model: CustomerList, data: st.DataObject) -> None:
    longer = changed(model, "ahead", data.draw(st.integers(model.ahead, 312)))

    assert np.all(people(longer, 0, model.n).later >= people(model, 0, model.n).later)


@given(models(CustomerList))
@few
def test_who_left_never_orders_again_and_who_never_came_back_has_not_left(model: CustomerList) -> None:
    some = people(model, 0, model.n)

    assert not some.later[~some.alive].any()
    assert some.alive[some.known.x == 0].all()
    assert np.all((some.known.recency > 0) == (some.known.x > 0))
    assert np.all(some.known.recency <= model.age)


@given(models(CustomerList))
@few
def test_what_is_paid_and_earned_changes_nobody(model: CustomerList) -> None:
    dear = changed(changed(model, "price", 60.0), "margin", 0.5)

    assert np.array_equal(everybody(dear), everybody(model))
    assert np.array_equal(sampled(dear), sampled(model))


@given(models(CustomerList))
@few
def test_the_sample_is_the_first_names_of_the_list(model: CustomerList) -> None:
    assert np.array_equal(sampled(model), simulate(model, 0, min(model.sample, model.n)))
    assert np.all(sampled(model) <= everybody(model))


@given(models(CustomerList))
@few
def test_an_older_list_is_worth_less_and_loses_a_smaller_share_each_year(model: CustomerList) -> None:
    years = np.arange(8) * forms.YEAR
    worth, loss = forms.orders_ahead(model, years), forms.loss(model, years)

    assert np.all(np.diff(worth) < 0)
    assert np.all(np.diff(loss) < 1e-6)
    assert np.all(np.diff(forms.alive(model, years)) < 0)


@pytest.mark.parametrize(("name", "value"), [("age", 417), ("age", 6.5), ("price", -1), ("r", "many")])
def test_what_no_seller_could_offer_is_refused_in_words(name: str, value: object) -> None:
    with pytest.raises(ReaderError) as refused:
        CustomerList.of({name: value})

    assert name in refused.value.text.en
    assert repr(value) in refused.value.text.zh
