"""A tally is counted from the votes: known values by hand, and sums that agree whatever was voted."""

from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classroom.live import NumberForm, OrderForm, PollForm, Tally, Vote
from classroom.live.tally import count_votes
from tests.classroom.live.test_forms import FORMS

_AT: Final = datetime(2026, 3, 2, tzinfo=UTC)
ONE, SEVERAL, NUMBER, FREE, POINT, ORDER, WORDS, LEVERS = FORMS


def counted(form: PollForm, *values: Any) -> Tally:
    """The tally of these answers."""
    return count_votes(form, [Vote(n, n, 1, form.read(value), _AT) for n, value in enumerate(values)])


def test_known_votes_have_the_tally_that_is_counted_by_hand() -> None:

    assert counted(ONE, [0], [2], [2]) == Tally(3, (1, 0, 2, 0))
    assert counted(SEVERAL, [0, 1], [1, 3]) == Tally(2, (1, 2, 0, 1))
    assert counted(POINT, [1, 2], [3, 4]) == Tally(2, points=((1, 2), (3, 4)))
    assert counted(ORDER, [3, 0, 1, 2], [0, 3, 1, 2]) == Tally(2, ranks=(1.5, 3, 4, 1.5))
    assert counted(WORDS, "loyal", "price") == Tally(2)
    assert counted(LEVERS, {"price": 2}, {"price": 9}, {}) == Tally(3, levers={"price": 5})


def test_numbers_are_counted_in_ten_bins_between_the_bounds() -> None:
    found = counted(NUMBER, -5, -4.5, 5, 0)

    assert found.counts == (2, 0, 0, 0, 0, 1, 0, 0, 0, 1)
    assert (found.edges[0], found.edges[-1], found.middle) == (-5, 5, -2.25)


def test_free_numbers_are_counted_between_the_least_and_the_most() -> None:
    found, alone = counted(FREE, 100, 200, 110), counted(FREE, 7, 7)

    assert found.counts == (1, 1, 0, 0, 0, 0, 0, 0, 0, 1)
    assert (found.edges[0], found.edges[-1], found.middle) == (100, 200, 110)
    assert (sum(alone.counts), alone.middle) == (2, 7)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_no_votes_are_a_tally_of_nobody(form: PollForm) -> None:
    found = counted(form)

    assert (found.voters, sum(found.counts), found.middle) == (0, 0, None)
    assert (found.points, found.ranks, found.levers) == ((), (), {})
    assert found.to_json()["voters"] == 0


@settings(max_examples=40)
@given(votes=st.lists(st.sets(st.integers(0, 3), min_size=1, max_size=3), max_size=20))
def test_the_sum_of_what_was_chosen_is_the_sum_of_the_votes(votes: list[set[int]]) -> None:
    found = counted(SEVERAL, *([*vote] for vote in votes))

    assert (found.voters, sum(found.counts)) == (len(votes), sum(map(len, votes)))


@settings(max_examples=40)
@given(low=st.floats(-1e9, 0), high=st.floats(0, 1e9), shares=st.lists(st.floats(0, 1), max_size=20))
def test_every_number_is_in_one_bin(low: float, high: float, shares: list[float]) -> None:
    values = [min(high, max(low, low + (high - low) * share)) for share in shares]

    assert sum(counted(NumberForm(low=low, high=high), *values).counts) == len(values)


@settings(max_examples=40)
@given(votes=st.lists(st.permutations(range(4)), min_size=1, max_size=20))
def test_ranks_add_up_to_those_of_one_order(votes: list[list[int]]) -> None:
    assert isinstance(ORDER, OrderForm)

    ranks = counted(ORDER, *votes).ranks
    assert float(sum(ranks)) == pytest.approx(10)
