"""The card of a lesson on the course map: a small picture of what is played there, what is seen and done."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from classroom import Progress, progress
from course import all_exercises
from courseware.interface import say
from lessons import Lesson
from lessons.steps import contract
from simulations.thumbnail import HEIGHT, WIDTH
from ui.points import points_told
from ui.present.link import present_link
from ui.stamp import stamp_of
from ui.visit import Visit


def lesson_card(visit: Visit, pages: Mapping[str, Any], lesson: Lesson, leads: Sequence[str]) -> None:
    """Draws the card; `leads` says which lessons build on this one."""
    language = visit.language
    done = progress_of(visit, lesson)
    with st.container(border=True, key=f"card-{lesson.id}", gap="xsmall"):
        st.page_link(pages[lesson.id], label=f"**{lesson.title[language]}**", query_params={"lang": language})
        seen = say("seen_steps", language, seen=len(done.seen), all=done.steps)
        tasks = say("done_tasks", language, done=done.done, all=done.tasks)
        bars = _bar("seen", seen, done.seen_share) + _bar("done", tasks, done.done_share)
        st.html(f'<div class="lab-card">{_picture(lesson)}<div>{bars}</div></div>')
        facts = [
            say("minutes", language, n=lesson.minutes),
            points_told(done.points, done.items, language, waiting=done.waiting, to_come=done.to_come),
        ]
        st.caption("  \n".join([" · ".join(facts), *leads]))
        present_link(visit, pages, lesson.id)


def progress_of(visit: Visit, lesson: Lesson) -> Progress:
    """How far the reader is in a lesson: steps seen, points earned, what is done of all that it asks for."""
    steps = [step.id for step in lesson.steps]
    asked = [step.id for step in lesson.steps if contract(step).keeps_words()]
    items = [item for item in lesson.items(mode="graded") if item in all_exercises()]
    return progress(visit.store, visit.student, lesson.id, steps, items, asked=asked)


def _bar(kind: str, said: str, share: float) -> str:
    """A line of words over a bar; what is seen is an outline, what is done is solid and ticked."""
    mark = " ✓" if kind == "done" and share >= 1 else ""
    return (
        f'<p class="lab-bar" data-kind="{kind}"><span>{escape(said)}{mark}</span>'
        f'<i aria-hidden="true"><b style="width:{share:.0%}"></b></i></p>'
    )


def _picture(lesson: Lesson) -> str:
    stamp = stamp_of(lesson)
    return f'<img src="{stamp}" alt="" width="{WIDTH}" height="{HEIGHT}">' if stamp else ""
