"""Changes one value in the text of a file; every other character stays as the teacher typed it."""

from authoring.edit.entries import insert_item, insert_key, insert_lines, remove
from authoring.edit.values import as_list, replace_value, replace_values
from authoring.edit.writing import YamlValue

__all__ = [
    "YamlValue",
    "as_list",
    "insert_item",
    "insert_key",
    "insert_lines",
    "remove",
    "replace_value",
    "replace_values",
]
