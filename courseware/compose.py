"""Turns YAML text into a tree of nodes that know their line, and refuses hostile text calmly."""

import re
from typing import Any, Final

import yaml

from courseware.encoding import UNPRINTABLE
from courseware.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from courseware.problem import Problem, ProblemsFoundError
from courseware.syntax import explain_syntax
from courseware.text import Text


class _Loader(yaml.CSafeLoader):
    """Plain words of YAML 1.2: only true and false are booleans, only decimal numbers are numbers."""


_Loader.yaml_implicit_resolvers = {}
_YAML: Final = "tag:yaml.org,2002:"
for _tag, _pattern, _first in (
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(_YAML + _tag, re.compile(_pattern), _first)


def compose(text: str, file: str) -> yaml.Node:
    """The tree of the one document in `text`; raises ProblemsFoundError with the place of what is wrong."""
    text = text.removeprefix("\ufeff")
    _refuse_large(text, file)
    _refuse_unprintable(text, file)
    try:
        _refuse_hostile(text, file)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ProblemsFoundError([explain_syntax(error, text, file)]) from error
    if root is None:
        raise _found(file, None, _EMPTY)
    return root


def too_large(file: str, size: int) -> ProblemsFoundError:
    """What to say of a file of `size` bytes that is over the limit."""
    values = {"size": size, "limit": MAX_BYTES}
    return _found(file, None, (_LARGE[0].fill(values), _LARGE[1]))


def _refuse_large(text: str, file: str) -> None:
    size = len(text.encode(errors="replace"))
    if size > MAX_BYTES:
        raise too_large(file, size)


def _refuse_unprintable(text: str, file: str) -> None:
    if found := UNPRINTABLE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = _UNPRINTABLE_FOUND[0].fill({"code": f"U+{ord(found.group()):04X}"})
        raise ProblemsFoundError([Problem(file, line, column, "", message, _UNPRINTABLE_FOUND[1])])


def _refuse_hostile(text: str, file: str) -> None:
    """Walk the events one by one, so that nothing is built from text that goes too deep."""
    depth = count = 0
    for event in yaml.parse(text, Loader=_Loader):
        count += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if (tag := getattr(event, "tag", None)) is not None:
            raise _found(file, event.start_mark, (_TAG[0].fill({"tag": tag.replace(_YAML, "!!")}), _TAG[1]))
        if depth > MAX_DEPTH:
            raise _found(file, event.start_mark, TOO_DEEP)
        if count > MAX_NODES:
            raise _found(file, event.start_mark, TOO_MANY)


def _found(file: str, mark: Any, sentence: tuple[Text, Text]) -> ProblemsFoundError:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return ProblemsFoundError([Problem(file, line, column, "", *sentence)])


_EMPTY: Final = (
    Text(en="The file is empty.", zh="文件是空的。"),
    Text(en="Start from another file of the same kind.", zh="请参照同类文件开始编写。"),
)
_LARGE: Final = (
    Text(
        en="The file has {size} bytes; at most {limit} are read.",
        zh="文件有 {size} 字节，最多只读取 {limit} 字节。",
    ),
    Text(en="Split it into several files.", zh="请拆分成几个文件。"),
)
_UNPRINTABLE_FOUND: Final = (
    Text(
        en="The invisible character {code} cannot stand in a YAML file.",
        zh="YAML 文件中不能出现不可见字符 {code}。",
    ),
    Text(en="Delete it, or type the sentence again.", zh="请删除该字符，或重新输入这一句。"),
)
_TAG: Final = (
    Text(en="The tag {tag} is not read here.", zh="此处不支持标签 {tag}。"),
    Text(
        en="Delete the tag; put the value in quotes if it begins with an exclamation mark.",
        zh="请删除标签；如果内容本身以感叹号开头，请加上引号。",
    ),
)
TOO_DEEP: Final = (
    Text(
        en=f"Lists and mappings lie more than {MAX_DEPTH} levels deep.",
        zh=f"列表和键值嵌套超过 {MAX_DEPTH} 层。",
    ),
    Text(en="Close a bracket, or write it flatter.", zh="请检查括号是否漏关，或减少嵌套。"),
)
TOO_MANY: Final = (
    Text(en=f"The file has more than {MAX_NODES} values.", zh=f"文件中的值超过 {MAX_NODES} 个。"),
    Text(
        en="Split the file, or write fewer aliases (the words after a *).",
        zh="请拆分文件，或减少别名（* 之后的名字）的使用。",
    ),
)
