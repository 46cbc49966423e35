"""Options on a slide: once revealed each as if it alone had been chosen."""

from collections.abc import Mapping

import streamlit as st

from courseware.interface import both
from courseware.text import Text
from exercises import Grade, ManyOf, OneOf, Variant, grade, right_response
from ui.present.display_language import both_in_line
from ui.present.fields.asking import explain, under_stem
from ui.present.options import OptionMark, show_options
from ui.present.screen import Screen


def show_judged(
    field: OneOf | ManyOf, screen: Screen, variant: Variant, responses: Mapping[str, object]
) -> None:
    """The question with its options; `responses` choose each of them alone."""
    with under_stem(screen, variant):
        judge(field, screen, variant, responses)
        if screen.phase:
            explain(screen, variant)


def judge(field: OneOf | ManyOf, screen: Screen, variant: Variant, responses: Mapping[str, object]) -> None:
    """The options alone, once revealed each as if it alone had been chosen."""
    texts, key = [option.text for option in field.options], screen.key
    if not variant.question.is_single:
        key = f"{key}-{field.name}"
    if not screen.phase:
        show_options(texts, screen.display_language, key)
        with st.container(key=f"hands-{key}"):
            st.caption(both_in_line(both("present_hands"), screen.display_language))
        return
    judged = [_judge(field, variant, responses[option.id]) for option in field.options]
    show_options(
        texts,
        screen.display_language,
        key,
        verdicts=[verdict for verdict, _ in judged],
        whys=[why for _, why in judged],
    )


def _judge(field: OneOf | ManyOf, variant: Variant, response: object) -> tuple[OptionMark, Text | None]:
    found = grade(variant, {**right_response(variant), field.name: response})
    if not isinstance(found, Grade) or not found.parts:
        return "wrong", None
    return ("right" if found.parts[0].score >= 1 else "wrong"), found.parts[0].why
