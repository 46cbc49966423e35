"""Who teaches with the instructor: people with a name, a role, a link that works once and a passphrase."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, Row, delete, select, update

from classroom.audit import note
from classroom.records import tables
from classroom.records.sanitize import one_line
from classroom.records.store import Store
from classroom.records.student import TOO_LONG
from classroom.secret_words import hash_secret, is_secret
from courseware.problem import ReaderError
from courseware.text import Text

StaffRole = Literal["assistant", "instructor"]
"""An assistant sets work, marks it and keeps the gradebook, under the own name; classes, files of the course
and with them the marking scheme, and staff are the instructor's."""
INSTRUCTOR: Final = "instructor"
"""Who acts with the key of the lab, which belongs to nobody by name."""
FEWEST: Final = 12
"""The fewest characters of a passphrase, as of the key."""
_STAFF = tables.staff
_NO_NAME: Final = Text(
    en="Write the name of the person; the field was empty.", zh="请填写姓名，刚才没有填写。"
)
_TAKEN: Final = Text(
    en="{name} is in the list already. Give this person a name that differs.",
    zh="名单中已有“{name}”，请换一个可以区分的名字。",
)
_SHORT: Final = Text(
    en="A passphrase has at least {fewest} characters, best several words; this one has {length}.",
    zh="口令至少 {fewest} 个字符，最好由几个词组成；现在是 {length} 个字符。",
)


@dataclass(frozen=True)
class StaffMember:
    """Somebody who teaches here, by name."""

    id: int
    name: str
    role: StaffRole
    has_passphrase: bool = False


def staff_members(store: Store) -> tuple[StaffMember, ...]:
    """Everybody who teaches here by name, in the order of their names."""
    with store.read() as connection:
        query = select(_STAFF).where(_STAFF.c.ended_at.is_(None)).order_by(_STAFF.c.name)
        return tuple(_read(row) for row in connection.execute(query))


def add_staff(store: Store, name: str, role: StaffRole, by: str) -> StaffMember:
    """One more who teaches here; a ReaderError if the name is missing, too long, or somebody else's."""
    plain = one_line(name)
    if not plain:
        raise ReaderError(_NO_NAME)
    if len(plain) > tables.NAME:
        raise ReaderError(TOO_LONG.fill({"most": tables.NAME, "length": len(plain)}))
    values = {"role": role, "hash": None, "ended_at": None, "made_at": store.clock()}
    with store.write() as connection:
        known = connection.execute(select(_STAFF).where(_STAFF.c.name == plain)).first()
        if plain == INSTRUCTOR or (known is not None and known.ended_at is None):
            raise ReaderError(_TAKEN.fill({"name": plain}))
        note(connection, store.clock(), by, "add_staff", plain, {"role": role})
        if known is None:
            added = _STAFF.insert().values(name=plain, **values).returning(_STAFF)
            return _read(connection.execute(added).one())
        again = update(_STAFF).where(_STAFF.c.id == known.id).values(**values).returning(_STAFF)
        return _read(connection.execute(again).one())


def end_staff(store: Store, member: StaffMember, by: str) -> None:
    """Ends somebody's part in teaching: all browsers are signed out, links and passphrase open nothing."""
    with store.write() as connection:
        change = update(_STAFF).where(_STAFF.c.id == member.id)
        connection.execute(change.values(ended_at=store.clock(), hash=None))
        for table in (tables.teacher_session, tables.teacher_link):
            connection.execute(delete(table).where(table.c.staff_id == member.id))
        note(connection, store.clock(), by, "end_staff", member.name)


def set_passphrase(store: Store, member: StaffMember, phrase: str) -> None:
    """Gives somebody a passphrase in the place of the one before; a ReaderError if it is too short."""
    if len(phrase.strip()) < FEWEST:
        raise ReaderError(_SHORT.fill({"fewest": FEWEST, "length": len(phrase.strip())}))
    hashed = hash_secret(phrase.strip())
    with store.write() as connection:
        connection.execute(update(_STAFF).where(_STAFF.c.id == member.id).values(hash=hashed))


def staff_of_passphrase(store: Store, name: str, phrase: str) -> StaffMember | None:
    """Whom this name and passphrase belong to; nobody if one of them is wrong."""
    with store.read() as connection:
        query = select(_STAFF).where(_STAFF.c.name == one_line(name), _STAFF.c.ended_at.is_(None))
        row = connection.execute(query).first()
    if row is None or row.hash is None or not is_secret(phrase.strip(), row.hash):
        return None
    return _read(row)


def find_staff(connection: Connection, staff_id: int) -> StaffMember | None:
    """Somebody who teaches here, by the number in the record."""
    query = select(_STAFF).where(_STAFF.c.id == staff_id, _STAFF.c.ended_at.is_(None))
    row = connection.execute(query).first()
    return _read(row) if row is not None else None


def _read(row: Row[*tuple[Any, ...]]) -> StaffMember:
    return StaffMember(row.id, row.name, row.role, row.hash is not None)
