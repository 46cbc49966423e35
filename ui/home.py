"""Home: the map of the course, how far I am, and the way back to where I was."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from classroom import Progress, last_place, progress
from classroom.assignments.store import assigned_to
from course import all_exercises
from courseware.interface import say
from courseware.language import conventions
from lessons import Lesson, PlanEntry
from ui.assignments.told import set_for
from ui.present.link import present_link
from ui.prose import literal, shorten
from ui.visit import Visit
from ui.who import ask_name
from web.addresses import MISSING


def home(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws the course map."""
    language = visit.language
    st.title(say("map_title", language), anchor=False)
    st.markdown(say("map_lead", language))
    if missing := st.query_params.get(MISSING):
        st.warning(say("page_missing", language, page=literal(shorten(missing))))
    if not visit.student.name and not visit.is_asked_to_sign_in:
        ask_name(visit)
    _way_on(visit, pages)
    if assigned := assigned_to(visit.store, visit.student):
        set_for(visit, pages, assigned)
    for number, unit in enumerate(visit.registry.course().units, 1):
        heading = f"{say('unit', language, number=number)} · {unit.title[language]}"
        _unit(visit, pages, f"unit-{number}", heading, unit.lessons)
    if more := _unplanned(visit, pages):
        _unit(visit, pages, "unit-more", say("more_lessons", language), more)
    st.page_link(pages["my_work"], label=say("my_work", language), icon=":material/history:")
    st.page_link(
        pages["certificate"], label=say("certificate", language), icon=":material/workspace_premium:"
    )
    st.page_link(
        pages["privacy"],
        label=say("privacy", language),
        icon=":material/shield_person:",
        query_params={"lang": language},
    )
    if visit.student.kind == "enrolled":
        st.page_link(pages["marks"], label=say("my_marks", language), icon=":material/fact_check:")


def _way_on(visit: Visit, pages: Mapping[str, Any]) -> None:
    language = visit.language
    place = last_place(visit.store, visit.student)
    lessons = _open(visit, pages)
    if not lessons:
        return
    if place is not None and place.lesson in lessons:
        lesson = lessons[place.lesson]
        steps = [step.id for step in lesson.steps]
        step = steps.index(place.step) + 1 if place.step in steps else 1
        label = say("continue_lesson", language, lesson=lesson.title[language], step=step)
        address = {"lang": language, "step": str(step)}
    else:
        lesson = next(iter(lessons.values()))
        label, address = say("start_first", language, lesson=lesson.title[language]), {"lang": language}
    with st.container(key="way-on"):
        st.page_link(pages[lesson.id], label=label, icon=":material/arrow_forward:", query_params=address)


def _open(visit: Visit, pages: Mapping[str, Any]) -> Mapping[str, Lesson]:
    """The lessons that have a page; one saved a moment ago has its page at the next click."""
    return {name: lesson for name, lesson in visit.registry.lessons().items() if name in pages}


def _unplanned(visit: Visit, pages: Mapping[str, Any]) -> Sequence[PlanEntry]:
    """The lessons that stand in no unit of the plan."""
    planned = visit.registry.course().lessons
    more = (lesson for name, lesson in _open(visit, pages).items() if name not in planned)
    return [PlanEntry(id=lesson.id, title=lesson.title) for lesson in more]


def _unit(
    visit: Visit, pages: Mapping[str, Any], key: str, heading: str, entries: Sequence[PlanEntry]
) -> None:
    st.header(heading, anchor=False)
    lessons = _open(visit, pages)
    with st.grid(min_column_width=300, gap="small", key=key):
        for entry in entries:
            if entry.id in lessons:
                _card(visit, pages, lessons[entry.id], entry)
            else:
                _coming(visit, entry)


def _coming(visit: Visit, entry: PlanEntry) -> None:
    with st.container(border=True, key=f"coming-{entry.id}", gap="xsmall"):
        st.markdown(f"**{entry.title[visit.language]}**")
        st.caption(say("coming", visit.language))


def _leads(visit: Visit, entry: PlanEntry) -> list[str]:
    """Which lessons build on this one, by their titles on the map."""
    titles = {one.id: visit.registry.title(one)[visit.language] for one in visit.registry.course().entries}
    names = [titles[name] for name in entry.leads_to if name in titles]
    between = conventions(visit.language).list_semicolon
    return [say("leads_to", visit.language, lessons=between.join(names))] if names else []


def _card(visit: Visit, pages: Mapping[str, Any], lesson: Lesson, entry: PlanEntry) -> None:
    language = visit.language
    done = progress_of(visit, lesson)
    with st.container(border=True, key=f"card-{lesson.id}"):
        st.page_link(pages[lesson.id], label=f"**{lesson.title[language]}**", query_params={"lang": language})
        st.progress(done.seen_share)
        facts = [
            say("minutes", language, n=lesson.minutes),
            say("seen_steps", language, seen=len(done.seen), all=done.steps),
            say("points", language, points=f"{done.points:.3g}", all=done.items),
        ]
        st.caption("  \n".join([" · ".join(facts), *_leads(visit, entry)]))
        present_link(visit, pages, lesson.id)


def progress_of(visit: Visit, lesson: Lesson) -> Progress:
    """How far the reader is in a lesson: steps seen and points earned."""
    steps = [step.id for step in lesson.steps]
    items = [item for item in lesson.items(mode="graded") if item in all_exercises()]
    return progress(visit.store, visit.student, lesson.id, steps, items)
