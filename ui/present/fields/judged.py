"""Options on a slide: once revealed each as if it alone had been chosen."""

from collections.abc import Mapping, Sequence

import streamlit as st

from courseware.interface import both
from courseware.text import Text
from exercises import ANSWER, Grade, Option, Variant, grade
from ui.present.display_language import both_in_line
from ui.present.fields.asking import explain, under_stem
from ui.present.options import OptionMark, show_options
from ui.present.screen import Screen


def show_judged(
    options: Sequence[Option], screen: Screen, variant: Variant, responses: Mapping[str, object]
) -> None:
    """The question with its options; `responses` choose each of them alone."""
    texts = [option.text for option in options]
    with under_stem(screen, variant):
        if not screen.phase:
            show_options(texts, screen.display_language, screen.key)
            st.caption(both_in_line(both("present_hands"), screen.display_language))
            return
        judged = [_judge(variant, responses[option.id]) for option in options]
        show_options(
            texts,
            screen.display_language,
            screen.key,
            verdicts=[verdict for verdict, _ in judged],
            whys=[why for _, why in judged],
        )
        explain(screen, variant)


def _judge(variant: Variant, response: object) -> tuple[OptionMark, Text | None]:
    found = grade(variant, {ANSWER: response})
    if not isinstance(found, Grade) or not found.parts:
        return "wrong", None
    return ("right" if found.parts[0].score >= 1 else "wrong"), found.parts[0].why
