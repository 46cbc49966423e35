"""A sum ready to be worked out for given names and columns."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from math import isfinite

import numpy as np

from courseware.expression.allowed import column_of, parse
from courseware.expression.evaluation import EvaluationContext, work_out
from courseware.expression.functions import ColumnValues, Scalar, scalar
from courseware.problem import ReaderError
from courseware.text import Text


@dataclass(frozen=True)
class Expression:
    """A checked sum: its text, the names it needs and the columns it reads."""

    text: str
    names: frozenset[str]
    columns: frozenset[str]
    _tree: ast.expr = field(repr=False, compare=False)

    def evaluate(
        self, names: Mapping[str, Scalar], columns: Mapping[str, ColumnValues] | None = None
    ) -> Scalar:
        """One finite number, truth or word; a ReaderError says why there is none.

        >>> compile_expression("(a + 1) / 2").evaluate({"a": 3})
        2.0
        """
        table = columns or {}
        for needed, known in ((self.names, names), (self.columns, table)):
            for name in sorted(needed - known.keys()):
                raise _unknown(name, list(known))
        try:
            with np.errstate(all="ignore"):
                value = scalar(work_out(self._tree, EvaluationContext(names, table)))
        except (ArithmeticError, TypeError, ValueError, MemoryError) as error:
            raise self._failed(error) from error
        return self._checked(value)

    def _checked(self, value: Scalar | None) -> Scalar:
        if value is None:
            raise ReaderError(
                Text(
                    en=f"{self.text} gives a whole column; sum it up, for example by mean(…).",
                    zh=f"{self.text} 得到的是一整列，请用 mean(…) 等函数汇总。",
                )
            )
        if isinstance(value, bool | str):
            return value
        if not isinstance(value, int | float) or not isfinite(value):
            raise ReaderError(
                Text(en=f"{self.text} has no finite value here.", zh=f"{self.text} 在这里没有有限的数值。")
            )
        return float(value)

    def _failed(self, error: Exception) -> ReaderError:
        if isinstance(error, ReaderError):
            return ReaderError(
                Text(en=f"{self.text}: {error.text['en']}", zh=f"{self.text}：{error.text['zh']}")
            )
        return ReaderError(Text(en=f"{self.text} cannot be worked out.", zh=f"{self.text} 无法计算。"))


@lru_cache(maxsize=2048)
def compile_expression(text: str) -> Expression:
    """The expression that `text` writes; a ReaderError says what is not allowed in it."""
    tree = parse(text)
    nodes = list(ast.walk(tree))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    names = {node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in called}
    columns = {column for node in nodes if (column := column_of(node)) is not None}
    return Expression(text, frozenset(names), frozenset(columns), tree)


def _unknown(name: str, known: list[str]) -> ReaderError:
    near = get_close_matches(name, known, 1)
    en, zh = (f" Did you mean {near[0]}?", f"是否想写 {near[0]}？") if near else ("", "")
    return ReaderError(Text(en=f"Nothing here is called {name}.{en}", zh=f"这里没有名为 {name} 的量。{zh}"))
