"""Home: the map of the course, how far I am, and the way back to where I was."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from classroom import last_place
from classroom.assignments.store import assigned_to
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from lessons import Lesson, PlanEntry
from ui.assignments.told import set_for
from ui.components.course_map import arrows
from ui.lesson_card import lesson_card
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
    _coming(visit, pages)
    arrows(_ways(visit, pages))
    _own_pages(visit, pages)


def _own_pages(visit: Visit, pages: Mapping[str, Any]) -> None:
    """The pages of what somebody did, on one line."""
    language = visit.language
    with st.container(key="own-pages", horizontal=True, gap="small"):
        _links(visit, pages, language)


def _links(visit: Visit, pages: Mapping[str, Any], language: Language) -> None:
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
    """A heading and the cards of its lessons; what is still to come is named under all units."""
    lessons = _open(visit, pages)
    there = [entry for entry in entries if entry.id in lessons]
    if not there:
        return
    st.header(heading, anchor=False)
    with st.grid(min_column_width=290, gap="medium", key=key):
        for entry in there:
            lesson_card(visit, pages, lessons[entry.id], _leads(visit, entry))


def _coming(visit: Visit, pages: Mapping[str, Any]) -> None:
    """The lessons that are planned and not there yet, on one line."""
    language = visit.language
    lessons = _open(visit, pages)
    names = [one.title[language] for one in visit.registry.course().entries if one.id not in lessons]
    if names:
        with st.container(key="coming"):
            st.caption(f"{say('coming', language)} · {literal(' · '.join(names))}")


def _ways(visit: Visit, pages: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Which lesson leads to which, of those that have a card: what the plan of the course says."""
    lessons = _open(visit, pages)
    entries = visit.registry.course().entries
    return [(one.id, to) for one in entries if one.id in lessons for to in one.leads_to if to in lessons]


def _leads(visit: Visit, entry: PlanEntry) -> list[str]:
    """Which lessons build on this one, by their titles on the map."""
    titles = {one.id: visit.registry.title(one)[visit.language] for one in visit.registry.course().entries}
    names = [titles[name] for name in entry.leads_to if name in titles]
    between = conventions(visit.language).list_semicolon
    return [say("leads_to", visit.language, lessons=between.join(names))] if names else []
