"""The PINs that were tried are counted in the record, so that all labs on it count together."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.revisions.history import lock_file

_TRY = tables.pin_try.c
_LOCK: Final = "pin tries"
"""One for all numbers: whoever counts also deletes what is a day old, and two such may meet at one row."""


@dataclass(frozen=True)
class TryLimit:
    """So many tries within so long a time."""

    most: int
    within: timedelta


_DAY: Final = timedelta(days=1)
SHORT: Final = TryLimit(10, timedelta(minutes=15))
"""Of one number at one address; whoever is right begins to count anew."""
OF_A_DAY: Final = TryLimit(20, _DAY)
"""The same within a day, right ones too; there are 10,000 PINs of four digits."""
IN_ALL: Final = TryLimit(60, _DAY)
"""Of one number from wherever: one address alone never comes so far, and so locks nobody out elsewhere."""
OF_AN_ADDRESS: Final = TryLimit(120, timedelta(minutes=15))
"""Of all numbers at one address, those that came in apart: sixty behind one router, each wrong twice."""
OF_AN_ADDRESS_A_DAY: Final = TryLimit(480, _DAY)
"""The same within a day."""
_PACE: Final = timedelta(seconds=5)
"""What lies between two tries of an address beyond these; as much more for each further 120 of a day."""


@dataclass(frozen=True)
class PinWait:
    """Until when no PIN is looked at: of this number, or only because its address has tried so many."""

    until: datetime
    is_of_address: bool = False


@dataclass(frozen=True)
class PinTries:
    """The PINs that were tried for each number, right ones among them until they are known to be right.

    Each is counted before it is looked at, so that many at the same moment are no more than one by one.
    Numbers and addresses are kept as digests keyed with the secret of the record, for a day. An address
    is slowed and never locked, for a class behind one router has one; mistakes of who came in do not count.
    """

    store: Store
    short: TryLimit = SHORT
    of_a_day: TryLimit = OF_A_DAY
    in_all: TryLimit = IN_ALL
    of_an_address: TryLimit = OF_AN_ADDRESS
    of_an_address_a_day: TryLimit = OF_AN_ADDRESS_A_DAY

    def wait(
        self, number: str, address: str = "", student: Student | None = None, *, is_own: bool = False
    ) -> PinWait | None:
        """Counts one more for this number; None if it may be looked at, else when the next one may be.

        What an address has too many of is not counted for the others. A student's own device, `is_own`, is
        not slowed by what others try.
        """
        name, here = self._digests(number, address)
        with self.store.write() as connection:
            lock_file(connection, _LOCK)
            at = self.store.clock()
            connection.execute(delete(tables.pin_try).where(_TRY.at <= at - _DAY))
            is_here = (_TRY.digest == name, _TRY.address_digest == here)
            ends = [
                _full_until(connection, self.short, at, *is_here, _TRY.is_forgiven.is_(False)),
                _full_until(connection, self.of_a_day, at, *is_here),
                _full_until(connection, self.in_all, at, _TRY.digest == name),
            ]
            over = [end for end in ends if end is not None]
            if over:
                return PinWait(max(over))
            paced = None if is_own or not address else self._paced_until(connection, here, at)
            if paced is not None:
                return PinWait(paced, is_of_address=True)
            who = None if student is None else student.id
            values = {"student_id": who, "digest": name, "address_digest": here, "is_forgiven": False}
            connection.execute(tables.pin_try.insert().values(**values, at=at))
        return None

    def _paced_until(self, connection: Connection, here: str, at: datetime) -> datetime | None:
        """When an address that has tried many PINs may try the next; None if it may now."""
        is_wrong = (_TRY.address_digest == here, _TRY.is_forgiven.is_(False))
        limits = self.of_an_address, self.of_an_address_a_day
        if all(_full_until(connection, limit, at, *is_wrong) is None for limit in limits):
            return None
        of_a_day, last = connection.execute(select(func.count(), func.max(_TRY.at)).where(*is_wrong)).one()
        until: datetime = last + _PACE * (of_a_day // self.of_an_address.most)
        return until if until > at else None

    def was_right(self, number: str, address: str = "") -> None:
        """Forgets the tries of this number here, all but those of the day."""
        name, here = self._digests(number, address)
        with self.store.write() as connection:
            lock_file(connection, _LOCK)
            is_here = (_TRY.digest == name, _TRY.address_digest == here)
            connection.execute(update(tables.pin_try).where(*is_here).values(is_forgiven=True))

    def forgive(self, number: str) -> None:
        """Begins to count this number anew, since the teacher has taken its PIN away."""
        name, _ = self._digests(number, "")
        with self.store.write() as connection:
            lock_file(connection, _LOCK)
            connection.execute(delete(tables.pin_try).where(_TRY.digest == name))

    def _digests(self, number: str, address: str) -> tuple[str, str]:
        """The number, and the address at which it was tried."""
        return self._digest("number", number), self._digest("address", address)

    def _digest(self, *words: str) -> str:
        said = "\0".join(("pin try", *words)).encode()
        return hmac.new(self.store.secret, said, hashlib.sha256).hexdigest()


def _full_until(
    connection: Connection, limit: TryLimit, at: datetime, *which: ColumnElement[bool]
) -> datetime | None:
    """When the next try fits in this limit again; None if one fits now."""
    newest = select(_TRY.at).where(*which, _TRY.at > at - limit.within).order_by(_TRY.at.desc())
    times: Sequence[datetime] = connection.scalars(newest.limit(limit.most)).all()
    return times[-1] + limit.within if len(times) == limit.most else None
