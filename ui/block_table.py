"""A table whose rows become blocks on a phone, each value under the name of its column."""

from collections.abc import Iterable, Sequence


def block_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table in HTML, of which `heads` and cells are HTML too; the first cell of a row names it.

    Its cells stand below each other on a phone, where they are no cells to a screen reader unless their
    roles are said.
    """
    columns = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in heads)
    body = "".join(_row(heads, row) for row in rows)
    top = f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
    return f'<table class="block-table" role="table">{top}<tbody role="rowgroup">{body}</tbody></table>'


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    cells = "".join(
        f'<td role="cell" data-head="{head}">{said}</td>'
        for head, said in zip(heads[1:], row[1:], strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{row[0]}</th>{cells}</tr>'
