"""Adds a key or an item to a file, or takes one out, and leaves all the others where they stand."""

from collections.abc import Sequence
from typing import Final

import yaml

from authoring.edit.layout import (
    BOM,
    NodeSpan,
    end_of,
    index_of,
    is_flow,
    last_line_end,
    line_break,
    line_start,
    next_line,
    node_span,
    parts_of,
    read,
    see_that_it_has_no_name,
    see_that_it_is_its_own,
)
from authoring.edit.splice import TextEdit, changed, first_that_says, with_item, without
from authoring.edit.writing import STEP, YamlValue, inline, written
from courseware.problem import ReaderError
from courseware.source import Source
from courseware.text import Text
from courseware.tree import KeyOrIndex, Location


def insert_key(text: str, location: Location, key: str, value: YamlValue, *, after: str | None = None) -> str:
    """The text with a new key in the mapping at `location`, at its end or `after` one of its keys.

    Raises ReaderError if there is no mapping, if it has the key already, or if it has a name that other
    places use.

    >>> insert_key("a: 1  # one\\nc: 3\\n", [], "b", 2, after="a")
    'a: 1  # one\\nb: 2\\nc: 3\\n'
    """
    if text.startswith(BOM):
        return BOM + insert_key(text.removeprefix(BOM), location, key, value, after=after)
    source = read(text)
    node = _collection(source, location, yaml.MappingNode, text)
    keys = [one.value for one, _ in node.value]
    if key in keys:
        raise ReaderError(_TWICE.fill({"key": key}))
    place = len(keys) if after is None or after not in keys else keys.index(after) + 1
    meant = changed(source.value, [*location, key], _plain(value))
    cut = _added(text, node, place, f"{inline(key)}:", value)
    return first_that_says(text, [[cut]], meant, ())


def insert_item(text: str, location: Location, index: int, value: YamlValue) -> str:
    """The text with a new item in the list at `location`, before the one that was at `index`.

    >>> insert_item("a:\\n  - x\\n  - y\\n", ["a"], 1, "z")
    'a:\\n  - x\\n  - z\\n  - y\\n'
    """
    if text.startswith(BOM):
        return BOM + insert_item(text.removeprefix(BOM), location, index, value)
    source = read(text)
    node = _collection(source, location, yaml.SequenceNode, text)
    index = min(max(index, 0), len(node.value))
    meant = with_item(source.value, location, index, _plain(value))
    return first_that_says(text, [[_added(text, node, index, "-", value)]], meant, ())


def insert_lines(text: str, location: Location, index: int, lines: str) -> str:
    """The same with an item that is written out already, in lines as far left as they go.

    >>> insert_lines("a:\\n  - x: 1\\n", ["a"], 1, "x: 2\\ny: 3")
    'a:\\n  - x: 1\\n  - x: 2\\n    y: 3\\n'
    """
    if text.startswith(BOM):
        return BOM + insert_lines(text.removeprefix(BOM), location, index, lines)
    source, value = read(text), read(lines).value
    node = _collection(source, location, yaml.SequenceNode, text)
    if is_flow(node):
        return insert_item(text, location, index, value)  # type: ignore[arg-type]
    index = min(max(index, 0), len(node.value))
    between = line_break(text) + " " * node.start_mark.column + STEP
    meant = with_item(source.value, location, index, value)
    cut = _added_line(text, node, index, f"- {between.join(lines.split(chr(10)))}")
    return first_that_says(text, [[cut]], meant, ())


def remove(text: str, location: Sequence[KeyOrIndex]) -> str:
    """The text without the key or item at `location`, and without the comment in its own line.

    The last item of a list or mapping in lines cannot be taken out: nothing would be left.

    >>> remove("a: 1\\nb: {x: 1, y: 2}\\n", ["b", "x"])
    'a: 1\\nb: {y: 2}\\n'
    """
    if text.startswith(BOM):
        return BOM + remove(text.removeprefix(BOM), location)
    source = read(text)
    here = node_span(source.root, location)
    see_that_it_has_no_name(here.node, text)
    parent = here.parent
    if parent is None or (len(parent.value) == 1 and not is_flow(parent)):
        raise ReaderError(_LAST)
    cut = _taken_out(text, here, parent, index_of(parent, location[-1]))
    return first_that_says(text, [[cut]], without(source.value, location), ())


def _collection(source: Source, location: Location, kind: type[yaml.CollectionNode], text: str) -> yaml.Node:
    here = node_span(source.root, location)
    if not isinstance(here.node, kind):
        raise ReaderError(_NO_PARTS)
    see_that_it_has_no_name(here.node, text)
    return here.node


def _added(text: str, node: yaml.Node, place: int, lead: str, value: YamlValue) -> TextEdit:
    """What to put where, so that a new part stands at `place` among the parts of `node`."""
    if is_flow(node):
        part = inline(value) if lead == "-" else f"{lead} {inline(value)}"
        return _added_in_brackets(text, node, place, part)
    indent = " " * node.start_mark.column
    return _added_line(text, node, place, lead + written(value, indent, line_break(text)))


def _added_line(text: str, node: yaml.Node, place: int, line: str) -> TextEdit:
    """What to put where, so that a line, and those that belong to it, stand among the parts of `node`."""
    indent, end_line = " " * node.start_mark.column, line_break(text)
    if place == 0:
        start = node.start_mark.index
        return start, start, line + end_line + indent
    last = parts_of(node)[place - 1][1]
    see_that_it_is_its_own(last, node)
    end = last_line_end(last, text)
    return end, end, end_line + indent + line


def _added_in_brackets(text: str, node: yaml.Node, place: int, part: str) -> TextEdit:
    parts = parts_of(node)
    if not parts:
        start = node.start_mark.index + 1
        return start, start, part
    if place == 0:
        key, first = parts[0]
        start = (key or first).start_mark.index
        return start, start, f"{part}, "
    last = parts[place - 1][1]
    see_that_it_is_its_own(last, node)
    end = end_of(last, text)
    return end, end, f", {part}"


def _taken_out(text: str, here: NodeSpan, parent: yaml.Node, place: int) -> TextEdit:
    parts = parts_of(parent)
    start = (here.key or here.node).start_mark.index
    end = end_of(here.node, text)
    if is_flow(parent):
        if place:
            return end_of(parts[place - 1][1], text), end, ""
        key, follower = parts[1] if len(parts) > 1 else (None, None)
        return start, (key or follower).start_mark.index if follower else end, ""
    if here.key is None:
        start = _dash(text, start, parent.start_mark.column)
    first = line_start(text, start)
    if text[first:start].strip():  # it shares its line with the dash of a list: the next key moves up
        if place + 1 == len(parts):
            raise ReaderError(_LAST)
        key, follower = parts[place + 1]
        return start, (key or follower).start_mark.index, ""
    return first, next_line(text, end), ""


def _dash(text: str, start: int, column: int) -> int:
    """Where the dash of an item stands that begins at `start`; its line or one above."""
    line = line_start(text, start)
    while line > 0 and text[line + column : line + column + 1] != "-":
        line = line_start(text, line - 1)
    return line + column


def _plain(value: YamlValue) -> YamlValue:
    """The value as it is read again."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value


_TWICE: Final = Text(en="The key {key} is there already.", zh="键 {key} 已经存在。")
_NO_PARTS: Final = Text(
    en="Nothing can be added here. Add it in the text itself.",
    zh="此处无法添加内容。请直接在文本中添加。",
)
_LAST: Final = Text(
    en="At least one must stay. Take out the whole list in the text itself.",
    zh="至少要保留一项。如需整体删除，请直接在文本中修改。",
)
