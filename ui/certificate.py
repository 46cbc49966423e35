"""The certificate of the course: there only when every graded item is done."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom import Portfolio, portfolio
from course import all_exercises
from courseware.interface import say
from courseware.text import Language
from lessons import Lesson
from ui.components.paper import print_button
from ui.school import school_line
from ui.visit import Visit


def certificate_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the certificate, or what is still missing for it."""
    language = visit.language
    lessons = list(visit.registry.lessons().values())
    known = all_exercises()
    done = {lesson.id: portfolio(visit.store, visit.student, lesson, known) for lesson in lessons}
    if any(one.missing or one.pending for one in done.values()):
        _still_missing(visit, pages, lessons, done)
        return
    if not visit.student.name:
        st.markdown(say("certificate_name", language))
        return
    _certificate(visit, lessons)


def _still_missing(
    visit: Visit, pages: Mapping[str, Any], lessons: list[Lesson], done: Mapping[str, Portfolio]
) -> None:
    """The certificate as it will be, each lesson ticked or with what it still lacks, and the way there."""
    language, student = visit.language, visit.student
    st.markdown(say("certificate_not_yet", language))
    with st.container(border=True, key="certificate-preview"):
        school_line(visit.registry.course(), (language,))
        st.caption(visit.registry.course().title[language])
        st.title(say("certificate", language), anchor=False)
        st.text(student.name or say("no_name_yet", language))
        for lesson in lessons:
            facts = _gaps(done[lesson.id], language)
            label = f"{'○' if facts else '✓'} {lesson.title[language]}"
            with st.container(key=f"certificate-{lesson.id}", gap=None):
                st.page_link(pages[lesson.id], label=label, query_params={"lang": language})
                if facts:
                    st.caption(" · ".join(facts))


def _gaps(done: Portfolio, language: Language) -> list[str]:
    """What a lesson still lacks for the certificate; nothing once it is done."""
    missing, pending = len(done.missing), done.pending
    facts = [say("items_left", language, n=missing)] if missing else []
    return facts + ([say("answers_wait", language, n=pending)] if pending else [])


def _certificate(visit: Visit, lessons: list[Lesson]) -> None:
    language, student = visit.language, visit.student
    known = all_exercises()
    done = [portfolio(visit.store, visit.student, lesson, known) for lesson in lessons]
    answers = [answer for one in done for answer in one.answers if answer.is_graded]
    points = sum(answer.points for answer in answers)
    with st.container(border=True, key="certificate"):
        school_line(visit.registry.course(), (language,))
        st.caption(visit.registry.course().title[language])
        st.title(say("certificate", language), anchor=False)
        # a name is anybody's text: st.text shows it letter by letter
        st.text(" · ".join(part for part in (student.name, student.class_name, student.number) if part))
        st.markdown(
            say("certificate_text", language, points=f"{points:.3g}", all=len(answers), lessons=len(lessons))
        )
        st.markdown("\n".join(f"- {lesson.title[language]}" for lesson in lessons))
        st.caption(visit.store.clock().astimezone().date().isoformat())
    print_button(say("print", language), key="print-certificate")
