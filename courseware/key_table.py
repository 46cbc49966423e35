"""Tells the keys of a file in a Markdown table, from the JSON Schema of the model that reads it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

NameOf = Callable[[str], str]
"""What the page calls the part of a file that a model of this name reads."""


def key_table(schema: Mapping[str, Any], name_of: NameOf) -> Iterator[str]:
    """The lines of the table: each key, what it takes, and what it is for in both languages."""
    yield "| key | takes | what for | 用途 |"
    yield "|---|---|---|---|"
    for key, facts in schema["properties"].items():
        en, _, zh = str(facts.get("description", "")).partition("\n")
        star = "" if key in schema.get("required", ()) else " *(optional)*"
        yield f"| `{key}`{star} | {takes(facts, name_of)} | {en} | {zh} |"


def takes(facts: Mapping[str, Any], name_of: NameOf) -> str:
    """What a key takes, in a few words.

    >>> takes({"type": "integer", "minimum": 1, "maximum": 3}, str)
    'whole number 1–3'
    """
    if "$ref" in facts:
        name = str(facts["$ref"]).rpartition("/")[2]
        return "`{en, zh}`" if name == "Text" else name_of(name)
    for several in ("anyOf", "oneOf"):
        if several in facts:
            return " or ".join(takes(one, name_of) for one in facts[several] if one.get("type") != "null")
    if words := facts.get("enum") or ("const" in facts and [facts["const"]]):
        return " or ".join(f"`{word}`" for word in words)
    return _several(facts, name_of) or _simple(facts)


def _several(facts: Mapping[str, Any], name_of: NameOf) -> str | None:
    if "prefixItems" in facts:
        return "[" + ", ".join(takes(one, name_of) for one in facts["prefixItems"]) + "]"
    if facts.get("type") == "array":
        return f"list of {takes(facts['items'], name_of)}"
    named = [facts.get("additionalProperties"), *facts.get("patternProperties", {}).values()]
    found = next((one for one in named if isinstance(one, dict)), None)
    return None if found is None else f"name: {takes(found, name_of)}"


def _simple(facts: Mapping[str, Any]) -> str:
    words = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
    kind = "name" if "pattern" in facts else words.get(str(facts.get("type")), "any value")
    low, high = facts.get("minimum"), facts.get("maximum")
    if low is not None and high is not None:
        return f"{kind} {low:g}–{high:g}"
    return kind if low is None else f"{kind} from {low:g}"
