"""A table to fill in, as a platform marks it: its empty cells have numbers, and are asked one by one."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from courseware.text import Text
from exercises.fields import TableField
from exercises.fields.table import AskedCell
from exercises.portable.fields.number import part
from exercises.portable.question import PortableOption, PortablePart
from exercises.portable.told import Answers, Stays
from exercises.variant import Variant


def answers(field: TableField, variant: Variant) -> Answers | Stays:
    """The cells as parts, and the table with their numbers for the text above them."""
    kept: Mapping[str, Any] | None = variant.solution.get("cells")  # type: ignore[assignment]
    if kept is None:
        return Stays(_BY_OTHER_RULES)
    place = {one.cell.id: at for at, one in enumerate(field.asked, 1)}
    parts = tuple(_part(one, place[one.cell.id], kept[one.cell.id]) for one in field.asked)
    below = field.markdown(lambda cell: _NUMBER.fill({"n": place[cell.id]}))
    return Answers("cloze", parts=parts, below=below)


def _part(one: AskedCell, at: int, solution: Mapping[str, Any]) -> PortablePart:
    label = _LABEL.fill({"n": at, "label": one.label})
    weight = float(solution["weight"])
    follows = solution["follow"] is not None
    if not one.cell.options:
        made = part(one.number, solution["number"], weight)
        return PortablePart(label, weight, made.numbers, made.unit, follows=follows)
    return PortablePart(label, weight, options=tuple(_options(one, solution)))


def _options(one: AskedCell, solution: Mapping[str, Any]) -> Sequence[PortableOption]:
    whys = {id_: Text.model_validate(why) for id_, why in solution["whys"].items()}
    return [
        PortableOption(option.text, float(option.id == solution["right"]), whys.get(option.id))
        for option in one.cell.options
    ]


_NUMBER: Final = Text(en="({n})", zh="({n})")
_LABEL: Final = Text(en="({n}) {label}", zh="({n}) {label}")
_BY_OTHER_RULES: Final = Text(
    en="Its table is marked by rules that only this lab knows.", zh="这张表按本实验室特有的规则判分。"
)
