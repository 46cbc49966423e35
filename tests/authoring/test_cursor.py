"""The place of the cursor is known in every file of the course, and guessed calmly in any broken text."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.cursor import LISTS, CursorPlace, path_at, place_at, step_at
from authoring.outline import Token, outline_of
from courseware.compose import compose
from courseware.tree import KeyOrIndex
from tests.hostile.timing import within

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "lessons/library").glob("*.yaml"), *(ROOT / "exercises/bank").glob("*.yaml")])


def is_plain(node: yaml.Node) -> bool:
    """Whether a node is one word, number or sentence."""
    return isinstance(node, yaml.ScalarNode)


Places = Iterator[tuple[yaml.Node, tuple[KeyOrIndex, ...]]]


def places(node: yaml.Node, path: tuple[KeyOrIndex, ...] = ()) -> Places:
    """Every key, word, number and bracket in a text with the way to it."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        yield node, path
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, (*path, key.value)
            yield from places(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from places(item, (*path, index))


@cache
def read(file: Path) -> tuple[str, tuple[tuple[Token, ...], ...]]:
    """A file and the tokens of each of its lines."""
    text = file.read_text(encoding="utf-8")
    return text, tuple(tuple(outline.tokens) for outline in outline_of(text.split("\n")))


@cache
def words(file: Path) -> list[tuple[yaml.Node, tuple[KeyOrIndex, ...]]]:
    """Every key, word and number of a file that stands within one line."""
    found = places(compose(read(file)[0], ""))
    return [(node, path) for node, path in found if is_plain(node) and len(path) > 1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_value_of_every_file_is_found_at_its_place(file: Path) -> None:
    text, tokens = read(file)
    wrong = []
    for node, path in places(compose(text, "")):
        mark = node.start_mark
        found = [token.path for token in tokens[mark.line] if token.start <= mark.column]
        if found[-1:] != [path]:
            wrong.append((mark.line + 1, path, found[-1:]))

    assert wrong == []


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_anywhere_in_a_value_the_path_is_the_same(file: Path, data: st.DataObject) -> None:
    node, path = data.draw(st.sampled_from(words(file)))
    text = read(file)[0]
    start, end = node.start_mark, node.end_mark
    column = data.draw(st.integers(start.column, end.column if end.line == start.line else start.column))

    assert path_at(text, start.line + 1, column + 1) == path
    if path[0] in LISTS and isinstance(path[1], int):
        assert step_at(text, start.line + 1) == path[1]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FILES),
    st.lists(st.integers(0, 2000), max_size=40),
    st.integers(1, 2000),
    st.integers(0, 99),
)
def test_a_text_with_lines_taken_out_never_raises(
    file: Path, gone: list[int], line: int, column: int
) -> None:
    lines = read(file)[0].split("\n")
    text = "\n".join(
        words for index, words in enumerate(lines) if index not in {at % len(lines) for at in gone}
    )

    place_at(text, line, column)
    path_at(text, line, column)
    step_at(text, line)


@settings(max_examples=300, deadline=None)
@given(st.text("ab: -{}[]\"'|>#,\n\\\t中", max_size=80), st.integers(-1, 20), st.integers(-1, 30))
def test_no_text_at_all_raises(text: str, line: int, column: int) -> None:
    place = place_at(text, line, column)

    assert isinstance(place, CursorPlace)
    assert place.start >= 1
    assert step_at("steps:\n" + text, line) is None or text


BROKEN = """\
title: {en: "never closed
minutes: 5
steps:
  - kind: read
    text: {en: "a", zh: [
    notes: "open
  - kind: play
    sho
    controls:
      price: {def
    show: [a,
  # a comment

  - kind: ask
    text:
      en: |
        A passage: with a colon
        - and a dash

    intent:

"""


@pytest.mark.parametrize(
    ("line", "column", "path", "role", "word"),
    [
        (2, 11, ("minutes",), "value", "5"),
        (4, 13, ("steps", 0, "kind"), "value", "re"),
        (7, 15, ("steps", 1, "kind"), "value", "play"),
        (8, 8, ("steps", 1), "key", "sho"),
        (10, 18, ("steps", 1, "controls", "price"), "key", "def"),
        (11, 14, ("steps", 1, "show", 1), "value", ""),
        (14, 13, ("steps", 2, "kind"), "value", "as"),
        (17, 20, ("steps", 2, "text", "en"), "value", "A passage:"),
        (18, 10, ("steps", 2, "text", "en"), "value", "-"),
        (20, 12, ("steps", 2, "intent"), "value", ""),
        (21, 1, (), "key", ""),
    ],
)
def test_what_is_being_written_is_known_while_the_text_is_broken(
    line: int, column: int, path: tuple[KeyOrIndex, ...], role: str, word: str
) -> None:
    place = place_at(BROKEN, line, column)

    assert (place.path, place.role, place.word) == (path, role, word)


@pytest.mark.parametrize(
    ("text", "role", "path"),
    [
        ("steps:\n  - kind: read\n    ", "key", ("steps", 0)),
        ("steps:\n  - kind: read\n  ", "item", ("steps",)),
        ("steps:\n  - kind: read\n", "key", ()),
        ("steps:\n  - ", "value", ("steps", 0)),
        ("title:\n  ", "value", ("title",)),
        ("title: {en: a, ", "key", ("title",)),
        ("title: {en: ", "value", ("title", "en")),
        ("title: a # no", "comment", ("title",)),
        ("# no", "comment", ()),
        ("", "key", ()),
    ],
)
def test_what_may_be_written_next_is_known_from_the_depth(
    text: str, role: str, path: tuple[KeyOrIndex, ...]
) -> None:
    lines = text.split("\n")
    place = place_at(text, len(lines), len(lines[-1]) + 1)

    assert (place.role, place.path) == (role, path)


def test_each_line_belongs_to_its_step() -> None:
    found = [step_at(BROKEN, line) for line in range(1, 22)]

    assert found == [None, None, None, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "- " * 400_000,
        "[" * 900_000,
        "{a: " * 200_000,
        "a" + " " * 900_000 + "b",
        "a: '" + "''" * 400_000,
        ('"' + "\\" * 9000 + "\n") * 90,
        "a,b{:[" * 150_000,
        "k: {a: [1, 2], b: 'x'}\n" * 20_000,
    ],
    ids=lambda text: text[:9].strip(),
)
def test_hostile_text_takes_no_time(text: str) -> None:
    within(50, partial(path_at, text, 40_000, 10**6))
