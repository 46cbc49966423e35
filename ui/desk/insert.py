"""A button that puts a ready-made part into the text: a step, a question, an option, a slider, a goal."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, assert_never

import streamlit as st

import authoring.inserting.bank
import authoring.inserting.lesson
import simulations
from authoring.completing.names import parameter_about
from authoring.inserting.lesson import Used, chosen_for, used_at
from authoring.inserting.part import Insertable, Piece, inserted
from authoring.steps.contract import Wanted
from authoring.steps.play import sliders_of
from classroom import digest_of
from course import all_exercises
from course.files import FileEntry
from courseware.interface import say
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.text import Language, Text, in_each
from ui.components.editor import EditorState
from ui.desk.said import SAID
from ui.desk.sheet import OpenFile, jump_to, sheet_of, show
from ui.session import SessionKey
from ui.visit import Visit

_OPEN: Final = SessionKey("desk-insert", False)
_MOST_SLIDERS: Final = 3
_STEM: Final = 80
"""So many letters of a question tell which one it is."""


def insert_button(visit: Visit, sheet: OpenFile, state: EditorState) -> None:
    """Draws the button; it opens the choice of what fits where the cursor stands, and puts it there."""
    beside = st.popover(
        say("desk_insert", visit.language), icon=":material/add_box:", key=_OPEN.name, on_change="rerun"
    )
    if beside.open:  # to read the text for it at every key would take too long
        with beside:
            _choose(visit, sheet, state)


def _choose(visit: Visit, sheet: OpenFile, state: EditorState) -> None:
    language = visit.language
    offers = _offers(sheet.entry, state)
    if not offers:
        st.info(say("desk_insert_broken", language))
        return
    named = {one.name: f"{one.group[language]} · {one.label[language]}" for one in offers}
    name = st.selectbox(
        say("desk_insert_what", language),
        list(named),
        format_func=lambda one: named[one],
        key=f"desk-insert-what-{digest_of(' '.join(named))[:8]}",
    )
    wanted = _ask(visit, name, used_at(state.text, state.line))
    st.button(
        say("desk_insert_do", language),
        type="primary",
        key="desk-insert-do",
        disabled=wanted is None,
        on_click=_put,
        args=(sheet.entry.name, name, wanted),
    )
    st.caption(say("desk_insert_why", language))


def _offers(entry: FileEntry, state: EditorState) -> tuple[Insertable, ...]:
    if entry.kind == "bank":
        return authoring.inserting.bank.offers(state.text, state.line)
    return authoring.inserting.lesson.offers(state.text, state.line, entry.kind)


def _ask(visit: Visit, name: str, used: Used) -> Wanted | None:
    """What else must be chosen for a piece; None while there is nothing to choose from."""
    choose, language = chosen_for(name), visit.language
    match choose:
        case "nothing":
            found: Wanted | None = Wanted()
        case "simulation":
            found = _ask_play(language)
        case "lesson":
            found = _ask_lesson(visit)
        case "slider":
            is_known = used.simulation in simulations.catalogue()
            labels = _slider_labels(used.simulation, language) if is_known else {}
            found = _chosen("desk_insert_slider", labels, language, used)
        case "measure":
            simulation = simulations.catalogue().get(used.simulation)
            measures = simulation.words.measures if simulation else {}
            labels = {key: one.label[language] for key, one in measures.items()}
            found = _chosen("desk_insert_measure", labels, language, used)
        case "question":
            stems = {key: one.item.stem[language][:_STEM] for key, one in all_exercises().items()}
            labels = {key: f"{key} · {stem}" for key, stem in stems.items()}
            found = _chosen("desk_insert_question", labels, language, used)
        case _:
            assert_never(choose)
    return found


def _ask_play(language: Language) -> Wanted:
    catalogue = simulations.catalogue()
    simulation = st.selectbox(
        say("desk_insert_simulation", language),
        list(catalogue),
        format_func=lambda one: catalogue[one].words.title[language],
        key="desk-insert-simulation",
    )
    found = catalogue[simulation]
    view = st.selectbox(
        say("desk_insert_view", language),
        list(found.views),
        format_func=lambda one: found.words.views[one].title[language],
        key=f"desk-insert-view-{simulation}",
    )
    labels = _slider_labels(simulation, language)
    sliders = st.multiselect(
        say("desk_insert_sliders", language),
        list(labels),
        list(labels)[:1],
        max_selections=_MOST_SLIDERS,
        format_func=lambda one: labels[one],
        key=f"desk-insert-sliders-{simulation}",
    )
    return Wanted(simulation, view, tuple(sliders))


def _slider_labels(simulation: str, language: Language) -> dict[str, str]:
    """The parameters of a simulation with their bounds, those that every simulation has last."""
    words = simulations.catalogue()[simulation].words.parameters
    known = sorted(sliders_of(simulation).values(), key=lambda one: one.name in {"n", "seed"})
    return {one.name: parameter_about(one, words[one.name].label)[language] for one in known}


def _chosen(label: str, found: Mapping[str, str], language: Language, used: Used) -> Wanted | None:
    """One of what was found and is not there yet."""
    labels = {key: words for key, words in found.items() if key not in used.names}
    if not labels:
        st.info(say("desk_insert_all", language))
        return None
    chosen = st.selectbox(
        say(label, language),
        list(labels),
        format_func=lambda one: labels[one],
        key=f"{label}-{digest_of(' '.join(labels))[:8]}",
    )
    return Wanted(chosen=chosen)


def _ask_lesson(visit: Visit) -> Wanted | None:
    """Which lesson comes into the plan: one that is there and not in it yet."""
    planned = visit.registry.course().lessons
    titles = {key: one.title for key, one in visit.registry.lessons().items() if key not in planned}
    labels = {key: f"{title[visit.language]} ({key})" for key, title in titles.items()}
    found = _chosen("desk_insert_lesson", labels, visit.language, Used())
    if found is None:
        st.info(say("desk_insert_no_lesson", visit.language))
        return None
    return replace(found, title=titles[found.chosen])


def _put(file: str, name: str, wanted: Wanted) -> None:
    """Puts the piece into the text as it is now; a callback's work."""
    sheet = sheet_of(file)
    state = sheet.live()
    _OPEN.set(False)
    try:
        text, line = inserted(state.text, _piece(sheet.entry, state, name, wanted))
    except ReaderError as error:
        SAID.set(error.text)
        return
    except ProblemsFoundError as error:
        SAID.set(_told(error))
        return
    show(sheet, text)
    jump_to(file, line, 1)


def _piece(entry: FileEntry, state: EditorState, name: str, wanted: Wanted) -> Piece:
    if entry.kind == "bank":
        return authoring.inserting.bank.piece(state.text, state.line, name)
    return authoring.inserting.lesson.piece(state.text, state.line, name, wanted)


def _told(error: ProblemsFoundError) -> Text:
    first: Any = error.problems[0]
    return in_each(first.tell)
