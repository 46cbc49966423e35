"""The first slide: whose course it is, what the lesson is called, how its hour is made up."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

import streamlit as st

from courseware.interface import both, say
from courseware.language import DisplayLanguage
from courseware.text import Language, Text
from lessons import Lesson, Slide, StageName
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.display_language import both_in_line, fitted, languages, tell
from ui.present.screen import Screen
from ui.school import school_line
from ui.stamp import stamp_of

HAS_HEAD: Final = False


def show(screen: Screen) -> None:
    """Draws school, course and title, the hour as a strip of its parts, a picture of what is played with."""
    lesson, shown = screen.lesson, languages(screen.display_language)
    course = screen.visit.registry.course()
    unit = course.unit_of(lesson.id)
    with fitted(f"title-{screen.key}"):
        with st.container(key=f"school-{screen.key}"):
            school_line(course, shown)
        names = (course.title, *((unit.title,) if unit else ()))
        st.caption(" · ".join(both_in_line(name, screen.display_language) for name in names))
        with st.container(key=f"big-{screen.key}"):
            tell(lesson.title, screen.display_language, f"title-{screen.key}", form="# {}")
        st.caption(" · ".join(say("minutes", language, n=lesson.minutes) for language in shown))
        st.html(_hour(lesson, screen.display_language))
        if stamp := stamp_of(lesson):
            st.html(f'<img class="lab-cover" src="{stamp}" alt="">')


def _hour(lesson: Lesson, display_language: DisplayLanguage) -> str:
    """The parts of the hour in order, each as wide as it is long; below them their names and minutes."""
    steps = [step for step in lesson.steps if step.in_class]
    minutes: dict[StageName, int] = {}
    for step in steps:
        minutes[step.stage] = minutes.get(step.stage, 0) + step.minutes
    bars = "".join(
        f'<i data-stage="{stage}" style="flex: {sum(step.minutes for step in part)}"></i>'
        for stage, part in groupby(steps, key=lambda step: step.stage)
    )
    said = {stage: both_in_line(both(f"stage_{stage}"), display_language) for stage in minutes}
    names = "".join(
        f'<span data-stage="{stage}"><i></i>{said[stage]} {n}</span>' for stage, n in minutes.items()
    )
    return f'<div class="lab-hour"><p aria-hidden="true">{bars}</p><p>{names}</p></div>'


def phases(_lesson: Lesson, _slide: Slide) -> int:
    """Nothing is hidden."""
    return 0


def outline(lesson: Lesson, _slide: Slide, language: Language) -> Iterator[str]:
    """The key points."""
    yield "\n".join(f"- {point[language]}" for point in lesson.key_points)


def answer(_lesson: Lesson, _slide: Slide, _language: Language) -> Text | None:
    """Nothing is hidden."""
    return None


def setup(_: Screen) -> PlaySetup | None:
    """Nothing is played with."""
    return None


def applied(_: Screen) -> Mapping[str, ParameterValue] | None:
    """Nothing is set."""
    return None
