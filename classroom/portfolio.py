"""What a student did in a lesson, on one page: predictions, thoughts, answers; and whether all is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from classroom.foreseen import Foreseen, foreseen, option_in
from classroom.prediction import Prediction, predictions_in
from classroom.question_record import QuestionRecord, question_records
from classroom.question_status import open_items
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.text import Text
from exercises import Exercise, say_response
from lessons import AskStep, DiscussStep, ExerciseStep, Lesson, PlayStep, ReadStep, Step


@dataclass(frozen=True)
class Thought:
    """What the student wrote or chose at a question to the class."""

    step: Text
    question: Text
    response: Text


@dataclass(frozen=True)
class AnsweredQuestion:
    """The latest response to one question; `points` is its mark (0-1), `score` what it was worth."""

    item: str
    stem: Text
    response: Text
    score: float
    points: float
    attempts: int
    is_graded: bool
    is_pending: bool = False
    """Whether it waits for a teacher, and is neither right nor wrong yet."""
    to_come: float = 0.0
    """What a teacher's mark may still add at most."""


@dataclass(frozen=True)
class Portfolio:
    """All of one student's work in one lesson."""

    foreseen: tuple[Foreseen, ...]
    thoughts: tuple[Thought, ...]
    answers: tuple[AnsweredQuestion, ...]
    missing: tuple[str, ...]
    """The graded items that still take responses."""

    @property
    def pending(self) -> int:
        """How many graded answers wait for a teacher."""
        return sum(answer.is_graded and answer.is_pending for answer in self.answers)

    @property
    def to_come(self) -> float:
        """How many points their marks may still add at most."""
        return sum(answer.to_come for answer in self.answers if answer.is_graded)


def portfolio(store: Store, student: Student, lesson: Lesson, exercises: Mapping[str, Exercise]) -> Portfolio:
    """What the record holds of this student's work in `lesson`; `exercises` are those of the banks."""
    known = {item: exercises[item] for item in lesson.items() if item in exercises}
    graded = [known[item] for item in lesson.items("graded") if item in known]
    with store.read() as connection:
        records = question_records(connection, student, known)
        predicted = predictions_in(connection, student, lesson.id)
    still_open = open_items(store, student, graded)
    work = tuple(_work(lesson, predicted))
    return Portfolio(
        foreseen=tuple(one for one in work if isinstance(one, Foreseen)),
        thoughts=tuple(one for one in work if isinstance(one, Thought)),
        answers=tuple(
            _answered(records[item], is_graded=item in lesson.items("graded"))
            for item in known
            if item in records and records[item].attempts
        ),
        missing=tuple(item for item in known if item in still_open),
    )


_Predicted = Mapping[str, tuple[Prediction, ...]]
"""What was predicted or written at each step, the first first."""


def _work(lesson: Lesson, predicted: _Predicted) -> Iterator[Foreseen | Thought]:
    """What was predicted, chosen or written at each step that asks for it."""
    for step in lesson.steps:
        found = said_at(step, predicted.get(step.id, ()))
        if found is not None:
            yield found


def said_at(step: Step, said: Sequence[Prediction]) -> Foreseen | Thought | None:
    """What a student's words at a step are, by its kind; nothing where nothing was said."""
    match step:
        case PlayStep():
            return foreseen(step, said)
        case AskStep():
            return _thought(step.title, step.text, step.options, said)
        case DiscussStep():
            return _thought(step.title, step.text, (), said)
        case ReadStep() | ExerciseStep():
            return None  # what is answered there are questions of the banks
        case _:
            assert_never(step)


def _thought(
    title: Text, question: Text, options: Sequence[Text], said: Sequence[Prediction]
) -> Thought | None:
    chosen = option_in(said, len(options))
    if chosen is not None:
        return Thought(title, question, options[chosen])
    words = said[-1].words if said else None
    return Thought(title, question, Text(en=words, zh=words)) if words else None


def _answered(record: QuestionRecord, *, is_graded: bool) -> AnsweredQuestion:
    question, last = record.variant.question, record.attempts[-1]
    return AnsweredQuestion(
        record.variant.item,
        question.stem,
        say_response(question, last.response),
        last.score,
        record.points,
        len(record.attempts),
        is_graded,
        record.is_pending,
        record.to_come,
    )
