"""Who is not in the list and wants to come in: held until a teacher approves, where the class is set so."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Delete, delete, func, select

from classroom.audit import note
from classroom.classes import SchoolClass
from classroom.enrolment import enrol_members
from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store
from classroom.records.upsert import insert
from classroom.sign_in.matching import fold_number

MOST_WAITING: Final = 100
"""Requests of a class that wait at the same time; more than that are no students."""
_REQUEST, _MEMBER = tables.entry_request, tables.roster_member


@dataclass(frozen=True)
class EntryRequest:
    """Somebody who waits; `listed_as` is the name that the list has under this number, if it has one."""

    id: int
    number: str
    name: str
    listed_as: str = ""


def ask_to_enter(store: Store, of: SchoolClass, number: str, name: str) -> bool:
    """Notes that somebody waits for approval; False if there is no number or name, or too many wait."""
    values = {"number": one_line(number)[: tables.NAME], "name": one_line(name)[: tables.NAME]}
    if not all(values.values()):
        return False
    with store.write() as connection:
        waiting = connection.scalar(select(func.count()).where(_REQUEST.c.class_id == of.id)) or 0
        if waiting >= MOST_WAITING:
            return False
        new = insert(connection, _REQUEST).values(class_id=of.id, at=store.clock(), **values)
        connection.execute(new.on_conflict_do_nothing())
    return True


def waiting_for(store: Store, of: SchoolClass) -> tuple[EntryRequest, ...]:
    """Who waits to be let into the class, the first first."""
    query = select(_REQUEST.c.id, _REQUEST.c.number, _REQUEST.c.name).where(_REQUEST.c.class_id == of.id)
    with store.read() as connection:
        listed = _listed(connection, of)
        rows = connection.execute(query.order_by(_REQUEST.c.id)).all()
    return tuple(
        EntryRequest(row.id, row.number, row.name, listed.get(fold_number(row.number), "")) for row in rows
    )


def approve(store: Store, of: SchoolClass, request: EntryRequest, by: str) -> bool:
    """Puts who waits at the end of the list; one whose number is in the list already is only dropped.

    Tells whether somebody came in.
    """
    with store.write() as connection:
        row = connection.execute(_drop(of, request).returning(_REQUEST.c.number, _REQUEST.c.name)).first()
        if row is None or fold_number(row.number) in _listed(connection, of):
            return False
        in_class = _MEMBER.c.class_name == of.name
        last = connection.scalar(select(func.max(_MEMBER.c.place)).where(in_class))
        place = 0 if last is None else last + 1
        connection.execute(
            _MEMBER.insert().values(class_name=of.name, number=row.number, name=row.name, place=place)
        )
        enrol_members(connection, store.clock(), of.name)
        note(connection, store.clock(), by, "approve_entry", of.name, {"number": row.number})
    return True


def decline(store: Store, of: SchoolClass, request: EntryRequest, by: str) -> bool:
    """Lets nobody in under this request, who may ask again; tells whether it still waited."""
    with store.write() as connection:
        is_dropped = connection.execute(_drop(of, request)).rowcount > 0
        if is_dropped:
            note(connection, store.clock(), by, "decline_entry", of.name, {"number": request.number})
    return is_dropped


def _listed(connection: Connection, of: SchoolClass) -> dict[str, str]:
    """The names of the list by their numbers as the entrance compares them, zeros in front or not.

    Two numbers that read alike would each be found by what the other one types.
    """
    query = select(_MEMBER.c.number, _MEMBER.c.name).where(_MEMBER.c.class_name == of.name)
    return {fold_number(row.number): row.name for row in connection.execute(query) if row.number}


def _drop(of: SchoolClass, request: EntryRequest) -> Delete:
    return delete(_REQUEST).where(_REQUEST.c.id == request.id, _REQUEST.c.class_id == of.id)
