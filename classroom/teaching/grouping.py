"""How a class is divided into groups: as the class tools mixed it last, for the hall and for peer review."""

from typing import Final, NamedTuple

from sqlalchemy import select

from classroom.classes import SchoolClass
from classroom.records import tables
from classroom.records.store import Store
from classroom.teaching.rosters import grouped, roster
from classroom.teaching.tool_notes import tool_note

SIZES: Final = (2, 3, 4, 5, 6, 8, 10)
_USUAL: Final = 4


class Mix(NamedTuple):
    """How the class is divided: so many a group, mixed for the `turn`-th time."""

    size: int
    turn: int


def mix_of(store: Store, class_name: str) -> Mix:
    """How the class was divided last."""
    kept = tool_note(store, "groups", class_name)
    size, turn = (kept.get("size"), kept.get("turn")) if isinstance(kept, dict) else (None, None)
    return Mix(
        size if isinstance(size, int) and size in SIZES else _USUAL,
        turn if isinstance(turn, int) and turn >= 0 else 0,
    )


def student_groups(store: Store, of: SchoolClass) -> dict[str, list[int]]:
    """The groups that the class tools show, by number, of the ids of their students; without the absent."""
    now, mix = roster(store, of.name), mix_of(store, of.name)
    member = tables.roster_member.c
    query = select(member.id, member.student_id).where(member.class_name == of.name)
    with store.read() as connection:
        students = {row.id: row.student_id for row in connection.execute(query)}
    made = grouped(now, mix.size, mix.turn) if now else ()
    return {
        str(number): [who for one in group if (who := students.get(one.id)) is not None]
        for number, group in enumerate(made, 1)
    }
