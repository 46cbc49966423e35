"""A lesson: what it is for, and the steps it walks through."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator

from courseware.about import about
from courseware.text import Language, NonEmptyText, Text
from lessons.assignment import AssignmentPlan
from lessons.steps import AnyStep, Mode, Step, contract
from lessons.written import CurriculumItem, LessonModel, Minutes, Name

TextPoints = Annotated[tuple[Text, ...], Field(min_length=1)]


class Goals(LessonModel):
    """What students take away."""

    knowledge: Annotated[TextPoints, about("What they know afterwards.", "知识目标。")]
    ability: Annotated[TextPoints, about("What they can do afterwards.", "能力目标。")]
    character: Annotated[TextPoints, about("What they care about afterwards.", "素质目标。")]


class CharacterCase(LessonModel):
    """Where a point of knowledge meets character: a real firm or person, and what that stands for."""

    point: Annotated[Text, about("The point of knowledge.", "知识点。")]
    case: Annotated[Text, about("What a real firm or person did.", "真实的企业或人物做了什么。")]
    mapping: Annotated[Text, about("The value that it stands for.", "思政映射。")]
    source: Annotated[
        NonEmptyText | Text,
        about(
            "Where the facts stand; plain if it is the same for every reader.", "出处；中英文相同时只写一份。"
        ),
    ]


class Lesson(LessonModel):
    """One topic of the course: two class hours as a rule."""

    schema_: Annotated[Literal["lesson/1"], Field(alias="schema"), about("The kind of file.", "文件类型。")]
    id: Annotated[Name, about("The name of the file, without .yaml.", "文件名（不含 .yaml）。")]
    title: Annotated[Text, about("The heading of the lesson.", "课题。")]
    minutes: Annotated[Minutes, about("How long the class takes.", "课时（分钟）。")]
    goals: Annotated[Goals, about("What students take away.", "教学目标。")]
    key_points: Annotated[TextPoints, about("What matters most.", "教学重点。")]
    difficult_points: Annotated[TextPoints, about("What is hard to grasp.", "教学难点。")]
    methods: Annotated[TextPoints, about("How it is taught.", "教学方法。")]
    tools: Annotated[tuple[Text, ...], about("What is needed in the room.", "教学用具。")] = ()
    character_cases: Annotated[
        tuple[CharacterCase, ...],
        about("Where character comes in; in the teacher's plan only.", "课程思政融入点，只印在教案中。"),
    ] = ()
    curriculum: Annotated[
        tuple[CurriculumItem, ...],
        Field(min_length=1),
        about("The numbers of the knowledge points it teaches.", "所教知识点的编号。"),
    ]
    assignment: Annotated[
        AssignmentPlan | None,
        about(
            "How its questions are set to a class, unless the class is told otherwise; dates are set there.",
            "布置给班级时的默认规则；日期在“作业与考试”页面按班级设定。",
        ),
    ] = None
    steps: Annotated[
        tuple[AnyStep, ...], Field(min_length=1), about("The walk, in order.", "教学步骤，按顺序。")
    ]

    @field_validator("steps")
    @classmethod
    def _name_steps(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Gives each step without an id its number as a name."""
        return tuple(
            step if step.id else step.model_copy(update={"id": f"s{number}"})
            for number, step in enumerate(steps, 1)
        )

    def items(self, mode: Mode | None = None) -> tuple[str, ...]:
        """The ids of the exercises in the lesson, in order; only those of one mode if asked."""
        asked = (one for step in self.steps for one in contract(step).asks())
        return tuple(item for item, own in asked if mode in {None, own})


def titles_of(lesson: Lesson | None, language: Language) -> Mapping[str, str]:
    """What the steps of a lesson are called now, by their ids."""
    return {step.id: step.title[language] for step in lesson.steps} if lesson else {}
