"""What lies beside a slide in the speaker view: what to say and why, its answer, and what comes next."""

from collections.abc import Iterable

import streamlit as st

from course import plain_terms
from courseware.interface import say
from courseware.text import Language
from lessons import Lesson, Slide, slides
from ui.media import with_media
from ui.present.outline import answer_of, outline_of
from ui.present.slots import SLOTS


def draw_sides(lesson: Lesson, now: Slide, language: Language) -> None:
    """Draws the sides of the slide on the screen and of its neighbours, as the slots do the slides."""
    all_slides = slides(lesson)
    places = [st.container(key=f"side-slot-{slot}") for slot in range(SLOTS)]
    for number in (now.number, now.number + 1, now.number - 1):
        if 1 <= number <= len(all_slides):
            after = all_slides[number] if number < len(all_slides) else None
            with places[number % SLOTS]:
                _side(lesson, all_slides[number - 1], after, language)


def _side(lesson: Lesson, slide: Slide, after: Slide | None, language: Language) -> None:
    key = f"{lesson.id}-{slide.key}".replace(".", "-")
    with st.container(key=f"answer-here-{key}", gap="xsmall"):
        _answer(lesson, slide, language)
    with st.container(key=f"beside-{key}", gap="small"):
        with st.container(key=f"next-{key}", gap="xsmall"):
            _label("speaker_next", language)
            if after is None:
                st.markdown(say("speaker_last", language))
            else:
                st.markdown(f"**{after.number} · {_said(after.title[language], language)}**")
                _passages(outline_of(lesson, after, language), language)
                _answer(lesson, after, language)
        with st.container(key=f"notes-{key}", gap="xsmall"):
            _label("speaker_notes", language)
            st.markdown(
                _said(slide.notes[language], language) if slide.notes else say("speaker_none", language)
            )
        if slide.intent:
            with st.container(key=f"intent-{key}", gap="xsmall"):
                _label("speaker_intent", language)
                st.markdown(_said(slide.intent[language], language))


def _answer(lesson: Lesson, slide: Slide, language: Language) -> None:
    found = answer_of(lesson, slide, language)
    if found is not None:
        _label("speaker_answer", language)
        _passages((found[language],), language)


def _passages(passages: Iterable[str], language: Language) -> None:
    for passage in passages:
        st.markdown(_said(passage, language))


def _said(markdown: str, language: Language) -> str:
    return with_media(plain_terms(markdown, language))


def _label(name: str, language: Language) -> None:
    st.caption(f"**{say(name, language)}**")
