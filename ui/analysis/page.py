"""The page of answers: whose and of which paper, then plots, figures, questions, and one question in full."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import streamlit as st

from classroom.analysis import ENOUGH, StudentSelection, classes_with_answers, last_answers
from course import all_exercises
from courseware.interface import say
from courseware.text import Language
from exercises import Exercise
from ui.analysis.card import item_card
from ui.analysis.paper import PaperAnalysis, paper_of, stem_of
from ui.analysis.pictures import histogram, scatter
from ui.analysis.tables import as_csv, item_table, paper_figures
from ui.components.chart import chart
from ui.session import SessionKey, SessionKeys
from ui.visit import Visit

WHOLE_COURSE: Final = ""
_CLASS: Final = SessionKey[str | None]("analysis-class", None)
_PAPER: Final = SessionKey[str]("analysis-paper", WHOLE_COURSE)
_GUESTS: Final = SessionKey("analysis-guests", False)
_UNFINISHED: Final = SessionKey("analysis-unfinished", False)
_ITEM: Final = SessionKeys[str]("analysis-item:{}", "")


def analysis_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the page for teachers; others read how to get in."""
    language = visit.language
    if not visit.is_teacher:
        st.title(say("desk_closed", language), anchor=False)
        st.markdown(say("desk_closed_why", language))
        return
    st.title(say("analysis_title", language), anchor=False)
    st.markdown(say("analysis_lead", language))
    who, lesson, with_unfinished = _choose(visit)
    exercises = _exercises(visit, lesson)
    paper = paper_of(visit.store, who, exercises, with_unfinished=with_unfinished)
    if not paper.seconds:
        nowhere = [] if last_answers(visit.store, StudentSelection()) else [say("analysis_none", language)]
        words = "\n\n".join([*nowhere, say("analysis_empty", language, least=ENOUGH)])
        st.info(words, icon=":material/hourglass_empty:")
        return
    _overview(paper, language)
    _questions(visit, pages, paper, lesson, who)


def _choose(visit: Visit) -> tuple[StudentSelection, str, bool]:
    """Asks whose answers are meant, of which paper, and who counts."""
    language = visit.language
    lessons = visit.registry.lessons()
    if (asked := st.query_params.get("lesson", "")) in lessons:
        _PAPER.begin(asked)
    if not _PAPER.is_kept:
        _PAPER.set(_latest(visit))
    classes, papers, switches = st.columns([0.25, 0.4, 0.35], gap="medium", vertical_alignment="bottom")
    class_name = classes.selectbox(
        say("class_label", language),
        [None, *classes_with_answers(visit.store)],
        format_func=lambda name: say("analysis_all_classes", language) if name is None else name,
        key=_CLASS.name,
    )
    lesson = papers.selectbox(
        say("analysis_paper", language),
        [*lessons, WHOLE_COURSE],
        format_func=lambda name: (
            lessons[name].title[language] if name else say("analysis_whole_course", language)
        ),
        key=_PAPER.name,
    )
    with switches:
        guests = st.toggle(say("analysis_guests", language), key=_GUESTS.name)
        unfinished = st.toggle(
            say("analysis_unfinished", language),
            key=_UNFINISHED.name,
            help=say("analysis_unfinished_help", language),
        )
    return StudentSelection(class_name, guests), lesson, unfinished


def _latest(visit: Visit) -> str:
    """The lesson with the most recent answer of a student, else the first one."""
    at, lessons = last_answers(visit.store, StudentSelection()), visit.registry.lessons()
    answered = {
        name: max(at[item] for item in lesson.items("graded") if item in at)
        for name, lesson in lessons.items()
        if not at.keys().isdisjoint(lesson.items("graded"))
    }
    return max(answered, key=lambda name: answered[name], default=next(iter(lessons), WHOLE_COURSE))


def _exercises(visit: Visit, lesson: str) -> Mapping[str, Exercise]:
    """The graded questions of the paper, in the order of the lessons."""
    known, lessons = all_exercises(), visit.registry.lessons()
    chosen = [lessons[lesson]] if lesson in lessons else list(lessons.values())
    items = dict.fromkeys(item for one in chosen for item in one.items("graded"))
    return {item: known[item] for item in items if item in known}


def _overview(paper: PaperAnalysis, language: Language) -> None:
    n, counts = paper.figures.n, paper.figures
    st.caption(say("analysis_counts", language, n=n, began=counts.began, items=counts.items))
    if n < ENOUGH:
        st.info(say("analysis_too_few", language, n=n, least=ENOUGH))
    left, right = st.columns(2, gap="medium")
    if n >= ENOUGH:
        with left:
            st.markdown(f"**{say('analysis_scatter', language)}**")
            chart([scatter(paper, language)], tables=(), language=language, key="analysis-scatter")
    if n:
        with right:
            st.markdown(f"**{say('analysis_histogram', language)}**")
            chart([histogram(paper, language)], tables=(), language=language, key="analysis-histogram")
    if n >= ENOUGH:
        paper_figures(paper, language)


def _questions(
    visit: Visit, pages: Mapping[str, Any], paper: PaperAnalysis, lesson: str, who: StudentSelection
) -> None:
    language = visit.language
    st.header(say("analysis_questions", language), anchor=False)
    item_table(paper, language)
    st.download_button(
        say("analysis_csv", language),
        partial(as_csv, paper, language),
        file_name=f"answers_{lesson or 'course'}.csv",
        mime="text/csv",
        key="analysis-download",
        icon=":material/download:",
        on_click="ignore",
    )
    item = st.selectbox(
        say("analysis_one_question", language),
        [one.item for one in paper.items if one.item in paper.seconds],
        format_func=lambda name: f"{paper.number(name)} · {stem_of(paper.exercises[name], language)[:80]}",
        key=_ITEM(lesson).name,
    )
    if item:
        item_card(visit, pages, paper, item, who)
