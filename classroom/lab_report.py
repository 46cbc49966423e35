"""A student's lab report: purpose, equipment, steps with the own settings, results, answers and marks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

import simulations
from classroom.foreseen import Foreseen
from classroom.lab_work import LabWork
from classroom.portfolio import Thought, said_at
from classroom.records.student import Student
from classroom.report_exercises import answer_rows, score_row
from classroom.report_runs import MeasuresOf, run_rows
from courseware.language import conventions
from courseware.text import Text, in_each
from exercises import Exercise
from lessons import AskStep, DiscussStep, ExerciseStep, Lesson, PlayStep, ReadStep, Step
from lessons.plan import Course
from lessons.steps import contract
from papers.lab_report import (
    CellRow,
    HandRow,
    LabReport,
    ReflectionRow,
    ReportRow,
    ReportSection,
    section_heading,
)
from papers.lab_report import ReportCell as Cell
from papers.markdown import as_markdown
from papers.words import as_written, numeral, word

_EXERCISES: Final = 5
"""The number of the section with answers and marks."""
_REMARK: Final = 45
"""Millimetres of room for the teacher."""


@dataclass(frozen=True)
class ReportFacts:
    """What a report takes from the lab around it: the course, its questions, the measures of a run."""

    course: Course
    exercises: Mapping[str, Exercise]
    version: str
    lab: Text
    measures: MeasuresOf


@dataclass(frozen=True)
class _Task:
    """A step in which students do something, under its number on the report."""

    number: str
    step: Step


def lab_report(lesson: Lesson, student: Student, work: LabWork, facts: ReportFacts) -> LabReport:
    """The report of this student, of what is due: a run that is to be predicted only once it was."""
    steps = (step for step in lesson.steps if contract(step).IS_TASK)
    tasks = tuple(_Task(f"3.{number}", step) for number, step in enumerate(steps, 1))
    sections: tuple[tuple[str, Iterable[ReportRow]], ...] = (
        ("report_aims", _aims(lesson)),
        ("report_equipment", _equipment(lesson, facts)),
        ("report_steps", (row for task in tasks for row in _task(task, work, facts.measures))),
        ("report_predictions", _predictions(tasks, work)),
        ("report_exercises", _answers(lesson, facts.exercises, work)),
        ("report_reflection", (ReflectionRow(work.reflection),)),
        ("report_remark", (HandRow(word("report_remark_is"), word("report_signed"), _REMARK),)),
    )
    return LabReport(
        facts.course.title,
        lesson.title,
        tuple(_head(lesson, facts.course, student, work)),
        tuple(
            ReportSection(section_heading(number, name), tuple(rows))
            for number, (name, rows) in enumerate(sections, 1)
        ),
    )


def _head(lesson: Lesson, course: Course, student: Student, work: LabWork) -> Iterator[CellRow]:
    """Who did what and when; school, instructor and mark are for the pen."""
    yield CellRow(
        (
            *_field("report_school", course.school.name if course.school else None, 9),
            *_field("report_course", course.title, 9),
        )
    )
    yield CellRow(_field("report_topic", lesson.title, 21))
    yield CellRow(
        (
            *_field("report_class", _own(student.class_name), 5),
            *_field("report_number", _own(student.number), 5),
            *_field("report_name", _own(student.name), 5),
        )
    )
    at = work.begun.astimezone() if work.begun is not None else None
    day = in_each(lambda language: conventions(language).day.format(at=at)) if at is not None else None
    yield CellRow(
        (
            *_field("report_teacher", None, 5),
            *_field("report_date", day, 5),
            *_field("report_mark", None, 5),
        )
    )


def _field(name: str, value: Text | None, wide: int) -> tuple[Cell, Cell]:
    return Cell(3, (word(name),), "label"), Cell(wide, () if value is None else (value,))


def _own(words: str) -> Text | None:
    """What somebody has said, letter by letter; None for nothing, so that it is filled in by hand."""
    said = as_markdown(words)
    return as_written(said) if said else None


def _aims(lesson: Lesson) -> Iterator[CellRow]:
    goals = lesson.goals
    named = {
        "goal_knowledge": goals.knowledge,
        "goal_ability": goals.ability,
        "goal_character": goals.character,
    }
    for name, texts in named.items():
        yield _named(word(name), texts)


def _named(label: Text, texts: tuple[Text, ...]) -> CellRow:
    """A field over the whole width, several texts counted off."""
    if len(texts) > 1:
        texts = tuple(_counted(number, text) for number, text in enumerate(texts, 1))
    return CellRow((Cell(4, (label,), "label"), Cell(20, texts)))


def _counted(number: int, text: Text) -> Text:
    return in_each(lambda language: f"({number}) {text[language]}")


def _equipment(lesson: Lesson, facts: ReportFacts) -> Iterator[CellRow]:
    software = word("report_software_is", lab=facts.lab, version=facts.version, engine=simulations.ENGINE)
    yield _named(word("report_software"), (software,))
    plays = [step for step in lesson.steps if isinstance(step, PlayStep)]
    titles = dict.fromkeys(simulations.find(step.simulation).words.title for step in plays)
    yield _named(word("report_simulations"), tuple(titles) or (word("report_simulations_none"),))
    yield _named(word("report_data"), tuple(_data(lesson, facts.exercises)) or (word("report_data_none"),))


def _data(lesson: Lesson, exercises: Mapping[str, Exercise]) -> Iterator[Text]:
    """The tables that its questions are about."""
    from datasets import find

    uses = (exercises[item].data for item in lesson.items() if item in exercises)
    for use in {use.id: use for use in uses if use is not None}.values():
        name = "report_data_own" if use.per == "student" else "report_data_class"
        yield word(name, title=find(use.dataset).title, n=use.n)


def _task(task: _Task, work: LabWork, measures: MeasuresOf) -> Iterator[ReportRow]:
    """A step under its number and title, and what the student did in it."""
    step = task.step
    yield CellRow((Cell(24, (_titled(task),), "band"),))
    match step:
        case PlayStep():
            yield from run_rows(step, work, measures)
        case AskStep() | DiscussStep():
            yield from _thought(step, work)
        case ExerciseStep():
            yield _whole(_how_many(step, work))
        case ReadStep():
            return  # nothing is done in it
        case _:
            assert_never(step)


def _titled(task: _Task) -> Text:
    return in_each(lambda language: f"{task.number} {task.step.title[language]}")


def _thought(step: AskStep | DiscussStep, work: LabWork) -> Iterator[CellRow]:
    said = said_at(step, work.said.get(step.id, ()))
    if not isinstance(said, Thought):
        yield _whole(word("report_not_done"))
        return
    if isinstance(step, AskStep):
        yield _whole(step.text)
    own = said.response if said.response in getattr(step, "options", ()) else _own(said.response.en)
    if own is not None:
        yield _named(word("report_my_words"), (own,))


def _whole(text: Text) -> CellRow:
    return CellRow((Cell(24, (text,)),))


def _how_many(step: ExerciseStep, work: LabWork) -> Text:
    done = sum(item in work.questions for item in step.items)
    if not done:
        return word("report_not_done")
    counted = {"done": done, "all": len(step.items)}
    return word("report_questions_done", number=_EXERCISES, numeral=numeral(_EXERCISES), **counted)


def _predictions(tasks: tuple[_Task, ...], work: LabWork) -> Iterator[CellRow]:
    """What was predicted beside what the run showed; only that it is still to be done where it was not."""
    asked = [(task, task.step) for task in tasks if isinstance(task.step, PlayStep) and task.step.predict]
    if not asked:
        yield _whole(word("report_predictions_none"))
        return
    heads = {"report_step": 6, "report_predicted": 7, "report_happened": 8, "report_agrees": 3}
    yield CellRow(tuple(Cell(wide, (word(name),), "label") for name, wide in heads.items()), is_head=True)
    for task, step in asked:
        said = said_at(step, work.said.get(step.id, ()))
        number = _titled(task)
        if isinstance(said, Foreseen):
            yield _compared(number, said)
        else:
            yield CellRow((Cell(6, (number,)), Cell(18, (word("report_not_done"),))))


def _compared(number: Text, said: Foreseen) -> CellRow:
    agrees: Callable[[bool | None], str] = {
        True: "report_came_true",
        False: "report_came_otherwise",
        None: "report_undecided",
    }.__getitem__
    return CellRow(
        (
            Cell(6, (number, said.question)),
            Cell(7, (said.predicted,)),
            Cell(8, (said.happened,)),
            Cell(3, (word(agrees(said.came_true)),)),
        )
    )


def _answers(lesson: Lesson, exercises: Mapping[str, Exercise], work: LabWork) -> Iterator[CellRow]:
    """Each question that was answered, how many were not, and the points of those that count."""
    asked = tuple(item for item in dict.fromkeys(lesson.items()) if item in exercises)
    items = tuple(item for item in asked if item not in work.withheld)
    if not asked:
        yield _whole(word("report_exercises_none"))
        return
    graded = frozenset(lesson.items("graded"))
    answered = [work.questions[item] for item in items if item in work.questions]
    yield from answer_rows(answered, graded)
    left = len(items) - len(answered)
    if left:
        yield _whole(word("report_left_one") if left == 1 else word("report_left", n=left))
    if work.withheld:
        yield _whole(word("report_withheld", n=len(work.withheld)))
    if graded:
        yield score_row(answered, graded & frozenset(items))
