"""Fill in a table: each cell is marked by itself, and one may follow from the student's own earlier cells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from courseware.phrases import clauses
from courseware.text import Text
from exercises.fields import Option, TableCell, TableField, TableRow
from exercises.frozen import Json, from_json, to_json
from exercises.grade import Grade, Invalid
from exercises.item import KeyPath
from exercises.kind import Alternative, Finding, QuestionKind
from exercises.kinds.table.help import HELP
from exercises.kinds.table.solved import (
    TableSolution,
    asked_cells,
    drawn_targets,
    marks,
    number_of,
    solved,
)
from exercises.kinds.table.written import TableItem, WrittenCell
from exercises.numeric import GIVEN_AWAY, gives_away, slip_findings, unit_of
from exercises.question import ANSWER, Question
from exercises.scope import Scope
from exercises.variant import Variant


class TableKind(QuestionKind[TableItem]):
    """Marks each cell; the weighted mean is the score."""

    item = TableItem
    help = HELP

    def draw(self, item: TableItem, scope: Scope) -> tuple[Question, Mapping[str, Json]]:
        """The table with this student's numbers; the options of a cell in an order drawn by lot."""
        ids = {
            str(cell.name): {
                f"o{place}": index
                for place, index in enumerate(
                    scope.arranged(range(len(cell.options)), f"cell {cell.name}"), 1
                )
            }
            for _, cell in asked_cells(item)
        }
        rows = tuple(
            TableRow(scope.fill(row.text), tuple(_cell(cell, scope, ids) for cell in row.cells))
            for row in item.rows
        )
        columns = tuple(scope.fill(column) for column in item.columns)
        corner = scope.fill(item.corner) if item.corner else None
        field = TableField(ANSWER, _FILL_IN, columns, rows, corner)
        return Question(scope.fill(item.stem), (field,)), to_json(solved(item, scope, ids))

    def grade(self, variant: Variant, response: object) -> Grade | Invalid:
        """The marks of all cells."""
        field = variant.question.field(TableField)
        given = field.read(response)
        if isinstance(given, Invalid):
            return given
        solution = from_json(TableSolution, variant.solution)
        parts = marks(variant, solution, field.asked, given)
        weights = [solution.cells[one.cell.id].weight for one in field.asked]
        right = sum(part.score >= 1 for part in parts)
        if right == len(parts):
            return Grade(1.0, parts, _RIGHT)
        score = sum(weight * part.score for weight, part in zip(weights, parts, strict=True)) / sum(weights)
        return Grade(min(1.0, score), parts, _SOME.fill({"right": right, "all": len(parts)}))

    def reveal(self, variant: Variant) -> Text:
        """Each cell behind its row and column."""
        solution = from_json(TableSolution, variant.solution)
        field = variant.question.field(TableField)
        return clauses(
            _CELL.fill({"label": one.label, "right": solution.cells[one.cell.id].told}) for one in field.asked
        )

    def right(self, variant: Variant) -> Json:
        """What is right in every cell."""
        solution = from_json(TableSolution, variant.solution)
        return {name: cell.typed for name, cell in solution.cells.items()}

    def wrong(self, variant: Variant) -> Json:
        """What earns nothing in every cell."""
        solution = from_json(TableSolution, variant.solution)
        return {name: cell.wrong for name, cell in solution.cells.items()}

    def check(self, item: TableItem) -> Iterable[Finding]:
        """Whether rows are as long as the head, names are single, and cells follow only from cells."""
        for index, row in enumerate(item.rows):
            if len(row.cells) != len(item.columns):
                values = {"cells": len(row.cells), "columns": len(item.columns)}
                yield Finding(("rows", index, "cells"), _LENGTH.fill(values), _LENGTH_ADVICE)
        if not any(asked_cells(item)):
            yield Finding(("rows",), _NONE, _NONE_ADVICE)
        said = Counter([*item.params, *(str(cell.name) for _, cell in asked_cells(item))])
        for (row_, column), cell in asked_cells(item):
            place = ("rows", row_, "cells", column)
            if said[str(cell.name)] > 1:
                yield Finding((*place, "name"), _TWINS.fill({"name": cell.name}), _TWINS_ADVICE)
            if cell.follow and cell.answer is not None and cell.answer.expr.compiled.columns:
                yield Finding((*place, "answer", "expr"), _COLUMNS, _COLUMNS_ADVICE)

    def alternatives(self, item: TableItem) -> Sequence[Alternative]:  # noqa: ARG002
        """None: a cell has few options, and there are several cells."""
        return ()

    def has_one_key(self, item: TableItem) -> bool:  # noqa: ARG002
        """No."""
        return False

    def lint(self, item: TableItem, draws: Sequence[tuple[Scope, Variant]]) -> Iterable[Finding]:
        """Whether choices have one right option, slips can be told, and the stem keeps the answers."""
        solutions = [(variant, from_json(TableSolution, variant.solution)) for _, variant in draws]
        drawn = [drawn_targets(item, scope) for scope, _ in draws if scope.is_met]
        for (row, column), cell in asked_cells(item):
            place, name = ("rows", row, "cells", column), str(cell.name)
            number = number_of(cell)
            if number is not None:
                yield from slip_findings(number, [one[name] for one in drawn], place)
            elif not all(kept.cells[name].right for _, kept in solutions):
                yield Finding((*place, "options"), _ONE_RIGHT, _ONE_RIGHT_ADVICE)
        given = sum(
            any(gives_away(variant.question.stem, one.number) for one in kept.cells.values() if one.number)
            for variant, kept in solutions
        )
        if 2 * given > len(draws):
            yield GIVEN_AWAY

    def names_at(self, item: TableItem, loc: KeyPath) -> tuple[str, ...] | None:
        """In a cell the params, and the cells before it that ask for a number."""
        if loc[0] != "rows":
            return None
        here = (int(loc[1]), int(loc[3]))
        before = (
            str(cell.name) for place, cell in asked_cells(item) if place < here and cell.answer is not None
        )
        return (*(("n",) if item.data else ()), *item.params, *before)


def _cell(cell: WrittenCell, scope: Scope, ids: Mapping[str, Mapping[str, int]]) -> TableCell:
    if cell.given is not None:
        return TableCell(given=scope.fill(cell.given))
    number = number_of(cell)
    options = tuple(
        Option(id_, scope.fill(cell.options[index].text)) for id_, index in ids[str(cell.name)].items()
    )
    return TableCell(id=str(cell.name), unit=unit_of(number) if number else None, options=options)


_FILL_IN: Final = Text(en="Fill in every empty cell.", zh="请填写每个空格。")
_CELL: Final = Text(en="{label}: {right}", zh="{label}：{right}")
_RIGHT: Final = Text(en="The whole table is right.", zh="全表正确。")
_SOME: Final = Text(
    en="{right} of {all} cells count as right; each is told below.",
    zh="{all} 格中 {right} 格算对，逐格说明见下。",
)
_LENGTH: Final = Text(
    en="This row has {cells} cells under {columns} columns.",
    zh="这一行有 {cells} 格，而表头有 {columns} 列。",
)
_LENGTH_ADVICE: Final = Text(en="Write a cell for each column.", zh="请给每一列写一格。")
_NONE: Final = Text(en="There is no cell to fill in.", zh="没有要填的格子。")
_NONE_ADVICE: Final = Text(
    en="Give one cell or more a name and an answer or options.",
    zh="请至少给一格写 name 和 answer（或 options）。",
)
_TWINS: Final = Text(en="{name} is the name of two things.", zh="{name} 这个名称用了两次。")
_TWINS_ADVICE: Final = Text(
    en="Give each cell a name of its own, other than those of params.",
    zh="请给每格各自的名称，也不要与 params 重名。",
)
_COLUMNS: Final = Text(
    en="A cell that follows from others cannot read the data itself.", zh="带 follow 的格子不能直接读数据列。"
)
_COLUMNS_ADVICE: Final = Text(
    en="Work it out as one of the params and name that.", zh="请先在 params 中算好，再引用其名称。"
)
_ONE_RIGHT: Final = Text(en="There must be exactly one right option.", zh="正确选项必须恰好有一个。")
_ONE_RIGHT_ADVICE: Final = Text(
    en="Look at the right: of every option of this cell.", zh="请检查这一格每个选项的 right。"
)

KIND: Final = TableKind()
