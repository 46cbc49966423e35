"""What helps a student along: hints, which cost, and another round for practice, which does not."""

from typing import Final

from classroom.assignments.sittings import refuse_in_exam
from classroom.assignments.store import assigned_to, graded_rules, lock_assigned
from classroom.frozen import current, draw_group
from classroom.question_record import question_record
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import Exercise, Hint, Variant

NO_SUCH_HINT: Final = Text(
    en="Hint {number} cannot be opened: hints open in order, and there are {total}. Open hint {next} first.",
    zh="无法打开提示 {number}：提示须按顺序打开，共有 {total} 条。请先打开提示 {next}。",
)
NO_MORE_HINTS: Final = Text(
    en="There is no hint {number}; this question has {total}.",
    zh="没有提示 {number}，本题共有 {total} 条提示。",
)
NO_HINTS: Final = Text(
    en="Hints are not allowed in this assignment.",
    zh="本次作业不允许看提示。",
)
STILL_OPEN: Final = Text(
    en="This question still takes answers ({left} left). Use them before you practise with another one.",
    zh="本题还可以作答（还剩 {left} 次）。请先用完作答机会，再换一题练习。",
)


def take_hint(store: Store, student: Student, exercise: Exercise, number: int) -> Hint:
    """Opens hint `number` (from 1) of the question in hand; opening it twice costs once.

    A ReaderError says if there is no such hint or an earlier one is still closed. After the last
    try a hint is shown without being held against anyone.
    """
    record = current(store, student, exercise)
    variant = record.variant
    if not 1 <= number <= len(variant.hints):
        raise ReaderError(NO_MORE_HINTS.fill({"number": number, "total": len(variant.hints)}))
    with store.write() as connection:
        assigned = lock_assigned(connection, student)
        refuse_in_exam(connection, student, assigned, exercise.id, store.clock())
        rules = graded_rules(assigned, exercise.id)
        now = question_record(connection, student, exercise.id) or record
        terms = now.terms(exercise, rules, store.clock())
        closed = now.variant.group != variant.group or now.is_closed(terms)
        if not terms.has_hints and number > now.opened:
            raise ReaderError(NO_HINTS)
        if number > now.opened + 1 and not closed:
            values = {"number": number, "total": len(variant.hints), "next": now.opened + 1}
            raise ReaderError(NO_SUCH_HINT.fill(values))
        if number == now.opened + 1 and not closed:
            entry = {"item": exercise.id, "group_number": variant.group, "number": number}
            connection.execute(tables.hint.insert().values(student_id=student.id, **entry, at=store.clock()))
    return variant.hints[number - 1]


def again(store: Store, student: Student, exercise: Exercise, *, group: int | None = None) -> Variant:
    """A new variant to practise with, once this one is solved or its tries are used up.

    The graded mark stays as it is. `group` is the try group that the page showed: asking twice for
    what follows it gives one new variant. A ReaderError says if tries are left.
    """
    record = current(store, student, exercise)
    if group is not None and group != record.variant.group:
        return record.variant
    rules = graded_rules(assigned_to(store, student), exercise.id)
    terms = record.terms(exercise, rules, store.clock())
    if not record.is_closed(terms):
        left = len(terms.rates) - len(record.attempts)
        raise ReaderError(STILL_OPEN.fill({"left": left}))
    return draw_group(store, student, exercise, record.variant.group + 1, before=record).variant
