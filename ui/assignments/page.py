"""Assignments: what each class is set, from when to when, who is allowed more, and how an exam goes on."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from classroom.assignments.store import (
    Assignment,
    assignments_of,
    change,
    end,
    make,
    release,
)
from classroom.assignments.unfinished import unfinished
from classroom.classes import SchoolClass, school_classes
from courseware.interface import say
from courseware.language import conventions
from courseware.problem import ReaderError
from lessons import AssignmentPlan
from ui.assignments.acting import acting
from ui.assignments.extensions import extensions
from ui.assignments.form import changed_assignment, new_assignment
from ui.assignments.live import live
from ui.assignments.regrading import regrading
from ui.assignments.told import title_of
from ui.dates import at_school
from ui.errors import guard
from ui.prose import literal
from ui.session import SessionKey
from ui.visit import Visit

_TOLD: Final = SessionKey("assignments:told", "")


def assignments_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws what a class is set, and the form to set it more; for teachers alone."""
    language = visit.language
    if not visit.is_teacher:
        st.title(say("desk_closed", language), anchor=False)
        st.markdown(say("desk_closed_why", language))
        return
    st.title(say("assignments", language), anchor=False)
    classes = [one for one in school_classes(visit.store) if one.is_open]
    if not classes:
        st.info(say("set_no_class", language))
        st.page_link(pages["classes"], label=say("classes", language), query_params={"lang": language})
        return
    of = st.selectbox(
        say("class_label", language), classes, format_func=lambda one: one.name, key="assignments-class"
    )
    if told := _TOLD.pop():
        st.error(told)
    made = assignments_of(visit.store, of)
    if not made:
        st.info(say("set_nothing_yet", language))
    for one in made:
        _assignment(visit, of, one)
    heading = say("set_new", language)
    with st.expander(heading, expanded=not made, icon=":material/add:", key="new-assignment"):
        _new(visit, of)
    with st.expander(say("regrade", language), icon=":material/published_with_changes:", key="regrading"):
        regrading(visit)


def _new(visit: Visit, of: SchoolClass) -> None:
    with guard(visit.language):
        new = new_assignment(visit)
        if new is not None:
            make(visit.store, of, new.plan, new.lesson, by=acting(visit))
            st.rerun()


def _assignment(visit: Visit, of: SchoolClass, one: Assignment) -> None:
    language = visit.language
    heading = f"{literal(title_of(visit, one))} · {say(f'mode_{one.plan.mode}', language)}"
    with st.container(border=True, key=f"assignment-{one.id}"):
        st.subheader(heading, anchor=False)
        st.caption(_facts(visit, one))
        if one.plan.mode == "exam":
            _held_back(visit, one)
            live(visit, of, one)
        with st.expander(say("set_extensions", language)):
            extensions(visit, of, one)
        with st.expander(say("set_edit", language)), guard(language):
            plan = changed_assignment(visit, one.id, one.plan)
            if plan is not None:
                change(visit.store, of, one, plan, by=acting(visit))
                st.rerun()
        with st.container(horizontal=True):
            if not one.is_due_to_be_told(visit.store.clock()):
                told = say("set_release", language)
                st.button(told, key=f"release:{one.id}", on_click=lambda: _release(visit, one))
            with st.popover(say("set_end", language), type="tertiary"):
                st.markdown(say("set_end_why", language))
                st.button(
                    say("set_end_now", language),
                    key=f"end:{one.id}",
                    on_click=lambda: end(visit.store, one, by=acting(visit)),
                )


def _release(visit: Visit, one: Assignment) -> None:
    try:
        release(visit.store, one, by=acting(visit))
    except ReaderError as error:
        _TOLD.set(error.text[visit.language])


def _held_back(visit: Visit, one: Assignment) -> None:
    """Whose sitting keeps results from being told for which the time has come, and until when."""
    now, language = visit.store.clock(), visit.language
    until = one.held_until(now)
    if until is None or not one.is_due_to_be_told(now):
        return
    who = [literal(f"{student.name} {student.number}") for student, _ in unfinished(visit.store, one.id)]
    st.info(say("set_held", language, when=at_school(until), who=conventions(language).list_comma.join(who)))


def _facts(visit: Visit, one: Assignment) -> str:
    """Times, questions and rules in a line."""
    language, plan = visit.language, one.plan
    facts = [_of_size(visit, plan)]
    if plan.opens_at is not None:
        facts.append(say("set_ahead", language, when=at_school(plan.opens_at)))
    if plan.due_at is not None:
        facts.append(say("set_until", language, when=at_school(plan.due_at)))
    if plan.minutes is not None:
        facts.append(say("minutes", language, n=plan.minutes))
    if plan.late is not None:
        share, floor = f"{plan.late.per_day:.0%}", f"{plan.late.floor:.0%}"
        facts.append(say("set_late", language, days=plan.late.days, share=share, floor=floor))
    if one.plan.mode == "exam":
        facts.append(_of_results(visit, one))
    return " · ".join(facts)


def _of_results(visit: Visit, one: Assignment) -> str:
    """Whether the results of an exam are told, and when they will be if a time is named."""
    now, language = visit.store.clock(), visit.language
    if one.is_released(now):
        return say("set_released", language)
    if one.plan.release_at is None:
        return say("set_unreleased", language)
    return say("set_told_at", language, when=at_school(max(one.plan.release_at, one.held_until(now) or now)))


def _of_size(visit: Visit, plan: AssignmentPlan) -> str:
    size = len(plan.items or ()) + sum(pool.draw for pool in plan.pools)
    return say("exam_questions", visit.language, n=size)
