"""What a part of the live class has to be: what it tells whom, and what it does when it is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import JsonValue

from classroom import Store
from classroom.live import LiveRoom, LiveSeat
from courseware.language import Language

Fields = Mapping[str, JsonValue]
"""What a phone or a window sends along, as it came: nothing of it is trusted."""


@dataclass(frozen=True)
class Lead:
    """A teacher who leads a room: under which name, and in which language questions are drawn."""

    store: Store
    room: LiveRoom
    actor: str
    language: Language


PhoneAction = Callable[[Store, LiveRoom, LiveSeat, Fields], JsonValue]
"""Does what a phone asks for and returns what the phone is to know; a ReaderError says why not."""
LeadAction = Callable[[Lead, Fields], JsonValue]
"""The same for a window or phone of the teacher's."""


class LivePart(Protocol):
    """A module of `web.live.parts`; nothing has a default, so that the type checker names what is missing."""

    @property
    def PHONE_ACTIONS(self) -> Mapping[str, PhoneAction]:  # noqa: N802 - a constant of the module
        """What phones may ask for, by name."""
        ...

    @property
    def LEAD_ACTIONS(self) -> Mapping[str, LeadAction]:  # noqa: N802 - a constant of the module
        """What teachers may ask for, by name."""
        ...

    def phone(self, store: Store, room: LiveRoom) -> JsonValue:
        """What all phones are told; nothing that is not due, and of nobody in particular."""
        ...

    def staff(self, store: Store, room: LiveRoom) -> JsonValue:
        """What the teacher's windows are told."""
        ...

    def mine(self, store: Store, room: LiveRoom, seat: LiveSeat) -> JsonValue:
        """What one student's own phone is told."""
        ...
