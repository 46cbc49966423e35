"""A teacher's file is read as YAML 1.2, and every value knows its line."""

from pathlib import Path

import pytest

from courseware.problem import Problem, ProblemsFoundError
from courseware.source import parse, read_source


def problem_of(text: str) -> Problem:
    """The one problem of a text."""
    with pytest.raises(ProblemsFoundError) as found:
        parse(text, "file.yaml")
    (problem,) = found.value.problems
    return problem


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "off", "y", "NO", "1_000", "1:30", "0x10", "2024-01-01", ".inf"]
)
def test_words_that_yaml_once_took_for_other_things_stay_words(word: str) -> None:
    assert parse(f"answer: {word}", "f").value == {"answer": word}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("true", True),
        ("false", False),
        ("3", 3),
        ("-3", -3),
        ("0.5", 0.5),
        ("1e-3", 0.001),
        ("~", None),
        ("", None),
    ],
)
def test_plain_values_are_read_as_what_they_look_like(words: str, value: object) -> None:
    found = parse(f"answer: {words}", "f").value

    assert found == {"answer": value}


def test_a_key_is_always_a_word() -> None:
    assert parse("{1: a, true: b}", "f").value == {"1": "a", "true": "b"}


def test_every_value_knows_its_line_and_column_also_after_chinese() -> None:
    source = parse("标题: {en: Hi, zh: 你好}\nsteps:\n  - kind: read\n    minutes: 5\n", "f")

    assert source.place(["标题", "zh"]) == (1, 18)
    assert source.place(["steps", 0, "minutes"]) == (4, 14)


def test_the_place_of_something_missing_is_the_thing_around_it() -> None:
    source = parse("steps:\n  - kind: read\n", "f")

    assert source.place(["steps", 0, "title", "zh"]) == (2, 5)
    assert source.place(["steps", 7]) == (2, 3)


def test_the_same_key_twice_is_a_problem_that_names_the_first() -> None:
    problem = problem_of("a:\n  b: 1\n  c: 2\n  b: 3\n")

    assert (problem.line, problem.column, problem.field) == (4, 3, "a.b")
    assert "line 2" in problem.message.en
    assert "第 2 行" in problem.message.zh


def test_all_duplicates_are_told_at_once() -> None:
    with pytest.raises(ProblemsFoundError) as found:
        parse("a: 1\na: 2\nb: 1\nb: 2\n", "f")

    assert [problem.line for problem in found.value.problems] == [2, 4]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a:\n\tb: 1", 2, "tab"),
        ("a: b: c", 1, "colon"),
        ("a: [1, 2\nb: 3\n", 1, "'[' is opened here and never closed"),
        ("a: {b: 1\nc: 3\n", 1, "'{' is opened here and never closed"),
        ('x: 1\na: "open\nb: 1\n', 2, "quotation mark"),
        ("a: 1\nb: [1, 2", 2, "'[' is opened here"),
        ("a: *gone", 1, "alias"),
        ("---\na: 1\n---\nb: 1\n", 3, "second document"),
        ("a:\n  b: 1\n c: 2\n", 3, "not indented like"),
        ("a: @b", 1, "No value can begin"),
        ("", 1, "empty"),
        ("# only a comment", 1, "empty"),
    ],
)
def test_what_is_not_yaml_is_explained_where_it_stands(text: str, line: int, words: str) -> None:
    problem = problem_of(text)

    assert problem.line == line
    assert words in problem.message.en


@pytest.mark.parametrize("text", ["title：大家好\nid: x\n", "steps:\n  - kind：read\n    minutes: 3\n"])
def test_a_full_width_colon_after_a_key_is_recognised(text: str) -> None:
    problem = problem_of(text)

    assert "full-width" in problem.advice.en
    assert "全角冒号" in problem.advice.zh


def test_a_file_that_is_not_there_is_one_plain_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFoundError) as found:
        read_source(tmp_path / "gone.yaml")

    assert "no such file" in found.value.problems[0].message.en


def test_a_folder_is_not_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFoundError) as found:
        read_source(tmp_path)

    assert "folder" in found.value.problems[0].message.en


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")

    assert read_source(path).value == {"a": 1}


def test_a_file_in_another_encoding_is_named_with_the_place_of_the_first_odd_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: 1\nb: 客户".encode("gbk"))

    with pytest.raises(ProblemsFoundError) as found:
        read_source(path)
    (problem,) = found.value.problems

    assert (problem.line, problem.column) == (2, 4)
    assert "UTF-8" in problem.advice.zh


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "  "])
def test_what_breaks_off_at_the_end_is_shown_on_the_last_line(end: str) -> None:
    problem = problem_of("a: 1\nb: {c: [1" + end)

    assert problem.line == 2
