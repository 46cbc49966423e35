"""Assignments in the record: what a class is set, what is changed of it, and who is allowed more."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select, update

from classroom.assignment_rules import NO_EXTENSION, AssignmentRules, Extension
from classroom.assignments.unfinished import MAY_BEGIN_UNTIL, WRITTEN_UNTIL
from classroom.audit import note
from classroom.classes import SchoolClass
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, read_student
from classroom.records.upsert import upsert
from classroom.revisions.history import lock_file
from courseware.problem import ReaderError
from courseware.text import Text
from lessons import DatedAssignment

_ASSIGNMENT, _EXTENSION = tables.assignment, tables.extension
_WHOLE: Final = (_ASSIGNMENT, WRITTEN_UNTIL, MAY_BEGIN_UNTIL)


@dataclass(frozen=True)
class Assignment:
    """What one class is set; `lesson` is where its questions come from, if they come from one."""

    id: int
    class_id: int
    lesson: str | None
    plan: DatedAssignment
    released_at: datetime | None = None
    ended_at: datetime | None = None
    written_until: datetime | None = None
    """When the last sitting ends that is not handed in."""
    may_begin_until: datetime | None = None
    """Until when somebody who has not begun may do so by an extension."""

    @property
    def asks(self) -> object:
        """What it asks, however it is timed: equal for equal questions."""
        return _questions(self.plan)

    def is_released(self, at: datetime) -> bool:
        """Whether results of an exam may be shown; of everything else they always may.

        So long as anybody's sitting may be open nobody is told, whatever time was named for it.
        """
        return self.is_due_to_be_told(at) and self.held_until(at) is None

    def is_due_to_be_told(self, at: datetime) -> bool:
        """Whether the teacher has released the results, or the time for it has come."""
        by_time = self.plan.release_at is not None and self.plan.release_at <= at
        return self.plan.mode != "exam" or self.released_at is not None or by_time

    def held_until(self, at: datetime) -> datetime | None:
        """Until when somebody may still be writing; None if nobody may.

        Who has not begun when a teacher releases the results cannot begin any more.
        """
        open_until = [self.written_until, self.may_begin_until if self.released_at is None else None]
        return max((until for until in open_until if until is not None and until > at), default=None)


@dataclass(frozen=True)
class Assigned:
    """An assignment as it holds for one student."""

    assignment: Assignment
    extension: Extension = NO_EXTENSION

    @property
    def rules(self) -> AssignmentRules:
        """What holds for this student."""
        return AssignmentRules(self.assignment.plan, self.extension)


def make(store: Store, of: SchoolClass, plan: DatedAssignment, lesson: str | None, *, by: str) -> Assignment:
    """Sets the class an assignment; a ReaderError if it has no questions or one that is set already."""
    with store.write() as connection:
        lock_file(connection, f"class/{of.name}")
        _refuse(plan, _of_class(connection, of))
        values = {"class_id": of.id, "lesson": lesson, "mode": plan.mode, "by": by}
        new = _ASSIGNMENT.insert().values(**values, body=_body(plan), at=store.clock())
        number = connection.execute(new.returning(_ASSIGNMENT.c.id)).scalar_one()
        made = assignment_in(connection, number)
        note(connection, store.clock(), by, "make_assignment", str(made.id), _body(plan))
    return made


def change(store: Store, of: SchoolClass, made: Assignment, plan: DatedAssignment, *, by: str) -> Assignment:
    """Gives the assignment other rules or dates; answers that are there keep what they earned.

    Who is writing gets the time that is given now, and loses none. What has been told stays told.
    A ReaderError if an exam has begun and would get other questions or become something else.
    """
    with store.write() as connection:
        lock_file(connection, f"class/{of.name}")
        _refuse(plan, (one for one in _of_class(connection, of) if one.id != made.id))
        if _has_begun(connection, made) and _questions(plan) != made.asks:
            raise ReaderError(HAS_BEGUN)
        was, at = assignment_in(connection, made.id), store.clock()
        told = at if was.plan.mode == "exam" and was.is_released(at) else None
        values = {"mode": plan.mode, "body": _body(plan), "released_at": was.released_at or told}
        connection.execute(update(_ASSIGNMENT).where(_ASSIGNMENT.c.id == made.id).values(**values))
        now = assignment_in(connection, made.id)
        _lengthen(connection, [now], at)
        note(connection, at, by, "change_assignment", str(made.id), _body(plan))
        return assignment_in(connection, made.id)


def end(store: Store, made: Assignment, *, by: str) -> None:
    """Takes an assignment back: it holds for nobody any more; what was answered stays in the record."""
    _mark(store, made, "ended_at", "end_assignment", by)


def release(store: Store, made: Assignment, *, by: str) -> None:
    """Shows everybody what an exam earned and why; a ReaderError while somebody is still writing."""
    with store.read() as connection:
        if _is_written(connection, made):
            raise ReaderError(STILL_WRITTEN)
    _mark(store, made, "released_at", "release_assignment", by)


def extend(
    store: Store, made: Assignment, student: Student, extension: Extension, *, why: str, by: str
) -> None:
    """Allows one student more, also who is writing now.

    A ReaderError if it would be less than others have, says no reason, or would let somebody begin an exam
    whose results are told.
    """
    if extension.time_factor < 1 or extension.extra_tries < 0:
        raise ReaderError(LESS)
    if not why.strip():
        raise ReaderError(NO_REASON)
    values: dict[str, Any] = {
        "due_at": extension.due_at,
        "time_factor": extension.time_factor,
        "extra_tries": extension.extra_tries,
        "why": why.strip(),
    }
    with store.write() as connection:
        may_begin = extension.due_at is not None and extension.due_at > store.clock()
        if may_begin and _is_told(connection, made, store.clock()):
            raise ReaderError(TOLD)
        key = {"assignment_id": made.id, "student_id": student.id}
        upsert(connection, _EXTENSION, key, {**values, "by": by, "at": store.clock()})
        due = extension.due_at.isoformat() if extension.due_at else None
        detail: dict[str, JsonValue] = {**values, "due_at": due, "student": student.id}
        note(connection, store.clock(), by, "extend_assignment", str(made.id), detail)
        exams = [one.assignment for one in _assigned(connection.execute(_assigned_query(student)).all())]
        _lengthen(connection, exams, store.clock(), tables.sitting.c.student_id == student.id)


def assignments_of(store: Store, of: SchoolClass) -> tuple[Assignment, ...]:
    """What the class is set now, the latest last."""
    with store.read() as connection:
        return _of_class(connection, of)


def assignments_by_class(
    connection: Connection, names: Collection[str]
) -> Mapping[str, tuple[Assignment, ...]]:
    """What each of these classes is set now, by the name of the class, the latest last; one query."""
    school, found = tables.school_class, dict[str, tuple[Assignment, ...]]()
    query = select(*_WHOLE, school.c.name.label("class_name")).join(
        school, school.c.id == _ASSIGNMENT.c.class_id
    )
    is_set = (school.c.name.in_(names), _ASSIGNMENT.c.ended_at.is_(None))
    for row in connection.execute(query.where(*is_set).order_by(_ASSIGNMENT.c.id)):
        found[row.class_name] = (*found.get(row.class_name, ()), _read(row))
    return found


def assignment_in(connection: Connection, number: int) -> Assignment:
    """The assignment of this number in the record."""
    return _read(connection.execute(select(*_WHOLE).where(_ASSIGNMENT.c.id == number)).one())


def extensions_of(
    connection: Connection, students: Sequence[Student], made: Sequence[Assignment]
) -> dict[tuple[int, int], Extension]:
    """What students are allowed beyond others, by student and assignment; whoever is not here has nothing.

    The factor of extra time is the student's: the latest that was given holds in every assignment.
    """
    table = _EXTENSION.c
    query = select(_EXTENSION).where(table.student_id.in_([one.id for one in students])).order_by(table.at)
    rows = connection.execute(query).all()
    factors = {row.student_id: row.time_factor for row in rows if row.time_factor is not None}
    own = {(row.student_id, row.assignment_id): row for row in rows}
    return {
        (student, one.id): _extension(own.get((student, one.id)), factors.get(student))
        for student in {row.student_id for row in rows}
        for one in made
    }


def extensions_here(store: Store, students: Sequence[Student], made: Assignment) -> dict[int, Extension]:
    """What students are allowed in one assignment, by student."""
    with store.read() as connection:
        found = extensions_of(connection, students, [made])
    return {student: extension for (student, _), extension in found.items()}


def assigned_to(store: Store, student: Student) -> tuple[Assigned, ...]:
    """What this student is set, in the order in which it was made; one query, none for who has no class."""
    if student.kind != "enrolled":
        return ()
    with store.read() as connection:
        return _assigned(connection.execute(_assigned_query(student)).all())


def lock_assigned(connection: Connection, student: Student) -> tuple[Assigned, ...]:
    """The same in the query that makes other writers wait who would write for this student."""
    query = _assigned_query(student).with_for_update(of=tables.student, key_share=True)
    return _assigned(connection.execute(query).all())


def graded_rules(assigned: Iterable[Assigned], item: str) -> AssignmentRules | None:
    """The rules of the graded assignment that sets this question; None if none does."""
    return next(
        (one.rules for one in assigned if one.assignment.plan.mode == "graded" and item in _named(one)), None
    )


def _named(one: Assigned) -> tuple[str, ...]:
    return one.assignment.plan.items or ()


def _assigned_query(student: Student) -> Select[*tuple[Any, ...]]:
    """One row for each assignment of the student's class, or a single one without."""
    who, school, other = tables.student, tables.school_class, _EXTENSION.alias()
    latest = (
        select(other.c.time_factor)
        .where(other.c.student_id == student.id, other.c.time_factor.is_not(None))
        .order_by(other.c.at.desc())
        .limit(1)
        .scalar_subquery()
    )
    own = and_(_EXTENSION.c.assignment_id == _ASSIGNMENT.c.id, _EXTENSION.c.student_id == who.c.id)
    in_class = and_(school.c.name == who.c.class_name, who.c.kind == "enrolled")
    is_set = and_(_ASSIGNMENT.c.class_id == school.c.id, _ASSIGNMENT.c.ended_at.is_(None))
    return (
        select(*_WHOLE, _EXTENSION.c.due_at, _EXTENSION.c.extra_tries, latest.label("factor"))
        .select_from(
            who.outerjoin(school, in_class).outerjoin(_ASSIGNMENT, is_set).outerjoin(_EXTENSION, own)
        )
        .where(who.c.id == student.id)
        .order_by(_ASSIGNMENT.c.id)
    )


def _assigned(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Assigned, ...]:
    return tuple(Assigned(_read(row), _extension(row, row.factor)) for row in rows if row.id is not None)


def _extension(row: Row[*tuple[Any, ...]] | None, factor: float | None) -> Extension:
    if row is None:
        return Extension(time_factor=factor or 1.0)
    return Extension(row.due_at, factor or 1.0, row.extra_tries or 0)


def _of_class(connection: Connection, of: SchoolClass) -> tuple[Assignment, ...]:
    query = select(*_WHOLE).where(_ASSIGNMENT.c.class_id == of.id, _ASSIGNMENT.c.ended_at.is_(None))
    return tuple(_read(row) for row in connection.execute(query.order_by(_ASSIGNMENT.c.id)))


def _mark(store: Store, made: Assignment, column: str, action: str, by: str) -> None:
    with store.write() as connection:
        row = update(_ASSIGNMENT).where(_ASSIGNMENT.c.id == made.id, _ASSIGNMENT.c[column].is_(None))
        if connection.execute(row.values({column: store.clock()})).rowcount:
            note(connection, store.clock(), by, action, str(made.id))


def _refuse(plan: DatedAssignment, others: Iterable[Assignment]) -> None:
    if not plan.items and not plan.pools:
        raise ReaderError(NO_QUESTIONS)
    if plan.mode != "graded":
        return
    taken = {item for one in others if one.plan.mode == "graded" for item in one.plan.items or ()}
    if both := sorted(taken & set(plan.items or ())):
        raise ReaderError(SET_TWICE.fill({"items": ", ".join(both)}))


def _questions(plan: DatedAssignment) -> object:
    return plan.mode, plan.items, plan.pools, plan.is_shuffled


def _has_begun(connection: Connection, made: Assignment) -> bool:
    sitting = tables.sitting.c
    return connection.scalar(select(sitting.id).where(sitting.assignment_id == made.id).limit(1)) is not None


def _is_written(connection: Connection, made: Assignment) -> bool:
    sitting = tables.sitting.c
    of_it = select(sitting.id).where(sitting.assignment_id == made.id, sitting.handed_in_at.is_(None))
    return connection.scalar(of_it.limit(1)) is not None


def _is_told(connection: Connection, made: Assignment, at: datetime) -> bool:
    return made.plan.mode == "exam" and assignment_in(connection, made.id).is_released(at)


def _lengthen(
    connection: Connection, made: Sequence[Assignment], at: datetime, *who: ColumnElement[bool]
) -> None:
    """Gives who is writing the time that holds for them now; nobody loses any."""
    sitting, plans = tables.sitting, {one.id: one.plan for one in made}
    query = (
        select(tables.student, sitting.c.id.label("sitting"), sitting.c.assignment_id)
        .add_columns(sitting.c.begun_at, sitting.c.ends_at)
        .join(sitting, sitting.c.student_id == tables.student.c.id)
        .where(sitting.c.assignment_id.in_(plans), sitting.c.handed_in_at.is_(None), sitting.c.ends_at > at)
        .order_by(tables.student.c.id)
        .with_for_update(of=tables.student, key_share=True)
    )
    rows = connection.execute(query.where(*who)).all()
    extensions = extensions_of(connection, [read_student(row) for row in rows], made)
    for row in rows:
        extension = extensions.get((row.id, row.assignment_id), NO_EXTENSION)
        ends = AssignmentRules(plans[row.assignment_id], extension).ends_at(row.begun_at)
        if ends > row.ends_at:
            connection.execute(update(sitting).where(sitting.c.id == row.sitting).values(ends_at=ends))


def _body(plan: DatedAssignment) -> dict[str, JsonValue]:
    return plan.model_dump(mode="json", by_alias=True, exclude_none=True)


def _read(row: Row[*tuple[Any, ...]]) -> Assignment:
    plan = DatedAssignment.model_validate(row.body)
    times = (row.released_at, row.ended_at, row.written_until, row.may_begin_until)
    return Assignment(row.id, row.class_id, row.lesson, plan, *times)


NO_QUESTIONS: Final = Text(
    en="This assignment has no questions. Choose a lesson with graded ones, name some, or use a pool.",
    zh="这份作业没有题目。请选择有计分题的课，列出题目，或从题库抽题。",
)
SET_TWICE: Final = Text(
    en="The class is set these questions already: {items}. A question counts in one graded assignment only.",
    zh="这些题目已经布置给本班：{items}。一道题只能计入一份作业。",
)
HAS_BEGUN: Final = Text(
    en="The exam has begun, so its questions stay as they are. Times and points can still be changed.",
    zh="考试已经开始，题目不能再改；时间和分值仍可修改。",
)
TOLD: Final = Text(
    en="The results are told, so nobody can begin later. Leave the due time empty; extra time can be given.",
    zh="成绩已经公布，不能再让人晚些开始考试。请把截止时间留空；时间系数仍可放宽。",
)
STILL_WRITTEN: Final = Text(
    en="Somebody is still writing. Release the results when everybody has handed in.",
    zh="还有学生在作答，请等所有人交卷后再公布成绩。",
)
LESS: Final = Text(
    en="An extension cannot give less than the others have: a factor is at least 1, extra tries at least 0.",
    zh="个别放宽不能少于其他人：时间系数至少为 1，增加的次数至少为 0。",
)
NO_REASON: Final = Text(
    en="Please say why; the reason stays in the record.", zh="请填写原因，原因会保留在记录中。"
)
