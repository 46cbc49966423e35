"""Changes one value in the text of a file; every other character stays as the teacher typed it."""

from courseware.edit.entries import insert_item, insert_key, remove
from courseware.edit.values import replace_value
from courseware.edit.writing import Value

__all__ = ["Value", "insert_item", "insert_key", "remove", "replace_value"]
