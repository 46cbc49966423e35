"""The plan of the course: its units, the order of its lessons, how it is marked."""

from typing import Annotated, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import LANGUAGES, Language, Text
from lessons.marking import Marks
from lessons.written import LessonModel, Name


class PlanEntry(LessonModel):
    """One lesson on the map of the course, whether it is there yet or still to come."""

    id: Annotated[Name, about("The name of its file, without .yaml.", "文件名（不含 .yaml）。")]
    title: Annotated[Text, about("What the map calls it.", "课程地图上的名称。")]
    leads_to: Annotated[
        tuple[Name, ...], about("The lessons that build on it.", "以本课为基础的后续课。")
    ] = ()


class Unit(LessonModel):
    """A few lessons that belong together."""

    title: Annotated[Text, about("What the unit is about.", "单元名称。")]
    lessons: Annotated[
        tuple[PlanEntry, ...], Field(min_length=1), about("Its lessons, in order.", "本单元的课，按顺序。")
    ]


class School(LessonModel):
    """Who teaches the course, as the first and the last slide and the papers show it."""

    name: Annotated[Text, about("The name of the school.", "学校名称。")]
    logo: Annotated[
        str | None,
        Field(max_length=120),
        about(
            "Its logo, a picture in the folder media: `media/logo.png`.",
            "校徽，media 文件夹中的图片，写成 `media/logo.png`。",
        ),
    ] = None


class Course(LessonModel):
    """The whole course, from course.yaml."""

    schema_: Annotated[Literal["course/1"], Field(alias="schema"), about("The kind of file.", "文件类型。")]
    title: Annotated[Text, about("The name of the course.", "课程名称。")]
    summary: Annotated[Text, about("What it is about, in a sentence or two.", "一两句话的课程简介。")]
    languages: Annotated[
        tuple[Language, ...],
        Field(min_length=1),
        about(
            "The languages that it is taught in; in a course of one language nothing is missing.",
            "授课语言；只用一种语言的课程，不会提示缺少另一种语言。",
        ),
    ] = LANGUAGES
    school: Annotated[
        School | None,
        about(
            "Who teaches it: on the first and the last slide, and on the papers.",
            "开课学校：显示在放映的封面、结束页和打印的各种材料上。",
        ),
    ] = None
    marks: Annotated[Marks, about("How it is marked.", "成绩构成。")]
    units: Annotated[tuple[Unit, ...], Field(min_length=1), about("Its units, in order.", "各单元，按顺序。")]

    @property
    def entries(self) -> tuple[PlanEntry, ...]:
        """All lessons on the map, in order."""
        return tuple(entry for unit in self.units for entry in unit.lessons)

    @property
    def lessons(self) -> tuple[str, ...]:
        """The ids of all lessons on the map, in order."""
        return tuple(entry.id for entry in self.entries)

    def after(self, lesson: str) -> tuple[PlanEntry, ...]:
        """What comes after a lesson: those that build on it, else the next one on the map."""
        entries = self.entries
        places = [place for place, entry in enumerate(entries) if entry.id == lesson]
        if not places:
            return ()
        leads = [entry for entry in entries if entry.id in entries[places[0]].leads_to]
        return tuple(leads) or entries[places[0] + 1 : places[0] + 2]

    def unit_of(self, lesson: str) -> Unit | None:
        """The unit that a lesson belongs to, if it is on the map."""
        return next((unit for unit in self.units if lesson in {entry.id for entry in unit.lessons}), None)
