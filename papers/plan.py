"""A teaching plan as schools hand it in: the head, the class step by step, and what is left to the pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from course import Letterhead, letterhead
from courseware.language import conventions
from courseware.text import Text, as_text, in_each
from lessons.lesson import CharacterCase, Lesson
from lessons.plan import Course
from lessons.step import StageName
from lessons.steps import Step
from papers.activities import of_students, of_teacher
from papers.blocks import Passage, ToldBlock
from papers.content import claimed
from papers.steps import on_paper
from papers.words import numeral, word

CLASS_HOUR = 45
"""Minutes of one class hour (学时)."""


@dataclass(frozen=True)
class PlanRow:
    """One step as a row of the table."""

    title: Text
    minutes: Text
    content: tuple[ToldBlock, ...]
    teacher: tuple[Text, ...]
    students: Text
    intent: Text | None


@dataclass(frozen=True)
class Phase:
    """Steps of one stage that follow each other, under a numbered heading with their minutes."""

    heading: Text
    moments: tuple[PlanRow, ...]


@dataclass(frozen=True)
class TeachingPlan:
    """All that a teaching plan says; class, date, teacher, room and looking back are for the pen."""

    school: Letterhead | None
    course: Text
    unit: Text | None
    topic: Text
    hours: Text
    goals: tuple[tuple[Text, tuple[Text, ...]], ...]
    character: tuple[tuple[Text, ...], ...]
    """The lines of each case of character: the point of knowledge, the case, its value, its source."""
    points: tuple[tuple[Text, tuple[Text, ...]], ...]
    """Key points, difficult points, methods and tools, each under its name; none is empty."""
    phases: tuple[Phase, ...]
    homework: tuple[ToldBlock, ...]
    extension: tuple[ToldBlock, ...]
    """What the quick and universities go on to; empty if the lesson has none."""
    board: tuple[Text, ...]
    """The titles of the steps in which something new is taught, for the blackboard."""
    references: tuple[Text, ...]


def plan_of(lesson: Lesson, course: Course) -> TeachingPlan:
    """The teaching plan of a lesson of this course."""
    unit = course.unit_of(lesson.id)
    goals = lesson.goals
    named = {
        "key_points": lesson.key_points,
        "difficult_points": lesson.difficult_points,
        "methods": lesson.methods,
        "tools": lesson.tools,
    }
    return TeachingPlan(
        school=letterhead(course),
        course=course.title,
        unit=unit.title if unit else None,
        topic=lesson.title,
        hours=class_hours(lesson.minutes),
        goals=(
            (word("goal_knowledge"), goals.knowledge),
            (word("goal_ability"), goals.ability),
            (word("goal_character"), goals.character),
        ),
        character=tuple(_case_of(one) for one in lesson.character_cases),
        points=tuple((word(name), texts) for name, texts in named.items() if texts),
        phases=tuple(_phases(step for step in lesson.steps if step.in_class)),
        homework=tuple(_at_home(lesson.steps, "homework")),
        extension=tuple(_at_home(lesson.steps, "extension")),
        board=tuple(step.title for step in lesson.steps if step.stage == "knowledge"),
        references=tuple(
            dict.fromkeys(as_text(source.cite) for step in lesson.steps for source in step.sources)
        ),
    )


def _case_of(case: CharacterCase) -> tuple[Text, ...]:
    """A case of character as lines, each under its name."""
    lines = {"point": case.point, "case": case.case, "mapping": case.mapping, "source": as_text(case.source)}
    return tuple(word(f"character_{name}", text=text) for name, text in lines.items())


def class_hours(minutes: int) -> Text:
    """How many class hours of 45 minutes that is.

    >>> class_hours(90)["zh"], class_hours(80)["zh"]
    ('2 学时（90 分钟）', '约 1.8 学时（80 分钟）')
    """
    name = "hours_about" if minutes % CLASS_HOUR else "hours_are"
    return word(name, hours=f"{minutes / CLASS_HOUR:.2g}", minutes=minutes)


def _phases(steps: Iterator[Step]) -> Iterator[Phase]:
    for number, (stage, group) in enumerate(groupby(steps, lambda step: step.stage), 1):
        together = tuple(group)
        minutes = sum(step.minutes for step in together)
        values = {"number": number, "numeral": numeral(number), "stage": word(f"stage_{stage}")}
        heading = word("stage_heading", minutes=minutes, **values)
        yield Phase(heading, tuple(_moment(step) for step in together))


def _moment(step: Step) -> PlanRow:
    return PlanRow(
        title=step.title,
        minutes=word("minutes", n=step.minutes),
        content=(*on_paper(step).told(), *claimed(step)),
        teacher=tuple(of_teacher(step)),
        students=of_students(step),
        intent=step.intent,
    )


def _at_home(steps: Sequence[Step], stage: StageName) -> Iterator[ToldBlock]:
    """Each step outside class under its title, with the time it takes and the teacher's notes."""
    for number, step in enumerate((step for step in steps if step.stage == stage), 1):
        yield Passage(_numbered_title(number, step))
        yield from on_paper(step).told()
        yield from claimed(step)
        if step.notes is not None:
            yield Passage(step.notes, word("notes"))
        if step.intent is not None:
            yield Passage(step.intent, word("intent"))


def _numbered_title(number: int, step: Step) -> Text:
    minutes = word("minutes_about", n=step.minutes)
    return in_each(
        lambda language: conventions(language).aside.format(
            what=f"**{number}\\. {step.title[language]}**", aside=minutes[language]
        )
    )
