"""Counting, adding up and averaging rows of a table, perhaps of those alone that meet a condition."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from courseware.table import Table

Statistic = Literal["count", "sum", "mean"]
Relation = Literal["=", "≠", ">", "≥", "<", "≤"]

RELATIONS: Final[Mapping[Relation, Callable[[Any, Any], Any]]] = MappingProxyType(
    {
        "=": np.equal,
        "≠": np.not_equal,
        ">": np.greater,
        "≥": np.greater_equal,
        "<": np.less,
        "≤": np.less_equal,
    }
)
_IN_SHEETS: Final[Mapping[Relation, str]] = MappingProxyType(
    {"=": "", "≠": "<>", ">": ">", "≥": ">=", "<": "<", "≤": "<="}
)
_FUNCTIONS: Final[Mapping[Statistic, str]] = MappingProxyType(
    {"count": "COUNT", "sum": "SUM", "mean": "AVERAGE"}
)


@dataclass(frozen=True)
class Condition:
    """What rows must meet: a column, how it compares, and with what, as the table holds it."""

    column: str
    relation: Relation
    value: float | str


@dataclass(frozen=True)
class Aggregate:
    """What is asked of a table; a count needs no column, and without a condition every row counts."""

    statistic: Statistic
    column: str = ""
    where: Condition | None = None


def rows_where(table: Table, where: Condition | None) -> NDArray[np.bool_]:
    """Which rows meet the condition; where there is no number none is met.

    >>> rows_where({"calls": np.array([1, 5, 9])}, Condition("calls", "≥", 5)).tolist()
    [False, True, True]
    """
    if where is None:
        return np.ones(len(next(iter(table.values()))), dtype=np.bool_)
    values = table[where.column]
    met = np.asarray(RELATIONS[where.relation](values, where.value), dtype=np.bool_)
    return np.asarray(met & ~pd.isna(values), dtype=np.bool_)


def aggregate(table: Table, asked: Aggregate) -> float | None:
    """The count, the sum or the mean; None where there is nothing to take a mean of.

    >>> calls = {"calls": np.array([1, 5, 9]), "left": np.array(["no", "yes", "yes"])}
    >>> aggregate(calls, Aggregate("mean", "calls", Condition("left", "=", "yes")))
    7.0
    """
    met = rows_where(table, asked.where)
    if asked.statistic == "count":
        return float(met.sum())
    numbers = pd.Series(table[asked.column][met]).dropna()
    if asked.statistic == "sum":
        return float(numbers.sum())
    return float(numbers.mean()) if len(numbers) else None


def sheet_formula(columns: Sequence[str], rows: int, asked: Aggregate, said: str = "") -> str:
    """The same as a formula for a spreadsheet that holds these columns in this order under a line of heads.

    `said` is how the sheet writes the value of the condition.

    >>> sheet_formula(("name", "left", "calls"), 120, Aggregate("sum", "calls", Condition("left", "=", "y")), "yes")
    '=SUMIFS(C2:C121,B2:B121,"yes")'
    """  # noqa: E501 -- a formula is not broken
    function = _FUNCTIONS[asked.statistic]
    if asked.where is None:
        return (
            f"=ROWS({_cells(columns[0], columns, rows)})"
            if asked.statistic == "count"
            else (f"={function}({_cells(asked.column, columns, rows)})")
        )
    criterion = _IN_SHEETS[asked.where.relation] + said.replace('"', '""')
    of = [] if asked.statistic == "count" else [_cells(asked.column, columns, rows)]
    condition = [_cells(asked.where.column, columns, rows), f'"{criterion}"']
    return f"={function}IFS({','.join([*of, *condition])})"


def _cells(column: str, columns: Sequence[str], rows: int) -> str:
    letters, place = "", columns.index(column) + 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}2:{letters}{rows + 1}"
