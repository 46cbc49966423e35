"""What is right in a drawn table, and what each cell earns, also where it follows from an earlier slip."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.fields.table import AskedCell
from exercises.formula import Formula
from exercises.grade import GradePart
from exercises.kinds.table.written import TableItem, WrittenCell, WrittenNumber
from exercises.numeric import (
    AcceptedNumber,
    NumberSolution,
    Tolerance,
    far_from,
    mark,
    part_of,
    readings,
    solution_of,
    targets,
    told,
    written,
)
from exercises.scope import Scope
from exercises.typed import Typed
from exercises.variant import Variant


@dataclass(frozen=True)
class FollowRule:
    """The formula by which a cell follows from earlier ones, and how near an answer must be to it."""

    expr: str
    tolerance: Tolerance
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CellSolution:
    """What is right in one cell: a number, or the id of an option with what is said of each of them."""

    weight: float
    number: NumberSolution | None = None
    follow: FollowRule | None = None
    right: str = ""
    texts: Mapping[str, Text] = field(default_factory=dict)
    whys: Mapping[str, Text] = field(default_factory=dict)

    @property
    def told(self) -> Text:
        """The right answer in words."""
        return told(self.number) if self.number else self.texts[self.right]

    @property
    def typed(self) -> str:
        """The right answer as a response has it."""
        return written(self.number) if self.number else self.right

    @property
    def wrong(self) -> str:
        """An answer that earns nothing."""
        if self.number:
            return far_from(self.number)
        return next(id_ for id_ in self.texts if id_ != self.right)


@dataclass(frozen=True)
class TableSolution:
    """The solution of every cell that is answered, in the order in which they are read."""

    cells: Mapping[str, CellSolution]


def asked_cells(item: TableItem) -> Iterator[tuple[tuple[int, int], WrittenCell]]:
    """The cells to answer in with their places, row by row."""
    for row, written_row in enumerate(item.rows):
        for column, cell in enumerate(written_row.cells):
            if cell.name is not None:
                yield (row, column), cell


def number_of(cell: WrittenCell) -> WrittenNumber | None:
    """The number that a cell asks for, if it asks for one."""
    return None if cell.answer is None else WrittenNumber(answer=cell.answer, near=cell.near, unit=cell.unit)


def scopes(item: TableItem, scope: Scope) -> Mapping[str, Scope]:
    """For each cell what its formulas may name: the params, and the right numbers of the cells before it."""
    found: dict[str, Scope] = {}
    here = scope
    for _, cell in asked_cells(item):
        found[str(cell.name)] = here
        if cell.answer is not None:
            value = here.number(cell.answer.expr)
            here = replace(here, params={**here.params, str(cell.name): value})
    return found


def drawn_targets(item: TableItem, scope: Scope) -> Mapping[str, tuple[AcceptedNumber, ...]]:
    """The right number and the foreseen slips of each cell that asks for a number."""
    known = scopes(item, scope)
    numbers = ((str(cell.name), number_of(cell)) for _, cell in asked_cells(item))
    return {name: targets(number, known[name]) for name, number in numbers if number is not None}


def solved(item: TableItem, scope: Scope, ids: Mapping[str, Mapping[str, int]]) -> TableSolution:
    """The solution of every cell; `ids` are the options of each choice by their ids."""
    known = scopes(item, scope)
    before: list[str] = []
    cells: dict[str, CellSolution] = {}
    for _, cell in asked_cells(item):
        name = str(cell.name)
        number = number_of(cell)
        if number is None:
            cells[name] = _choice(cell, known[name], ids[name])
            continue
        follow = _rule(number, tuple(before)) if cell.follow else None
        cells[name] = CellSolution(cell.weight, solution_of(number, known[name]), follow)
        before.append(name)
    return TableSolution(cells)


def marks(
    variant: Variant, solution: TableSolution, asked: tuple[AskedCell, ...], given: Mapping[str, Typed | str]
) -> tuple[GradePart, ...]:
    """What each cell earns and why; one that follows from the student's own slip is told so."""
    own: dict[str, float] = {}
    slipped: dict[str, Text] = {}
    parts: list[GradePart] = []
    for one in asked:
        name, answer = one.cell.id, given[one.cell.id]
        cell = solution.cells[name]
        if isinstance(answer, str) or cell.number is None:
            parts.append(_chosen(one, cell, str(answer)))
            continue
        part = part_of(one.label, mark(answer, cell.number), name)
        if part.score < 1:
            part = _followed(part, cell, answer, {**variant.params, **own}, slipped) or part
            slipped[name] = one.label
        own[name] = _meant(answer, cell.number)
        parts.append(part)
    return tuple(parts)


def _followed(
    part: GradePart,
    cell: CellSolution,
    answer: Typed,
    names: Mapping[str, float | str | bool],
    slipped: Mapping[str, Text],
) -> GradePart | None:
    """The whole share if the number fits the student's own earlier ones, of which one was not right."""
    rule = cell.follow
    causes = [slipped[name] for name in rule.cells if name in slipped] if rule else []
    if rule is None or cell.number is None or not causes:
        return None
    try:
        value = Formula(rule.expr).compiled.evaluate(names)
    except ReaderError:  # their own numbers have no result, such as one divided by nothing
        return None
    if isinstance(value, str):
        return None
    right = AcceptedNumber(float(value), rule.tolerance.width(float(value)), 1.0)
    if not any(right.takes(reading) for reading in readings(answer, cell.number)):
        return None
    return GradePart(part.label, 1.0, _CARRIED.fill({"cell": causes[0]}), part.at)


def _meant(answer: Typed, solution: NumberSolution) -> float:
    """The value that a typed number stands for: of its readings the one that is nearest to what is right."""
    right = solution.targets[0].value
    return min(readings(answer, solution), key=lambda value: abs(value - right))


def _chosen(asked: AskedCell, cell: CellSolution, answer: str) -> GradePart:
    is_right = answer == cell.right
    why = cell.whys.get(answer, _RIGHT if is_right else _WRONG)
    return GradePart(asked.label, float(is_right), why, asked.cell.id)


def _choice(cell: WrittenCell, scope: Scope, ids: Mapping[str, int]) -> CellSolution:
    options = {id_: cell.options[index] for id_, index in ids.items()}
    right = [
        id_
        for id_, one in options.items()
        if (one.right if isinstance(one.right, bool) else scope.holds(one.right))
    ]
    return CellSolution(
        cell.weight,
        right=right[0] if len(right) == 1 else "",
        texts={id_: scope.fill(one.text) for id_, one in options.items()},
        whys={id_: scope.fill(one.why) for id_, one in options.items() if one.why},
    )


def _rule(number: WrittenNumber, before: tuple[str, ...]) -> FollowRule:
    expr = number.answer.expr
    cells = tuple(name for name in before if name in expr.compiled.names)
    return FollowRule(expr.root, number.answer.tolerance, cells)


_CARRIED: Final = Text(
    en="It follows rightly from your own “{cell}” and counts, but that one was not right.",
    zh="由你填的“{cell}”推得出来，计分；不过前面那个数不对。",
)
_RIGHT: Final = Text(en="Right.", zh="正确。")
_WRONG: Final = Text(en="Not right.", zh="不正确。")
