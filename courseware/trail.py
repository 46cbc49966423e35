"""Follows a complaint of pydantic through a model, back to the keys that a teacher wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter

Schema = Mapping[str, Any]
_CONTAINERS: Final = {"list", "tuple", "set", "frozenset", "dict", "union", "tagged-union", "model-fields"}
_UNKNOWN: Final[Schema] = {"type": "unknown"}


@dataclass
class Trail:
    """Where a complaint leads: the keys in the file, the keys known there, the unions passed."""

    path: list[str | int] = field(default_factory=list)
    known: tuple[str, ...] = ()
    """Which keys fit in the last mapping on the way."""
    forks: list[tuple[str | int, ...]] = field(default_factory=list)
    """The path at each union without a tag: complaints from there on are alternatives."""


def follow(model: type[BaseModel], location: tuple[str | int, ...]) -> Trail:
    """The trail of `location`, an error location of `model`: tags of unions are left out of its path."""
    definitions: dict[str, Schema] = {}
    schema: Schema = TypeAdapter(model).core_schema
    trail = Trail()
    for step in location:
        schema = _open(schema, definitions)
        kind = schema["type"]
        if kind == "model-fields":
            schema = _field(schema, step, trail)
            trail.path.append(step)
        elif kind == "tagged-union":
            schema = schema["choices"].get(step, _UNKNOWN)
        elif kind == "union":
            trail.forks.append(tuple(trail.path))
            schema = _branch(schema, str(step), definitions)
        elif step != "[key]":
            schema = _item(schema, step)
            trail.path.append(step)
    return trail


def _open(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """Take off the wrappings (defaults, validators, references) around a schema."""
    while schema["type"] not in _CONTAINERS and schema is not _UNKNOWN:
        kind = schema["type"]
        if kind == "definitions":
            definitions.update({inner["ref"]: inner for inner in schema["definitions"]})
        if kind == "definition-ref":
            schema = definitions.get(schema["schema_ref"], _UNKNOWN)
        else:
            schema = _inside(schema)
    return schema


def _inside(schema: Schema) -> Schema:
    for wrapping in ("schema", "json_schema", "strict_schema"):
        if wrapping in schema:
            inner: Schema = schema[wrapping]
            return inner
    return _UNKNOWN


def _field(schema: Schema, step: str | int, trail: Trail) -> Schema:
    names = {inner.get("validation_alias", name): inner for name, inner in schema["fields"].items()}
    trail.known = tuple(name for name in names if isinstance(name, str))
    found: Schema = names.get(step, _UNKNOWN)
    return found


def _item(schema: Schema, step: str | int) -> Schema:
    inner: Schema | list[Schema]
    inner = schema.get("values_schema" if schema["type"] == "dict" else "items_schema", _UNKNOWN)
    if isinstance(inner, list):
        return inner[min(int(step), len(inner) - 1)] if inner and isinstance(step, int) else _UNKNOWN
    return inner


def _branch(schema: Schema, label: str, definitions: dict[str, Schema]) -> Schema:
    """The alternative that pydantic calls `label`: a model's name, or the kind of value."""
    for choice in schema["choices"]:
        inner: Schema = choice[0] if isinstance(choice, tuple) else choice
        if isinstance(choice, tuple) and choice[1] == label:
            return inner
        if _name(inner, definitions) == label.partition("[")[0]:
            return inner
    return _UNKNOWN


def _name(schema: Schema, definitions: dict[str, Schema]) -> str:
    if schema["type"] == "definition-ref":
        schema = definitions.get(schema["schema_ref"], schema)
    return schema["cls"].__name__ if schema["type"] == "model" else str(schema["type"])
