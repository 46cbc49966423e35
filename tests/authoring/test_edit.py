"""An edit changes the one value that was meant, and not a character besides."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.edit import insert_item, insert_key, remove, replace_value
from courseware.compose import compose
from courseware.problem import ReaderError
from courseware.source import parse
from courseware.tree import KeyOrIndex

DOC = """\
# 关于本课  about this file
schema: lesson/1        # the kind
id: 'first-day'   # in single quotes
title: {en: "Hello, \\"you\\"", zh: 你好：世界, empty: , list: [1, two, 'three: 3']}  # flow
minutes:    90
share: -0.5
open: true
nothing:
also: # of nothing
plain over
  lines: broken
quoted: "over
  two lines"  # ends here
steps:
  # the first
  - kind: read     # 读
    text:
      en: |   # a passage
        First line: "quoted" # no comment

          deeper
        last 末行

    # between
      zh: >-
        folded
        words

        and more
    last: {a: 1}

  -   kind: play
      notes: |+
        kept

      show:
      - one
      - two  # second
      -
      - |2
          indented
      - {deep: [{er: x}]}
  -
    kind: ask # below its dash
    options: [
      a,   # first
      b
    ]
# the end 完
"""
DOC = DOC.replace("plain over\n  lines: broken\n", "plain: over\n  lines  # 两行\n").replace(
    "    # between\n      zh", "      # between\n      zh"
)
WORDS = st.one_of(
    st.text(max_size=12),
    st.text("ab中，。：:#-|>'\"\\{}[],&*!%@`?\n ~", max_size=16),
    st.sampled_from(["true", "null", "~", "12", "1e5", "- a", "a: b", "a #b", " lead", "trail ", ""]),
    st.sampled_from(["a\nb", "a\n\nb\n", " a\nb", "\na", "一\n二"]),
)
VALUES = st.one_of(WORDS, st.integers(-(10**6), 10**6), st.floats(-1e6, 1e6), st.booleans())

Path = tuple[KeyOrIndex, ...]


def leaves(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, yaml.Node]]:
    """Every place in a text with one value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from leaves(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from leaves(value, (*path, index))
    else:
        yield path, node


def collections(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, yaml.Node]]:
    """Every list and mapping in a text."""
    if isinstance(node, yaml.CollectionNode):
        yield path, node
        for step, value in enumerate(node.value):
            if isinstance(node, yaml.MappingNode):
                yield from collections(value[1], (*path, value[0].value))
            else:
                yield from collections(value, (*path, step))


LEAVES = dict(leaves(compose(DOC, "")))
COLLECTIONS = dict(collections(compose(DOC, "")))


def value_at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def with_value(path: Path, new: object) -> Any:
    """What the file says with another value at one place."""
    whole: Any = deepcopy(parse(DOC, "").value)
    value_at(whole, path[:-1])[path[-1]] = new
    return whole


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(LEAVES, key=str)), VALUES)
def test_the_file_says_the_same_but_for_the_one_value(path: Path, value: object) -> None:
    text = replace_value(DOC, path, value)  # type: ignore[arg-type]
    got = parse(text, "").value
    new = value_at(got, path)
    assert new == value or (isinstance(new, str) and new.rstrip("\n") == str(value).rstrip("\n"))
    assert type(new) is type(value)
    assert got == with_value(path, new)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(LEAVES, key=str)), VALUES)
def test_no_character_outside_the_value_changes(path: Path, value: object) -> None:
    node = LEAVES[path]
    start, end = node.start_mark.index, node.end_mark.index
    assert isinstance(node, yaml.ScalarNode)
    if node.style in {"|", ">"}:
        end = start + len(DOC[start:end].rstrip())
    line = DOC.index("\n", end)
    text = replace_value(DOC, path, value)  # type: ignore[arg-type]

    assert text.startswith(DOC[:start])
    assert text.endswith(DOC[line:])
    assert DOC[end:line] in text[start : len(text) - len(DOC[line:])]


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        ("a: one  # why\n", ["a"], "two", "a: two  # why\n"),
        ("a: one\n", ["a"], "two: 2", 'a: "two: 2"\n'),
        ("a: one\n", ["a"], 'say "two: 2"', "a: 'say \"two: 2\"'\n"),
        ("a: 'one'\n", ["a"], "it's", "a: 'it''s'\n"),
        ('a: "one"\n', ["a"], 'say "two"', 'a: "say \\"two\\""\n'),
        ("a: 一\n", ["a"], "二：2", "a: 二：2\n"),
        ("{a: one, b: 2}", ["a"], "two, three", '{a: "two, three", b: 2}'),
        ("a: 5 # min\nb:\n", ["a"], 7.5, "a: 7.5 # min\nb:\n"),
        ("a:\nb: 1\n", ["a"], "x", "a: x\nb: 1\n"),
        ("a: # why\nb: 1\n", ["a"], True, "a: true # why\nb: 1\n"),
        ("a: |\n   one\n   two\n\nb: 1\n", ["a"], "three\n\nfour", "a: |\n   three\n\n   four\n\nb: 1\n"),
        ("a: >\n  one\n  two\n", ["a"], "three\nfour", "a: >\n  three\n\n  four\n"),
        ("a: one # why\nb: 1\n", ["a"], "two\nthree", "a: | # why\n  two\n  three\nb: 1\n"),
        ("- one\n- two", [1], "a\nb", "- one\n- |\n  a\n  b"),
        ("- a: {en: x}\n", [0, "a", "en"], "y\nz", '- a: {en: "y\\nz"}\n'),
        ("\ufeffb: |\r\n  x\r\nc: 2\r\n", ["b"], "y\nz", "\ufeffb: |\r\n  y\r\n  z\r\nc: 2\r\n"),
        ("\ufeffa: 'b'\n", ["a"], "c", "\ufeffa: 'c'\n"),
    ],
)  # fmt: skip
def test_a_value_is_written_as_the_old_one_was_if_that_is_safe(
    text: str, path: Path, value: str, after: str
) -> None:
    assert replace_value(text, path, value) == after


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: &x one\nb: *x\n", ["a"]),
        ("a: &x one\nb: *x\n", ["b"]),
        ("a: &x {c: one}\nb: *x\n", ["a", "c"]),
        ("a: &x {c: one}\nb: *x\n", ["b", "c"]),
        ("a: {b: 1}\n", ["a"]),
        ("a: 1\n", ["b"]),
        ("a: [1]\n", ["a", 1]),
        ("a: [1\n", ["a", 0]),
        ("", []),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text: str, path: Path) -> None:
    with pytest.raises(ReaderError):
        replace_value(text, path, "two")


NEW = st.one_of(
    VALUES,
    st.fixed_dictionaries({"en": WORDS, "zh": WORDS}),
    st.lists(st.fixed_dictionaries({"text": st.fixed_dictionaries({"en": WORDS, "zh": WORDS})}), max_size=3),
)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(COLLECTIONS, key=str)), NEW, st.integers(0, 4))
def test_something_added_leaves_all_else_as_it_was(path: Path, value: Any, place: int) -> None:
    node, whole = COLLECTIONS[path], deepcopy(parse(DOC, "").value)
    there = value_at(whole, path)
    if isinstance(node, yaml.MappingNode):
        after = [*there, None][place % (len(there) + 1)]
        text = insert_key(DOC, path, "brand_new", value, after=after)
        there["brand_new"] = value
    else:
        text = insert_item(DOC, path, place, value)
        there.insert(place, value)

    assert parse(text, "").value == whole
    assert sorted(set(text.split("\n")) & set(DOC.split("\n"))) >= sorted(
        set(DOC.split("\n")) - changed_line(text)
    )


def changed_line(text: str) -> set[str]:
    """The lines of the old text that are not in the new one: at most the one that was added to."""
    gone = [line for line in DOC.split("\n") if line not in text.split("\n")]
    assert len(gone) <= 1
    return set(gone)


@pytest.mark.parametrize("path", sorted({*LEAVES, *COLLECTIONS} - {()}, key=str))
def test_something_taken_out_leaves_all_else_as_it_was(path: Path) -> None:
    whole: Any = deepcopy(parse(DOC, "").value)
    del value_at(whole, path[:-1])[path[-1]]

    assert parse(remove(DOC, path), "").value == whole


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: 1 # one\nb: 2 # two\nc: 3\n", ["b"], "a: 1 # one\nc: 3\n"),
        ("- a: 1\n  b: 2\n", [0, "a"], "- b: 2\n"),
        ("- a: 1\n  b: 2\n", [0, "b"], "- a: 1\n"),
        ("a: [1, 2, 3]\n", ["a", 0], "a: [2, 3]\n"),
        ("a: [1, 2, 3]\n", ["a", 2], "a: [1, 2]\n"),
        ("a: {b: 1}\n", ["a", "b"], "a: {}\n"),
        ("- |\n  a\n  b\n\n- c\n", [0], "\n- c\n"),
    ],
)
def test_what_is_taken_out_goes_with_its_line_or_its_comma(text: str, path: Path, after: str) -> None:
    assert remove(text, path) == after


@pytest.mark.parametrize(
    ("text", "path", "key", "value", "after"),
    [
        ("a: 1\n", [], "b", {"en": "Hi", "zh": "好"}, 'a: 1\nb: {en: Hi, zh: "好"}\n'),
        ("- a: 1\n- a: 2", [1], "b", "x\ny", "- a: 1\n- a: 2\n  b: |-\n    x\n    y"),
        ("a: {}\n", ["a"], "b", 1, "a: {b: 1}\n"),
        ("a: {c: 1 }\n", ["a"], "b", [1, "x"], "a: {c: 1, b: [1, x] }\n"),
    ],
)
def test_a_key_is_added_in_the_way_of_its_neighbours(
    text: str, path: Path, key: str, value: Any, after: str
) -> None:
    assert insert_key(text, path, key, value) == after


@pytest.mark.parametrize(("text", "path"), [("a: 1\n", ["a"]), ("- 1\n", [0]), ("a: 1\n", [])])
def test_the_last_one_stays(text: str, path: Path) -> None:
    with pytest.raises(ReaderError):
        remove(text, path)


def test_a_key_that_is_there_is_not_added_again() -> None:
    with pytest.raises(ReaderError):
        insert_key("a: 1\n", [], "a", 2)
