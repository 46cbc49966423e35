"""What a student writes at the end of a lab report: kept as typed, like a response that is not sent yet."""

from typing import Final

from sqlalchemy import Connection, select

from classroom.drafts import save_draft
from classroom.records import tables
from classroom.records.sanitize import passage
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.problem import ReaderError
from courseware.text import Text

MOST_WORDS: Final = 5000
"""Characters; two printed pages, where teachers ask for half a page."""
_WORDS: Final = "words"
_TOO_LONG: Final = Text(
    en="A reflection has at most {most} characters; this one has {length}. Please shorten it; "
    "what was kept before stays.",
    zh="心得体会最多 {most} 个字符，现在有 {length} 个，请缩短。之前保存的内容仍然保留。",
)


def keep_reflection(store: Store, student: Student, lesson: str, words: str) -> None:
    """Keeps the student's words in place of the earlier ones; a ReaderError if they are far too many."""
    kept = passage(words.replace("\r\n", "\n"))
    if len(kept) > MOST_WORDS:
        raise ReaderError(_TOO_LONG.fill({"most": MOST_WORDS, "length": len(kept)}))
    save_draft(store, student, _item(lesson), {_WORDS: kept})


def reflection_in(connection: Connection, student: Student, lesson: str) -> str:
    """What the student has written of this lesson; empty before anything was."""
    table = tables.draft.c
    query = select(table.response).where(table.student_id == student.id, table.item == _item(lesson))
    kept = connection.scalar(query)
    return str(kept.get(_WORDS, "")) if kept else ""


def _item(lesson: str) -> str:
    """The name of the draft; no question has a colon in its own."""
    return f"report:{lesson}"
