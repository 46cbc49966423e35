"""Counting, adding up and averaging rows that meet a condition, and the formula that does the same."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.aggregate import RELATIONS, Aggregate, Condition, Relation, aggregate, rows_where, sheet_formula

TABLE = {
    "name": np.array(["Ann", "Bo", "Cai", "Dee"]),
    "calls": np.array([1, 5, 9, 5]),
    "spent": np.array([10.0, math.nan, 30.0, 5.0]),
}
PLAIN = {
    "=": lambda a, b: a == b,
    "≠": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    "≥": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "≤": lambda a, b: a <= b,
}


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        (Aggregate("count"), 4),
        (Aggregate("sum", "calls"), 20),
        (Aggregate("mean", "calls"), 5),
        (Aggregate("count", where=Condition("calls", "=", 5)), 2),
        (Aggregate("mean", "spent"), 15),
        (Aggregate("sum", "spent", Condition("name", "≠", "Ann")), 35),
        (Aggregate("count", where=Condition("spent", "≠", 10)), 2),
        (Aggregate("mean", "calls", Condition("calls", ">", 99)), None),
        (Aggregate("sum", "calls", Condition("calls", ">", 99)), 0),
    ],
)
def test_known_tables_have_known_results(asked: Aggregate, result: float | None) -> None:
    assert aggregate(TABLE, asked) == result


@given(
    st.lists(st.integers(-50, 50), min_size=1, max_size=30),
    st.sampled_from(list(RELATIONS)),
    st.integers(-50, 50),
)
def test_a_condition_takes_the_rows_that_meet_it_and_no_other(
    numbers: list[int], relation: Relation, value: int
) -> None:
    table = {"x": np.array(numbers)}
    where = Condition("x", relation, value)
    kept = [one for one in numbers if PLAIN[relation](one, value)]

    assert table["x"][rows_where(table, where)].tolist() == kept
    assert aggregate(table, Aggregate("count", where=where)) == len(kept)
    assert aggregate(table, Aggregate("sum", "x", where)) == sum(kept)
    mean = aggregate(table, Aggregate("mean", "x", where))
    assert mean == (pytest.approx(sum(kept) / len(kept)) if kept else None)


@pytest.mark.parametrize(
    ("asked", "said", "formula"),
    [
        (Aggregate("count"), "", "=ROWS(A2:A5)"),
        (Aggregate("mean", "spent"), "", "=AVERAGE(C2:C5)"),
        (Aggregate("count", where=Condition("calls", "≥", 5)), "5", '=COUNTIFS(B2:B5,">=5")'),
        (Aggregate("mean", "spent", Condition("name", "≠", "b")), 'B"o', '=AVERAGEIFS(C2:C5,A2:A5,"<>B""o")'),
    ],
)
def test_the_formula_names_the_cells_of_the_download(asked: Aggregate, said: str, formula: str) -> None:
    assert sheet_formula(list(TABLE), 4, asked, said) == formula


def test_the_twenty_seventh_column_is_called_aa() -> None:
    names = [f"c{number}" for number in range(1, 29)]

    assert sheet_formula(names, 1, Aggregate("sum", "c26")) == "=SUM(Z2:Z2)"
    assert sheet_formula(names, 1, Aggregate("sum", "c27")) == "=SUM(AA2:AA2)"
