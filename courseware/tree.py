"""Reads values out of a tree of YAML nodes, and finds the line on which each of them stands."""

from collections.abc import Sequence
from math import isfinite

import yaml

from courseware.compose import TOO_DEEP, TOO_MANY
from courseware.limits import MAX_DEPTH, MAX_DIGITS, MAX_NODES
from courseware.problem import Problem, ProblemsFoundError
from courseware.text import Text

KeyOrIndex = str | int
Location = Sequence[KeyOrIndex]


def value_of(root: yaml.Node, file: str) -> object:
    """The tree as plain lists, dicts (keys are always words) and values.

    Raises ProblemsFoundError with every duplicate key, odd key and unusable number at once.
    """
    reading = _Reading(file)
    value = reading.read(root, (), ())
    if reading.problems:
        raise ProblemsFoundError(sorted(reading.problems))
    return value


def find(root: yaml.Node, location: Location) -> tuple[yaml.Node, yaml.Node | None]:
    """The node at `location`, or the deepest one on the way to it, and its key if it has one."""
    node, key = root, None
    for step in location:
        inner = child(node, step)
        if inner is None:
            break
        key, node = inner
    return node, key


def place_of(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, counted from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def child(node: yaml.Node, step: KeyOrIndex) -> tuple[yaml.Node | None, yaml.Node] | None:
    """The key, if it has one, and the value of one step down from `node`; None if there is none."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return None, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    return None


class _Reading:
    """One walk over a tree: what it found wrong, and how many nodes it has met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.met = 0

    def read(self, node: yaml.Node, path: tuple[KeyOrIndex, ...], above: tuple[int, ...]) -> object:
        self.met += 1
        if self.met > MAX_NODES:
            raise self._stop(node, path, TOO_MANY)
        if id(node) in above:
            raise self._stop(node, path, _RING)
        if len(above) > MAX_DEPTH:
            raise self._stop(node, path, TOO_DEEP)
        above = (*above, id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index), above) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, above)
        return self._scalar(node, path)

    def _mapping(
        self, node: yaml.MappingNode, path: tuple[KeyOrIndex, ...], above: tuple[int, ...]
    ) -> dict[str, object]:
        found: dict[str, object] = {}
        first: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                self._note(key, path, _ODD_KEY)
                continue
            inner = (*path, key.value)
            if key.value in found:
                values = {"key": key.value, "line": place_of(first[key.value])[0]}
                self._note(key, inner, (_TWICE[0].fill(values), _TWICE[1]))
            else:
                first[key.value] = value
                found[key.value] = self.read(value, inner, above)
        return found

    def _scalar(self, node: yaml.Node, path: tuple[KeyOrIndex, ...]) -> object:
        kind, words = node.tag.rpartition(":")[2], str(node.value)
        if kind == "null":
            return None
        if kind == "bool":
            return words.lower() == "true"
        if kind not in {"int", "float"}:
            return words
        number = float(words) if kind == "float" else int(words[:MAX_DIGITS])
        if len(words) > MAX_DIGITS or (kind == "float" and not isfinite(number)):
            self._note(node, path, _NUMBER)
        return number

    def _note(self, node: yaml.Node, path: tuple[KeyOrIndex, ...], sentence: tuple[Text, Text]) -> None:
        self.problems.append(Problem(self.file, *place_of(node), ".".join(map(str, path)), *sentence))

    def _stop(
        self, node: yaml.Node, path: tuple[KeyOrIndex, ...], sentence: tuple[Text, Text]
    ) -> ProblemsFoundError:
        self._note(node, path, sentence)
        return ProblemsFoundError(sorted(self.problems))


_RING = (
    Text(en="An alias stands inside the thing that it names.", zh="别名出现在它自己所指的内容里面。"),
    Text(en="Write the value out instead of the alias.", zh="请直接写出内容，不要用别名。"),
)
_ODD_KEY = (
    Text(en="A key must be a word.", zh="键名必须是一个词。"),
    Text(
        en="Write 'word: value'; put a value with braces in double quotes.",
        zh="请写成“词: 值”；含花括号的内容请放进英文双引号中。",
    ),
)
_TWICE = (
    Text(
        en="The key {key} stands here a second time (first in line {line}).",
        zh="键 {key} 在这里重复出现（第一次在第 {line} 行）。",
    ),
    Text(en="Keep one of the two.", zh="请只保留其中一个。"),
)
_NUMBER = (
    Text(en="This number is too long or too large.", zh="这个数太长或太大。"),
    Text(en="Put it in quotes if it is a name.", zh="如果它是编号，请加上引号。"),
)
