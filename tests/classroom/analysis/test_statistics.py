"""What is worked out of marks: a paper by hand, other ways to the same numbers, and what always holds."""

from collections.abc import Sequence
from math import sqrt
from statistics import correlation

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from scipy import stats

from classroom.analysis import ENOUGH, FirstAttempt, MarkTable, item_statistics, mark_table, paper_statistics
from classroom.analysis.item_statistics import deviation, discrimination, efficiency, facility
from classroom.analysis.paper_statistics import alpha, kurtosis, skewness

Marks = NDArray[np.float64]

TENTHS = st.integers(0, 10).map(lambda tenth: tenth / 10)
"""Marks as they are given: a part of a point at a time."""
PAPERS = st.tuples(st.integers(ENOUGH, 40), st.integers(2, 8)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=TENTHS)
)
BY_HAND = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]], dtype=float)
"""Four students and three questions, a Guttman scale: totals 3, 2, 1, 0."""


def table_of(marks: Marks) -> MarkTable:
    students, items = marks.shape
    return MarkTable(
        tuple(range(students)), tuple(f"q{item}" for item in range(items)), marks, began=students
    )


def test_the_figures_of_a_small_paper_are_those_that_were_worked_out_by_hand() -> None:
    # first question: marks 1 1 1 0, rest 2 1 0 0; deviations ¼ ¼ ¼ −¾ and 1¼ ¼ −¾ −¾
    first, rest = BY_HAND[:, 0], BY_HAND[:, 1:].sum(axis=1)

    assert facility(first) == 0.75
    assert deviation(first) == pytest.approx(0.5)
    assert discrimination(first, rest) == pytest.approx((0.75 / 3) / (0.5 * sqrt(2.75 / 3)))
    # by rank: marks 0 1 1 1 beside rest 0 0 1 2, the same pairs as they are, so nothing is lost
    assert efficiency(first, rest) == pytest.approx(1)
    # variances of the questions ¼, ⅓, ¼; of the totals 5⁄3: 3⁄2 × (1 − ⅚ × ⅗)
    assert alpha(BY_HAND) == pytest.approx(0.75)
    assert skewness(BY_HAND.sum(axis=1)) == pytest.approx(0)
    # m₂ = 5⁄4, m₄ = 41⁄16, k₂ = 5⁄3, k₄ = 16 (5 × 41⁄16 − 9 × 25⁄16) ÷ 6 = −10⁄3
    assert kurtosis(BY_HAND.sum(axis=1)) == pytest.approx(-1.2)


def test_a_question_that_the_weaker_half_gets_right_has_a_negative_discrimination_and_efficiency() -> None:
    marks, rest = np.array([0.0, 0.0, 1.0, 1.0]), np.array([4.0, 3.0, 2.0, 1.0])

    assert discrimination(marks, rest) == pytest.approx(-2 / sqrt(5))
    assert efficiency(marks, rest) == pytest.approx(-1)


def test_an_alpha_below_nothing_is_told_as_it_is() -> None:
    against_each_other = np.array([[1, 0], [0, 1], [1, 0], [0, 1], [1, 1]] * 4, dtype=float)
    found = paper_statistics(table_of(against_each_other))

    assert found.alpha is not None
    assert found.alpha < -1
    assert found.error_ratio == pytest.approx(sqrt(1 - found.alpha))
    assert found.standard_error == pytest.approx(sqrt(1 - found.alpha) * (found.deviation or 0))


@given(PAPERS)
def test_the_figures_of_a_paper_are_those_of_pandas_and_scipy(marks: Marks) -> None:
    totals, found = pd.Series(marks.sum(axis=1)), paper_statistics(table_of(marks))
    most = marks.shape[1]

    assert found.mean == pytest.approx(totals.mean() / most)
    assert found.median == pytest.approx(totals.median() / most)
    assert found.deviation == pytest.approx(totals.std() / most)
    if totals.var() > 1e-9:
        assert found.skewness == pytest.approx(stats.skew(totals, bias=False), abs=1e-9)
        assert found.kurtosis == pytest.approx(totals.kurt(), abs=1e-7)
        covariances = pd.DataFrame(marks).cov().to_numpy()
        between = covariances.sum() - covariances.trace()
        assert found.alpha == pytest.approx(most / (most - 1) * between / covariances.sum(), abs=1e-9)


@given(PAPERS)
def test_the_figures_of_a_question_are_those_of_the_standard_library_and_stay_in_their_bounds(
    marks: Marks,
) -> None:
    for item, found in enumerate(item_statistics(table_of(marks))):
        own, rest = marks[:, item], np.delete(marks, item, axis=1).sum(axis=1)

        assert found.facility is not None
        assert 0 <= found.facility <= 1
        assert found.deviation == pytest.approx(pd.Series(own).std())
        if found.discrimination is not None:
            assert found.discrimination == pytest.approx(correlation(own.tolist(), rest.tolist()), abs=1e-9)
            assert -1 - 1e-9 <= found.discrimination <= 1 + 1e-9
            assert found.efficiency is not None
            assert abs(found.discrimination) <= 1 + 1e-9
            assert found.efficiency <= 1 + 1e-9
            assert found.efficiency * found.discrimination >= 0


@given(PAPERS, st.floats(0.1, 50), st.floats(-20, 20))
def test_discrimination_and_efficiency_do_not_depend_on_how_the_rest_is_counted(
    marks: Marks, factor: float, more: float
) -> None:
    own, rest = marks[:, 0], marks[:, 1:].sum(axis=1)
    plain, counted = discrimination(own, rest), discrimination(own, rest * factor + more)

    assert (plain is None) == (counted is None)
    assert plain is None or plain == pytest.approx(counted, abs=1e-6)
    assert plain is None or efficiency(own, rest) == pytest.approx(
        efficiency(own, rest * factor + more), abs=1e-6
    )


@given(arrays(np.float64, st.integers(ENOUGH, 40), elements=TENTHS), st.integers(2, 9))
def test_questions_that_everybody_answers_alike_have_an_alpha_of_one(marks: Marks, items: int) -> None:
    found = alpha(np.column_stack([marks] * items))

    assert found is None or found == pytest.approx(1)
    assert (found is None) == (np.ptp(marks) == 0)


@given(PAPERS)
def test_a_constant_question_has_a_facility_and_tells_nobody_apart(marks: Marks) -> None:
    marks[:, 0] = 0.1
    found = item_statistics(table_of(marks))[0]

    assert found.facility == pytest.approx(0.1)
    assert (found.discrimination, found.efficiency) == (None, None)


def test_below_twenty_attempts_the_counts_are_told_and_no_figure() -> None:
    few = table_of(np.tile(BY_HAND, (5, 1))[: ENOUGH - 1])
    paper, (item, *_) = paper_statistics(few), item_statistics(few)

    assert (paper.n, paper.items, item.n) == (ENOUGH - 1, 3, ENOUGH - 1)
    assert {paper.mean, paper.median, paper.deviation, paper.alpha, paper.standard_error} == {None}
    assert {item.facility, item.deviation, item.discrimination, item.efficiency} == {None}
    assert paper_statistics(table_of(np.tile(BY_HAND, (5, 1)))).mean == 0.5


@pytest.mark.parametrize("shape", [(0, 3), (1, 3), (ENOUGH, 1), (ENOUGH, 3)])
def test_marks_of_which_nothing_can_be_said_are_no_error(shape: tuple[int, int]) -> None:
    same = np.ones(shape)

    assert alpha(same) is None
    assert skewness(same.sum(axis=1)) is None
    assert paper_statistics(table_of(same)).n == shape[0]
    assert {one.discrimination for one in item_statistics(table_of(same))} == {None}


def attempts(rows: Sequence[tuple[int, str, float]]) -> list[FirstAttempt]:
    return [FirstAttempt(student, item, mark, 1.0) for student, item, mark in rows]


def test_who_has_not_answered_all_is_left_out_unless_asked_for_and_then_has_nothing_there() -> None:
    rows = attempts([(7, "a", 1), (7, "b", 0.5), (8, "b", 1), (9, "elsewhere", 1)])
    finished = mark_table(rows, ["a", "b"])
    everybody = mark_table(rows, ["a", "b"], with_unfinished=True)

    assert (finished.students, finished.marks.tolist(), finished.began) == ((7,), [[1, 0.5]], 2)
    assert (everybody.students, everybody.marks.tolist()) == ((7, 8), [[1, 0.5], [0, 1]])
    assert everybody.rest("a").tolist() == [0.5, 1]
    assert mark_table([], ["a", "b"]).marks.shape == (0, 2)
