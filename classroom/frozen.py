"""The question that one student has in hand: drawn once, then the same after every reload."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, select

import exercises
from classroom.drafts import drop_draft
from classroom.records import tables
from classroom.records.plain import digest
from classroom.records.store import Store
from classroom.records.student import Student, lock
from exercises import Exercise, Variant


@dataclass(frozen=True)
class Frozen:
    """A variant as the record holds it, under the number that attempts refer to."""

    id: int
    variant: Variant
    wording: str
    """A digest of the question as the teacher had written it when this was drawn."""

    def is_same(self, other: "Frozen") -> bool:
        """Whether both are one entry; an id alone may come back after a redraw."""
        return (self.id, self.wording) == (other.id, other.wording)


def variant_for(store: Store, student: Student, exercise: Exercise) -> Variant:
    """The variant this student is to answer now; only its `question` may reach a browser."""
    return current(store, student, exercise).variant


def current(store: Store, student: Student, exercise: Exercise) -> Frozen:
    """The variant of the latest try group; drawn now if there is none.

    One that nobody has answered yet is drawn anew when the teacher has changed the question.
    """
    with store.read() as connection:
        found = latest(connection, student, exercise.id)
        is_current = found is not None and (
            found.wording == wording(exercise) or _is_answered(connection, found)
        )
    if found is not None and is_current:
        return found
    return keep(store, student, exercise, group=found.variant.group if found else 0, instead_of=found)


def keep(
    store: Store, student: Student, exercise: Exercise, *, group: int, instead_of: Frozen | None = None
) -> Frozen:
    """Draws the variant of `group` and keeps it, unless another tab was first: then theirs stays.

    It is drawn before the record is locked: making a student's data may take a while.
    """
    variant = draw(store, student, exercise, group)
    with store.write() as connection:
        lock(connection, student)
        found = latest(connection, student, exercise.id)
        if found and instead_of and found.is_same(instead_of) and not _is_answered(connection, found):
            connection.execute(delete(tables.variant).where(tables.variant.c.id == found.id))
        elif found and found.variant.group >= group:
            return found
        # what was begun for another question does not fit this one
        drop_draft(connection, student, exercise.id)
        return _insert(connection, store, student, variant, wording(exercise))


def draw(store: Store, student: Student, exercise: Exercise, group: int) -> Variant:
    """The variant that this student's secret lot gives for `group`."""
    secret, class_name, key = store.secret, student.class_name, student.key
    data = exercises.own_data(exercise, secret=secret, class_name=class_name, student=key)
    return exercises.draw(exercise, secret=secret, class_name=class_name, student=key, group=group, data=data)


def latest(connection: Connection, student: Student, item: str) -> Frozen | None:
    """The variant of the highest try group, if any was drawn."""
    table = tables.variant.c
    query = (
        select(table.id, table.body, table.wording)
        .where(table.student_id == student.id, table.item == item)
        .order_by(table.group_number.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return Frozen(row.id, Variant.from_json(row.body), row.wording) if row else None


def wording(exercise: Exercise) -> str:
    """A digest of all that the teacher wrote about this question and its data."""
    data = exercise.data.model_dump(mode="json") if exercise.data else None
    item = exercise.item.model_dump(mode="json", exclude={"attempts"})
    return digest({"item": item, "data": data, "shuffled": exercise.is_shuffled, "redraw": exercise.redraw})


def _is_answered(connection: Connection, found: Frozen) -> bool:
    answered = exists().where(tables.attempt.c.variant_id == found.id)
    return bool(connection.scalar(select(answered)))


def _insert(connection: Connection, store: Store, student: Student, variant: Variant, words: str) -> Frozen:
    body = variant.to_json()
    added = connection.execute(
        tables.variant.insert()
        .values(
            student_id=student.id,
            item=variant.item,
            group_number=variant.group,
            body=body,
            wording=words,
            drawn_at=store.clock(),
        )
        .returning(tables.variant.c.id)
    )
    return Frozen(added.scalar_one(), Variant.from_json(body), words)
