"""The parts of the live class, one module each; a new part is one more line here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from web.live.part import LivePart
from web.live.parts import poll, remote, room

PARTS: Final[Mapping[str, LivePart]] = MappingProxyType({"room": room, "poll": poll, "remote": remote})
"""By the name under which each is told."""
