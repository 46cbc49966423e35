"""My work: what I am set, and every answer that I gave with what it earned and why."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom.assignments.history import PastAttempt, history
from classroom.assignments.store import assigned_to
from courseware.interface import say
from courseware.text import Language
from ui.assignments.told import set_for
from ui.dates import at_school
from ui.media import with_media
from ui.prose import literal
from ui.visit import Visit


def my_work_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws what the student is set and the history of all answers."""
    language = visit.language
    st.title(say("my_work", language), anchor=False)
    st.markdown(say("work_lead", language))
    assigned = assigned_to(visit.store, visit.student)
    if assigned:
        set_for(visit, pages, assigned)
    found = history(visit.store, visit.student, assigned)
    if not found:
        st.info(say("work_empty", language))
    for number, past in enumerate(found.values()):
        _question(past, language, number)


def _question(past: tuple[PastAttempt, ...], language: Language, number: int) -> None:
    with st.container(border=True, key=f"work-{number}"):
        st.markdown(with_media(past[-1].stem[language]))
        for one in past:
            attempt = one.attempt
            facts = [say("work_try", language, n=attempt.try_number), at_school(attempt.at)]
            facts.append(_earned(one, language))
            if 0 < attempt.rate < 1:
                facts.append(say("work_rate", language, share=f"{attempt.rate:.0%}"))
            if attempt.hint_cost:
                facts.append(say("work_hints", language, share=f"{attempt.hint_cost:.0%}"))
            st.caption(" · ".join(facts))
            st.markdown(with_media(one.response[language]))
            st.markdown(with_media(attempt.grade.told(is_closed=False)[language]))
            for said in one.assessments:
                values = {"by": literal(said.by), "when": at_school(said.at), "points": f"{said.points:.2g}"}
                st.markdown(say("work_assessed", language, **values, why=literal(said.why)))


def _earned(one: PastAttempt, language: Language) -> str:
    """The points that count now; nothing is earned and nothing lost before a teacher has marked."""
    if one.assessments:
        return say("work_points", language, points=f"{one.assessments[-1].points:.2g}")
    if one.attempt.grade.is_pending:
        return say("waits_for_teacher", language)
    return say("work_points", language, points=f"{one.attempt.points:.2g}")
