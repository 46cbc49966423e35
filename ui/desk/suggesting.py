"""What may be written where the cursor stands, for the list that opens beside it."""

from functools import lru_cache

from courseware.completing import Suggestion
from exercises import completion as in_bank
from lessons import completion as in_lesson
from ui.components.editor import EditorState
from ui.desk.files import Entry, Stamp
from ui.desk.verdict import known_here


def suggestions(entry: Entry, state: EditorState, others: Stamp) -> tuple[Suggestion, ...]:
    """What fits at the cursor; `others` is how all files of the course stand just now."""
    return _suggestions(entry, state.text, state.line, state.column, others)


@lru_cache(maxsize=64)
def _suggestions(entry: Entry, text: str, line: int, column: int, _others: Stamp) -> tuple[Suggestion, ...]:
    if entry.kind == "bank":
        return in_bank.complete(text, line, column)
    return in_lesson.complete(text, line, column, entry.kind, known_here())
