"""What is set, told to its student: until when, and what a right answer earns now and later."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

import streamlit as st

from classroom.assignment_rules import AssignmentRules
from classroom.assignments.results import AssignmentResult, results_of
from classroom.assignments.store import Assigned, Assignment
from courseware.interface import say
from courseware.text import Language
from ui.dates import at_school
from ui.points import points_told
from ui.prose import literal
from ui.visit import Visit

_MOMENT: Final = timedelta(seconds=1)


def title_of(visit: Visit, made: Assignment) -> str:
    """What an assignment is called: its own title, else that of its lesson."""
    own = lesson_title(visit, made.lesson) if made.lesson else say(f"mode_{made.plan.mode}", visit.language)
    return made.plan.title or own


def lesson_title(visit: Visit, name: str) -> str:
    """What a lesson is called now; its id if it is gone."""
    lesson = visit.registry.lesson(name)
    return lesson.title[visit.language] if lesson else name


def set_for(visit: Visit, pages: Mapping[str, Any], assigned: Sequence[Assigned]) -> None:
    """Draws a card for each assignment, with the way to it."""
    language = visit.language
    st.header(say("set_for_you", language), anchor=False)
    found = results_of(visit.store, visit.student, assigned)
    with st.grid(min_column_width=300, gap="small", key="set-for-me"):
        for one in assigned:
            with st.container(border=True, key=f"card-set-{one.assignment.id}", gap="xsmall"):
                _card(visit, pages, one, found[one.assignment.id])


def _card(visit: Visit, pages: Mapping[str, Any], one: Assigned, result: AssignmentResult) -> None:
    language, made = visit.language, one.assignment
    label = f"**{literal(title_of(visit, made))}**"
    if made.plan.mode == "exam":
        address = {"lang": language, "exam": str(made.id)}
        st.page_link(pages["exam"], label=label, query_params=address)
    elif made.lesson and made.lesson in pages:
        st.page_link(pages[made.lesson], label=label, query_params={"lang": language})
    else:
        st.markdown(label)
    earned = points_of(result, language) if result.is_released else say("set_unreleased", language)
    mode = say(f"mode_{made.plan.mode}", language)
    st.caption("  \n".join([f"{mode} · {window(visit, one.rules)}", earned]))


def points_of(result: AssignmentResult, language: Language) -> str:
    """What an assignment earned, and what of it waits for a teacher."""
    return points_told(
        result.points, result.possible, language, waiting=result.waiting, to_come=result.to_come
    )


def window(visit: Visit, rules: AssignmentRules) -> str:
    """Whether it is open and until when, in a few words."""
    language, now = visit.language, visit.store.clock()
    state = rules.state(now)
    if state == "ahead" and rules.plan.opens_at is not None:
        return say("set_ahead", language, when=at_school(rules.plan.opens_at))
    if state == "closed" and rules.closes_at is not None:
        return say("set_closed", language, when=at_school(rules.closes_at))
    end = rules.closes_at if state == "late" else rules.due_at
    said = [say("set_open", language)]
    if end is not None:
        said.append(say("set_until", language, when=at_school(end)))
    return " · ".join(said)


def not_yet(rules: AssignmentRules, language: Language) -> str:
    """When a question that is not open yet opens."""
    return say("set_not_yet", language, when=at_school(rules.plan.opens_at) if rules.plan.opens_at else "")


def earns(visit: Visit, rate: float, rules: AssignmentRules) -> str:
    """What a right answer earns now, at this rate of its try today, and when that falls to what."""
    language, now = visit.language, visit.store.clock()
    said = [say("set_earns", language, share=f"{rate:.0%}")]
    change, share = rules.next_change(now), rules.share(now)
    if change is not None and share:
        later = rate / share * rules.share(change + _MOMENT)
        said.append(say("set_earns_later", language, when=at_school(change), share=f"{later:.0%}"))
    return " · ".join(said)
