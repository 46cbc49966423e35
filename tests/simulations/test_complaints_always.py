"""What always holds of complaints, recovery and the button."""

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulations.complaints import closed_forms as forms
from simulations.complaints.model import Complaints
from simulations.complaints.people import account, population
from simulations.complaints.terms import GIVEN_BACK
from simulations.tarp import TARP
from tests.simulations.strategies import models, raised

few = settings(max_examples=40, deadline=None)
SURVEYS = st.sampled_from(sorted(TARP))
PART = st.floats(0, 1)


@given(models(Complaints), st.data())
@few
def test_a_customer_is_the_same_in_any_company(model: Complaints, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, model.n))
    whole, first, rest = (population(model, *span) for span in ((0, model.n), (0, cut), (cut, model.n)))

    assert np.array_equal(np.concatenate([first.traits, rest.traits]), whole.traits)
    assert np.array_equal(np.concatenate([first.luck, rest.luck]), whole.luck)


@given(models(Complaints), SURVEYS)
@few
def test_a_survey_finds_what_it_found_whatever_attachment_does(model: Complaints, loss: str) -> None:
    surveyed = replace(model, basis=loss)
    found = forms.stay_of_those_who_took(surveyed, surveyed.readiness)

    assert np.allclose(found, TARP[loss], atol=1e-9)


@given(models(Complaints), st.data())
@few
def test_nobody_falls_silent_because_a_button_moves_more(model: Complaints, data: st.DataObject) -> None:
    people = population(model, 0, model.n)
    before, after = (
        people.complains(one, forms.readiness_with_button(one))
        for one in (model, raised(model, "button", data))
    )

    assert np.all(people.complains(model, model.readiness) <= before)
    assert np.all(before <= after)


@given(models(Complaints, basis=GIVEN_BACK, back_resolved=1.0), PART)
@few
def test_nobody_is_better_off_than_before_if_no_more_is_given_back_than_was_taken(
    model: Complaints, back: float
) -> None:
    bounded = replace(model, back_at_once=back)
    people = population(bounded, 0, bounded.n)

    for level in forms.levels(bounded):
        assert np.all(people.stays(bounded, level) <= people.stays(bounded, bounded.before))
        assert forms.stay_if_everybody(bounded, level) <= forms.never_failed(bounded)


@given(models(Complaints, attachment_on_complaint=0.0, button_for="everybody"))
@few
def test_where_all_are_alike_the_table_tells_the_truth(model: Complaints) -> None:
    assume(model.button > 0.01)
    worth = forms.per_complaint(model, forms.readiness_with_button(model))
    everybody = [forms.stay_if_everybody(model, level) for level in forms.levels(model)]

    assert abs(worth - forms.naive(model)) < 1e-9
    assert np.allclose(forms.stay_of_those_who_took(model, model.readiness), everybody, atol=1e-9)


@given(models(Complaints, attachment_on_staying=1.0))
@few
def test_those_helped_at_once_in_the_table_are_the_more_attached(model: Complaints) -> None:
    given_back = replace(model, basis=GIVEN_BACK)
    at_once = forms.stay_of_those_who_took(given_back, given_back.readiness)[-1]

    assert at_once >= forms.stay_if_everybody(given_back, forms.levels(given_back)[-1]) - 1e-12


@given(models(Complaints))
@few
def test_paths_are_all_customers_and_the_formulas_are_shares(model: Complaints) -> None:
    cells, expected = account(model).of(model.button_for), forms.paths_with_button(model)

    assert cells[:, 0].sum() == model.n
    assert np.all(cells[:, 1] <= cells[:, 0])
    assert abs(expected[:, 0].sum() - 1) < 1e-12
    assert np.all(expected[:, 1] <= expected[:, 0] + 1e-12)
    assert np.all(expected >= -1e-12)


@given(models(Complaints, basis="minor"), st.data())
@few
def test_nobody_leaves_because_more_is_put_right(model: Complaints, data: st.DataObject) -> None:
    better = raised(model, "fix_rate", data)
    people = population(model, 0, model.n)
    before, after = (people.stays_on(one, people.path(one, one.readiness)) for one in (model, better))

    assert np.all(before <= after)
