"""What a teacher's sum may call: averages, counts and shares of a column, and school arithmetic."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from courseware.problem import ReaderError
from courseware.text import Text

Scalar = float | bool | str
ColumnValues = NDArray[Any]
Operand = Scalar | ColumnValues


def numbers(value: Operand) -> NDArray[np.float64]:
    """`value` as numbers, truths as 0 and 1; a ReaderError if it holds words or dates."""
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise ReaderError(Text(en="Words cannot be reckoned with here.", zh="文字不能参与这里的计算。"))
    return array.astype(np.float64)


def truths(value: Operand) -> NDArray[np.bool_]:
    """`value` as yes and no; a ReaderError if it is anything else."""
    array = np.asarray(value)
    if array.dtype.kind != "b":
        raise ReaderError(
            Text(en="A comparison was expected here, such as a > b.", zh="这里应是比较式，例如 a > b。")
        )
    return array


def scalar(value: Operand) -> Scalar | None:
    """`value` as one plain number, truth or word; None if it is a whole column."""
    array = np.asarray(value)
    return cast("Scalar", array.item()) if array.ndim == 0 else None


@dataclass(frozen=True)
class Function:
    """A function of the table, and how many arguments it takes."""

    call: Callable[..., Any]
    low: int
    high: int


def _filled(value: Operand) -> NDArray[np.float64]:
    array = numbers(value)
    if array.size == 0:
        raise ReaderError(Text(en="The column is empty.", zh="这一列没有数据。"))
    return array


def _sd(value: Operand) -> Any:
    array = _filled(value)
    if array.size < 2:
        raise ReaderError(Text(en="sd needs at least two values.", zh="sd 至少需要两个值。"))
    return np.std(array, ddof=1)


def _extreme(reduce: Callable[..., Any], pair: Callable[..., Any]) -> Callable[..., Any]:
    def extreme(first: Operand, *others: Operand) -> Any:
        if not others:
            return reduce(_filled(first))
        best = numbers(first)
        for other in others:
            best = pair(best, numbers(other))
        return best

    return extreme


def _count(value: Operand) -> Any:
    return float(np.count_nonzero(truths(value)))


def _share(value: Operand) -> Any:
    _filled(value)
    return np.mean(truths(value))


def _quantile(value: Operand, level: Operand) -> Any:
    share = scalar(numbers(level))
    if not isinstance(share, float) or not 0 <= share <= 1:
        raise ReaderError(
            Text(en="quantile needs a level from 0 to 1.", zh="quantile 的分位须在 0 到 1 之间。")
        )
    return np.quantile(_filled(value), share)


def _corr(first: Operand, second: Operand) -> Any:
    one, other = numbers(first), numbers(second)
    if one.ndim == 0 or one.shape != other.shape or one.size < 2:
        raise ReaderError(
            Text(en="corr needs two columns of two values or more.", zh="corr 需要两列，每列至少两个值。")
        )
    return np.corrcoef(one, other)[0, 1]


def _where(truth: Operand, yes: Operand, no: Operand) -> Any:
    return np.where(truths(truth), yes, no)


def _at(column: Operand, row: Operand) -> Any:
    array, position = np.asarray(column), scalar(numbers(row))
    size = array.size if array.ndim else 0
    if not isinstance(position, float) or not position.is_integer() or not 1 <= position <= size:
        raise ReaderError(
            Text(
                en=f"at needs a column and a row from 1 to {size}.", zh=f"at 需要一列和 1 到 {size} 的行号。"
            )
        )
    return array[int(position) - 1]


def _round(value: Operand, places: Operand = 0.0) -> Any:
    digits = scalar(numbers(places))
    if not isinstance(digits, float) or not digits.is_integer() or not -9 <= digits <= 9:
        raise ReaderError(
            Text(en="round takes whole places, -9 to 9.", zh="round 的位数须为 -9 到 9 的整数。")
        )
    return np.round(numbers(value), int(digits))


def _plain(ufunc: Callable[..., Any]) -> Function:
    return Function(lambda value: ufunc(numbers(value)), 1, 1)


def _of_column(reduce: Callable[..., Any]) -> Function:
    return Function(lambda value: reduce(_filled(value)), 1, 1)


FUNCTIONS: Final[Mapping[str, Function]] = MappingProxyType(
    {
        "mean": _of_column(np.mean),
        "median": _of_column(np.median),
        "sum": Function(lambda value: np.sum(numbers(value)), 1, 1),
        "sd": Function(_sd, 1, 1),
        "quantile": Function(_quantile, 2, 2),
        "corr": Function(_corr, 2, 2),
        "count": Function(_count, 1, 1),
        "share": Function(_share, 1, 1),
        "min": Function(_extreme(np.min, np.minimum), 1, 8),
        "max": Function(_extreme(np.max, np.maximum), 1, 8),
        "where": Function(_where, 3, 3),
        "at": Function(_at, 2, 2),
        "abs": _plain(np.abs),
        "round": Function(_round, 1, 2),
        "sqrt": _plain(np.sqrt),
        "exp": _plain(np.exp),
        "log": _plain(np.log),
        "floor": _plain(np.floor),
        "ceil": _plain(np.ceil),
    }
)
"""`sd` is the sample standard deviation (n − 1); `log` is the natural one; `at` counts rows from 1."""
