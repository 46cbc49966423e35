"""The fields of a question: each kind of field asks once and hands back what was given, as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

import streamlit as st

from course.media import references_in
from courseware.interface import say
from courseware.text import Language
from exercises import Assign, Controls, ManyOf, NumberField, OneOf, Option, Ordering
from simulations import find
from ui.components.ordering import ordering
from ui.media import pictures_in, with_media, without_media
from ui.panel import current_values, offer_answer, panel
from ui.scene import Scene, knob, label_of, with_unit

Json = Any


@dataclass(frozen=True)
class Slot:
    """Where a field is asked: its language and key, what was drafted, whom to tell of a change.

    What changes without a run of the question, as the knobs of a simulation do, is handed to `keep`.
    A closed field shows what was answered, whatever stood in it before, and takes nothing more;
    simulations begin there and may still be played with.
    """

    language: Language
    key: str
    draft: Json
    noted: Callable[[], None]
    keep: Callable[[Json], None]
    is_closed: bool = False
    answer: Json = None
    """What would have been right, once it is due; of a simulation, where its sliders stand then."""


@singledispatch
def ask(field: Any, slot: Slot) -> Json:
    """Draws a field, filled from the draft, and returns its value as JSON."""
    raise TypeError(f"no way to ask a {type(field).__name__} at {slot.key}")


@ask.register
def _(field: OneOf, slot: Slot) -> Json:
    language, key, draft = slot.language, slot.key, slot.draft
    ids = [option.id for option in field.options]
    _start(slot, key, draft if draft in ids else None)
    return st.radio(
        field.label[language],
        ids,
        index=None,
        format_func=_names(field.options, language, with_media),
        key=key,
        on_change=slot.noted,
        disabled=slot.is_closed,
    )


@ask.register
def _(field: ManyOf, slot: Slot) -> Json:
    language, key, draft = slot.language, slot.key, slot.draft
    chosen = draft if isinstance(draft, list) else []
    st.caption(field.label[language])
    ticked = []
    for option in field.options:
        name = f"{key}:{option.id}"
        _start(slot, name, option.id in chosen)
        if st.checkbox(
            with_media(option.text[language]), key=name, on_change=slot.noted, disabled=slot.is_closed
        ):
            ticked.append(option.id)
    return ticked


@ask.register
def _(field: NumberField, slot: Slot) -> Json:
    language, key, draft = slot.language, slot.key, slot.draft
    _start(slot, key, draft if isinstance(draft, str) else "")
    label = with_unit(field.label, field.unit, language)
    return st.text_input(
        label,
        key=key,
        on_change=slot.noted,
        max_chars=60,
        width=280,
        autocomplete="off",
        disabled=slot.is_closed,
    )


@ask.register
def _(field: Assign, slot: Slot) -> Json:
    language, key, draft = slot.language, slot.key, slot.draft
    before: Mapping[str, str] = draft if isinstance(draft, dict) else {}
    ids = [choice.id for choice in field.choices]
    given = {}
    st.caption(field.label[language])
    _show_choices(field.choices, language)
    for row in field.rows:
        name = f"{key}:{row.id}"
        _start(slot, name, before.get(row.id) if before.get(row.id) in ids else None)
        words, choice = st.columns([0.55, 0.45], vertical_alignment="center")
        words.markdown(with_media(row.text[language]))
        given[row.id] = choice.selectbox(
            without_media(row.text[language]),
            ids,
            index=None,
            format_func=_names(field.choices, language, without_media),
            key=name,
            on_change=slot.noted,
            disabled=slot.is_closed,
            placeholder=say("choose", language),
            label_visibility="collapsed",
        )
    return {row: choice for row, choice in given.items() if choice is not None}


@ask.register
def _(field: Ordering, slot: Slot) -> Json:
    language, key, draft = slot.language, slot.key, slot.draft
    ids = [option.id for option in field.options]
    before = draft if isinstance(draft, list) and sorted(draft) == sorted(ids) else ids
    return ordering(
        [(option.id, without_media(option.text[language])) for option in field.options],
        before,
        key=key,
        language=language,
        on_change=slot.noted,
        is_closed=slot.is_closed,
        pictures={option.id: pictures_in(option.text[language]) for option in field.options},
    )


@ask.register
def _(field: Controls, slot: Slot) -> Json:
    language, key, draft = slot.language, slot.key, slot.draft
    knobs = tuple(
        knob(field.simulation, one.name, default=one.default, low=one.low, high=one.high, step=one.step)
        for one in field.controls
    )
    view = field.view or next(iter(find(field.simulation).views))
    scene = Scene(key, field.simulation, view, knobs, tuple(field.fixed.items()))
    for one in field.controls:
        if isinstance(draft, dict) and one.name in draft:
            st.session_state.setdefault(f"{key}:{one.name}", draft[one.name])
    if slot.is_closed and isinstance(draft, dict):
        marked = [
            f"{label_of(field.simulation, one.parameter, language)} = {draft[one.parameter.name]}"
            for one in knobs
            if one.parameter.name in draft
        ]
        st.caption(say("marked_with", language, values=" · ".join(marked)))
    panel(scene, language, after=None if slot.is_closed else lambda: _keep_moved(scene, slot))
    if slot.is_closed and isinstance(slot.answer, Mapping):
        offer_answer(scene, slot.answer, language)
    return _settings(scene)


def _settings(scene: Scene) -> dict[str, Json]:
    """How the knobs of a scene stand."""
    values = current_values(scene)
    return {one.parameter.name: values[one.parameter.name] for one in scene.knobs}


def _keep_moved(scene: Scene, slot: Slot) -> None:
    """Keeps how the knobs stand whenever one of them has been moved."""
    held, now = f"{slot.key}:held", _settings(scene)
    at_first = slot.draft or {one.parameter.name: one.default for one in scene.knobs}
    if now != st.session_state.get(held, at_first):
        st.session_state[held] = now
        slot.keep(now)


def _show_choices(choices: tuple[Option, ...], language: Language) -> None:
    """The choices above their rows if one of them shows something: a list that opens shows words alone."""
    texts = [choice.text[language] for choice in choices]
    if any(any(references_in(text)) for text in texts):
        for text in texts:
            st.markdown(with_media(text))


def _start(slot: Slot, key: str, value: Json) -> None:
    """Puts what was drafted into a field not shown yet in this session, what was marked into a closed one."""
    if slot.is_closed or key not in st.session_state:
        st.session_state[key] = value


def _names(
    options: tuple[Option, ...], language: Language, shown: Callable[[str], str]
) -> Callable[[str], str]:
    names = {option.id: shown(option.text[language]) for option in options}
    return lambda one: names[one]
