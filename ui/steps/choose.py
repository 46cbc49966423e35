"""A choice made before the run: the first one is kept, for it is what the reader believed."""

import streamlit as st

from classroom import predict, predictions
from lessons import Lesson
from ui.visit import Visit
from ui.wording import say


def choose_once(
    visit: Visit, lesson: Lesson, step: str, options: list[str], *, send: str, kept: str
) -> int | None:
    """Asks for one of the options and keeps it; returns its index once it is on the record.

    `send` and `kept` name the screen's words for the button and for the choice once it is made.
    """
    language = visit.language
    before = chosen_before(visit, lesson, step)
    if before is not None and before < len(options):
        st.markdown(say(kept, language, choice=options[before]))
        return before
    with st.form(f"choose:{lesson.id}:{step}", border=False):
        chosen = st.radio(
            say("predict_title", language),
            range(len(options)),
            index=None,
            format_func=lambda n: options[n],
            label_visibility="collapsed",
        )
        sent = st.form_submit_button(say(send, language), type="primary")
    if sent and chosen is None:
        st.warning(say("choose_first", language))
    elif sent and chosen is not None:
        predict(visit.store, visit.student, lesson.id, step, choice=str(chosen))
        st.rerun()
    return None


def chosen_before(visit: Visit, lesson: Lesson, step: str) -> int | None:
    """The index of what the reader chose first at this step, if that is on the record."""
    said = predictions(visit.store, visit.student, lesson.id, step)
    choice = said[0].choice if said else None
    return int(choice) if choice is not None and choice.isdigit() else None
