"""Whatever is typed as a sum ends soon: with a value, or with a sentence."""

from contextlib import suppress
from functools import partial

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from courseware.expression import FUNCTIONS, compile_expression
from courseware.problem import ReaderError
from tests.hostile.timing import within

COLUMNS = {"x": np.linspace(-3, 3, 40), "word": np.array(["a", "b"] * 20), "empty": np.array([])}
PIECES = [
    *FUNCTIONS,
    *["col('x')", "col('word')", "col('empty')", "col(", "(", ")", ",", "a", "s", "1", "0", "2.5", "1e12"],
    *["+", "-", "*", "/", "//", "%", "**", "<", ">=", "==", " and ", " or ", " not ", " if ", " else "],
    *["True", "'w'", ".", "[", "lambda", ":", "*a", "\\", "\n", "é", "，"],
]
LEAVES = st.sampled_from(["a", "t", "s", "0", "1", "-2", "0.5", "1e12", "'w'", "col('x')", "col('word')"])


def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Sums that parse, so that working them out is what is tried."""
    two = st.tuples(
        inner, st.sampled_from(["+", "-", "*", "/", "//", "%", "**", "<", ">", "==", "and", "or"]), inner
    )
    calls = st.tuples(st.sampled_from(sorted(FUNCTIONS)), st.lists(inner, min_size=1, max_size=3))
    return (
        two.map(lambda parts: f"({' '.join(parts)})")
        | calls.map(lambda call: f"{call[0]}({', '.join(call[1])})")
        | st.tuples(inner, inner, inner).map(lambda parts: f"({parts[0]} if {parts[1]} else {parts[2]})")
    )


def ends_soon(text: str) -> None:
    """Works `text` out; anything but a value or a ReaderError comes through, and so does slowness."""
    with suppress(ReaderError):
        within(50, partial(worked_out, text))


def worked_out(text: str) -> None:
    """The value of a sum, which is a word, a truth or a finite number."""
    value = compile_expression(text).evaluate({"a": 2.0, "t": True, "s": "w"}, COLUMNS)
    assert isinstance(value, str | bool) or np.isfinite(value)


@settings(deadline=None)
@given(st.text(max_size=320))
def test_no_text_brings_a_traceback(text: str) -> None:
    ends_soon(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_heap_of_pieces_brings_a_traceback(text: str) -> None:
    ends_soon(text)


@settings(deadline=None)
@given(st.recursive(LEAVES, deeper, max_leaves=12))
def test_no_well_formed_sum_brings_a_traceback(text: str) -> None:
    ends_soon(text)
