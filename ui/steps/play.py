"""A step that is played with: predict, run, explain, with the simulation beside its text."""

from dataclasses import dataclass

import streamlit as st

from courseware.interface import say
from lessons import Lesson, PlayStep, Predict
from simulations import find
from ui.controls import Restriction, build_control
from ui.exploration import restore
from ui.panel import is_unveiled, offer_answer, panel
from ui.play_setup import PlaySetup
from ui.prose import prose
from ui.settled import note_settings
from ui.steps.choose import choose_once, chosen_before
from ui.visit import Visit


@dataclass(frozen=True)
class PlayOnScreen:
    """A simulation; its run is not made before it is predicted, if it is to be."""

    step: PlayStep

    def show(self, visit: Visit, lesson: Lesson) -> None:
        """Draws the panel, its text and prediction beside it, and the explanation after a prediction."""
        step, setup = self.step, setup_of(lesson, self.step)
        restore(setup, visit.language)
        # read here and not in the panel, which is drawn anew at every move of a slider
        given = chosen_before(visit, lesson, step.id, len(step.predict.options)) if step.predict else None
        is_covered = step.predict is not None and given is None and not is_unveiled(setup)
        panel(
            setup,
            visit.language,
            lambda: _before(visit, lesson, step, given),
            is_covered=is_covered,
            address={},
            after=None if is_covered else lambda: note_settings(visit, lesson, step, setup),
        )
        if step.predict and given is not None:
            _explain(visit, step.predict, given)
            if step.predict.apply:
                offer_answer(setup, step.predict.apply, visit.language)

    def is_ahead(self, visit: Visit, lesson: Lesson) -> bool:
        """Until the run is predicted, or shown without that."""
        if self.step.predict is None:
            return False
        given = chosen_before(visit, lesson, self.step.id, len(self.step.predict.options))
        return given is None and not is_unveiled(setup_of(lesson, self.step))

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


def _before(visit: Visit, lesson: Lesson, step: PlayStep, given: int | None) -> None:
    """Draws the text, and asks for the prediction or shows the one that was made."""
    if step.text is not None:
        st.markdown(prose(step.text[visit.language], visit.language))
    if step.predict is not None:
        _predict(visit, lesson, step, step.predict, given)


def _predict(visit: Visit, lesson: Lesson, step: PlayStep, predict: Predict, given: int | None) -> None:
    language = visit.language
    with st.container(border=True, key=f"predict-{step.id}"):
        st.markdown(f"**{say('predict_title', language)}** — {prose(predict.question[language], language)}")
        options = [option[language] for option in predict.options]
        choose_once(visit, lesson, step.id, options, before=given, send="predict_keep", kept="predict_mine")


def _explain(visit: Visit, predict: Predict, given: int) -> None:
    language = visit.language
    with st.expander(say("predict_explain", language), icon=":material/lightbulb:", expanded=False):
        if predict.answer is not None and predict.answer == given:
            st.markdown(say("predict_right", language))
        elif predict.answer is not None:
            st.markdown(
                say(
                    "predict_wrong",
                    language,
                    answer=prose(predict.options[predict.answer][language], language),
                )
            )
        st.markdown(prose(predict.explain[language], language))
