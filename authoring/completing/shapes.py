"""Walks a JSON Schema along a path: what may stand there, by what stands around it already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from authoring.completing.written import WrittenKeys
from authoring.outline import OutlinePath
from courseware.language import LANGUAGES
from courseware.tree import KeyOrIndex

Shape = Mapping[str, Any]


@dataclass(frozen=True)
class Shapes:
    """A schema, and the text that is being written after it."""

    schema: Shape
    written: WrittenKeys

    def at(self, path: OutlinePath) -> tuple[Shape, ...]:
        """The forms that a value at a path may have; nothing if no value belongs there."""
        shapes: tuple[Shape, ...] = (self.schema,)
        for depth, step in enumerate(path):
            here = path[:depth]
            shapes = tuple(
                inner
                for shape in shapes
                for one in self.forms(shape, here, step)
                for inner in _inner(one, step)
            )
        return tuple(form for shape in shapes for form in self.forms(shape, path))

    def forms(self, shape: Shape, path: OutlinePath = (), step: KeyOrIndex | None = None) -> Iterator[Shape]:
        """The simple forms of a shape: what a reference names, what a choice offers, without null.

        Where a key such as `kind` tells the forms apart, only the one that the text says, unless `step`
        is that very key.
        """
        if "$ref" in shape:
            named = self.schema.get("$defs", {}).get(shape["$ref"].rpartition("/")[2], {})
            yield from self.forms(
                {**named, **{key: shape[key] for key in ("description",) if key in shape}}, path, step
            )
        elif "oneOf" in shape or "anyOf" in shape:
            for one in self._offered(shape, path, step):
                told = {"description": shape["description"]} if "description" in shape else {}
                yield from self.forms({**one, **told}, path, step)
        elif shape.get("type") != "null":
            yield shape

    def _offered(self, shape: Shape, path: OutlinePath, step: KeyOrIndex | None) -> list[Shape]:
        tells = shape.get("discriminator")
        if tells and step != tells["propertyName"]:
            said = self.written.word(*path, tells["propertyName"])
            if said in tells["mapping"]:
                return [{"$ref": tells["mapping"][said]}]
        return list(shape.get("oneOf", shape.get("anyOf", ())))


def _inner(shape: Shape, step: KeyOrIndex) -> Iterator[Shape]:
    """What one step inside a form leads to."""
    if isinstance(step, int):
        items = shape.get("prefixItems", ())
        if step < len(items):
            yield items[step]
        elif isinstance(shape.get("items"), Mapping):
            yield shape["items"]
    elif step in shape.get("properties", {}):
        yield shape["properties"][step]
    elif isinstance(shape.get("additionalProperties"), Mapping):
        yield shape["additionalProperties"]
    else:
        yield from shape.get("patternProperties", {}).values()


def is_sentence(shape: Shape) -> bool:
    """Whether a form is a text in two languages, perhaps with keys besides that may be left out."""
    return set(shape.get("required", ())) == set(LANGUAGES)


def needed(shape: Shape) -> tuple[str, ...]:
    """The keys that a new mapping begins with: those that it must have, and those that are usual."""
    must = shape.get("required", ())
    return tuple(name for name, one in shape["properties"].items() if name in must or one.get("offered"))
