"""What a room is told, put together from its parts; and the hub of this process, which tells it."""

import json
from functools import cache

from pydantic import JsonValue

from classroom import Store
from classroom.live import LiveRoom, LiveSeat
from classroom.live.rooms import room_by_id
from web.live.hub import LiveHub, Told
from web.live.parts import PARTS
from web.records import records_here


@cache
def live_hub() -> LiveHub:
    """The hub of this process."""
    return LiveHub(
        lambda room: room_by_id(records_here(), room).version, lambda room: tell(records_here(), room)
    )


def tell(store: Store, id_: int) -> Told:
    """What phones and windows of a room are told now."""
    room = room_by_id(store, id_)
    phone: dict[str, JsonValue] = {"v": room.version}
    staff: dict[str, JsonValue] = {"v": room.version}
    for name, part in PARTS.items():
        phone[name] = part.phone(store, room)
        staff[name] = part.staff(store, room)
    return {"phone": as_json(phone), "staff": as_json(staff)}


def mine(store: Store, room: LiveRoom, seat: LiveSeat) -> dict[str, JsonValue]:
    """What one student's own phone is told."""
    return {name: part.mine(store, room, seat) for name, part in PARTS.items()}


def as_json(value: object) -> str:
    """JSON in one line, as a stream of events needs it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
