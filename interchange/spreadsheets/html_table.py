"""The tables of a web page, as which platforms of schools hand out lists that they call .xls."""

from collections.abc import Iterator
from itertools import count
from typing import Final

from interchange.html_tree import Node, tree_of
from interchange.spreadsheets.sheet import MAX_COLUMNS, MAX_ROWS, Grid, Sheet

_BREAKS: Final = {"br", "p", "div", "li"}


def web_tables(page: str) -> Iterator[Sheet]:
    """Each table of the page that holds words and no further table."""
    tables = list(_innermost(tree_of(page.replace("\x00", ""))))
    for number, table in enumerate(tables, 1):
        yield _sheet(table, f"{number}" if len(tables) > 1 else "")


def _innermost(node: Node) -> Iterator[Node]:
    for one in node.inside:
        if isinstance(one, Node):
            inner = list(_innermost(one))
            yield from inner
            if one.tag == "table" and not inner:
                yield one


def _sheet(table: Node, name: str) -> Sheet:
    grid = Grid()
    below: dict[int, int] = {}
    for row, line in enumerate(_all(table, {"tr"}), 1):
        column = 0
        for cell in _all(line, {"td", "th"}):
            column = next(at for at in count(column + 1) if below.get(at, 0) < row)
            if column > MAX_COLUMNS:
                grid.keep(row, column, "")
                break
            last = (
                row + _span(cell, "rowspan", MAX_ROWS) - 1,
                column + _span(cell, "colspan", MAX_COLUMNS) - 1,
            )
            if words := _words(cell):
                grid.keep(row, column, words)
            grid.merge((row, column), last)
            below.update(dict.fromkeys(range(column, last[1] + 1), last[0]))
            column = last[1]
    grid.spread()
    return grid.sheet(name)


def _all(node: Node, tags: set[str]) -> Iterator[Node]:
    """The tags of these names within, not those within each other."""
    for one in node.inside:
        if isinstance(one, Node) and one.tag in tags:
            yield one
        elif isinstance(one, Node):
            yield from _all(one, tags)


def _span(cell: Node, name: str, most: int) -> int:
    said = cell.attributes.get(name, "1").strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _words(cell: Node) -> str:
    lines = "".join(_pieces(cell)).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _pieces(node: Node) -> Iterator[str]:
    for one in node.inside:
        if isinstance(one, str):
            yield " ".join(one.split("\n"))
        else:
            edge = "\n" if one.tag in _BREAKS else ""
            yield edge
            yield from _pieces(one)
            yield edge
