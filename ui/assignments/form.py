"""The form of an assignment: what a teacher sets to a class, checked by the same model as a lesson's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import streamlit as st
from pydantic import JsonValue

from course import all_exercises
from courseware.curriculum import knowledge_points
from courseware.interface import say
from lessons import AssignmentMode, AssignmentPlan, DatedAssignment, Lesson, read_assignment
from ui.assignments.told import lesson_title
from ui.dates import zone_of
from ui.question_label import question_label
from ui.visit import Visit

MODES: Final[tuple[AssignmentMode, ...]] = ("graded", "exam", "practice")
SOURCES: Final = ("lesson", "list", "pool")
_WEEK: Final = timedelta(days=7)
_USUAL_MINUTES: Final = 45


@dataclass(frozen=True)
class NewAssignment:
    """What a teacher set, and the lesson whose questions it has."""

    plan: DatedAssignment
    lesson: str | None


def new_assignment(visit: Visit) -> NewAssignment | None:
    """Draws the form of a new assignment; what was set once it is sent, a ReaderError if it cannot be."""
    language = visit.language
    source = _one_of(visit, "set_from", "set_from", SOURCES, key="new-source", start="lesson")
    lesson = _lesson(visit) if source == "lesson" else None
    plan = lesson.assignment if lesson is not None else None
    modes = ("exam",) if source == "pool" else MODES
    key = f"new:{source}:{lesson.id if lesson else ''}"
    mode = _one_of(visit, "set_mode", "mode", modes, key=f"{key}:mode", start=plan.mode if plan else modes[0])
    with st.form(f"{key}:{mode}", border=False):
        questions = _questions(visit, source, lesson, plan)
        values = _values(visit, mode, plan or AssignmentPlan.model_validate(_least(mode)), f"{key}:{mode}")
        if not st.form_submit_button(say("set_make", language), type="primary"):
            return None
    return NewAssignment(read_assignment({**values, **questions}), lesson.id if lesson else None)


def changed_assignment(visit: Visit, number: int, plan: DatedAssignment) -> DatedAssignment | None:
    """Draws the form of an assignment that is there; its new rules and dates once it is sent."""
    kept = plan.model_dump(mode="json", by_alias=True, exclude_none=True, include={"items", "pools"})
    with st.form(f"change:{number}", border=False):
        values = _values(visit, plan.mode, plan, f"change:{number}")
        if not st.form_submit_button(say("set_change", visit.language)):
            return None
    return read_assignment({**kept, **values})


def _least(mode: str) -> Mapping[str, JsonValue]:
    return {"mode": mode, **({"minutes": _USUAL_MINUTES} if mode == "exam" else {})}


def _one_of(visit: Visit, label: str, words: str, options: tuple[str, ...], *, key: str, start: str) -> str:
    chosen = st.segmented_control(
        say(label, visit.language),
        options,
        format_func=lambda one: say(f"{words}_{one}", visit.language),
        default=start if start in options else options[0],
        key=key,
        required=True,
    )
    return str(chosen or start)


def _lesson(visit: Visit) -> Lesson:
    lessons = visit.registry.lessons()
    name = st.selectbox(
        say("set_lesson", visit.language),
        list(lessons),
        format_func=lambda one: lesson_title(visit, one),
        key="new-lesson",
    )
    return lessons[name]


def _questions(
    visit: Visit, source: str, lesson: Lesson | None, plan: AssignmentPlan | None
) -> dict[str, JsonValue]:
    """The questions: those of the lesson, those that are picked, or a pool to draw from."""
    language, known = visit.language, all_exercises()
    if source == "pool":
        draw = st.number_input(say("set_draw", language), 1, 100, 5)
        points = st.multiselect(
            say("set_points_asked", language),
            list(knowledge_points()),
            format_func=lambda n: f"{n} {knowledge_points()[n][language]}",
        )
        difficulty = st.select_slider(say("set_difficulty", language), (1, 2, 3), 3)
        return {"pools": [{"draw": int(draw), "curriculum": list(points), "difficulty": difficulty}]}
    if plan is not None and plan.pools:
        return plan.model_dump(mode="json", by_alias=True, exclude_none=True, include={"items", "pools"})
    start = (plan.items if plan and plan.items else lesson.items("graded")) if lesson else ()
    picked = st.multiselect(
        say("set_questions", language),
        list(known),
        [item for item in start if item in known],
        format_func=lambda item: question_label(known[item], language),
        help=say("question_find", language),
    )
    return {"use": list(picked)}


def _values(visit: Visit, mode: str, start: AssignmentPlan, key: str) -> dict[str, JsonValue]:
    """What is asked of an assignment of this mode, as a file would have it."""
    language = visit.language
    dated = start if isinstance(start, DatedAssignment) else DatedAssignment.model_construct()
    values: dict[str, JsonValue] = {"mode": mode}
    values["title"] = st.text_input(say("set_title", language), dated.title, max_chars=80, key=f"{key}:title")
    now = visit.store.clock()
    st.caption(say("set_zone", language, zone=zone_of(now)))
    with st.container(horizontal=True):
        values |= _date(visit, "opens_at", dated.opens_at or (None if dated.due_at else now), key)
        values |= _date(visit, "due_at", dated.due_at or now + _WEEK, key)
        if mode == "exam":
            values |= _date(visit, "release_at", dated.release_at, key)
    with st.container(horizontal=True):
        worth = st.number_input(
            say("set_worth", language), 0.0, 1000.0, float(start.points or 0), 1.0, key=f"{key}:points"
        )
        if mode == "exam":
            start_at = start.minutes or _USUAL_MINUTES
            minutes = st.number_input(say("set_minutes", language), 1, 600, start_at, key=f"{key}:minutes")
            values["minutes"] = int(minutes)
        if mode == "graded":
            values |= _tries_and_lateness(visit, start, key)
    if worth:
        values["points"] = worth
    if mode == "exam":
        values["shuffle"] = st.checkbox(say("set_shuffle", language), start.is_shuffled, key=f"{key}:shuffle")
    else:
        values["hints"] = st.checkbox(say("set_hints", language), start.hints, key=f"{key}:hints")
    return values


def _tries_and_lateness(visit: Visit, start: AssignmentPlan, key: str) -> dict[str, JsonValue]:
    language, late = visit.language, start.late
    tries = st.number_input(say("set_tries", language), 0, 10, start.tries or 0, key=f"{key}:tries")
    days = st.number_input(
        say("set_late_days", language), 0, 180, late.days if late else 0, key=f"{key}:days"
    )
    per_day = st.number_input(
        say("set_late_share", language), 0, 100, round(100 * late.per_day) if late else 10, key=f"{key}:share"
    )
    floor = st.number_input(
        say("set_late_floor", language), 0, 100, round(100 * late.floor) if late else 50, key=f"{key}:floor"
    )
    values: dict[str, JsonValue] = {"tries": int(tries)} if tries else {}
    if days:
        values["late"] = {"days": int(days), "per_day": per_day / 100, "floor": floor / 100}
    return values


def _date(visit: Visit, name: str, start: datetime | None, key: str) -> dict[str, JsonValue]:
    """A point in time by the school's clock; nothing if it is left empty."""
    local = None if start is None else start.astimezone().replace(second=0, microsecond=0, tzinfo=None)
    chosen = st.datetime_input(say(f"set_{name}", visit.language), local, key=f"{key}:{name}")
    return {} if chosen is None else {name: chosen.astimezone().isoformat()}
