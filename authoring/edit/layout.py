"""Where the parts of a file lie in its text: which characters belong to a value, which to its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import Source, parse
from courseware.text import Text
from courseware.tree import KeyOrIndex, Location, child

BOM: Final = "\ufeff"
"""What some editors put before the first character; places are counted without it."""
BLOCK_STYLES: Final = frozenset({"|", ">"})


@dataclass(frozen=True)
class NodeSpan:
    """One value in a text: its node, its key if it has one, and what it stands in, outermost first."""

    node: yaml.Node
    key: yaml.Node | None
    above: tuple[yaml.Node, ...]

    @property
    def parent(self) -> yaml.Node | None:
        """The list or mapping around it; None for the whole file."""
        return self.above[-1] if self.above else None

    @property
    def is_in_flow(self) -> bool:
        """Whether braces or brackets stand around it, so that it must be written in one line."""
        return any(is_flow(node) for node in self.above)


def read(text: str) -> Source:
    """The text, which must be readable before anything in it can be changed safely."""
    try:
        return parse(text, "")
    except ProblemsFoundError as error:
        raise ReaderError(_BROKEN) from error


def node_span(root: yaml.Node, location: Location) -> NodeSpan:
    """The value at `location`; a ReaderError tells if there is none, or if it is shared by an alias."""
    node, key, above = root, None, list[yaml.Node]()
    for step in location:
        found = child(node, step)
        if found is None:
            raise ReaderError(_NOTHING.fill({"place": ".".join(map(str, location))}))
        above.append(node)
        key, node = found
        see_that_it_is_its_own(node, above[-1])
    return NodeSpan(node, key, tuple(above))


def see_that_it_is_its_own(node: yaml.Node, parent: yaml.Node) -> None:
    """A ReaderError if the text of `node` stands elsewhere and is only named here."""
    is_inside = (
        parent.start_mark.index <= node.start_mark.index and node.end_mark.index <= parent.end_mark.index
    )
    if not is_inside:
        raise ReaderError(_SHARED)


def see_that_it_has_no_name(node: yaml.Node, text: str) -> None:
    """A ReaderError if other places may point to `node` by an alias."""
    if text[node.start_mark.index : node.start_mark.index + 1] == "&":
        raise ReaderError(_SHARED)


def is_flow(node: yaml.Node) -> bool:
    """Whether a list or mapping is written in brackets or braces."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def parts_of(node: yaml.Node) -> Sequence[tuple[yaml.Node | None, yaml.Node]]:
    """The keys and values of a mapping, or the items of a list."""
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    return [(None, item) for item in node.value]


def end_of(node: yaml.Node, text: str) -> int:
    """Where the last word of a value ends; comments and blank lines behind it do not belong to it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = parts_of(node)[-1][1]
        see_that_it_is_its_own(last, node)
        return end_of(last, text)
    if isinstance(node, yaml.ScalarNode) and node.style in BLOCK_STYLES:
        return start + len(text[start:end].rstrip())
    return end


def last_line_end(node: yaml.Node, text: str) -> int:
    """Where the last line of a value ends, so that something may stand in the next one."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = parts_of(node)[-1][1]
    start, end = node.start_mark.index, node.end_mark.index
    keeps_blank_lines = isinstance(node, yaml.ScalarNode) and node.style in BLOCK_STYLES
    keeps_blank_lines = keeps_blank_lines and "+" in text[start : line_end(text, start)].partition("#")[0]
    return line_end(text, end - 1 if keeps_blank_lines else end_of(node, text))


def index_of(node: yaml.Node, step: KeyOrIndex) -> int:
    """At which place among the parts of `node` the key or item `step` stands."""
    if isinstance(node, yaml.MappingNode):
        return [key.value for key, _ in node.value].index(str(step))
    return int(step)


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of a character ends, before its line break."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if end > index and text[end - 1 : end] == "\r" else end


def next_line(text: str, index: int) -> int:
    """Where the line after the one of a character begins."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def line_break(text: str) -> str:
    """How lines end in this text."""
    return "\r\n" if "\r\n" in text else "\n"


_BROKEN: Final = Text(
    en="The file cannot be read as it is, so that nothing in it can be changed here. Mend its errors first.",
    zh="文件目前无法读取，不能在这里修改。请先改正其中的错误。",
)
_NOTHING: Final = Text(
    en="There is nothing at {place} any more. Look at the file again.",
    zh="{place} 处已没有内容。请重新查看文件。",
)
_SHARED: Final = Text(
    en="This value has a name (&) or is taken from elsewhere (*). Change it in the text itself.",
    zh="此处的值带有名称（&）或引用了别处（*）。请直接在文本中修改。",
)
