"""A response is sent: marked, appended in one transaction, and only then told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from pydantic import JsonValue

import exercises
from classroom.assignment_rules import AssignmentRules, TryTerms
from classroom.assignments.sittings import refuse_in_exam
from classroom.assignments.store import graded_rules, lock_assigned
from classroom.attempt import Attempt, append, best_of, earned
from classroom.drafts import drop_draft, save_draft
from classroom.question_record import QuestionRecord, question_record
from classroom.question_status import QuestionStatus, question_status, status_of
from classroom.records.sanitize import sanitize
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import Exercise, Grade, Invalid


@dataclass(frozen=True)
class SubmissionResult:
    """What came of a response, and all that a page shows after it. Either `grade` or `invalid` is there.

    `is_recorded` tells whether this response became an attempt; it did not if it could not be read,
    if it was sent twice, or if no try was left. `question_status` is how the student stands afterwards.
    """

    grade: Grade | None
    invalid: Invalid | None
    is_recorded: bool
    points_earned_now: float
    status: QuestionStatus

    @property
    def try_number(self) -> int:
        """The number of the latest try of this group; 0 before the first."""
        return self.status.attempts_used

    @property
    def attempts_left(self) -> int:
        """How many responses may still be sent in this group."""
        return self.status.attempts_left

    @property
    def best(self) -> float:
        """The best worth so far in this group, 0-1."""
        return self.status.best

    @property
    def item_points(self) -> float:
        """The mark of this exercise so far, 0-1."""
        return self.status.item_points

    @property
    def may_reveal(self) -> bool:
        """Whether the right answer may be shown."""
        return self.status.may_reveal

    @property
    def reveal(self) -> Text | None:
        """The right answer and why, if it may be shown."""
        return self.status.reveal


def submit(
    store: Store,
    student: Student,
    exercise: Exercise,
    response: Mapping[str, object],
    *,
    shown: QuestionStatus | None = None,
) -> SubmissionResult:
    """Marks `response` and records it as the student's next attempt.

    A response that cannot be read costs no try and stays as a draft. The same response sent twice, or
    two sent at the same moment, cost one try: the first stands. `shown` is the standing that the page
    showed, as it is now if left out; a response to an older variant is not held against the student.

    Raises a ReaderError if the response is no plain JSON or the record cannot be written.
    """
    kept = sanitize(response)
    shown = shown or question_status(store, student, exercise)
    # marking may take a while (some kinds rerun a model), so nobody is made to wait for it
    grade = exercises.grade(shown.variant, kept)
    if isinstance(grade, Invalid):
        save_draft(store, student, exercise.id, kept)
        return SubmissionResult(None, grade, False, 0.0, replace(shown, draft=kept))
    return _record(store, student, exercise, _Marked(shown, kept, grade))


@dataclass(frozen=True)
class _Marked:
    """A response on its way into the record."""

    shown: QuestionStatus
    response: Mapping[str, JsonValue]
    grade: Grade

    def is_first(self, now: QuestionRecord) -> bool:
        """Whether the record is still as it was shown: nothing else was sent or drawn meanwhile."""
        return now.frozen.is_same(self.shown.frozen) and len(now.attempts) == self.shown.attempts_used

    def is_again(self, now: QuestionRecord) -> bool:
        """Whether the latest attempt is this very response."""
        return bool(now.attempts) and now.attempts[-1].response == self.response


def _record(store: Store, student: Student, exercise: Exercise, marked: _Marked) -> SubmissionResult:
    with store.write() as connection:
        # what the class is set comes with the lock: a page may have been open since before it was changed
        assigned, at = lock_assigned(connection, student), store.clock()
        refuse_in_exam(connection, student, assigned, exercise.id, at)
        rules = graded_rules(assigned, exercise.id)
        now = question_record(connection, student, exercise.id)
        assert now is not None  # noqa: S101 -- it was shown, and a variant goes only where another comes
        terms = now.terms(exercise, rules, at)
        is_open = marked.is_first(now) and not marked.is_again(now) and not now.is_closed(terms)
        if rules is not None and now.variant.group == 0 and not marked.is_again(now):
            _refuse_outside(rules, at)
        attempt = _next(exercise.id, terms, now, marked, at) if is_open else None
        if attempt is not None:
            append(connection, student, now.frozen.id, attempt)
            if now.draft is not None:
                drop_draft(connection, student, exercise.id)
    if attempt is not None:
        points = now.points + attempt.points
        after = replace(now, attempts=(*now.attempts, attempt), points=points, draft=None)
        return SubmissionResult(attempt.grade, None, True, attempt.points, status_of(after, terms))
    if marked.is_again(now) or not marked.is_first(now):
        return _as_it_stands(status_of(now, terms))
    return SubmissionResult(marked.grade, None, False, 0.0, status_of(now, terms))


def _refuse_outside(rules: AssignmentRules, at: datetime) -> None:
    """A ReaderError outside the time of the assignment, in which the response stays a draft."""
    state = rules.state(at)
    if state in ("open", "late"):
        return
    when = rules.plan.opens_at if state == "ahead" else rules.closes_at
    said = f"{when.astimezone():%Y-%m-%d %H:%M}" if when else ""
    raise ReaderError((NOT_YET if state == "ahead" else CLOSED).fill({"when": said}))


def _next(item: str, terms: TryTerms, now: QuestionRecord, marked: _Marked, at: datetime) -> Attempt:
    """The attempt that follows those in the group, and what it earns."""
    group, number = now.variant.group, len(now.attempts) + 1
    # only the first group is for the mark; those after it are practice
    rate = terms.rates[number - 1] if group == 0 else 0.0
    cost = min(1.0, sum(hint.cost for hint in now.variant.hints[: now.opened]))
    score = marked.grade.score
    points = earned(rate, number, score, cost, best_of(now.attempts))
    return Attempt(item, group, number, marked.response, marked.grade, score, rate, points, cost, at)


def _as_it_stands(now: QuestionStatus) -> SubmissionResult:
    """The outcome of the response that came first."""
    last = now.last
    return SubmissionResult(last.grade if last else None, None, False, last.points if last else 0.0, now)


NOT_YET: Final = Text(
    en="This opens at {when}; answers are taken from then on.",
    zh="{when} 才开始，届时方可作答。",
)
CLOSED: Final = Text(
    en="This closed at {when}; answers are taken no more. What you wrote is kept as you wrote it.",
    zh="已于 {when} 截止，不再接受作答。您填写的内容仍原样保留。",
)
