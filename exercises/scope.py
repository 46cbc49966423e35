"""What a student's question is drawn with: the seed, the drawn params and the student's own data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from courseware.chance import seed_for
from courseware.expression import Scalar
from courseware.problem import ReaderError
from courseware.table import Table
from courseware.text import Text
from exercises.fillin import fill
from exercises.formula import Formula
from exercises.item import Item, Param

REDRAWS: Final = 100
"""How often params are drawn again before `require` is given up."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Scope:
    """Everything a kind may draw from; equal scopes draw equal questions."""

    seed: int
    params: Mapping[str, Scalar]
    columns: Table
    is_shuffled: bool = True
    is_met: bool = True
    """Whether `require` holds; if not, no draw of these data met it."""

    def value(self, formula: Formula, extra: Mapping[str, Scalar] | None = None) -> Scalar:
        """What `formula` is here; `extra` adds names, such as the columns of one row."""
        return formula.compiled.evaluate({**self.params, **(extra or {})}, self.columns)

    def number(self, formula: Formula) -> float:
        """What `formula` is here, which must be a number."""
        value = self.value(formula)
        if isinstance(value, str):
            raise ReaderError(Text(en=f"{formula.root} is not a number.", zh=f"{formula.root} 不是数值。"))
        return float(value)

    def holds(self, formula: Formula, extra: Mapping[str, Scalar] | None = None) -> bool:
        """Whether `formula`, a comparison, is true here."""
        value = self.value(formula, extra)
        if not isinstance(value, bool):
            raise ReaderError(
                Text(en=f"{formula.root} is not a comparison.", zh=f"{formula.root} 不是比较式。")
            )
        return value

    def fill(self, text: Text, extra: Mapping[str, Scalar] | None = None) -> Text:
        """`text` with its places filled for this student."""
        return fill(text, {**self.params, **(extra or {})})

    def uniform(self, *purpose: str) -> float:
        """A number in [0, 1) that depends on the seed and the purpose alone."""
        return uniform(self.seed, *purpose)

    def shuffled(self, things: Sequence[Thing], purpose: str) -> list[Thing]:
        """`things` in an order drawn by lot, whatever the item says about shuffling."""
        draws = [self.uniform(purpose, str(index)) for index in range(len(things))]
        return [things[index] for index in sorted(range(len(things)), key=draws.__getitem__)]

    def arranged(self, things: Sequence[Thing], purpose: str) -> list[Thing]:
        """`things` shuffled if the item wants that, else as they were written."""
        return self.shuffled(things, purpose) if self.is_shuffled else list(things)


def uniform(seed: int, *purpose: str) -> float:
    """A number in [0, 1) addressed by seed and purpose; the same on every machine and for ever."""
    return (seed_for(str(seed).encode(), *purpose) >> 10) / 2**53


def draw_scope(item: Item, seed: int, columns: Table, *, is_shuffled: bool = True) -> Scope:
    """The first draw that meets the item's `require`, or the last of all; never endless."""
    size: dict[str, Scalar] = {"n": float(len(next(iter(columns.values()))))} if columns else {}
    scope = Scope(seed, size, columns, is_shuffled)
    for turn in range(REDRAWS):
        params = dict(size)
        for name, param in item.params.items():
            params[name] = _draw(param, name, turn, Scope(seed, params, columns))
        scope = Scope(seed, params, columns, is_shuffled)
        if item.require is None or scope.holds(item.require):
            return scope
        if not has_random_draws(item):
            break
    return Scope(seed, scope.params, columns, is_shuffled, is_met=False)


def redraw_scope(
    item: Item, seed: int, columns: Table, drawn: Mapping[str, Scalar], *, is_shuffled: bool = True
) -> Scope:
    """The scope of a question that was drawn before its item was corrected.

    What was drawn by lot stays; what is worked out is worked out by the item as it is now.
    """
    params: dict[str, Scalar] = {"n": float(len(next(iter(columns.values()))))} if columns else {}
    for name, param in item.params.items():
        is_kept = param.expr is None and name in drawn
        params[name] = drawn[name] if is_kept else _draw(param, name, 0, Scope(seed, params, columns))
    return Scope(seed, params, columns, is_shuffled)


def has_random_draws(item: Item) -> bool:
    """Whether drawing again can change anything: some param is drawn, not worked out from data."""
    return any(param.expr is None for param in item.params.values())


def _draw(param: Param, name: str, turn: int, scope: Scope) -> Scalar:
    if param.expr is not None:
        return scope.value(param.expr)
    lot = scope.uniform("param", name, str(turn))
    if param.choose:
        return param.choose[int(lot * len(param.choose))]
    return param.at(int(lot * param.count))
