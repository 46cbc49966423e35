"""Predict, then see, then read why: the question before a run, and what became of the prediction after it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

import simulations
from classroom import Foreseen, as_choice, foreseen, predict, predictions
from classroom.foreseen import CURVE, as_words
from classroom.run_curves import number_format, run_curve
from courseware.interface import say
from courseware.text import Language
from exercises.typed import read_number
from lessons import Lesson, NumberGuess, PlayStep, Predict
from simulations.report import bound
from ui.components.panel import CURVE_WORDS
from ui.media import with_media
from ui.panel import CurveDrawing
from ui.play_setup import measure_label
from ui.prose import literal, opening, prose
from ui.steps.choose import choose_once
from ui.visit import Visit


def foreseen_before(visit: Visit, lesson: Lesson, step: PlayStep) -> Foreseen | None:
    """What the reader predicted first at this step, beside its run; None before that."""
    return foreseen(step, predictions(visit.store, visit.student, lesson.id, step.id))


def ask_before(visit: Visit, lesson: Lesson, step: PlayStep, asked: Predict) -> None:
    """The question, and what it is answered with."""
    language = visit.language
    with st.container(border=True, key=f"predict-{step.id}"):
        st.markdown(f"**{say('predict_title', language)}** — {prose(asked.question[language], language)}")
        if asked.number is not None:
            _name_once(visit, lesson, step, asked.number)
            return
        if asked.curve is not None:
            st.markdown(say("predict_curve", language))
            return
        options = [option[language] for option in asked.options]
        choose_once(visit, lesson, step.id, options, before=None, send="predict_keep", kept="predict_mine")


def _name_once(visit: Visit, lesson: Lesson, step: PlayStep, asked: NumberGuess) -> None:
    """Asks for a number within its bounds and keeps it."""
    language, how = visit.language, _how(step)
    label = measure_label(simulations.find(step.simulation), _measure(step), language)
    low, high = bound(asked.min, how), bound(asked.max, how)
    with st.form(f"name:{lesson.id}:{step.id}", border=False):
        typed = st.text_input(
            say("predict_number", language, label=label, low=low, high=high),
            max_chars=60,
            autocomplete="off",
            key=f"named:{lesson.id}:{step.id}",
        )
        sent = st.form_submit_button(say("predict_keep", language), type="primary")
    if not sent:
        return
    value = read_guess(typed, how)
    if value is None or not asked.holds(value):
        wrong = "predict_no_number" if value is None else "predict_outside"
        st.warning(say(wrong, language, value=literal(typed.strip()) or "–", low=low, high=high))
        return
    predict(visit.store, visit.student, lesson.id, step.id, choice=as_choice(value))
    st.rerun()


def read_guess(typed: str, how: str) -> float | None:
    """The number that was typed for a measure that is written `how`; None if it is none.

    Where per cent are meant, the sign may be left out.

    >>> read_guess("４０", ".0%"), read_guess("40%", ".0%"), read_guess("0.4", ".0%"), read_guess("40", ".0f")
    (0.4, 0.4, 0.4, 40.0)
    """
    read = read_number(typed)
    is_share = how.endswith("%")
    if read is None or (read.is_percent and not is_share):
        return None
    is_part = "." in typed and abs(read.value) <= 1
    return read.value if read.is_percent or not is_share or is_part else read.value / 100


def _measure(step: PlayStep) -> str:
    """The measure that the prediction is about."""
    return str(step.predict.measure) if step.predict else ""


def _how(step: PlayStep) -> str:
    """How the measure that the prediction is about is written."""
    return simulations.find(step.simulation).words.measures[_measure(step)].format


def explain_after(language: Language, step: PlayStep, asked: Predict, given: Foreseen) -> None:
    """What was predicted beside what the run shows, then why: the beginning at once, the rest on demand."""
    first, rest = opening(asked.explain[language])
    verdict = {None: "open", True: "right", False: "wrong"}[given.came_true]
    with st.container(key=f"predicted-{verdict}-{step.id}", gap="small"):
        st.markdown(f"**{prose(asked.question[language], language)}**")
        mine, happened = with_media(given.predicted[language]), with_media(given.happened[language])
        st.markdown(say("predict_mine", language, choice=mine))
        if asked.number is not None or asked.curve is not None:
            word = "predict_near" if given.came_true else "predict_far"
            st.markdown(f"{'✓' if given.came_true else '✗'} {say(word, language, answer=happened)}")
        elif verdict == "right":
            st.markdown(f"✓ {say('predict_right', language)}")
        elif verdict == "wrong":
            st.markdown(f"✗ {say('predict_wrong', language, answer=happened)}")
        st.markdown(prose(first, language))
        if rest:
            with st.expander(say("predict_more", language)):
                st.markdown(prose(rest, language))


def guess_message(step: PlayStep, given: Foreseen | None, language: Language) -> Mapping[str, Any] | None:
    """What the chart draws of a prediction: the reader's own beside the run's, on the axis it is read on.

    The run's number follows the hand where it is a measure; else it stands where the right option stands.
    """
    asked = step.predict
    if asked is None or asked.axis is None or given is None or (given.place is None and not given.drawn):
        return None
    return {
        "axis": asked.axis,
        "you": given.place,
        "curve": None if asked.curve is None else [run_curve(step, asked.curve).at, given.drawn],
        "run": given.run,
        "measure": asked.measure,
        "words": {"you": say("guess_you", language), "run": say("guess_run", language)},
    }


def curve_drawing(visit: Visit, lesson: Lesson, step: PlayStep) -> CurveDrawing | None:
    """The empty plot over which a curve is to be drawn; of the run it holds where its points lie alone."""
    asked = step.predict.curve if step.predict else None
    if asked is None:
        return None
    language, words = visit.language, simulations.find(step.simulation).words
    at = run_curve(step, asked).at
    plot = {
        "at": at,
        "low": asked.min,
        "high": asked.max,
        "format": number_format(asked.min, asked.max),
        "along": ".0%" if max(at) <= 1 else ",.0f",
        "over": words.columns[asked.over][language],
        "of": words.columns[asked.of][language],
        "words": CURVE_WORDS.spoken(language),
    }

    def keep(points: Sequence[float]) -> None:
        if len(points) == len(at) and asked.holds(points):
            said = as_words(points)
            predict(visit.store, visit.student, lesson.id, step.id, choice=CURVE, words=said)

    return CurveDrawing(plot, keep, lambda: foreseen_before(visit, lesson, step) is not None)
