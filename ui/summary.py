"""One page of a finished lesson: what I predicted, what happened, my answers; to print or to save."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom import AnsweredQuestion, Foreseen, Portfolio, Thought, portfolio
from course import all_exercises
from courseware.interface import say
from courseware.text import Language
from lessons import Lesson
from papers.pages.report import ReportRequest
from ui.components.paper import print_button
from ui.media import with_media, without_media
from ui.points import points_told
from ui.prose import literal, prose, shorten
from ui.settled import keep_waiting
from ui.visit import Visit


def summary_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the summary of the lesson that the address names."""
    language = visit.language
    keep_waiting()
    asked = st.query_params.get("lesson", "")
    lesson = visit.registry.lesson(asked) or last_lesson(visit)
    if asked and lesson.id != asked:
        st.warning(say("summary_unknown", language, lesson=literal(shorten(asked))))
    done = portfolio(visit.store, visit.student, lesson, all_exercises())
    with st.container(key="paper"):
        st.title(lesson.title[language], anchor=False)
        st.caption(_whose(visit, done))
        if not (done.foreseen or done.thoughts or done.answers):
            st.info(say("summary_empty", language))
        _foreseen(done.foreseen, language)
        _answers(done.answers, language)
        _thoughts(done.thoughts, language)
    with st.container(horizontal=True, vertical_alignment="center", key="paper-tools"):
        print_button(say("print", language), key="print-summary")
        report = ReportRequest(lesson.id, language).address()
        st.link_button(say("my_report", language), report, icon=":material/description:")
        address = {"lang": language}
        st.page_link(pages[lesson.id], label=say("back_to_lesson", language), query_params=address)


def last_lesson(visit: Visit) -> Lesson:
    """The first lesson of the course, when the address names none."""
    return next(iter(visit.registry.lessons().values()))


def _whose(visit: Visit, done: Portfolio) -> str:
    student, language = visit.student, visit.language
    graded = [answer for answer in done.answers if answer.is_graded]
    points = sum(answer.points for answer in graded)
    possible = len(graded) + _unanswered(done)
    marks = points_told(points, possible, language, waiting=done.pending, to_come=done.to_come)
    own = [literal(part) for part in (student.name, student.class_name, student.number)]
    who = [own[0] or say("no_name_yet", language), *own[1:]]
    today = visit.store.clock().astimezone().date().isoformat()
    return " · ".join(part for part in (*who, today, marks) if part)


def _unanswered(done: Portfolio) -> int:
    answered = {answer.item for answer in done.answers}
    return sum(item not in answered for item in done.missing)


def _foreseen(rows: tuple[Foreseen, ...], language: Language) -> None:
    if not rows:
        return
    st.header(say("summary_predictions", language), anchor=False)
    for row in rows:
        st.markdown(f"**{row.step[language]}** — {prose(row.question[language], language)}")
        lines = [say("predict_mine", language, choice=with_media(row.predicted[language]))]
        if row.came_true is None:
            lines.append(prose(row.happened[language], language))
        else:
            name = "summary_true" if row.came_true else "summary_untrue"
            lines.append(say(name, language, answer=with_media(row.happened[language])))
        st.markdown("\n".join(f"- {line}" for line in lines))


def _answers(rows: tuple[AnsweredQuestion, ...], language: Language) -> None:
    if not rows:
        return
    st.header(say("summary_answers", language), anchor=False)
    for number, row in enumerate(rows, 1):
        st.markdown(f"{number}. {with_media(row.stem[language])}")
        kind = say("graded" if row.is_graded else "practice", language)
        facts = say(
            "summary_waiting" if row.is_pending else "summary_answer",
            language,
            answer=literal(without_media(row.response[language])),
            points=f"{row.points:.3g}",
            n=row.attempts,
        )
        st.caption(f"{facts} · {kind}")


def _thoughts(rows: tuple[Thought, ...], language: Language) -> None:
    if not rows:
        return
    st.header(say("summary_thoughts", language), anchor=False)
    for row in rows:
        st.markdown(f"**{row.step[language]}**")
        st.text(row.response[language])
