"""The fields of a question on a slide: what there is to choose, and once revealed what is right and why."""

from collections.abc import Mapping
from functools import singledispatch

import streamlit as st

from courseware.interface import both
from courseware.text import Text
from exercises import (
    ANSWER,
    Assign,
    Field,
    Grade,
    ManyOf,
    NumberField,
    OneOf,
    Option,
    Ordering,
    Variant,
    grade,
    right_response,
)
from ui.present.options import Verdict, letter, show_options
from ui.present.screen import Screen
from ui.present.tongue import both_in_line, tell


@singledispatch
def show_field(field: Field, screen: Screen, variant: Variant) -> None:
    """Draws what can be answered, and once it is revealed what is right and why."""
    raise TypeError(f"no way to show a {type(field).__name__} on the slide {screen.key} of {variant.item}")


@show_field.register
def _(field: OneOf, screen: Screen, variant: Variant) -> None:
    _options(field.options, screen, variant, {option.id: option.id for option in field.options})


@show_field.register
def _(field: ManyOf, screen: Screen, variant: Variant) -> None:
    _options(field.options, screen, variant, {option.id: [option.id] for option in field.options})


def _options(
    options: tuple[Option, ...], screen: Screen, variant: Variant, responses: Mapping[str, object]
) -> None:
    """The options; once revealed each as if it alone had been chosen."""
    texts = [option.text for option in options]
    if not screen.phase:
        show_options(texts, screen.tongue, screen.key)
        st.caption(both_in_line(both("present_hands"), screen.tongue))
        return
    judged = [_judge(variant, responses[option.id]) for option in options]
    show_options(
        texts,
        screen.tongue,
        screen.key,
        verdicts=[verdict for verdict, _ in judged],
        whys=[why for _, why in judged],
    )
    _explain(screen, variant)


def _judge(variant: Variant, response: object) -> tuple[Verdict, Text | None]:
    found = grade(variant, {ANSWER: response})
    if not isinstance(found, Grade) or not found.parts:
        return "wrong", None
    return ("right" if found.parts[0].score >= 1 else "wrong"), found.parts[0].why


@show_field.register
def _(field: NumberField, screen: Screen, variant: Variant) -> None:
    unit = both_in_line(field.unit, screen.tongue) if field.unit else ""
    if not screen.phase:
        st.markdown(f"**= ?** {unit}")
        return
    right = str(right_response(variant)[ANSWER])
    with st.container(key=f"option-right-{screen.key}"):
        st.markdown(f"**= {right.removesuffix(unit)}** {unit}")
    _explain(screen, variant)


@show_field.register
def _(field: Assign, screen: Screen, variant: Variant) -> None:
    choices = {choice.id: (letter(n), choice.text) for n, choice in enumerate(field.choices)}
    right = right_response(variant)[ANSWER] if screen.phase else {}
    rows, options = st.columns((0.64, 0.36), gap="medium")
    with options:
        show_options([text for _, text in choices.values()], screen.tongue, screen.key)
        if screen.phase:
            _explain(screen, variant)
    with rows, st.container(key=f"rows-{screen.key}", gap="xsmall"):
        _rows(field, screen, choices, right if isinstance(right, Mapping) else {})


def _rows(
    field: Assign, screen: Screen, choices: Mapping[str, tuple[str, Text]], right: Mapping[str, object]
) -> None:
    """One row for each thing to place; once revealed with the letter of its place."""
    for number, row in enumerate(field.rows, 1):
        chosen = choices[str(right[row.id])][0] if right else ""
        state = "right" if chosen else "open"
        with st.container(
            key=f"option-{state}-row-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
        ):
            st.markdown(f"**{chosen or number}**", width="content")
            with st.container(gap=None):
                tell(row.text, screen.tongue, f"row-{screen.key}-{number}")


@show_field.register
def _(field: Ordering, screen: Screen, variant: Variant) -> None:
    letters = {option.id: (letter(n), option.text) for n, option in enumerate(field.options)}
    if not screen.phase:
        show_options([option.text for option in field.options], screen.tongue, screen.key)
        return
    right = right_response(variant)[ANSWER]
    for number, id_ in enumerate(right if isinstance(right, list) else [], 1):
        name, text = letters[str(id_)]
        with st.container(
            key=f"option-right-{screen.key}-{number}", horizontal=True, gap="small", wrap=False
        ):
            st.markdown(f"**{number} · {name}**", width="content")
            with st.container(gap=None):
                tell(text, screen.tongue, f"order-{screen.key}-{number}")
    _explain(screen, variant)


def _explain(screen: Screen, variant: Variant) -> None:
    with st.container(key=f"answer-{screen.key}"):
        tell(variant.explain, screen.tongue, f"explain-{screen.key}")
