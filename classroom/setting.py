"""How a student likes the page: language and theme, kept for the next visit."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from classroom.records import tables
from classroom.records.entry import put
from classroom.records.store import Store
from classroom.records.student import Student, lock
from courseware.text import LANGUAGES, Language

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Settings:
    """What the student has chosen; None where the browser decides."""

    language: Language | None = None
    theme: Theme | None = None


def settings(store: Store, student: Student) -> Settings:
    """The settings of this student."""
    query = select(tables.setting).where(tables.setting.c.student_id == student.id)
    with store.read() as connection:
        row = connection.execute(query).first()
    if row is None:
        return Settings()
    return Settings(
        row.language if row.language in LANGUAGES else None,
        row.theme if row.theme in ("light", "dark") else None,
    )


def keep_settings(store: Store, student: Student, chosen: Settings) -> None:
    """Makes `chosen` the settings of this student."""
    if settings(store, student) == chosen:
        return
    with store.write() as connection:
        lock(connection, student)
        values = {"language": chosen.language, "theme": chosen.theme}
        put(connection, tables.setting, {"student_id": student.id}, values)
