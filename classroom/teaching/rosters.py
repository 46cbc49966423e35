"""Who is in a class, who was called on and who is absent today: a name and a number, nothing more."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from sqlalchemy import Connection, delete, func, select

from classroom.enrolment import dismiss, drop_class, enrol_members, students_of_members
from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store
from classroom.records.student import TOO_LONG
from classroom.revisions.history import lock_file
from classroom.teaching.roster_entry import RosterEntry
from classroom.teaching.roster_list import write_list
from classroom.teaching.sampling import groups_of, next_called
from courseware.chance import seed_for
from courseware.problem import ReaderError
from courseware.text import Text

_MEMBER, _CALL, _ABSENCE = tables.roster_member, tables.roster_call, tables.roster_absence

NO_CLASS: Final = Text(en="Please write the name of the class.", zh="请填写班级名称。")


@dataclass(frozen=True)
class Member:
    """One student of a class; `calls` are those that were not taken back."""

    id: int
    number: str
    name: str
    calls: int = 0
    is_absent: bool = False


@dataclass(frozen=True)
class Roster:
    """A class today. `called` names the last call that was not taken back: its number and the member's."""

    class_name: str
    members: tuple[Member, ...]
    called: tuple[int, int] | None = None

    @cached_property
    def present(self) -> tuple[Member, ...]:
        """Those who are not absent."""
        return tuple(member for member in self.members if not member.is_absent)

    def member(self, id_: int) -> Member | None:
        """The member of this number in the record."""
        return next((member for member in self.members if member.id == id_), None)

    def as_list(self) -> str:
        """The list as a teacher edits it: numbers and names, so that reading it again loses nothing."""
        return write_list([RosterEntry(member.number, member.name) for member in self.members])

    def shown(self, member: Member) -> str:
        """The name as the class sees it: with the number only where two have the same name."""
        is_alone = sum(one.name == member.name for one in self.members) == 1
        return member.name if is_alone or not member.number else f"{member.name} {member.number}"


def today(store: Store) -> date:
    """The day on the wall of the classroom."""
    return store.clock().astimezone().date()


def class_names(store: Store) -> tuple[str, ...]:
    """The classes that have a roster, in the order of their names."""
    with store.read() as connection:
        # databases put letters in the order of one language or another
        return tuple(sorted(connection.scalars(select(_MEMBER.c.class_name).distinct())))


def roster(store: Store, class_name: str, day: date | None = None) -> Roster | None:
    """A class as it is on this day (today, if none is named); None if it has no roster."""
    with store.read() as connection:
        return _roster(connection, class_name, day or today(store))


def keep_roster(store: Store, class_name: str, entries: Sequence[RosterEntry]) -> Roster:
    """Makes these the students of the class, in this order, and the class if it is new.

    Whoever was in it before, by number or else by name, stays the same student and keeps the calls; who is
    in it no longer cannot sign in, and stays in the record only with what was done. A ReaderError if the
    class has no name or too long a one.
    """
    name = one_line(class_name)
    if not name:
        raise ReaderError(NO_CLASS)
    if len(name) > tables.NAME:
        raise ReaderError(TOO_LONG.fill({"most": tables.NAME, "length": len(name)}))
    with _written(store, name) as connection:
        _replace(connection, name, entries)
        enrol_members(connection, store.clock(), name)
        kept = _roster(connection, name, today(store))
    if kept is None:
        raise ReaderError(NO_CLASS)
    return kept


@dataclass(frozen=True)
class RosterChange:
    """What keeping a list would do: who is new, who is called otherwise (before, after), who leaves."""

    joining: tuple[RosterEntry, ...] = ()
    changing: tuple[tuple[RosterEntry, RosterEntry], ...] = ()
    leaving: tuple[RosterEntry, ...] = ()
    staying: int = 0


def roster_change(store: Store, class_name: str, entries: Sequence[RosterEntry]) -> RosterChange:
    """What `keep_roster` would do with these; nothing is written."""
    with store.read() as connection:
        before = _members(connection, one_line(class_name))
    known = _matched(before, entries)
    stay = {member.id for member in known if member}
    pairs = [(_entry(old), new) for old, new in zip(known, entries, strict=True) if old is not None]
    return RosterChange(
        joining=tuple(new for old, new in zip(known, entries, strict=True) if old is None),
        changing=tuple(pair for pair in pairs if pair[0] != pair[1]),
        leaving=tuple(_entry(one) for one in before if one.id not in stay),
        staying=sum(old == new for old, new in pairs),
    )


def _entry(member: Member) -> RosterEntry:
    return RosterEntry(member.number, member.name)


def forget_roster(store: Store, class_name: str) -> None:
    """Deletes the list: its members, their calls, their absences, and what the tools noted of it.

    Students who have done something stay in the record as former ones; a class that nothing refers to goes.
    """
    with _written(store, class_name) as connection:
        _forget(connection, [member.id for member in _members(connection, class_name)])
        _forget_notes(connection, class_name)
        drop_class(connection, class_name)


def call_next(store: Store, class_name: str, day: date | None = None) -> Member | None:
    """Calls somebody who is present, the least called first, and notes it; None if nobody is there."""
    with _written(store, class_name) as connection:
        now = _roster(connection, class_name, day or today(store))
        if now is None:
            return None
        ids = [member.id for member in now.members]
        so_far = connection.scalar(select(func.count()).where(_CALL.c.member_id.in_(ids)))
        chosen = next_called(
            [member.id for member in now.present],
            {member.id: member.calls for member in now.members},
            now.called[1] if now.called else None,
            seed_for(store.secret, "call", class_name, str(so_far)),
        )
        if chosen is None:
            return None
        values = {"member_id": chosen, "at": store.clock(), "is_undone": False}
        connection.execute(_CALL.insert().values(**values))
        return now.member(chosen)


def undo_call(store: Store, class_name: str) -> Member | None:
    """Takes the last call back, as if it had not been made; whose it was, or None if there is none."""
    with _written(store, class_name) as connection:
        now = _roster(connection, class_name, today(store))
        if now is None or now.called is None:
            return None
        call, who = now.called
        connection.execute(_CALL.update().where(_CALL.c.id == call).values(is_undone=True))
        return now.member(who)


def set_absent(store: Store, class_name: str, ids: Sequence[int], day: date | None = None) -> None:
    """Makes these the absent of the class on this day; who was absent on other days is not kept."""
    on = day or today(store)
    with _written(store, class_name) as connection:
        known = {member.id for member in _members(connection, class_name)}
        connection.execute(delete(_ABSENCE).where(_ABSENCE.c.member_id.in_(known)))
        for one in sorted(known & set(ids)):
            connection.execute(_ABSENCE.insert().values(member_id=one, day=on))


def grouped(now: Roster, size: int, seed: int) -> tuple[tuple[Member, ...], ...]:
    """Those who are present in groups, in the order of the list within each."""
    chosen = groups_of([member.id for member in now.present], size, seed)
    return tuple(tuple(member for member in now.present if member.id in set(group)) for group in chosen)


@contextmanager
def _written(store: Store, class_name: str) -> Iterator[Connection]:
    """One transaction of a class; others of this class wait for its end."""
    with store.write() as connection:
        lock_file(connection, f"class/{class_name}")
        yield connection


def _replace(connection: Connection, class_name: str, entries: Sequence[RosterEntry]) -> None:
    known = _matched(_members(connection, class_name), entries)
    stay = {member.id for member in known if member}
    _forget(connection, [one.id for one in _members(connection, class_name) if one.id not in stay])
    for place, (entry, before) in enumerate(zip(entries, known, strict=True)):
        values = {"number": entry.number, "name": entry.name, "place": place}
        if before:
            connection.execute(_MEMBER.update().where(_MEMBER.c.id == before.id).values(**values))
        else:
            connection.execute(_MEMBER.insert().values(class_name=class_name, **values))


_SAME: Final[tuple[Callable[[Member, RosterEntry], bool], ...]] = (
    lambda one, entry: (one.number, one.name) == (entry.number, entry.name),
    lambda one, entry: one.number == entry.number != "",
    lambda one, entry: one.name == entry.name and not (one.number and entry.number),
)


def _matched(before: Sequence[Member], entries: Sequence[RosterEntry]) -> list[Member | None]:
    """Who of those before each entry is: the same number and name, else the number, else the name."""
    left = list(before)
    found: list[Member | None] = [None] * len(entries)
    for is_same in _SAME:
        for place, entry in enumerate(entries):
            same = next((one for one in left if is_same(one, entry)), None)
            if found[place] is None and same:
                left.remove(same)
                found[place] = same
    return found


def _forget(connection: Connection, ids: Sequence[int]) -> None:
    students = students_of_members(connection, ids)
    for table in (_CALL, _ABSENCE):
        connection.execute(delete(table).where(table.c.member_id.in_(ids)))
    connection.execute(delete(_MEMBER).where(_MEMBER.c.id.in_(ids)))
    dismiss(connection, students)


def _forget_notes(connection: Connection, class_name: str) -> None:
    note = tables.tool_note.c
    for row in connection.execute(select(note.tool, note.of, note.value)).all():
        if (row.tool in ("groups", "pick") and row.of == class_name) or (row.tool, row.value) == (
            "class",
            class_name,
        ):
            connection.execute(delete(tables.tool_note).where(note.tool == row.tool, note.of == row.of))


def _members(connection: Connection, class_name: str) -> tuple[Member, ...]:
    query = select(_MEMBER.c.id, _MEMBER.c.number, _MEMBER.c.name).where(_MEMBER.c.class_name == class_name)
    return tuple(Member(*row) for row in connection.execute(query.order_by(_MEMBER.c.place, _MEMBER.c.id)))


def _roster(connection: Connection, class_name: str, day: date) -> Roster | None:
    members = _members(connection, class_name)
    if not members:
        return None
    ids = [member.id for member in members]
    counted = _CALL.c.member_id.in_(ids) & ~_CALL.c.is_undone
    tally = select(_CALL.c.member_id, func.count()).where(counted).group_by(_CALL.c.member_id)
    calls = {row[0]: row[1] for row in connection.execute(tally)}
    away = select(_ABSENCE.c.member_id).where(_ABSENCE.c.member_id.in_(ids), _ABSENCE.c.day == day)
    absent = set(connection.scalars(away))
    last = connection.execute(
        select(_CALL.c.id, _CALL.c.member_id).where(counted).order_by(_CALL.c.id.desc()).limit(1)
    ).first()
    return Roster(
        class_name,
        tuple(Member(m.id, m.number, m.name, calls.get(m.id, 0), m.id in absent) for m in members),
        (last[0], last[1]) if last else None,
    )
