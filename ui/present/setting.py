"""How a simulation on a slide is set: read from what a browser says, and kept with the presentation."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from pydantic import JsonValue

from courseware.problem import ReaderError
from simulations import find
from simulations.model import MAX_SEED
from simulations.parameter import Value, parameters
from ui.scene import Scene

Values = Mapping[str, Value]
_MOST: Final = 50
_LONGEST: Final = 200


@dataclass(frozen=True)
class Setting:
    """What stands on a slide: the parameters and the seed by name, those of the run that is kept to
    compare with, and those that were last tried for a goal."""

    values: Values
    kept: Values | None = None
    tried: Values | None = None

    def to_json(self) -> dict[str, JsonValue]:
        """This setting as the browser and the record keep it."""
        return {name: _to_json(getattr(self, name)) for name in ("values", "kept", "tried")}


def read_settings(said: object) -> Mapping[str, Setting]:
    """The settings of slides by their keys, as a browser tells of them; what cannot be read is left out."""
    if not isinstance(said, Mapping):
        return MappingProxyType({})
    found = {str(key): _read(one) for key, one in list(said.items())[:_MOST]}
    return MappingProxyType({key: setting for key, setting in found.items() if setting is not None})


def fitting(scene: Scene, said: Values) -> dict[str, Value]:
    """Where everything in the scene stands by these values; what is outside its bounds stays as at first."""
    found = scene.defaults()
    known = {one.name: one for one in parameters(find(scene.simulation).model)}
    for name in found.keys() & said.keys():
        with suppress(ReaderError):
            value = known[name].read(said[name])
            if all(_is_within(one.low, value, one.high) for one in scene.knobs if one.parameter.name == name):
                found[name] = value
    return found


def _is_within(low: float, value: Value, high: float) -> bool:
    return isinstance(value, str) or low <= value <= high


def _read(said: object) -> Setting | None:
    if not isinstance(said, Mapping) or (values := _values(said.get("values"))) is None:
        return None
    return Setting(values, _values(said.get("kept")), _values(said.get("tried")))


def _values(said: object) -> Values | None:
    if not isinstance(said, Mapping):
        return None
    pairs = {str(name): value for name, value in list(said.items())[:_MOST] if _is_value(value)}
    return MappingProxyType(cast(dict[str, Value], pairs))


def _is_value(said: object) -> bool:
    if isinstance(said, str):
        return len(said) <= _LONGEST
    return isinstance(said, int | float) and not isinstance(said, bool) and abs(said) <= MAX_SEED


def _to_json(values: Values | None) -> JsonValue:
    return None if values is None else dict(values)
