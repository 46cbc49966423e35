"""Chance in class is fair: who was called least is called next, and nobody works alone."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.teaching.sampling import groups_of, next_called, shuffled

CLASS = st.sets(st.integers(1, 200), min_size=1, max_size=30)
SEED = st.integers(0, 2**63 - 1)
CALLS = st.dictionaries(st.integers(1, 200), st.integers(0, 5))


@given(CLASS, CALLS, SEED)
def test_whoever_is_called_was_called_least_of_those_who_are_present(
    present: set[int], calls: dict[int, int], seed: int
) -> None:
    chosen = next_called(sorted(present), calls, None, seed)

    assert chosen in present
    assert all(calls.get(chosen, 0) <= calls.get(other, 0) for other in present)


@given(CLASS, SEED, st.integers(1, 60))
def test_counts_of_calls_never_differ_by_more_than_one_while_the_same_are_present(
    present: set[int], seed: int, turns: int
) -> None:
    counts: Counter[int] = Counter()
    last = None

    for turn in range(turns):
        last = next_called(sorted(present), counts, last, seed ^ turn)
        assert last is not None
        counts[last] += 1
        said = [counts[one] for one in present]
        assert max(said) - min(said) <= 1


@given(st.sets(st.integers(1, 200), min_size=2, max_size=12), SEED)
def test_nobody_is_called_twice_in_a_row_while_there_is_somebody_else(present: set[int], seed: int) -> None:
    counts: Counter[int] = Counter()
    last = None

    for turn in range(40):
        chosen = next_called(sorted(present), counts, last, seed ^ turn)
        assert chosen is not None
        assert chosen != last
        counts[chosen] += 1
        last = chosen


def test_nobody_is_called_where_nobody_is() -> None:
    assert next_called([], {1: 0}, None, 7) is None


def test_every_seat_of_a_class_is_as_likely_to_be_called_first() -> None:
    first = Counter(next_called(range(1, 6), {}, None, seed) for seed in range(2000))

    assert set(first) == set(range(1, 6))
    assert all(320 <= count <= 480 for count in first.values())


@given(CLASS, st.integers(1, 12), SEED)
def test_groups_hold_everybody_once_and_differ_by_one_at_most(
    present: set[int], size: int, seed: int
) -> None:
    made = groups_of(sorted(present), size, seed)
    sizes = [len(group) for group in made]

    assert sorted(one for group in made for one in group) == sorted(present)
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= size + 1


@given(st.sets(st.integers(1, 200), min_size=2, max_size=40), st.integers(2, 12), SEED)
def test_nobody_is_left_alone_in_a_group(present: set[int], size: int, seed: int) -> None:
    assert min(len(group) for group in groups_of(sorted(present), size, seed)) >= 2


@given(CLASS, st.integers(1, 12), SEED)
def test_the_same_seed_makes_the_same_groups_however_the_list_is_sorted(
    present: set[int], size: int, seed: int
) -> None:
    up, down = sorted(present), sorted(present, reverse=True)

    assert groups_of(up, size, seed) == groups_of(down, size, seed)
    assert sorted(shuffled(down, seed)) == up


def test_another_shuffle_makes_other_groups() -> None:
    made = {groups_of(range(20), 4, seed) for seed in range(10)}

    assert len(made) == 10


def test_a_group_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="somebody"):
        groups_of([1, 2], 0, 1)


def test_an_empty_class_makes_no_groups() -> None:
    assert groups_of([], 4, 1) == ()
