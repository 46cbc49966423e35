"""Where teachers mark answers in words: one after the other, by the rubric, with the keyboard alone."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from classroom.analysis import classes_with_answers
from classroom.marking import (
    GivenMark,
    MarkingHistory,
    MarkingStage,
    QueueEntry,
    QueueSelection,
    agree,
    by_hand,
    mark_response,
    marking_of,
    responses_to_mark,
    save_comment,
    saved_comments,
)
from classroom.staff import INSTRUCTOR
from course import all_exercises
from courseware.interface import say
from courseware.problem import ReaderError
from ui.choice import choose_one
from ui.media import with_media, without_media
from ui.prose import literal
from ui.question_label import question_label
from ui.session import SessionKey, SessionKeys
from ui.visit import Visit

_STAGES: Final[tuple[MarkingStage, ...]] = ("waiting", "once", "all")
_MARKER: Final = SessionKey("marking-marker", "")
_EVERY: Final = ""
"""No class and no question in particular."""
_CLASS: Final = SessionKey("marking-class", _EVERY)
_ITEM: Final = SessionKey("marking-item", _EVERY)
_NAMES: Final = SessionKey("marking-names", False)
_CURRENT: Final = SessionKey[int | None]("marking-current", None)
_POINTS: Final = SessionKeys[float | None]("marking-points:{}:{}", None)
_COMMENT: Final = SessionKeys("marking-comment:{}", "")


def marking_page(visit: Visit, pages: Mapping[str, Any]) -> None:  # noqa: ARG001 - it links to no page
    """Draws the page for teachers; others read how to get in."""
    language = visit.language
    if not visit.is_teacher:
        st.title(say("desk_closed", language), anchor=False)
        st.markdown(say("desk_closed_why", language))
        return
    st.title(say("marking", language), anchor=False)
    queue = responses_to_mark(visit.store, _selection(visit))
    if not queue:
        st.info(say("marking_empty", language), icon=":material/task_alt:")
        return
    entry = _step_through(visit, queue)
    try:
        _answer(visit, entry, [one.attempt for one in queue])
    except ReaderError as error:
        st.error(error.text[language])


def _selection(visit: Visit) -> QueueSelection:
    """Asks who marks, and whose answers to what."""
    language, known = visit.language, all_exercises()
    items = by_hand(known)
    marker, classes, questions = st.columns([0.2, 0.3, 0.5], gap="medium", vertical_alignment="bottom")
    is_named = visit.actor != INSTRUCTOR
    if is_named:  # whoever is signed in by name marks as nobody else
        _MARKER.set(visit.actor)
    marker.text_input(
        say("marking_marker", language),
        key=_MARKER.name,
        disabled=is_named,
        max_chars=40,
        help=say("marking_marker_why", language),
    )
    class_name = classes.selectbox(
        say("class_label", language),
        [_EVERY, *classes_with_answers(visit.store)],
        format_func=lambda name: name or say("analysis_all_classes", language),
        key=_CLASS.name,
    )
    item = questions.selectbox(
        say("marking_question", language),
        [_EVERY, *items],
        format_func=lambda one: (
            question_label(known[one], language) if one else say("marking_all_questions", language)
        ),
        key=_ITEM.name,
    )
    stages, names = st.columns([0.7, 0.3], vertical_alignment="bottom")
    with stages:
        stage = choose_one(
            say("marking_stage", language),
            _STAGES,
            key="marking-stage",
            format_func=lambda one: say(f"marking_stage_{one}", language),
        )
    names.toggle(say("marking_names", language), key=_NAMES.name)
    return QueueSelection((item,) if item else items, class_name or None, stage)


def _marker(visit: Visit) -> str:
    """Who marks: whoever has signed in by name, nobody else's name; with the key of the lab, who says so."""
    return visit.actor if visit.actor != INSTRUCTOR else _MARKER.get().strip()


def _step_through(visit: Visit, queue: Sequence[QueueEntry]) -> QueueEntry:
    """The answer that is shown, with the ways to its neighbours."""
    language, attempts = visit.language, [one.attempt for one in queue]
    at = attempts.index(current) if (current := _CURRENT.get()) in attempts else 0
    before, place, after = st.columns([0.25, 0.5, 0.25], vertical_alignment="center")
    before.button(
        say("marking_previous", language),
        key="marking-previous",
        shortcut="Alt+Left",
        disabled=at == 0,
        on_click=_CURRENT.set,
        args=(attempts[max(0, at - 1)],),
        width="stretch",
    )
    facts = [say("marking_place", language, n=at + 1, all=len(queue))]
    entry = queue[at]
    if _NAMES.get():
        facts += [literal(part) for part in (entry.name, entry.number, entry.class_name) if part]
    place.markdown(" · ".join(facts))
    after.button(
        say("marking_next", language),
        key="marking-next",
        shortcut="Alt+Right",
        disabled=at == len(queue) - 1,
        on_click=_CURRENT.set,
        args=(attempts[min(len(queue) - 1, at + 1)],),
        width="stretch",
    )
    return entry


def _answer(visit: Visit, entry: QueueEntry, attempts: Sequence[int]) -> None:
    """The question, the answer, and the form in which it is marked."""
    language, whole = visit.language, marking_of(visit.store, entry.attempt)
    response, marker = whole.response, _marker(visit)
    left, right = st.columns([0.55, 0.45], gap="large")
    with left:
        st.markdown(with_media(response.stem[language]))
        with st.container(border=True, key="marking-answer"):
            # an answer is anybody's text: st.text shows it letter by letter
            st.text(response.words)
        if response.rubric.model is not None:
            with st.expander(say("marking_model", language)):
                st.markdown(with_media(response.rubric.model[language]))
    with right:
        if not marker:
            st.info(say("marking_who", language))
            return
        _form(visit, whole, attempts)
        _said(visit, whole.seen_by(marker))


def _form(visit: Visit, whole: MarkingHistory, attempts: Sequence[int]) -> None:
    """Points by each criterion and a comment; Enter in a field of points gives the mark."""
    language, response = visit.language, whole.response
    key, comment = response.attempt, _COMMENT(response.attempt)
    if kept := saved_comments(visit.store, response.item):
        with st.container(key="marking-kept", gap="xsmall"):
            st.caption(say("marking_kept", language))
            for number, words in enumerate(kept[-8:]):
                st.button(
                    literal(words),
                    key=f"marking-kept:{key}:{number}",
                    type="tertiary",
                    on_click=_add,
                    args=(key, words),
                )
    with st.form(f"marking-form:{key}", border=False):
        points = [
            st.number_input(
                f"{without_media(one.text[language])} (0–{one.points:g})",
                min_value=0.0,
                max_value=one.points,
                step=0.5,
                value=None,
                format="%g",
                key=_POINTS(key, number).name,
            )
            for number, one in enumerate(response.rubric.parts)
        ]
        st.text_area(say("marking_comment", language), key=comment.name, height=90, max_chars=2000)
        keep = st.checkbox(say("marking_keep", language), key=f"marking-keep:{key}")
        agreed = whole.difference is not None and st.checkbox(
            say("marking_agreed", language), key=f"marking-agreed:{key}"
        )
        is_sent = st.form_submit_button(say("marking_give", language), type="primary", shortcut="Ctrl+Enter")
    if not is_sent:
        return
    if any(one is None for one in points):
        st.warning(say("marking_all_points", language))
        return
    given = GivenMark(tuple(one or 0.0 for one in points), comment.get(), _marker(visit))
    (agree if agreed else mark_response)(visit.store, key, given)
    if keep:
        save_comment(visit.store, response.item, given.comment, given.by)
    _CURRENT.set(attempts[min(len(attempts) - 1, attempts.index(key) + 1)])
    st.rerun()


def _add(attempt: int, words: str) -> None:
    """Puts a kept comment behind what is written."""
    comment = _COMMENT(attempt)
    comment.set(f"{comment.get()} {words}".strip())


def _said(visit: Visit, seen: MarkingHistory) -> None:
    """What both markers gave, which of it counts, and whether they should talk."""
    language = visit.language
    if not seen.assessments:
        return
    st.divider()
    for origin in ("marker", "second_marker"):
        one = seen.latest(origin)
        if one is not None:
            points = " + ".join(f"{each:g}" for each in seen.response.rubric.points_in(one.grade))
            st.markdown(f"**{say(f'marking_given_{origin}', language)}** · {literal(one.by)} · {points}")
    st.caption(say(f"marking_counts_{seen.counts}", language))
    if seen.is_apart:
        st.warning(say("marking_apart", language, share=f"{seen.difference:.0%}"))
