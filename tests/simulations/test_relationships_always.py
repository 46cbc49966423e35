"""What always holds of effort given to customers, whatever a level does and however scarce hours are."""

from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from courseware.problem import ReaderError
from simulations.relationships import closed_forms as forms
from simulations.relationships import plans
from simulations.relationships.customers import cents, customers
from simulations.relationships.model import Relationships, best_counts, counts_of, value, with_plan
from simulations.relationships.terms import LEVELS, PLANS
from tests.simulations.strategies import changed, models, raised

few = settings(max_examples=40, deadline=None)


@given(models(Relationships), st.data())
@few
def test_a_customer_is_the_same_in_any_company(model: Relationships, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, model.n))
    whole = cents(model, 0, model.n)

    assert np.array_equal(np.concatenate([cents(model, 0, cut), cents(model, cut, model.n)]), whole)
    assert customers(model).sums[-1] == whole.sum()


@given(models(Relationships), st.sampled_from(PLANS))
@few
def test_hours_are_never_overdrawn_and_larger_customers_come_first(model: Relationships, plan: str) -> None:
    chosen = with_plan(model, plan)
    counts, run = counts_of(chosen), chosen.run()

    assert np.all(np.diff([model.n, *counts, 0]) <= 0)
    if model.is_fixed:
        assert plans.hours_of(model, counts) <= model.hours + 1e-9
    order = np.argsort(-run["margin"], kind="stable")
    assert np.all(np.diff(run["level"][order]) <= 0)


def bound(model: Relationships) -> float:
    """No plan of a fixed staff can be worth more: each hour is paid at its price, and all are given back."""
    price, margins = plans.price(model), customers(model).margins
    net = margins[:, None] * forms.worth(model) - price * forms.hours(model)
    return float(net.max(axis=1).sum() + price * model.hours)


@given(models(Relationships, staff="fixed"), st.sampled_from(PLANS))
@few
def test_no_plan_of_a_fixed_staff_beats_what_its_hours_are_worth(model: Relationships, plan: str) -> None:
    assert value(model, counts_of(with_plan(model, plan))) <= bound(model) * (1 + 1e-9)


@given(models(Relationships, staff="fixed", n=4), st.integers(0, 100))
@few
def test_the_best_plan_misses_the_best_of_all_by_less_than_the_hours_no_customer_is_small_enough_for(
    model: Relationships, hours: int
) -> None:
    scarce = changed(model, "hours", hours)
    margins, taken, worth = customers(scarce).margins, forms.hours(scarce), forms.worth(scarce)
    every = [list(levels) for levels in product(range(len(LEVELS)), repeat=4)]
    top = max(float(margins @ worth[levels]) for levels in every if taken[levels].sum() <= hours)
    paid = customers(scarce).reached(forms.cutoffs(forms.pays_at(scarce), plans.price(scarce)))
    idle = hours - plans.hours_of(scarce, paid)

    assert value(scarce, best_counts(scarce)) >= top - plans.price(scarce) * idle - 1e-6 * top


@given(models(Relationships, staff="hired"))
@few
def test_of_hired_hours_each_customer_gets_the_level_that_is_worth_most(model: Relationships) -> None:
    margins = customers(model).margins[:, None]
    net = margins * forms.worth(model) - model.wage * forms.effort(model)

    assert value(model, best_counts(model)) == pytest.approx(float(net.max(axis=1).sum()))
    for plan in PLANS:
        assert value(model, counts_of(with_plan(model, plan))) <= net.max(axis=1).sum() + 1e-6 * margins.sum()


@given(models(Relationships, staff="hired"), st.data())
@few
def test_a_higher_wage_gives_nobody_more_effort(model: Relationships, data: st.DataObject) -> None:
    dearer = raised(model, "wage", data)

    assert np.all(best_counts(dearer) <= best_counts(model))
    assert value(dearer, best_counts(dearer)) <= value(model, best_counts(model)) * (1 + 1e-9)


@given(models(Relationships, staff="hired"), st.data())
@few
def test_where_partners_bring_more_no_firm_that_hires_is_worse_off(
    model: Relationships, data: st.DataObject
) -> None:
    better = raised(model, "growth", data)

    assert value(better, best_counts(better)) >= value(model, best_counts(model)) * (1 - 1e-9)


@given(models(Relationships, staff="fixed"), st.data())
@few
def test_the_more_hours_there_are_the_less_one_more_is_worth(
    model: Relationships, data: st.DataObject
) -> None:
    scarce = changed(model, "hours", data.draw(st.integers(0, 500)))
    ample = raised(scarce, "hours", data)

    assert plans.price(ample) <= plans.price(scarce)
    assert forms.expected_price(ample) <= forms.expected_price(scarce)
    assert plans.price(changed(model, "hours", 20_000)) == 0


@given(models(Relationships), st.floats(0.01, 10_000), st.floats(1, 1e6))
@few
def test_cut_offs_tell_the_level_of_the_upper_envelope(
    model: Relationships, price: float, margin: float
) -> None:
    cuts = forms.cutoffs(forms.pays_at(model), price)
    net = margin * forms.worth(model) - price * forms.effort(model)

    assert np.all(np.diff(cuts[np.isfinite(cuts)]) >= 0)
    assert net[int((margin >= cuts).sum())] == pytest.approx(net.max(), abs=1e-9 * margin)


@given(models(Relationships), st.data())
@few
def test_a_cut_off_that_rises_gives_nobody_a_higher_level(model: Relationships, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([f"cut_{level}" for level in LEVELS[1:]]))
    own = with_plan(model, "cutoffs")
    assume(getattr(own, name) < 5000)

    assert np.all(plans.wanted_reach(raised(own, name, data)) <= plans.wanted_reach(own))


@pytest.mark.parametrize(("name", "value"), [("plan", "everybody"), ("hours", -1), ("spread", "wide")])
def test_what_no_firm_could_set_is_refused_in_words(name: str, value: object) -> None:
    with pytest.raises(ReaderError) as refused:
        Relationships.of({name: value})

    assert name in refused.value.text.en
    assert repr(value) in refused.value.text.zh
