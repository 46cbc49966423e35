"""Replaces one word, number or passage by another, in the way in which the old one was written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from authoring.edit.layout import (
    BLOCK_STYLES,
    BOM,
    NodeSpan,
    end_of,
    line_break,
    line_end,
    next_line,
    node_span,
    read,
    see_that_it_has_no_name,
)
from authoring.edit.splice import TextEdit, all_changed, changed, first_that_says, get
from authoring.edit.writing import (
    STEP,
    Scalar,
    in_double_quotes,
    in_folded_lines,
    in_lines,
    in_quotes,
    in_single_quotes,
    number,
)
from courseware.problem import ReaderError
from courseware.text import Text
from courseware.tree import Location


def replace_value(text: str, location: Location, value: Scalar) -> str:
    """The text with `value` at `location`; comments, order, quotes and layout stay as they are.

    A word stays plain or in its quotes if that is safe, a passage in lines of its own stays there. Such a
    passage ends with one line break, whatever `value` ends with. Raises ReaderError if the text cannot be
    read, if nothing or more than one value stands there, or if it has a name that other places use.

    >>> replace_value("minutes: 5   # for all", ["minutes"], 8)
    'minutes: 8   # for all'
    """
    if text.startswith(BOM):
        return BOM + replace_value(text.removeprefix(BOM), location, value)
    source = read(text)
    here = node_span(source.root, location)
    if not isinstance(here.node, yaml.ScalarNode):
        raise ReaderError(_SEVERAL)
    see_that_it_has_no_name(here.node, text)
    meant = changed(source.value, location, value)
    return first_that_says(text, _ways(text, here, here.node, value), meant, location)


def replace_values(text: str, values: Mapping[Location, Scalar]) -> str:
    """The same for several values at once, which is quicker than one after the other.

    >>> replace_values("a: 1  # one\\nb: [x, y]\\n", {("a",): 2, ("b", 1): "z"})
    'a: 2  # one\\nb: [x, z]\\n'
    """
    if text.startswith(BOM):
        return BOM + replace_values(text.removeprefix(BOM), values)
    source, cuts = read(text), list[TextEdit]()
    for location, value in values.items():
        here = node_span(source.root, location)
        if not isinstance(here.node, yaml.ScalarNode):
            raise ReaderError(_SEVERAL)
        see_that_it_has_no_name(here.node, text)
        cuts += next(_ways(text, here, here.node, value))
    try:
        return first_that_says(text, [cuts], all_changed(source.value, values), ())
    except ReaderError:  # one of them cannot stay as it was written: each by itself finds its own way
        for location, value in values.items():
            text = replace_value(text, location, value)
        return text


def as_list(text: str, location: Location) -> str:
    """The text with the one word or number at `location` as the only item of a list.

    >>> as_list("use: tea.price  # one\\n", ["use"])
    'use: [tea.price]  # one\\n'
    """
    if text.startswith(BOM):
        return BOM + as_list(text.removeprefix(BOM), location)
    source = read(text)
    node = node_span(source.root, location).node
    if not isinstance(node, yaml.ScalarNode) or node.style in BLOCK_STYLES:
        raise ReaderError(_SEVERAL)
    start, end = node.start_mark.index, end_of(node, text)
    meant = changed(source.value, location, [get(source.value, location)])
    return first_that_says(text, [[(start, end, f"[{text[start:end]}]")]], meant, ())


def _ways(text: str, here: NodeSpan, node: yaml.ScalarNode, value: Scalar) -> Iterator[Sequence[TextEdit]]:
    """The ways to write the value there, the one most like the old one first."""
    if isinstance(value, str) and node.style in BLOCK_STYLES:
        yield from _same_lines(text, node, value)
    if isinstance(value, str) and "\n" in value and not here.is_in_flow and here.parent is not None:
        yield _new_lines(text, here, node, value)
    for words in _inline(node, value):
        yield _one_line(text, node, words)


def _inline(node: yaml.ScalarNode, value: Scalar) -> Iterator[str]:
    if not isinstance(value, str):
        yield number(value)
        return
    if "\n" not in value:
        if not node.style and value:
            yield value
        elif node.style == "'":
            yield in_single_quotes(value)
        elif node.style == '"':
            yield in_double_quotes(value)
    yield from in_quotes(value)


def _one_line(text: str, node: yaml.ScalarNode, words: str) -> list[TextEdit]:
    start, end = node.start_mark.index, end_of(node, text)
    if node.style not in BLOCK_STYLES:
        between = " " if start == end and text[start - 1 : start] not in {" ", ""} else ""
        return [(start, end, between + words)]
    header = _header(text, start)
    return [(start, start + len(header), words), (line_end(text, start), end, "")]


def _same_lines(text: str, node: yaml.ScalarNode, value: str) -> Iterator[list[TextEdit]]:
    """In the lines of the old passage, folded or not, as deep as they are."""
    start, end = node.start_mark.index, end_of(node, text)
    first = next_line(text, start)
    lines = [line for line in text[first:end].split("\n") if line.strip()]
    if not lines:
        return
    indent, end_line = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))], line_break(text)
    header = _header(text, start)
    if node.style == ">":
        yield [(first, end, in_folded_lines(value, indent, end_line))]
    plain = (start, start + len(header), header.replace(">", "|"))
    yield [plain, (first, end, in_lines(value, indent, end_line))]


def _new_lines(text: str, here: NodeSpan, node: yaml.ScalarNode, value: str) -> list[TextEdit]:
    """In new lines below the key, behind a comment that may stand there."""
    start, end = node.start_mark.index, end_of(node, text)
    opener = here.key.start_mark.column if here.key else here.parent.start_mark.column if here.parent else 0
    between = " " if start == end else ""
    below = in_lines(value, " " * opener + STEP, line_break(text))
    rest = line_end(text, end)
    if node.style in BLOCK_STYLES:
        return [
            (start, start + len(_header(text, start)), "|"),
            (line_end(text, start), end, line_break(text) + below),
        ]
    return [(start, end, between + "|"), (rest, rest, line_break(text) + below)]


def _header(text: str, start: int) -> str:
    """The `|` or `>` of a passage, with what may follow it at once."""
    found = re.compile(r"[|>][-+0-9]*").match(text, start)
    return found[0] if found else ""


_SEVERAL: Final = Text(
    en="Several values stand here, not one. Change them in the text itself.",
    zh="此处有多个值，而不是一个。请直接在文本中修改。",
)
