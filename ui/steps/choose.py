"""A choice made before the run: the first one is kept, for it is what the reader believed."""

import streamlit as st

from classroom import predict, predictions
from courseware.interface import say
from lessons import Lesson
from ui.media import with_media
from ui.visit import Visit


def choose_once(
    visit: Visit, lesson: Lesson, step: str, options: list[str], *, before: int | None, send: str, kept: str
) -> None:
    """Shows what was chosen before, or asks for one of the options and keeps it.

    `send` and `kept` name the screen's words for the button and for the choice once it is made.
    """
    language = visit.language
    if before is not None:
        st.markdown(say(kept, language, choice=with_media(options[before])))
        return
    with st.form(f"choose:{lesson.id}:{step}", border=False):
        chosen = st.radio(
            say("predict_title", language),
            range(len(options)),
            index=None,
            format_func=lambda n: with_media(options[n]),
            label_visibility="collapsed",
        )
        sent = st.form_submit_button(say(send, language), type="primary")
    if sent and chosen is None:
        st.warning(say("choose_first", language))
    elif sent and chosen is not None:
        predict(visit.store, visit.student, lesson.id, step, choice=str(chosen))
        st.rerun()


def chosen_before(visit: Visit, lesson: Lesson, step: str, options: int) -> int | None:
    """The index of what the reader chose first at this step, if that is on the record and still there."""
    said = predictions(visit.store, visit.student, lesson.id, step)
    choice = said[0].choice if said else None
    if choice is None or not choice.isdecimal() or int(choice) >= options:
        return None
    return int(choice)
