"""From a part of a mark to the answers behind it: one question is chosen, and all its attempts are told."""

from collections.abc import Iterator

import streamlit as st

from classroom import Student
from classroom.assignments.history import history
from classroom.assignments.store import assigned_to
from classroom.gradebook.nodes import MarkNode, MarkSource
from classroom.gradebook.rounding import plain
from course import all_exercises
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from ui.past_attempts import show_past
from ui.question_label import question_label
from ui.visit import Visit


def attempts_behind(visit: Visit, student: Student, node: MarkNode) -> None:
    """Draws the choice of a question that counts for this part, and its attempts once it is chosen.

    A teacher reads those of any student, a student the own ones that are released.
    """
    language = visit.language
    items = {name: said for traced in node.sources for name, said in _questions(traced.source, language)}
    if not items or not (visit.is_teacher or student == visit.student):
        return
    item = st.selectbox(
        say("mark_attempts", language),
        list(items),
        None,
        format_func=items.__getitem__,
        placeholder=say("question_find", language),
        key=f"mark-attempts-{student.id}-{node.id}",
    )
    if item is None:
        return
    assigned = assigned_to(visit.store, student)
    past = history(visit.store, student, assigned, for_teacher=visit.is_teacher).get(item)
    with st.container(border=True, key=f"mark-past-{student.id}-{node.id}"):
        if past is None:
            st.info(say("mark_attempts_later", language))
        else:
            show_past(past, language)
            st.caption(say("mark_attempts_rule", language))


def _questions(source: MarkSource, language: Language) -> Iterator[tuple[str, str]]:
    """The questions that were answered, each with what it asks and what it brought or where it was set."""
    for one in source.items:
        waits = say("marking_stage_waiting", language)
        earned = waits if one.is_pending else say("work_points", language, points=plain(one.points))
        tries = say("mark_attempts_tries", language, n=one.tries)
        yield one.item, _named(one.item, language, earned, tries)
    for item in source.answered:
        yield item, _named(item, language, source.title[language])


def _named(item: str, language: Language, *more: str) -> str:
    known = all_exercises().get(item.partition("@")[0])
    named = item if known is None else question_label(known, language)
    return conventions(language).semicolon.join([named, *more])
