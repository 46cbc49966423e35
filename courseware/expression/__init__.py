"""Sums that a teacher may write in a file: a short, safe part of Python that always ends."""

from courseware.expression.compiled import Expression, compile_expression
from courseware.expression.functions import FUNCTIONS, Scalar

__all__ = ["FUNCTIONS", "Expression", "Scalar", "compile_expression"]
