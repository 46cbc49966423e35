"""One state of two: what the hall says of one thing and the speaker of another holds in both windows."""

import json
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from pydantic import JsonValue

from ui.present.state import TOUCHED, State, read_state

_PARTS: Final = ("slide", "tongue", "black", "tool", "timer", "clock")
_BY_SLIDE: Final = ("revealed", "settings")

StateParts = dict[str, JsonValue]


def merged(one: State, other: State) -> State:
    """Of each part the later one; of two that were said at the same moment the same one in every window."""
    if one.run != other.run:
        return one if one.run > other.run else other
    ours, theirs = _parts(one), _parts(other)
    stamps = {name: max(_moments(one, other, name)) for name in (one.stamps.keys() | other.stamps.keys())}
    values = {
        name: max(
            (one.stamps.get(name, 0), _written(ours.get(name)), ours.get(name)),
            (other.stamps.get(name, 0), _written(theirs.get(name)), theirs.get(name)),
            key=lambda part: part[:2],
        )[2]
        for name in ours.keys() | theirs.keys()
    }
    state = read_state(_joined(values), one)
    return replace(state, run=one.run, at=max(one.at, other.at), stamps=MappingProxyType(stamps))


def changed(state: State, at: int, **parts: object) -> State:
    """The state with these fields of it changed at this moment, or a moment after all that is known."""
    moment = max(at, state.at + 1)
    after = replace(state, at=moment, **parts)  # type: ignore[arg-type]
    before, now = _parts(state), _parts(after)
    fresh = {name: moment for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    return replace(after, stamps=MappingProxyType({**state.stamps, **fresh}))


def touched(state: State) -> State:
    """The same a moment later, so that every window draws it anew."""
    moment = state.at + 1
    return replace(state, at=moment, stamps=MappingProxyType({**state.stamps, TOUCHED: moment}))


def _moments(one: State, other: State, name: str) -> tuple[int, int]:
    return one.stamps.get(name, 0), other.stamps.get(name, 0)


def _parts(state: State) -> StateParts:
    """The parts of a state by name; what is kept by slide is a part for each slide."""
    said = state.to_json()
    parts: StateParts = {name: said[name] or None for name in _PARTS}
    for name in _BY_SLIDE:
        kept = said[name]
        if isinstance(kept, dict):
            parts |= {f"{name}:{key}": value for key, value in kept.items() if value}
    return parts


def _joined(parts: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The parts as a browser would tell of them."""
    said: dict[str, JsonValue] = {name: parts.get(name) for name in _PARTS}
    said["black"] = bool(said["black"])
    for kept in _BY_SLIDE:
        before = f"{kept}:"
        said[kept] = {
            name.removeprefix(before): value
            for name, value in parts.items()
            if value is not None and name.startswith(before)
        }
    return said


def _written(value: JsonValue) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
