"""The room itself: whether it is open, who it is for, how many are there."""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from classroom import Store
from classroom.live import LiveRoom, LiveSeat, close_room, seats_of
from classroom.live.rooms import set_class
from web.live.part import Fields, Lead, LeadAction, PhoneAction

PHONE_ACTIONS: Final[Mapping[str, PhoneAction]] = {}


def phone(store: Store, room: LiveRoom) -> JsonValue:
    """Whether the room is still open."""
    return {"open": room.is_open(store.clock())}


def staff(store: Store, room: LiveRoom) -> JsonValue:
    """The code, the class, and who has sat down."""
    seats = seats_of(store, room)
    return {
        "open": room.is_open(store.clock()),
        "code": room.code,
        "class": room.class_name,
        "guests": room.allows_guests,
        "seats": len(seats),
    }


def mine(store: Store, room: LiveRoom, seat: LiveSeat) -> JsonValue:  # noqa: ARG001 - as every part is asked
    """The name under which one sits here."""
    return {"name": seat.name, "team": seat.team}


def _close(lead: Lead, _: Fields) -> JsonValue:
    close_room(lead.store, lead.room)
    return None


def _set_class(lead: Lead, fields: Fields) -> JsonValue:
    name, guests = fields.get("class"), fields.get("guests")
    set_class(lead.store, lead.room, name if isinstance(name, str) else "", allows_guests=bool(guests))
    return None


LEAD_ACTIONS: Final[Mapping[str, LeadAction]] = {"close_room": _close, "set_class": _set_class}
