"""Every answer to one question: when it was given, what it said, how it counts, and what was said of it."""

from collections.abc import Iterator

import streamlit as st

from classroom.assignments.history import PastAttempt
from courseware.interface import say
from courseware.text import Language
from ui.dates import at_school
from ui.media import with_media
from ui.prose import literal


def show_past(past: tuple[PastAttempt, ...], language: Language) -> None:
    """The question as it was asked, and all answers to it, the first first."""
    st.markdown(with_media(past[-1].stem[language]))
    for one in past:
        st.caption(" · ".join(_facts(one, language)))
        st.markdown(with_media(one.response[language]))
        st.markdown(with_media(one.attempt.grade.told(is_closed=False)[language]))
        for said in one.assessments:
            values = {"by": literal(said.by), "when": at_school(said.at), "points": f"{said.points:.2g}"}
            st.markdown(say("work_assessed", language, **values, why=literal(said.why)))


def _facts(one: PastAttempt, language: Language) -> Iterator[str]:
    """Which try it was, when, what it earned, and by which rule."""
    attempt = one.attempt
    yield say("work_try", language, n=attempt.try_number)
    yield at_school(attempt.at)
    if attempt.group:
        yield say("work_practice", language)
        return
    yield _earned(one, language)
    if attempt.rate < 1:
        yield say("work_rate", language, share=f"{attempt.rate:.0%}")
    if attempt.hint_cost:
        yield say("work_hints", language, share=f"{attempt.hint_cost:.0%}")


def _earned(one: PastAttempt, language: Language) -> str:
    """The points that count now; nothing is earned and nothing lost before a teacher has marked."""
    counting = [said for said in one.assessments if said.is_current]
    if counting:
        return say("work_points", language, points=f"{counting[-1].points:.2g}")
    if one.attempt.grade.is_pending:
        return say("waits_for_teacher", language)
    return say("work_points", language, points=f"{one.attempt.points:.2g}")
