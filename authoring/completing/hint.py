"""Tells what the key is for that the cursor stands in, so that nobody has to look it up."""

import re
from typing import Final

from authoring.completing.suggest import Situation
from courseware.about import told
from courseware.curriculum import named_point
from courseware.phrases import clauses
from courseware.text import Text


def hint(now: Situation) -> Text | None:
    """What the key under the cursor, or the nearest one around it, is for; its knowledge points by name."""
    path = now.here
    if "curriculum" in path and (points := _points(now.before + now.behind)):
        return points
    for end in range(len(path), 0, -1):
        for shape in now.shapes.at(tuple(path[:end])) if isinstance(path[end - 1], str) else ():
            if text := told(shape.get("description", "")):
                return _KEY.fill({"key": path[end - 1], "told": text})
    return None


def _points(line: str) -> Text | None:
    """The knowledge points that a line names."""
    named = [named_point(int(number)) for number in _NUMBER.findall(line.partition("#")[0])]
    return clauses(named) if named else None


_KEY: Final = Text(en="{key}: {told}", zh="{key}：{told}")
_NUMBER: Final = re.compile(r"(?<![\w.])\d{1,3}(?![\w.])", re.ASCII)
