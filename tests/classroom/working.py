"""A student who has been through a whole lesson, and what the lab makes a report of."""

from collections.abc import Mapping

import simulations
from classroom import Store, Student, predict, submit, variant_for, visit
from classroom.lab_report import ReportFacts, lab_report
from classroom.lab_work import lab_work
from classroom.reflection import keep_reflection
from classroom.work_settings import keep_settings
from course import all_exercises, course_plan
from courseware.interface import both
from exercises import right_response, wrong_response
from lessons import AskStep, Course, DiscussStep, Lesson, PlayStep
from papers.lab_report import LabReport
from simulations.parameter import ParameterValue
from web.runs import measures_of

SEED = 7


def work_through(store: Store, student: Student, lesson: Lesson, words: str) -> None:
    """Sees every step, predicts the first option, sets every slider to its end, answers three of four."""
    for step in lesson.steps:
        visit(store, student, lesson.id, step.id)
        if isinstance(step, PlayStep):
            if step.predict is not None:
                predict(store, student, lesson.id, step.id, choice="0")
            keep_settings(store, student, lesson.id, step.id, {**at_the_end(step), "seed": SEED})
        elif isinstance(step, AskStep) and step.options:
            predict(store, student, lesson.id, step.id, choice="0")
        elif isinstance(step, AskStep | DiscussStep):
            predict(store, student, lesson.id, step.id, words=words)
    for number, item in enumerate(dict.fromkeys(lesson.items())):
        exercise = all_exercises()[item]
        variant = variant_for(store, student, exercise)
        if number % 4 < 3:
            response = right_response(variant) if number % 2 else wrong_response(variant)
            submit(store, student, exercise, response)
    keep_reflection(store, student, lesson.id, words)


def at_the_end(step: PlayStep) -> Mapping[str, ParameterValue]:
    """Every slider of the step as far up as it goes."""
    parameters = simulations.find(step.simulation).parameters
    found: dict[str, ParameterValue] = {}
    for name, control in step.controls.items():
        parameter = parameters[name]
        if parameter.bounds is None:
            found[name] = parameter.choices[-1]
        else:
            found[name] = parameter.read(parameter.bounds.high if control.max is None else control.max)
    return found


def report_of(store: Store, student: Student, lesson: Lesson, course: Course | None = None) -> LabReport:
    """The report as the lab makes it, in its course or in another."""
    facts = ReportFacts(course or course_plan(), all_exercises(), "1.2.3", both("lab"), measures_of)
    return lab_report(lesson, student, lab_work(store, student, lesson, all_exercises()), facts)
