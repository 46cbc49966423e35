"""What a student did in a lesson, on one page: predictions, thoughts, answers; and whether all is done."""

from collections.abc import Mapping
from dataclasses import dataclass

from classroom.frozen import current
from classroom.prediction import predictions
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.standings import Standing, standing
from courseware.text import Text
from exercises import Exercise, say_answer
from lessons import AskStep, DiscussStep, Lesson, PlayStep, Predict


@dataclass(frozen=True)
class Foreseen:
    """A prediction beside what the run showed; `came_true` is None where nothing was foreseen as right."""

    step: Text
    question: Text
    predicted: Text
    happened: Text
    came_true: bool | None


@dataclass(frozen=True)
class Thought:
    """What the student wrote or chose at a question to the class."""

    step: Text
    question: Text
    said: Text


@dataclass(frozen=True)
class Answered:
    """The latest answer to one question; `points` is its mark (0-1), `score` what the answer was worth."""

    item: str
    stem: Text
    answer: Text
    score: float
    points: float
    tries: int
    is_graded: bool


@dataclass(frozen=True)
class Portfolio:
    """All of one student's work in one lesson."""

    foreseen: tuple[Foreseen, ...]
    thoughts: tuple[Thought, ...]
    answers: tuple[Answered, ...]
    missing: tuple[str, ...]
    """The graded items that still take answers."""


def portfolio(store: Store, student: Student, lesson: Lesson, exercises: Mapping[str, Exercise]) -> Portfolio:
    """What the record holds of this student's work in `lesson`; `exercises` are those of the banks."""
    graded = set(lesson.items("graded"))
    stands = {item: standing(store, student, exercises[item]) for item in lesson.items() if item in exercises}
    return Portfolio(
        foreseen=tuple(_foreseen(store, student, lesson)),
        thoughts=tuple(_thoughts(store, student, lesson)),
        answers=tuple(
            _answered(store, student, exercises[item], stand, is_graded=item in graded)
            for item, stand in stands.items()
            if stand.last is not None
        ),
        missing=tuple(item for item, stand in stands.items() if item in graded and _is_open(stand)),
    )


def _is_open(stand: Standing) -> bool:
    """Whether the graded group still takes answers; a practice group means that it is over."""
    return stand.group == 0 and not stand.may_reveal


def _foreseen(store: Store, student: Student, lesson: Lesson) -> list[Foreseen]:
    found = []
    for step in lesson.steps:
        if not isinstance(step, PlayStep) or step.predict is None:
            continue
        chosen = _choice(store, student, lesson, step.id, len(step.predict.options))
        if chosen is not None:
            found.append(_compare(step.title, step.predict, chosen))
    return found


def _compare(title: Text, predict: Predict, chosen: int) -> Foreseen:
    right = predict.answer
    happened = predict.explain if right is None else predict.options[right]
    came_true = None if right is None else right == chosen
    return Foreseen(title, predict.question, predict.options[chosen], happened, came_true)


def _thoughts(store: Store, student: Student, lesson: Lesson) -> list[Thought]:
    found = []
    for step in lesson.steps:
        if not isinstance(step, AskStep | DiscussStep):
            continue
        options = step.options if isinstance(step, AskStep) else ()
        chosen = _choice(store, student, lesson, step.id, len(options))
        said = predictions(store, student, lesson.id, step.id)
        if chosen is not None:
            found.append(Thought(step.title, step.text, options[chosen]))
        elif said and said[-1].words:
            words = said[-1].words
            found.append(Thought(step.title, step.text, Text(en=words, zh=words)))
    return found


def _choice(store: Store, student: Student, lesson: Lesson, step: str, options: int) -> int | None:
    """The index of what was chosen first, if that option is still there."""
    said = predictions(store, student, lesson.id, step)
    choice = said[0].choice if said else None
    if choice is None or not choice.isdecimal() or int(choice) >= options:
        return None
    return int(choice)


def _answered(
    store: Store, student: Student, exercise: Exercise, stand: Standing, *, is_graded: bool
) -> Answered:
    question = current(store, student, exercise).variant.question
    assert stand.last is not None  # noqa: S101 -- the caller chose those that were answered
    return Answered(
        exercise.id,
        question.stem,
        say_answer(question, stand.last.response),
        stand.last.score,
        stand.item_points,
        stand.tries_used,
        is_graded,
    )
