"""Frozen things as plain JSON and back, so that what a student was asked can be kept for ever."""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic import JsonValue, TypeAdapter

T = TypeVar("T")
Json = JsonValue


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(value: object) -> dict[str, Json]:
    """The dataclass `value` as JSON."""
    return cast("dict[str, Json]", _adapter(cast("Any", type(value))).dump_python(value, mode="json"))


def from_json(kind: type[T], value: object) -> T:
    """The dataclass that `to_json` wrote; a pydantic ValidationError if it is not one."""
    return cast("T", _adapter(cast("Any", kind)).validate_python(value))
