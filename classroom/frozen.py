"""The question that one student has in hand: drawn once, then the same after every reload."""

from sqlalchemy import Connection, delete, exists

import exercises
from classroom.drafts import drop_draft
from classroom.question_record import Frozen, QuestionRecord, question_record
from classroom.records import tables
from classroom.records.sanitize import digest
from classroom.records.store import Store
from classroom.records.student import Student, lock
from classroom.records.upsert import insert
from exercises import Exercise, Variant


def variant_for(store: Store, student: Student, exercise: Exercise) -> Variant:
    """The variant this student is to answer now; only its `question` may reach a browser."""
    return current(store, student, exercise).variant


def current(store: Store, student: Student, exercise: Exercise) -> QuestionRecord:
    """The variant of the latest try group with all that belongs to it; drawn now if there is none.

    One that nobody has answered yet is drawn anew when the teacher has changed the question.
    """
    with store.read() as connection:
        found = question_record(connection, student, exercise.id)
    if found is None:
        return draw_group(store, student, exercise, 0, before=None)
    if found.attempts or found.frozen.wording == wording(exercise):
        return found
    return draw_group(store, student, exercise, found.variant.group, before=found)


def draw_group(
    store: Store, student: Student, exercise: Exercise, group: int, *, before: QuestionRecord | None
) -> QuestionRecord:
    """Draws the variant of `group` and keeps it, unless another tab was first: then theirs stays.

    `before` is what was in hand; of the same group it is replaced, unless it was answered meanwhile.
    It is drawn before the record is locked: making a student's data may take a while.
    """
    variant = _draw(store, student, exercise, group)
    is_redrawn = before is not None and before.variant.group == group
    with store.write() as connection:
        if before is not None and is_redrawn:
            lock(connection, student)
            _delete_unanswered(connection, before.frozen)
        added = _insert(connection, store, student, variant, wording(exercise))
        if added is None:
            found = question_record(connection, student, exercise.id)
            assert found is not None  # noqa: S101 -- whoever was first has put it there
            return found
        if before is None:
            return QuestionRecord(added)
        # what was begun for another question does not fit this one
        drop_draft(connection, student, exercise.id)
    return QuestionRecord(added, opened=before.opened if is_redrawn else 0, points=before.points)


def _draw(store: Store, student: Student, exercise: Exercise, group: int) -> Variant:
    """The variant that this student's secret lot gives for `group`."""
    secret, class_name, key = store.secret, student.class_name, student.key
    data = exercises.own_data(exercise, secret=secret, class_name=class_name, student=key)
    return exercises.draw(exercise, secret=secret, class_name=class_name, student=key, group=group, data=data)


def wording(exercise: Exercise) -> str:
    """A digest of all that the teacher wrote about this question and its data."""
    data = exercise.data.model_dump(mode="json") if exercise.data else None
    item = exercise.item.model_dump(mode="json", exclude={"attempts"})
    return digest({"item": item, "data": data, "shuffled": exercise.is_shuffled, "redraw": exercise.redraw})


def _delete_unanswered(connection: Connection, old: Frozen) -> None:
    table = tables.variant.c
    is_answered = exists().where(tables.attempt.c.variant_id == table.id)
    same = (table.id == old.id, table.wording == old.wording)
    connection.execute(delete(tables.variant).where(*same, ~is_answered))


def _insert(
    connection: Connection, store: Store, student: Student, variant: Variant, words: str
) -> Frozen | None:
    """The variant as it was kept; None if this group has one already."""
    body = variant.to_json()
    added = connection.scalar(
        insert(connection, tables.variant)
        .values(
            student_id=student.id,
            item=variant.item,
            group_number=variant.group,
            body=body,
            wording=words,
            drawn_at=store.clock(),
        )
        .on_conflict_do_nothing()
        .returning(tables.variant.c.id)
    )
    return None if added is None else Frozen(added, Variant.from_json(body), words)
