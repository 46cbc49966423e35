"""A simulation on a slide: predict first, then the run, then what was right and why."""

import streamlit as st

from lessons import PlayStep, Predict
from ui.present.options import letter, show_options
from ui.present.panel import for_stage, stage_panel
from ui.present.screen import Screen
from ui.present.tongue import both_in_line, fitted, tell
from ui.scene import Scene
from ui.steps.due import scene_of
from ui.wording import both

EXPLAINED = 2
"""The reveal that tells what was right; the one before shows the run."""


def show(screen: Screen) -> None:
    """Draws the question alone until the run is revealed; the run without a question at once."""
    predict = play_step(screen).predict
    if predict is not None and not screen.phase:
        _ask(screen, predict)
        return
    if screen.slide.text is not None and predict is None:
        with st.container(key=f"above-{screen.key}"):
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
    scene = stage_scene(screen)
    if predict is None:
        stage_panel(screen, scene)
    elif screen.phase < EXPLAINED:
        stage_panel(screen, scene, below=lambda: _remind(screen, predict))
    else:
        stage_panel(screen, scene, beside=lambda: _explain(screen, predict))


def play_step(screen: Screen) -> PlayStep:
    """The play step that the slide is of."""
    step = screen.step
    if not isinstance(step, PlayStep):
        raise TypeError(f"the slide {screen.slide.key} has nothing to play with")
    return step


def stage_scene(screen: Screen) -> Scene:
    """What is played with on the slide."""
    return for_stage(scene_of(screen.lesson, play_step(screen)))


def _ask(screen: Screen, predict: Predict) -> None:
    with fitted(f"ask-{screen.key}"):
        if screen.slide.text is not None:
            tell(screen.slide.text, screen.tongue, f"text-{screen.key}")
        with st.container(key=f"question-{screen.key}"):
            tell(predict.question, screen.tongue, f"question-{screen.key}")
        show_options(predict.options, screen.tongue, screen.key)
        st.caption(both_in_line(both("present_predict"), screen.tongue))


def _remind(screen: Screen, predict: Predict) -> None:
    """The question and its options, small beside the run that answers it."""
    with fitted(f"reminder-{screen.key}"):
        tell(predict.question, screen.language, f"question-{screen.key}")
        for place, option in enumerate(predict.options):
            tell(option, screen.language, f"remind-{place}-{screen.key}", form=f"**{letter(place)}** {{}}")


def _explain(screen: Screen, predict: Predict) -> None:
    if predict.answer is not None:
        with st.container(key=f"option-right-{screen.key}", horizontal=True, gap="small", wrap=False):
            st.markdown(f"**{letter(predict.answer)} ✓**", width="content")
            with st.container(gap=None):
                tell(predict.options[predict.answer], screen.tongue, f"right-{screen.key}")
    tell(predict.explain, screen.tongue, f"explain-{screen.key}")
