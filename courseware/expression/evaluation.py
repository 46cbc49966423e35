"""How a checked sum is worked out, on single values and on whole columns alike."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from courseware.expression.allowed import column_of
from courseware.expression.functions import FUNCTIONS, ColumnValues, Operand, Scalar, numbers, truths
from courseware.problem import ReaderError
from courseware.text import Text

MAX_BASE: Final = 1e9
MAX_EXPONENT: Final = 64.0


@dataclass(frozen=True)
class EvaluationContext:
    """The names and the columns that a sum is worked out with."""

    names: Mapping[str, Scalar]
    columns: Mapping[str, ColumnValues]


def work_out(node: ast.expr, setting: EvaluationContext) -> Operand:
    """The value of a checked node; a ReaderError if its parts do not fit together."""
    return _WAYS[type(node)](node, setting)


def _constant(node: ast.Constant, _: EvaluationContext) -> Operand:
    return node.value if isinstance(node.value, bool | str) else float(node.value)  # type: ignore[arg-type]


def _name(node: ast.Name, setting: EvaluationContext) -> Operand:
    value = setting.names[node.id]
    return value if isinstance(value, bool | str) else float(value)


def _call(node: ast.Call, setting: EvaluationContext) -> Operand:
    if (column := column_of(node)) is not None:
        return setting.columns[column]
    arguments = [work_out(argument, setting) for argument in node.args]
    result: Operand = FUNCTIONS[ast.unparse(node.func)].call(*arguments)
    return result


def _binary(node: ast.BinOp, setting: EvaluationContext) -> Operand:
    left, right = numbers(work_out(node.left, setting)), numbers(work_out(node.right, setting))
    if isinstance(node.op, ast.Pow):
        _check_power(left, right)
    result: Operand = _ARITHMETIC[type(node.op)](left, right)
    return result


def _check_power(base: ColumnValues, exponent: ColumnValues) -> None:
    if np.any(np.abs(base) > MAX_BASE) or np.any(np.abs(exponent) > MAX_EXPONENT):
        raise ReaderError(
            Text(
                en=f"a power takes a base up to {MAX_BASE:g} and an exponent up to {MAX_EXPONENT:g}.",
                zh=f"乘方的底数不超过 {MAX_BASE:g}，指数不超过 {MAX_EXPONENT:g}。",
            )
        )


def _unary(node: ast.UnaryOp, setting: EvaluationContext) -> Operand:
    value = work_out(node.operand, setting)
    if isinstance(node.op, ast.Not):
        return np.logical_not(truths(value))
    return -numbers(value) if isinstance(node.op, ast.USub) else numbers(value)


def _all_or_any(node: ast.BoolOp, setting: EvaluationContext) -> Operand:
    join = np.logical_and if isinstance(node.op, ast.And) else np.logical_or
    result = truths(work_out(node.values[0], setting))
    for value in node.values[1:]:
        result = join(result, truths(work_out(value, setting)))
    return result


def _compare(node: ast.Compare, setting: EvaluationContext) -> Operand:
    left, right = work_out(node.left, setting), work_out(node.comparators[0], setting)
    operator = type(node.ops[0])
    if operator in _SAMENESS and _is_words(left) and _is_words(right):
        same: Operand = np.asarray(left) == np.asarray(right)
        return same if operator is ast.Eq else np.logical_not(same)
    result: Operand = _COMPARISONS[operator](numbers(left), numbers(right))
    return result


def _is_words(value: Operand) -> bool:
    return np.asarray(value).dtype.kind in "UOT"


def _choice(node: ast.IfExp, setting: EvaluationContext) -> Operand:
    test = truths(work_out(node.test, setting))
    if test.ndim:
        raise ReaderError(
            Text(en="use where(…) to choose within a column.", zh="要在一列中逐行选择，请用 where(…)。")
        )
    return work_out(node.body if test else node.orelse, setting)


_ARITHMETIC: Final[Mapping[type[ast.operator], Callable[..., Any]]] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
    ast.FloorDiv: np.floor_divide,
    ast.Mod: np.mod,
    ast.Pow: np.power,
}
_SAMENESS: Final = (ast.Eq, ast.NotEq)
_COMPARISONS: Final[Mapping[type[ast.cmpop], Callable[..., Any]]] = {
    ast.Eq: np.equal,
    ast.NotEq: np.not_equal,
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
}
_WAYS: Final[Mapping[type[ast.expr], Callable[..., Operand]]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Call: _call,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _all_or_any,
    ast.Compare: _compare,
    ast.IfExp: _choice,
}
