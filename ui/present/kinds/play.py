"""A simulation on a slide: predict first, then the run, then what was right and why."""

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from classroom.run_curves import number_format
from courseware.interface import both
from courseware.text import Language, Text, in_each
from lessons import CurveGuess, Lesson, NumberGuess, PlayStep, Predict, Slide, step_of
from simulations import find
from simulations.parameter import ParameterValue
from simulations.report import bound
from ui.play_setup import PlaySetup
from ui.present.display_language import both_in_line, fitted, tell
from ui.present.options import letter, lettered, show_options
from ui.present.panel import Beside, for_stage, stage_panel
from ui.present.screen import Screen
from ui.steps.play import setup_of

EXPLAINED = 2
"""The reveal that tells what was right; the one before shows the run."""

HAS_HEAD: Final = True


def show(screen: Screen) -> None:
    """Draws the question alone until the run is revealed; the run without a question at once."""
    predict = play_step(screen).predict
    if predict is not None and not screen.phase:
        _ask(screen, predict)
        return
    stage_panel(screen, stage_setup(screen), _beside(screen, predict))


def _beside(screen: Screen, predict: Predict | None) -> Beside:
    """The slide's own words, or the question that the run answers, or its answer once that is revealed."""
    if predict is None:
        return Beside(text=screen.slide.text)
    if screen.phase < EXPLAINED:
        return Beside(predict.question, reminder=lambda: _remind(screen, predict))
    return Beside(explained=lambda: _explain(screen, predict), answer=predict.apply or None)


def play_step(screen: Screen) -> PlayStep:
    """The play step that the slide is of."""
    return step_of(screen.lesson, screen.slide, PlayStep)


def stage_setup(screen: Screen) -> PlaySetup:
    """What is played with on the slide."""
    return for_stage(setup_of(screen.lesson, play_step(screen)))


def _ask(screen: Screen, predict: Predict) -> None:
    with fitted(f"ask-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.display_language, f"text-{screen.key}")
        with st.container(key=f"question-{screen.key}"):
            tell(predict.question, screen.display_language, f"question-{screen.key}")
        if predict.options:
            show_options(predict.options, screen.display_language, screen.key)
        if predict.number is not None:
            bounds = _bounds(play_step(screen), predict.number)
            tell(bounds, screen.display_language, f"named-{screen.key}")
        if predict.curve is not None:
            tell(_plot(play_step(screen), predict.curve), screen.display_language, f"curve-{screen.key}")
        st.caption(both_in_line(both("present_predict"), screen.display_language))


def _bounds(step: PlayStep, asked: NumberGuess) -> Text:
    """What number everybody writes down before the run, and from where to where it may go."""
    words = step.predict and find(step.simulation).words.measures[str(step.predict.measure)]
    how = words.format if words else ""
    return both("present_number").fill({"low": bound(asked.min, how), "high": bound(asked.max, how)})


def _plot(step: PlayStep, asked: CurveGuess) -> Text:
    """What curve everybody draws before the run, and on which axes."""
    columns, how = find(step.simulation).words.columns, number_format(asked.min, asked.max)
    low, high = bound(asked.min, how), bound(asked.max, how)
    axes = {"over": columns[asked.over], "of": columns[asked.of]}
    return both("present_curve").fill({**axes, "low": low, "high": high})


def _remind(screen: Screen, predict: Predict) -> None:
    """The options of the question that the run answers."""
    for place, option in enumerate(predict.options):
        tell(option, screen.language, f"remind-{place}-{screen.key}", form=f"**{letter(place)}** {{}}")


def _explain(screen: Screen, predict: Predict) -> None:
    if predict.answer is not None:
        with st.container(key=f"option-right-{screen.key}", horizontal=True, gap="small", wrap=False):
            st.markdown(f"**{letter(predict.answer)} ✓**", width="content")
            with st.container(gap=None):
                tell(predict.options[predict.answer], screen.display_language, f"right-{screen.key}")
    tell(predict.explain, screen.display_language, f"explain-{screen.key}")


def phases(lesson: Lesson, slide: Slide) -> int:
    """The run, then what it shows; nothing where nothing is predicted."""
    return EXPLAINED if step_of(lesson, slide, PlayStep).predict is not None else 0


def outline(lesson: Lesson, slide: Slide, language: Language) -> Iterator[str]:
    """What is to be predicted."""
    predict = step_of(lesson, slide, PlayStep).predict
    if predict is not None:
        yield predict.question[language]
        if predict.options:
            yield lettered(predict.options, language)


def answer(lesson: Lesson, slide: Slide, _: Language) -> Text | None:
    """Which prediction came true, if one did, and why."""
    predict = step_of(lesson, slide, PlayStep).predict
    if predict is None or predict.answer is None:
        return predict.explain if predict is not None else None
    name, right = letter(predict.answer), predict.options[predict.answer]
    return in_each(lambda one: f"**{name}** {right[one]}\n\n{predict.explain[one]}")


def setup(screen: Screen) -> PlaySetup | None:
    """The simulation, unless its run is still to be predicted."""
    hidden = play_step(screen).predict is not None and not screen.phase
    return None if hidden else stage_setup(screen)


def applied(screen: Screen) -> Mapping[str, ParameterValue] | None:
    """The run that the explanation praises."""
    predict = play_step(screen).predict
    return predict.apply or None if predict is not None else None
