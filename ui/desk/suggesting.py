"""What may be written where the cursor stands, for the list that opens beside it."""

from functools import lru_cache

from authoring.completing import Suggestion
from authoring.completing import bank as in_bank
from authoring.completing import lesson as in_lesson
from course.files import CourseStamp, EntryKind, FileEntry
from courseware.text import Text
from ui.components.editor import EditorState
from ui.desk.verdict import known_here


def suggestions(entry: FileEntry, state: EditorState, others: CourseStamp) -> tuple[Suggestion, ...]:
    """What fits at the cursor; `others` is how all files of the course stand just now."""
    return _suggestions(entry, state.text, state.line, state.column, others)


def hint_at(entry: FileEntry, state: EditorState) -> Text | None:
    """What stands at the cursor is for."""
    return _hint(entry.kind, state.text, state.line, state.column)


@lru_cache(maxsize=64)
def _hint(kind: EntryKind, text: str, line: int, column: int) -> Text | None:
    if kind == "bank":
        return in_bank.about(text, line, column)
    return in_lesson.about(text, line, column, kind)


@lru_cache(maxsize=64)
def _suggestions(
    entry: FileEntry, text: str, line: int, column: int, _others: CourseStamp
) -> tuple[Suggestion, ...]:
    if entry.kind == "bank":
        return in_bank.complete(text, line, column)
    return in_lesson.complete(text, line, column, entry.kind, known_here())
