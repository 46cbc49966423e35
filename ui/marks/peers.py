"""Peer review for teachers: open a round for the groups of the class tools, see it, mark groups, close it."""

from html import escape
from typing import Final

import streamlit as st

from classroom.gradebook.rounding import plain
from classroom.peers.computing import Weights, outliers
from classroom.peers.rounds import (
    PeerRound,
    Ratings,
    close_round,
    mark_group,
    marks_in_round,
    open_round,
    ratings_of,
    rounds_of,
)
from classroom.teaching.grouping import student_groups
from courseware.interface import both, say
from courseware.language import conventions
from courseware.text import Text
from ui.block_table import block_table
from ui.marks.sections import ClassView, attempt, tell
from ui.prose import literal
from ui.session import SessionKey, SessionKeys

_TITLE: Final = SessionKey("peers-title", "")
_QUESTIONS: Final = SessionKey("peers-questions", "")
_WEIGHTS: Final = SessionKeys("peers-weight-{}", 0)
_MARK: Final = SessionKeys[float | None]("peers-mark-{}-{}", None)
_USUAL: Final = {"within": 40, "between": 30, "teacher": 30}


def peers_section(view: ClassView) -> None:
    """The rounds of the class, the latest first, and a form for a new one."""
    language = view.language
    tell(language)
    st.markdown(say("peers_lead", language))
    for one in rounds_of(view.visit.store, view.school_class.id):
        with st.container(border=True, key=f"peers-round-{one.id}"):
            _round(view, one)
    with st.expander(say("peers_new", language)):
        _form(view)


def _round(view: ClassView, one: PeerRound) -> None:
    language, store = view.language, view.visit.store
    state = say("peers_open" if one.is_open else "peers_closed", language)
    st.subheader(f"{literal(one.title)} · {state}", anchor=False)
    ratings = ratings_of(store, one)
    _table(view, one, ratings)
    for group in one.groups:
        st.number_input(
            say("peers_group_mark", language, group=group),
            0.0,
            100.0,
            value=float(ratings.teacher[group]) if group in ratings.teacher else None,
            step=0.5,
            key=_MARK(one.id, group).name,
        )
    with st.container(horizontal=True, key=f"peers-tools-{one.id}"):
        st.button(
            say("peers_keep_marks", language), key=f"peers-keep-{one.id}", on_click=_keep, args=(view, one)
        )
        if one.is_open:
            st.button(
                say("peers_close", language), key=f"peers-close-{one.id}", on_click=_close, args=(view, one)
            )


def _table(view: ClassView, one: PeerRound, ratings: Ratings) -> None:
    """Each student with group, factor and mark; who has not rated yet, and ratings far from the others."""
    language, marks = view.language, marks_in_round(one, ratings)
    students = {row.student.id: row.student for row in view.book.rows if row.student.id in marks}
    rated = {rater for rater, _ in ratings.scores}
    flagged = {pair for group in one.groups for pair in outliers(one.members(group), ratings.scores)}
    heads = ("name_label", "peers_group", "peers_rated", "peers_factor", "mark_value", "peers_flags")
    lines = []
    for who, student in students.items():
        mark, by = marks[who], sorted(rater for rater, of in flagged if of == who)
        names = [students[rater].name for rater in by if rater in students]
        lines.append(
            [
                escape(student.name),
                escape(one.group_of[who]),
                "✓" if who in rated else "—",
                plain(mark.factor),
                "—" if mark.value is None else plain(mark.value),
                escape(conventions(language).list_comma.join(names)) or "—",
            ]
        )
    st.html(block_table([escape(say(head, language)) for head in heads], lines))


def _form(view: ClassView) -> None:
    language = view.language
    groups = student_groups(view.visit.store, view.school_class)
    st.caption(say("peers_groups", language, n=len(groups)))
    st.text_input(say("peers_title", language), key=_TITLE.name)
    st.text_area(say("peers_questions", language), key=_QUESTIONS.name, height=100)
    beside = st.columns(3)
    for place, (way, usual) in zip(beside, _USUAL.items(), strict=True):
        place.number_input(say(f"peers_{way}", language), 0, 100, usual, 5, key=_WEIGHTS(way).name)
    st.button(
        say("peers_begin", language), key="peers-begin", type="primary", on_click=_begin, args=(view, groups)
    )


def _begin(view: ClassView, groups: dict[str, list[int]]) -> None:
    """Opens the round that the fields ask for. A callback's work."""

    def work() -> Text:
        weights = Weights(*(_WEIGHTS(way).get() for way in _USUAL))
        questions = [line.strip() for line in _QUESTIONS.get().splitlines() if line.strip()]
        title, by = _TITLE.get(), view.visit.actor
        open_round(view.visit.store, view.school_class, title, questions, weights, groups, by)
        return both("peers_begun").fill({"title": literal(title)})

    attempt(work)


def _keep(view: ClassView, one: PeerRound) -> None:
    """Keeps the teacher's marks of the groups. A callback's work."""

    def work() -> Text:
        given = {group: _MARK(one.id, group).get() for group in one.groups}
        for group, mark in given.items():
            if mark is not None:
                mark_group(view.visit.store, one.id, group, mark, view.visit.actor)
        return both("peers_kept")

    attempt(work)


def _close(view: ClassView, one: PeerRound) -> None:
    """Closes the round. A callback's work."""

    def work() -> Text:
        close_round(view.visit.store, one.id, view.visit.actor)
        return both("peers_ended").fill({"title": literal(one.title)})

    attempt(work)
