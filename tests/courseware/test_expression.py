"""What a teacher's sum may say, what it comes to, and what is refused."""

import math

import numpy as np
import pytest

from courseware.expression import compile_expression
from courseware.problem import ReaderError

COLUMNS = {
    "perceived": np.array([70.0, 80.0, 60.0, 90.0]),
    "expected": np.array([65.0, 85.0, 60.0, 70.0]),
    "segment": np.array(["old", "new", "new", "old"]),
    "purchases": np.array([1, 2, 3, 4]),
    "joined_on": np.array(["2024-01-01"] * 4, dtype="datetime64[D]"),
}


def value(text: str, **names: float | bool | str) -> object:
    return compile_expression(text).evaluate(names, COLUMNS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3 - 4 / 8", 6.5),
        ("7 // 2 + 7 % 2", 4.0),
        ("-2 ** 2", -4.0),
        ("mean(col('perceived') - col('expected'))", 5.0),
        ("median(col('purchases'))", 2.5),
        ("sum(col('purchases'))", 10.0),
        ("count(col('segment') == 'new')", 2.0),
        ("share(col('perceived') > col('expected'))", 0.5),
        ("sd(col('purchases'))", math.sqrt(5 / 3)),
        ("min(col('expected')) + max(3, 5, 4)", 65.0),
        ("mean(where(col('perceived') > 65, col('purchases'), 0))", 1.75),
        ("quantile(col('purchases'), 0.5)", 2.5),
        ("round(2.345, 1)", 2.3),
        ("sqrt(16) + abs(-1) + floor(1.9) + ceil(0.1) + exp(0) + log(1)", 8.0),
        ("at(col('perceived'), 2)", 80.0),
        ("at(col('segment'), 1)", "old"),
        ("corr(col('purchases'), col('purchases') * 2)", 1.0),
        ("share(col('segment') != 'new' and not col('purchases') > 3)", 0.25),
    ],
)
def test_a_sum_over_the_customers_comes_out_as_by_hand(text: str, expected: float | str) -> None:
    assert value(text) == (pytest.approx(expected) if isinstance(expected, float) else expected)


def test_a_choice_between_words_follows_the_comparison() -> None:
    text = "'absolute' if a >= 0.5 and b >= 0.5 else 'latent' if a >= 0.5 else 'other'"

    assert [value(text, a=a, b=b) for a, b in ((0.5, 0.5), (0.9, 0.1), (0.1, 0.9))] == [
        "absolute",
        "latent",
        "other",
    ]


def test_a_sum_tells_which_names_and_columns_it_needs() -> None:
    expression = compile_expression("mean(col('perceived')) - target * n")

    assert expression.names == {"target", "n"}
    assert expression.columns == {"perceived"}


ESCAPES = [
    "().__class__.__bases__[0].__subclasses__()",
    "''.join",
    "a.real",
    "col('perceived').tofile('x')",
    "mean.__globals__",
    "__import__('os')",
    "eval('1')",
    "exec('1')",
    "open('x')",
    "getattr(a, 'b')",
    "print(1)",
    "globals()",
    "lambda: 1",
    "(lambda: 1)()",
    "[x for x in (1, 2)]",
    "{1: 2}",
    "{1, 2}",
    "(1, 2)",
    "[1, 2]",
    "a[0]",
    "f'{a}'",
    "f'{a.__class__}'",
    "b'x'",
    "max(*a)",
    "round(a, ndigits=2)",
    "max(**a)",
    "(a := 1)",
    "await a",
    "yield a",
    "a if b",
    "1 < 2 < 3",
    "a is b",
    "a in b",
    "a & b",
    "a << 40",
    "~a",
    "a @ b",
    "1j",
    "None",
    "...",
    "__name__",
    "_a",
    "col(a)",
    "col('a', 'b')",
    "col()",
    "col",
    "mean",
    "mean()",
    "mean(mean)(1)",
    "import os",
    "a; b",
    "a = 1",
    "1e400",
    "9" * 200,
    "'\\x41'",
    "1\\\n+1",
    "a\x00b",
    "",
    " ",
    "(" * 200 + "1" + ")" * 99,
    "-" * 250 + "1",
    "1+" * 149 + "1",
    "a" * 301,
]


@pytest.mark.parametrize("text", ESCAPES)
def test_no_sum_gets_out_of_its_cage(text: str) -> None:
    with pytest.raises(ReaderError):
        compile_expression(text).evaluate({"a": 1.0, "b": 2.0}, COLUMNS)


BOMBS = [
    "9**9**9",
    "2**64**2",
    "1e9**64",
    "exp(1000)",
    "1 / 0",
    "0 / 0",
    "log(0)",
    "log(-1)",
    "sqrt(-1)",
    "(-8) ** 0.5",
    "1 % 0",
    "'a' * 1000000",
    "'a' + 'b'",
    "'a' < 'b'",
    "-'a'",
    "col('perceived')",
    "col('joined_on') + 1",
    "mean(col('segment'))",
    "mean(col('nothing'))",
    "1 if 2 else 3",
    "1 if col('purchases') > 2 else 3",
    "1 and 2",
    "not 1",
    "count(col('purchases'))",
    "share(1)",
    "sd(1)",
    "at(col('purchases'), 0)",
    "at(col('purchases'), 5)",
    "at(1, 1)",
    "round(1, 99)",
    "round(1, col('purchases'))",
    "quantile(col('purchases'), 2)",
    "corr(1, 2)",
    "corr(col('purchases'), 1)",
    "mean(where(col('purchases') > 2, 'a', 1))",
]


@pytest.mark.parametrize("text", BOMBS)
def test_a_sum_without_a_finite_value_says_so_in_both_languages(text: str) -> None:
    with pytest.raises(ReaderError) as caught:
        value(text)

    assert caught.value.text.en
    assert any("\u4e00" <= character <= "\u9fff" for character in caught.value.text.zh)


def test_a_misspelt_name_brings_the_right_one_to_mind() -> None:
    with pytest.raises(ReaderError, match="Did you mean mean"):
        compile_expression("meen(col('perceived'))")
    with pytest.raises(ReaderError, match="Did you mean perceived"):
        value("mean(col('percieved'))")
    with pytest.raises(ReaderError, match="Did you mean truth"):
        value("thruth + 1", truth=1.0)
