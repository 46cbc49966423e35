"""What a try earns: hints cost, later tries earn less, and no try takes anything away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import earn, worth

POINTS = (1.0, 0.75, 0.5)
SHARE = st.floats(0, 1)
TRIES = st.lists(st.tuples(SHARE, SHARE), max_size=5)


def total(tries: list[tuple[float, float]], points: tuple[float, ...] = POINTS) -> list[float]:
    """The points after each try of (score, hint cost)."""
    marks, sum_, best = [], 0.0, 0.0
    for number, (score, cost) in enumerate(tries, 1):
        sum_ += earn(points, number, score, cost, best)
        best = max(best, worth(score, cost))
        marks.append(sum_)
    return marks


def test_the_first_try_earns_its_score_and_the_next_only_what_it_adds() -> None:
    assert total([(0.4, 0), (1, 0)]) == [pytest.approx(0.4), pytest.approx(0.4 + 0.6 * 0.75)]


def test_a_hint_costs_its_share_of_the_score() -> None:
    assert total([(1, 0.25)]) == [0.75]


def test_hints_never_cost_more_than_there_is() -> None:
    assert earn(POINTS, 1, 1, 1.7, 0) == 0


def test_a_try_too_many_earns_nothing() -> None:
    assert earn(POINTS, 4, 1, 0, 0) == 0
    assert earn(POINTS, 0, 1, 0, 0) == 0


@given(TRIES)
def test_a_retry_never_lowers_the_mark_and_no_mark_exceeds_the_whole(
    tries: list[tuple[float, float]],
) -> None:
    marks = total(tries)

    assert marks == sorted(marks)
    assert all(0 <= mark <= 1 + 1e-9 for mark in marks)


@given(SHARE, SHARE, SHARE)
def test_a_better_answer_never_earns_less(low: float, high: float, best: float) -> None:
    low, high = sorted((low, high))

    assert earn(POINTS, 2, low, 0.1, best) <= earn(POINTS, 2, high, 0.1, best)


@given(TRIES)
def test_trying_again_never_beats_knowing_at_once(tries: list[tuple[float, float]]) -> None:
    assert all(mark <= total([(1, 0)])[0] + 1e-9 for mark in total(tries))
