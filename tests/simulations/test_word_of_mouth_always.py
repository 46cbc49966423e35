"""What always holds of word of mouth."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.word_of_mouth.closed_forms import spread
from simulations.word_of_mouth.model import WordOfMouth, told
from tests.simulations.strategies import models, raised

few = settings(max_examples=60, deadline=None)


@given(models(WordOfMouth))
@few
def test_who_has_been_reached_stays_reached(model: WordOfMouth) -> None:
    run = model.run()

    assert run["reached"][0] == 0
    assert np.all(np.diff(run["reached"]) >= 0)
    assert run["reached"][-1] <= model.n


@given(models(WordOfMouth), st.sampled_from(("p", "q")), st.data())
@few
def test_more_adverts_and_more_talk_never_reach_fewer(
    model: WordOfMouth, pull: str, data: st.DataObject
) -> None:
    assert np.all(model.run()["reached"] <= raised(model, pull, data).run()["reached"])


@given(models(WordOfMouth), st.data())
@few
def test_more_unhappy_customers_never_reach_more(model: WordOfMouth, data: st.DataObject) -> None:
    assert np.all(model.run()["reached"] >= raised(model, "unhappy", data).run()["reached"])


@given(models(WordOfMouth, well_tells=2.5, badly_tells=9.0))
@few
def test_what_is_told_keeps_to_what_the_course_says(model: WordOfMouth) -> None:
    run = model.run()

    assert np.all((2 * run["happy"] <= run["told_well"]) & (run["told_well"] <= 3 * run["happy"]))
    assert np.all((8 * run["unhappy"] <= run["told_badly"]) & (run["told_badly"] <= 10 * run["unhappy"]))


@given(models(WordOfMouth, unhappy=0.0, happy=0.5, well_tells=2.5))
@few
def test_without_unhappy_customers_the_product_spreads_as_bass_says(model: WordOfMouth) -> None:
    assert np.array_equal(model.run()["share_expected"], spread(model.p, model.q, model.run()["period"]))


@given(models(WordOfMouth, happy=0.3, unhappy=0.3, well_tells=2.5, badly_tells=9.0))
@few
def test_where_bad_talk_outweighs_good_only_the_adverts_are_left(model: WordOfMouth) -> None:
    run = model.run()

    assert np.allclose(run["share_expected"], 1 - np.exp(-model.p * run["period"]), rtol=1e-12, atol=1e-15)


@given(st.floats(0, 20), st.integers(1, 3))
@few
def test_a_teller_tells_the_mean_on_average_and_never_fewer_than_nobody(mean: float, values: int) -> None:
    luck = (np.arange(30_000) + 0.5) / 30_000
    people = told(mean, values, luck)

    assert people.min() >= 0
    assert abs(people.mean() - mean) < 1e-3
