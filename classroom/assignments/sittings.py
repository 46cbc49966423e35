"""Sittings of an exam: begun once, timed by the server, written as drafts, handed in exactly once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from pydantic import JsonValue
from sqlalchemy import Connection, Row, Select, select, update

import exercises
from classroom.assessment import Assessment, assess
from classroom.assignments.drawing import items_of
from classroom.assignments.store import (
    Assigned,
    Assignment,
    assigned_to,
    assignment_in,
    lock_assigned,
)
from classroom.attempt import Attempt, append
from classroom.audit import note
from classroom.drafts import drop_draft
from classroom.frozen import draw_group
from classroom.question_record import QuestionRecord, question_records
from classroom.records import tables
from classroom.records.sanitize import digest, sanitize
from classroom.records.store import Store
from classroom.records.student import Student, lock, read_student
from classroom.records.upsert import insert, upsert
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import Exercise, Grade, Invalid

_SITTING = tables.sitting

HandedInBy = Literal["student", "clock"]
"""Who ended a sitting."""


@dataclass(frozen=True)
class Sitting:
    """One student's exam. `items` are its questions in their order, by their ids in the banks."""

    id: int
    assignment_id: int
    student_id: int
    items: tuple[str, ...]
    begun_at: datetime
    ends_at: datetime
    handed_in_at: datetime | None = None
    handed_in_by: HandedInBy | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the record calls its questions: practice of the same question is another one."""
        return tuple(item_in(self.assignment_id, item) for item in self.items)

    def is_written(self, at: datetime) -> bool:
        """Whether answers are taken at this moment."""
        return self.handed_in_at is None and at < self.ends_at


def item_in(assignment_id: int, item: str) -> str:
    """What the record calls a question in an exam.

    >>> item_in(12, "service.gap")
    'service.gap@12'
    """
    return f"{item}@{assignment_id}"


def sitting_of(store: Store, student: Student, made: Assignment) -> Sitting | None:
    """The student's sitting, handed in if its time is over; None before it is begun."""
    with store.read() as connection:
        found = _find(connection, student, made)
    if found is None or found.handed_in_at is not None or found.is_written(store.clock()):
        return found
    return hand_in(store, found, "clock")


def sittings_of(store: Store, made: Assignment) -> tuple[Sitting, ...]:
    """All sittings of an exam, those whose time is over handed in."""
    hand_in_overdue(store)
    with store.read() as connection:
        return sittings_in(connection, [made])


def sittings_in(
    connection: Connection, made: Collection[Assignment], student: Student | None = None
) -> tuple[Sitting, ...]:
    """The sittings of these exams as they stand in the record, of one student if asked."""
    query = select(_SITTING).where(_SITTING.c.assignment_id.in_([one.id for one in made]))
    if student is not None:
        query = query.where(_SITTING.c.student_id == student.id)
    return tuple(_read(row) for row in connection.execute(query.order_by(_SITTING.c.id)))


def begin(store: Store, student: Student, assigned: Assigned, known: Mapping[str, Exercise]) -> Sitting:
    """Begins the student's sitting, or gives the one that was begun; `known` are the exercises of the banks.

    The questions are drawn first, and the time begins when they are there. What holds is what the record
    says then: the page may have been open since before it was changed. A ReaderError outside of the time
    of the exam, or once its results are told.
    """
    made = assigned.assignment
    with store.read() as connection:
        found = _find(connection, student, made)
    if found is not None:
        return found
    made = _as_it_is_set(assigned_to(store, student), made, store.clock()).assignment
    items = items_of(made, known, store.secret, student)
    for item in items:
        draw_group(store, student, in_exam(known[item], made), 0, before=None)
    with store.write() as connection:
        at = store.clock()
        now = _as_it_is_set(lock_assigned(connection, student), made, at)
        if now.assignment.asks != made.asks:
            raise ReaderError(ASKS_OTHERS)
        values = {"assignment_id": made.id, "student_id": student.id, "items": list(items)}
        ends = now.rules.ends_at(at)
        new = insert(connection, _SITTING).values(**values, begun_at=at, ends_at=ends)
        connection.execute(new.on_conflict_do_nothing())
        begun = _find(connection, student, made)
    assert begun is not None  # noqa: S101 -- it was put there, or another window has been first
    return begun


def in_exam(exercise: Exercise, made: Assignment) -> Exercise:
    """The exercise under the name that it has in the exam, and so with numbers of its own."""
    return replace(exercise, item=exercise.item.model_copy(update={"id": item_in(made.id, exercise.id)}))


def questions_of(store: Store, student: Student, sitting: Sitting) -> tuple[QuestionRecord, ...]:
    """The questions of the sitting in their order, as they were drawn, with what was written."""
    with store.read() as connection:
        found = question_records(connection, student, sitting.names)
    return tuple(found[name] for name in sitting.names)


def refuse_in_exam(
    connection: Connection, student: Student, assigned: Collection[Assigned], item: str, at: datetime
) -> None:
    """A ReaderError for a question of the banks that is in an exam which the student is writing now.

    Practice tells what is right, and a question without drawn numbers is the same there.
    """
    exams = [one.assignment for one in assigned if one.assignment.plan.mode == "exam"]
    written = sittings_in(connection, exams, student) if exams else ()
    if any(item in one.items and one.is_written(at) for one in written):
        raise ReaderError(IN_EXAM)


def save_answer(
    store: Store, student: Student, sitting: Sitting, item: str, response: Mapping[str, object]
) -> None:
    """Keeps what was written to a question; a ReaderError once the sitting is over.

    Nothing is marked before it is handed in. What was kept in time is never lost.
    """
    kept = sanitize(response)
    if item not in sitting.items:
        raise ReaderError(NOT_IN_IT)
    with store.write() as connection:
        lock(connection, student)
        now = _again(connection, sitting)
        if now.student_id != student.id or not now.is_written(store.clock()):
            raise ReaderError(OVER)
        key = {"student_id": student.id, "item": item_in(sitting.assignment_id, item)}
        upsert(connection, tables.draft, key, {"response": kept, "at": store.clock()})


def hand_in(store: Store, sitting: Sitting, by: HandedInBy) -> Sitting:
    """Marks what was written and ends the sitting; whoever comes second finds it ended.

    A sitting that the clock ends was over at its end, whenever that is noticed.
    """
    with store.read() as connection:
        student = _student(connection, sitting)
        marked = _marks(question_records(connection, student, sitting.names))
    with store.write() as connection:
        lock(connection, student)
        now = _again(connection, sitting)
        if now.handed_in_at is not None:
            return now
        at = store.clock()
        if by == "clock" and at < now.ends_at:  # let in again meanwhile
            return now
        ended = replace(
            now, handed_in_at=min(at, now.ends_at), handed_in_by=by if at < now.ends_at else "clock"
        )
        records = question_records(connection, student, sitting.names)
        for name, record in records.items():
            grade = marked.get(name, {}).get(_digest(record)) or _mark(record)
            if isinstance(grade, Grade):
                _append(connection, student, record, grade, ended)
        change = {"handed_in_at": ended.handed_in_at, "handed_in_by": ended.handed_in_by}
        connection.execute(update(_SITTING).where(_SITTING.c.id == sitting.id).values(**change))
    return ended


def hand_in_overdue(store: Store) -> int:
    """Hands in every sitting whose time is over, also of browsers that left; how many there were."""
    is_over = (_SITTING.c.handed_in_at.is_(None), _SITTING.c.ends_at <= store.clock())
    with store.read() as connection:
        overdue = [_read(row) for row in connection.execute(select(_SITTING).where(*is_over))]
    for sitting in overdue:
        hand_in(store, sitting, "clock")
    return len(overdue)


def let_in_again(store: Store, sitting: Sitting, minutes: int, *, why: str, by: str) -> Sitting:
    """Lets a student who was cut off go on with what was written, for so many minutes from now.

    A ReaderError if there is no minute or no reason. What was handed in stays in the record; what is
    handed in last counts.
    """
    if minutes < 1:
        raise ReaderError(NO_MINUTE)
    if not why.strip():
        raise ReaderError(NO_WHY)
    with store.write() as connection:
        lock(connection, _student(connection, sitting))
        if assignment_in(connection, sitting.assignment_id).is_released(store.clock()):
            raise ReaderError(TOLD_ALREADY)
        now = _again(connection, sitting)
        until = max(store.clock(), now.ends_at if now.handed_in_at is None else store.clock())
        change = {"ends_at": until + timedelta(minutes=minutes), "handed_in_at": None, "handed_in_by": None}
        connection.execute(update(_SITTING).where(_SITTING.c.id == sitting.id).values(**change))
        detail: dict[str, JsonValue] = {"student": sitting.student_id, "minutes": minutes, "why": why.strip()}
        note(connection, store.clock(), by, "let_in_again", str(sitting.assignment_id), detail)
        return _again(connection, sitting)


def _as_it_is_set(all_of_them: Collection[Assigned], made: Assignment, at: datetime) -> Assigned:
    """The exam as it holds for the student now; a ReaderError if nobody may begin it."""
    now = next((one for one in all_of_them if one.assignment.id == made.id), None)
    if now is None:
        raise ReaderError(ENDED)
    _refuse_outside(now, at)
    return now


def _refuse_outside(assigned: Assigned, at: datetime) -> None:
    state = assigned.rules.state(at)
    plan = assigned.assignment.plan
    if plan.mode != "exam":
        raise ReaderError(NO_EXAM)
    # who has extra time has it to write, not to begin: the window is the same for all unless it was extended
    is_late = assigned.rules.due_at is not None and at >= assigned.rules.due_at
    if state == "ahead":
        raise ReaderError(NOT_BEGUN)
    if assigned.assignment.is_released(at):
        raise ReaderError(TOLD_ALREADY)
    if state == "closed" or is_late:
        raise ReaderError(ENDED)


_Marks = Mapping[str, Mapping[str, Grade | Invalid | None]]
"""By question and by the digest of what was written."""


def _marks(records: Mapping[str, QuestionRecord]) -> _Marks:
    """What was written, marked before anybody is made to wait: some kinds run a model for it."""
    return {name: {_digest(record): _mark(record)} for name, record in records.items()}


def _digest(record: QuestionRecord) -> str:
    return digest(record.draft) if record.draft is not None else ""


def _mark(record: QuestionRecord) -> Grade | Invalid | None:
    return None if record.draft is None else exercises.grade(record.variant, record.draft)


def _append(
    connection: Connection, student: Student, record: QuestionRecord, grade: Grade, ended: Sitting
) -> None:
    """What was written becomes the attempt that counts; one that was handed in before counts no more."""
    item, response, at = record.variant.item, record.draft or {}, ended.handed_in_at
    assert at is not None  # noqa: S101 -- it has just been ended
    drop_draft(connection, student, item)
    before = record.attempts[-1] if record.attempts else None
    if before is not None and before.response == response:
        return
    if before is not None:
        _set_aside(connection, student, before, at)
    number, score = len(record.attempts) + 1, grade.score
    attempt = Attempt(item, 0, number, response, grade, score, 1.0, score, 0.0, at)
    append(connection, student, record.frozen.id, attempt)


def _set_aside(connection: Connection, student: Student, before: Attempt, at: datetime) -> None:
    table = tables.attempt.c
    key = (table.student_id == student.id, table.item == before.item, table.try_number == before.try_number)
    number = connection.execute(select(table.id).where(*key, table.group_number == before.group)).scalar_one()
    aside = Assessment("regrade", before.grade, 0.0, 0.0, "lab", SET_ASIDE, at)
    assess(connection, number, aside)


def _find(connection: Connection, student: Student, made: Assignment) -> Sitting | None:
    table = _SITTING.c
    query = select(_SITTING).where(table.student_id == student.id, table.assignment_id == made.id)
    row = connection.execute(query).first()
    return None if row is None else _read(row)


def _again(connection: Connection, sitting: Sitting) -> Sitting:
    query: Select[*tuple[Any, ...]] = select(_SITTING).where(_SITTING.c.id == sitting.id)
    return _read(connection.execute(query).one())


def _student(connection: Connection, sitting: Sitting) -> Student:
    query = select(tables.student).where(tables.student.c.id == sitting.student_id)
    return read_student(connection.execute(query).one())


def _read(row: Row[*tuple[Any, ...]]) -> Sitting:
    times = (row.begun_at, row.ends_at, row.handed_in_at, row.handed_in_by)
    return Sitting(row.id, row.assignment_id, row.student_id, tuple(row.items), *times)


SET_ASIDE: Final = "Let in again: what was handed in last counts. 重新进入考试，以最后一次交卷为准。"
NOT_IN_IT: Final = Text(en="This question is not in your exam.", zh="这道题不在你的试卷中。")
OVER: Final = Text(
    en="Your time is over. What was saved until then has been handed in.",
    zh="考试时间已到，此前保存的内容已经交卷。",
)
IN_EXAM: Final = Text(
    en="This question is in the exam that you are writing. Practise with it once you have handed in.",
    zh="这道题在你正在进行的考试中。交卷后才能在这里练习。",
)
NO_EXAM: Final = Text(en="This is no exam.", zh="这不是考试。")
NOT_BEGUN: Final = Text(en="The exam has not opened yet.", zh="考试还没有开始。")
ENDED: Final = Text(
    en="The exam is over; nobody can begin it any more. Ask your teacher if you were kept away.",
    zh="考试已经结束，不能再开始。如有特殊情况，请联系老师。",
)
ASKS_OTHERS: Final = Text(
    en="Your teacher has just changed the questions. Begin again.", zh="老师刚刚更改了试题，请重新开始。"
)
TOLD_ALREADY: Final = Text(
    en="The results are released, so nobody can write any more.", zh="成绩已经公布，不能再作答。"
)
NO_MINUTE: Final = Text(en="Give at least one minute.", zh="请至少给一分钟。")
NO_WHY: Final = Text(
    en="Please say why; the reason stays in the record.", zh="请填写原因，原因会保留在记录中。"
)
