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


AT_THE_BOUND = [
    ("1" + " " * 299, 1.0),
    ("-" + "+".join(["1"] * 40), 38.0),
    ("1000000000000", 1e12),
    ("1e9 ** 2", 1e18),
    ("2 ** 64", 2.0**64),
    ("2 ** -64", 2.0**-64),
    ("quantile(col('purchases'), 0)", 1.0),
    ("quantile(col('purchases'), 1)", 4.0),
    ("round(0.1234567891, 9)", 0.123456789),
    ("round(1600000000, -9)", 2e9),
    ("sd(where(col('purchases') > 2, 1, 0))", math.sqrt(1 / 3)),
    ("max(1, 2, 3, 4, 5, 6, 7, 8)", 8.0),
]
JUST_BEYOND = [
    "1" + " " * 300,
    "+".join(["1"] * 41),
    "1000000000001",
    "1000000001 ** 1",
    "1 ** 65",
    "1 ** -65",
    "quantile(col('purchases'), 1.01)",
    "quantile(col('purchases'), -0.01)",
    "round(1, 10)",
    "round(1, -10)",
    "round(1, 0.5)",
    "max(1, 2, 3, 4, 5, 6, 7, 8, 9)",
]


@pytest.mark.parametrize(("text", "expected"), AT_THE_BOUND)
def test_a_bound_belongs_to_what_is_allowed(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("text", JUST_BEYOND)
def test_what_is_just_beyond_a_bound_is_refused(text: str) -> None:
    with pytest.raises(ReaderError):
        value(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("(1, 2)", "Tuple"),
        ("1 + _a", "_a"),
        ("mean(1, 2)", "2"),
        ("1e13", "1e+12"),
        ("2 ** 65", "64"),
        ("1" * 301, "300"),
        ("+".join(["1"] * 41), "80"),
        ("at(col('purchases'), 5)", "4"),
        ("meen(1)", "mean"),
    ],
)
def test_a_refusal_names_what_it_is_about_in_both_languages(text: str, named: str) -> None:
    with pytest.raises(ReaderError) as caught:
        value(text)

    assert named in caught.value.text.en
    assert named in caught.value.text.zh


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


def test_two_values_are_enough_for_a_correlation() -> None:
    columns = {"up": np.array([1.0, 2.0]), "down": np.array([5.0, 3.0])}

    assert compile_expression("corr(col('up'), col('down'))").evaluate({}, columns) == pytest.approx(-1)
