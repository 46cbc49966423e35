"""A step that is played with: predict, run, explain, with the simulation beside its text."""

from dataclasses import dataclass
from typing import ClassVar

import streamlit as st

from classroom import Foreseen
from courseware.interface import say
from lessons import Lesson, PlayStep
from simulations import find
from ui.controls import Restriction, build_control
from ui.exploration import restore
from ui.panel import offer_answer, panel
from ui.play_setup import PlaySetup
from ui.prose import claim, prose
from ui.scenario import is_unveiled
from ui.settled import note_settings
from ui.steps.predicting import ask_before, curve_drawing, explain_after, foreseen_before, guess_message
from ui.steps.tasks import show_tasks
from ui.visit import Visit


@dataclass(frozen=True)
class PlayOnScreen:
    """A simulation; its run is not made before it is predicted, if it is to be."""

    step: PlayStep
    draws_claim: ClassVar[bool] = True

    def show(self, visit: Visit, lesson: Lesson) -> None:
        """Draws the words on the left and the run on the right: predict, see, and read why in one place."""
        step, setup = self.step, setup_of(lesson, self.step)
        restore(setup, visit.language)
        # read here and not in the panel, which is drawn anew at every move of a slider
        given = foreseen_before(visit, lesson, step)
        is_covered = step.predict is not None and given is None and not is_unveiled(setup)
        panel(
            setup,
            visit.language,
            lambda: _words(visit, lesson, step, setup, given),
            is_covered=is_covered,
            drawing=curve_drawing(visit, lesson, step) if is_covered else None,
            guess=guess_message(step, given, visit.language),
            address={},
            after=None if is_covered else lambda: note_settings(visit, lesson, step, setup),
        )

    def is_ahead(self, visit: Visit, lesson: Lesson) -> bool:
        """Until the run is predicted, or shown without that."""
        if self.step.predict is None:
            return False
        is_predicted = foreseen_before(visit, lesson, self.step) is not None
        return not is_predicted and not is_unveiled(setup_of(lesson, self.step))

    def answers_of(self) -> object:
        """Nothing: it asks no questions of the banks."""
        return None

    def widgets_of(self) -> object:
        """What is moved and shown: where a bound moves, the controls begin anew."""
        shown = {"simulation", "view", "controls", "set", "show"}
        return self.step.model_dump(mode="json", include=shown)


def setup_of(lesson: Lesson, step: PlayStep) -> PlaySetup:
    """The scene that a play step sets up."""
    simulation = find(step.simulation)
    controls = tuple(
        build_control(simulation, name, Restriction(control.default, control.min, control.max))
        for name, control in step.controls.items()
    )
    fixed = tuple(step.set.items())
    return PlaySetup(f"play:{lesson.id}:{step.id}", simulation, step.view, controls, fixed, tuple(step.show))


def _words(visit: Visit, lesson: Lesson, step: PlayStep, setup: PlaySetup, given: Foreseen | None) -> None:
    """The claim, the text and the prediction; once that is made, what came of it stands in its place."""
    language, predict = visit.language, step.predict
    if step.claim is not None:
        is_covered = predict is not None and given is None and not is_unveiled(setup)
        claim(step.claim, language, key=step.id, is_covered=is_covered)
    if predict is None or given is None:
        if step.text is not None:
            st.markdown(prose(step.text[language], language))
        if predict is not None:
            ask_before(visit, lesson, step, predict)
        if predict is None or is_unveiled(setup):
            show_tasks(visit, lesson, step, setup)
        return
    explain_after(language, step, predict, given)
    if predict.apply:
        offer_answer(setup, predict.apply, language)
    show_tasks(visit, lesson, step, setup)
    if step.text is not None:
        with st.expander(say("predict_task", language), icon=":material/notes:"):
            st.markdown(prose(step.text[language], language))
