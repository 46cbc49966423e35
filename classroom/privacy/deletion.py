"""A person is deleted: every row about them goes, or the marks stay without a name and without words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, select, update

from classroom.audit import note
from classroom.privacy.holdings import HOLDINGS
from classroom.privacy.person import Person
from classroom.records import tables
from courseware.text import LANGUAGES
from exercises.fields import made_of

_NO_WORDS: Final[Mapping[str, Any]] = dict.fromkeys(LANGUAGES, "")


@dataclass
class Deletion:
    """How many rows of each table were deleted, how many were emptied of words, how many stay."""

    deleted: dict[str, int] = field(default_factory=dict)
    emptied: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)


def delete_person(
    connection: Connection, person: Person, at: datetime, *, keep_marks: bool = False, actor: str
) -> Deletion:
    """Deletes the person in the caller's transaction; who rolls it back has seen what would happen."""
    done = Deletion()
    # from here on the database lets their attempts go, and those of nobody else
    _disown(connection, person)
    for table, condition in reversed(tuple(person.tables())):
        count = connection.scalar(select(func.count()).select_from(table).where(condition)) or 0
        if not count:
            continue
        if keep_marks and (HOLDINGS[table.name].is_kept_with_marks or table.name == "student"):
            done.kept[table.name] = count
            _empty(connection, table, condition, done)
        else:
            connection.execute(delete(table).where(condition))
            done.deleted[table.name] = count
    detail = {"keep_marks": keep_marks, "rows_deleted": sum(done.deleted.values())}
    for student in person.students or (0,):
        note(connection, at, actor, "delete-student", f"student {student}", detail)
    return done


def _disown(connection: Connection, person: Person) -> None:
    """Takes number and name from the student; the class stays, for what is counted by it."""
    table = tables.student
    nobody = {"number": "", "name": "", "kind": "deleted"}
    connection.execute(update(table).where(table.c.id.in_(person.students)).values(**nobody))


def _empty(connection: Connection, table: Table, condition: ColumnElement[bool], done: Deletion) -> None:
    """Empties what somebody has written in these rows."""
    words = HOLDINGS[table.name].words
    if not words:
        return
    if table is tables.attempt:
        done.emptied[table.name] = _empty_attempts(connection, condition)
    elif table is tables.mark_entry:
        done.emptied[table.name] = _rewrite(connection, table, condition)
    elif table is tables.peer_rating:
        done.emptied[table.name] = _empty_ratings(connection, condition)
    else:
        values = {name: _grade(None) if name == "grade" else "" for name in words}
        if table is tables.assessment:
            _empty_assessments(connection, condition)
        else:
            connection.execute(update(table).where(condition).values(**values))
        done.emptied[table.name] = done.kept[table.name]


def _empty_attempts(connection: Connection, condition: ColumnElement[bool]) -> int:
    """Empties the attempts at questions in which words are typed; choices and numbers are nobody's words."""
    attempt, variant = tables.attempt, tables.variant
    query = (
        select(attempt.c.id, attempt.c.score, variant.c.body)
        .join_from(attempt, variant, variant.c.id == attempt.c.variant_id)
        .where(condition)
    )
    typed = [row for row in connection.execute(query) if _has_words(row.body)]
    for row in typed:
        values = {"response": {}, "response_digest": "", "grade": _grade(row.score)}
        connection.execute(update(attempt).where(attempt.c.id == row.id).values(**values))
    return len(typed)


def _has_words(body: Mapping[str, Any]) -> bool:
    return any(made_of(one["kind"]) == "words" for one in body["question"]["fields"])


def _empty_assessments(connection: Connection, condition: ColumnElement[bool]) -> None:
    table = tables.assessment
    for row in connection.execute(select(table.c.id, table.c.score).where(condition)).all():
        values = {"grade": _grade(row.score), "why": ""}
        connection.execute(update(table).where(table.c.id == row.id).values(**values))


def _grade(score: float | None) -> dict[str, Any]:
    """A grade of which the score alone is left."""
    return {"score": score or 0.0, "parts": [], "feedback": dict(_NO_WORDS), "advice": None}


def _rewrite(connection: Connection, table: Table, condition: ColumnElement[bool]) -> int:
    """Writes mark entries anew without their reasons, in their order: an entry is never changed."""
    rows = connection.execute(select(table).where(condition).order_by(table.c.id)).all()
    connection.execute(delete(table).where(condition))
    connection.execute(table.insert(), [_without_why(row) for row in rows])
    return len(rows)


def _without_why(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    return {**row._mapping, "why": ""}


def _empty_ratings(connection: Connection, condition: ColumnElement[bool]) -> int:
    table = tables.peer_rating
    rows = connection.execute(select(table.c.id, table.c.value).where(condition)).all()
    for row in rows:
        connection.execute(update(table).where(table.c.id == row.id).values(value=without_words(row.value)))
    return len(rows)


def without_words(value: Any) -> Any:
    """A JSON value with its numbers and without what somebody wrote.

    >>> without_words({"work": 4, "said": "always late", "parts": [1, "x", True, None]})
    {'work': 4, 'said': '', 'parts': [1, '', True, None]}
    """
    if isinstance(value, str):
        return ""
    if isinstance(value, Mapping):
        return {name: without_words(inner) for name, inner in value.items()}
    if isinstance(value, Iterable):
        return [without_words(inner) for inner in value]
    return value
