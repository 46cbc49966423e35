"""The teacher's phone as a remote: what it asks the hall to do, told to the hall in the order of asking."""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from classroom import Store
from classroom.live import LiveRoom, LiveSeat
from classroom.live.rooms import command
from courseware.problem import ReaderError
from courseware.text import Text
from web.live.part import Fields, Lead, LeadAction, PhoneAction

KEYS: Final = frozenset({"next", "back", "first", "last", "black", "reveal", "play", "timer"})
"""What the remote can do, by the names of the hall's own actions."""
PHONE_ACTIONS: Final[Mapping[str, PhoneAction]] = {}


def phone(store: Store, room: LiveRoom) -> JsonValue:  # noqa: ARG001 - as every part is asked
    """Nothing: a student's phone has no part in it."""
    return None


def staff(store: Store, room: LiveRoom) -> JsonValue:  # noqa: ARG001 - as every part is asked
    """The last command, with its number and its time (ms since 1970)."""
    return dict(room.command) if room.command else None


def mine(store: Store, room: LiveRoom, seat: LiveSeat) -> JsonValue:  # noqa: ARG001 - as every part is asked
    """Nothing."""
    return None


def _press(lead: Lead, fields: Fields) -> JsonValue:
    key = fields.get("key")
    if not isinstance(key, str) or key not in KEYS:
        raise ReaderError(_UNKNOWN)
    return dict(command(lead.store, lead.room, {"do": key}).command or {})


_UNKNOWN: Final = Text(en="The remote has no such key.", zh="遥控器没有这个按键。")
LEAD_ACTIONS: Final[Mapping[str, LeadAction]] = {"press": _press}
