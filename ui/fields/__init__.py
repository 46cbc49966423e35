"""The fields of a question on a page, one module a field: each asks once and hands back what was given."""

from typing import assert_never

from exercises import (
    Assign,
    Controls,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Ordering,
    TableField,
)
from ui.fields import assign, controls, gaps, long_text, many_of, number, one_of, ordering, table
from ui.fields.slot import Json, Slot


def ask(field: Field, slot: Slot) -> Json:
    """Draws a field, filled from the draft, and returns its value as JSON."""
    match field:
        case OneOf():
            return one_of.ask(field, slot)
        case ManyOf():
            return many_of.ask(field, slot)
        case NumberField():
            return number.ask(field, slot)
        case Assign():
            return assign.ask(field, slot)
        case Ordering():
            return ordering.ask(field, slot)
        case TableField():
            return table.ask(field, slot)
        case Controls():
            return controls.ask(field, slot)
        case Gaps():
            return gaps.ask(field, slot)
        case LongText():
            return long_text.ask(field, slot)
        case _:
            assert_never(field)
