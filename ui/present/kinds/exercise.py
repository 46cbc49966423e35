"""A question from the bank: stem and options large; right, wrong and the reasons on reveal."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from course import all_exercises
from courseware.interface import say
from courseware.text import Language, Text
from exercises import Variant, reveal
from exercises.specimen import variant_of
from lessons import Lesson, Slide
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.fields import on_slide, show_question
from ui.present.fields.controls import SOLVED, ControlsOnSlide
from ui.present.screen import Screen

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the question of the slide as it is drawn for the teacher's own try."""
    exercise = all_exercises().get(screen.slide.item or "")
    if exercise is None:
        st.warning(say("exercise_missing", screen.language, why=screen.slide.item))
        return
    variant = variant_of(exercise, screen.language)
    show_question(screen, variant)


def phases(_lesson: Lesson, slide: Slide) -> int:
    """The answer; where it is played for, the simulation before it."""
    exercise = all_exercises().get(slide.item or "")
    if exercise is None:
        return 0
    return 1 if on_slide(variant_of(exercise, "en").question.fields[0]).played() is None else SOLVED


def outline(_lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    """The question, and what there is to choose from."""
    exercise = all_exercises().get(slide.item or "")
    if exercise is not None:
        question = variant_of(exercise, language).question
        yield question.stem[language]
        for field in question.fields:
            if not question.is_single:
                yield f"**{field.label[language]}**"
            yield on_slide(field).outline(language)


def answer(_lesson: Lesson, slide: Slide, language: Language) -> Text | None:
    """What is right and why, as the question's kind tells it."""
    exercise = all_exercises().get(slide.item or "")
    return None if exercise is None else reveal(variant_of(exercise, language))


def setup(screen: Screen) -> PlaySetup | None:
    """The simulation that is set to answer, once it is shown."""
    played = _played(screen) if screen.phase else None
    return None if played is None else played[1].setup(screen)


def applied(screen: Screen) -> Mapping[str, ParameterValue] | None:
    """A setting that reaches the goals."""
    played = _played(screen)
    return None if played is None else played[1].solution(played[0])


def _played(screen: Screen) -> tuple[Variant, ControlsOnSlide] | None:
    """The question and its controls, if it is answered by setting a simulation."""
    exercise = all_exercises().get(screen.slide.item or "")
    if exercise is None:
        return None
    variant = variant_of(exercise, screen.language)
    played = on_slide(variant.question.fields[0]).played()
    return None if played is None else (variant, played)
