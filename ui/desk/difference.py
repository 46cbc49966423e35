"""Two texts beside each other: which lines differ, and which words in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Literal

AROUND = 3
"""So many lines that are the same stand above and below each change."""
MOST_WORDS = 400
"""Lines with more words than this are marked as a whole."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_CHINESE = re.compile(r"([\u3400-\u9fff])")

How = Literal["same", "changed", "gone", "new", "gap"]


@dataclass(frozen=True)
class DiffRow:
    """One row of the comparison: line numbers (from 1; None where there is no line) and marked-up lines."""

    how: How
    left: int | None
    right: int | None
    before: str
    after: str


def compare(before: str, after: str) -> tuple[DiffRow, ...]:
    """The rows of a comparison of two texts; empty if they say the same.

    >>> [(row.how, row.before, row.after) for row in compare("a\\nb", "a\\nc d")]
    [('same', 'a', 'a'), ('changed', '<del>b</del>', '<ins>c d</ins>')]
    """
    left, right = before.split("\n"), after.split("\n")
    groups = SequenceMatcher(None, left, right).get_grouped_opcodes(AROUND)
    rows: list[DiffRow] = []
    for group in groups:
        if rows or group[0][1] or group[0][3]:
            rows.append(DiffRow("gap", None, None, "", ""))
        for tag, i1, i2, j1, j2 in group:
            rows += _rows(tag, (i1, left[i1:i2]), (j1, right[j1:j2]))
    return tuple(rows)


def _rows(tag: str, left: tuple[int, Sequence[str]], right: tuple[int, Sequence[str]]) -> Iterator[DiffRow]:
    (i, before), (j, after) = left, right
    for number in range(max(len(before), len(after))):
        has_left, has_right = number < len(before), number < len(after)
        a, b = before[number] if has_left else "", after[number] if has_right else ""
        how: How = "same" if tag == "equal" else "changed"
        if not (has_left and has_right):
            how = "gone" if has_left else "new"
        marked = _marked(a, b) if how == "changed" else (escape(a), escape(b))
        yield DiffRow(
            how, i + number + 1 if has_left else None, j + number + 1 if has_right else None, *marked
        )


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both lines with the words that differ inside of ``<del>`` and ``<ins>``."""
    a, b = _words(before), _words(after)
    if max(len(a), len(b)) > MOST_WORDS:
        return _wrap("del", before), _wrap("ins", after)
    left, right = "", ""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        gone, new = "".join(a[i1:i2]), "".join(b[j1:j2])
        left += escape(gone) if tag == "equal" else _wrap("del", gone)
        right += escape(new) if tag == "equal" else _wrap("ins", new)
    return left, right


def _words(line: str) -> list[str]:
    """The words of a line; Chinese ones letter by letter."""
    return [part for word in _WORD.findall(line) for part in _CHINESE.split(word) if part]


def _wrap(mark: str, words: str) -> str:
    return f"<{mark}>{escape(words)}</{mark}>" if words else ""


def as_table(rows: Sequence[DiffRow], before: str, after: str) -> str:
    """The comparison as an HTML table, every text escaped, under the headings `before` and `after`."""
    head = f'<tr><th colspan="2">{escape(before)}</th><th colspan="2">{escape(after)}</th></tr>'
    body = "".join(_line(row) for row in rows)
    columns = '<col class="n"><col><col class="n"><col>'
    start = f'<table class="desk-diff"><colgroup>{columns}</colgroup><thead>{head}</thead>'
    return f"{start}<tbody>{body}</tbody></table>"


def _line(row: DiffRow) -> str:
    if row.how == "gap":
        return '<tr class="gap"><td colspan="4">⋯</td></tr>'
    left = f"<td>{row.left or ''}</td><td>{row.before}</td>"
    right = f"<td>{row.right or ''}</td><td>{row.after}</td>"
    return f'<tr class="{row.how}">{left}{right}</tr>'
