"""Writes parts to be filled in, after a schema: what must be there, with a place to go to for each."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Final

from authoring.completing.shapes import Shape, Shapes, is_sentence, needed
from authoring.completing.suggestion import as_value

PASSAGES: Final = frozenset({"text", "stem", "explain", "answer", "notes", "meaning", "summary"})
"""The keys under which texts are long."""
_DEEPEST: Final = 4


class Skeleton:
    """Writes one part; its places to fill in are numbered from 1."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._number = count(1)

    def entries(
        self, shape: Shape, keys: Iterable[str], indent: str = "", given: Mapping[str, str] | None = None
    ) -> str:
        """Lines for these keys of a mapping; `given` are values that are known already, in lines of their
        own if they begin with a line break."""
        lines = []
        for key in keys:
            if given and key in given:
                is_below = given[key].startswith("\n")
                value = given[key].replace("\n", f"\n{indent}") if is_below else f" {given[key]}"
            else:
                value = self.after(key, shape["properties"][key], indent)
            lines.append(f"{key}:{value}")
        return f"\n{indent}".join(lines)

    def after(self, key: str, shape: Shape, indent: str = "", depth: int = 0) -> str:
        """What follows a key and its colon."""
        form = self._form(shape)
        inner = indent + "  "
        if is_sentence(form):
            return self._passage(inner) if key in PASSAGES else f" {self._sentence()}"
        if form.get("type") == "array":
            return self._list(form, inner, depth)
        if form.get("type") == "object":
            if "properties" not in form:
                return f" {{{self._stop()}}}"
            return f"\n{inner}" + self._mapping(form, inner, depth)
        return f" {self._word(form)}"

    def _form(self, shape: Shape) -> Shape:
        forms = list(self._shapes.forms(shape))
        sentences = [form for form in forms if is_sentence(form)]
        return (sentences or forms or [{}])[0]

    def _stop(self, word: object = "") -> str:
        number = next(self._number)
        return f"${{{number}:{word}}}" if word != "" else f"${{{number}}}"

    def _sentence(self) -> str:
        return f'{{en: "{self._stop()}", zh: "{self._stop()}"}}'

    def _passage(self, indent: str) -> str:
        return f"\n{indent}en: |\n{indent}  {self._stop()}\n{indent}zh: |\n{indent}  {self._stop()}"

    def _list(self, form: Shape, indent: str, depth: int) -> str:
        item = self._form(form.get("items", {}))
        if is_sentence(item):
            return "".join(f"\n{indent}- {self._sentence()}" for _ in range(max(1, form.get("minItems", 1))))
        if item.get("type") == "object" and depth < _DEEPEST:
            return f"\n{indent}- {self._mapping(item, indent + '  ', depth)}"
        return f" [{self._word(item)}]"

    def _mapping(self, form: Shape, indent: str, depth: int) -> str:
        keys = needed(form) if depth < _DEEPEST and "properties" in form else ()
        parts = [f"{key}:{self.after(key, form['properties'][key], indent, depth + 1)}" for key in keys]
        return f"\n{indent}".join(parts) or self._stop()

    def _word(self, form: Shape) -> str:
        if "const" in form:
            return as_value(str(form["const"]))
        if "enum" in form:
            return self._stop(as_value(form["enum"][0]))
        if isinstance(form.get("type"), list):  # a formula, which may be a number
            return f'"{self._stop()}"'
        if form.get("type") == "boolean":
            return self._stop("false" if form.get("default") else "true")
        if form.get("type") in {"integer", "number"}:
            return self._stop(form.get("default") or form.get("minimum") or 1)
        return self._stop()
