"""One question on the screen: stem, fields, hints, and under the response what it earned and why."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from classroom import QuestionStatus, Store, Student, again, question_status, save_draft, submit, take_hint
from classroom.assignment_rules import AssignmentRules
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from exercises import Exercise, Grade, Invalid, right_response
from ui.assignments.told import earns, not_yet, window
from ui.components.answering import answering
from ui.errors import guarded
from ui.fields import ask
from ui.fields.row_marks import marked_field
from ui.fields.slot import Slot
from ui.media import with_media
from ui.session import SessionKeys
from ui.visit import Visit

_OUTCOME: Final = SessionKeys[QuestionStatus | None]("unread:{}:standing", None)
"""What the record says of a question after a submission, for the run that follows."""
_UNREAD: Final = SessionKeys[Invalid | None]("unread:{}", None)
"""Why the last response to a question could not be read."""
_CHANGED: Final = SessionKeys("{}:changed", False)
"""Whether a field of a question has been changed since it was drawn."""
_REFUSED: Final = SessionKeys("unread:{}:refused", "")
"""Why a hint or another round was not given, for the run that follows the click."""


@st.fragment
def question(
    visit: Visit,
    exercise: Exercise,
    *,
    number: int | None,
    graded: bool,
    rules: AssignmentRules | None = None,
) -> None:
    """Draws a question; a response is marked outside of it and the page shows what it earned.

    `rules` are those of the assignment that sets it; before it opens, nothing of the question is sent.
    """
    if rules is not None and rules.state(visit.store.clock()) == "ahead":
        st.info(not_yet(rules, visit.language))
        return
    guarded(lambda: _question(visit, exercise, rules, number=number, graded=graded), visit.language)


def _question(
    visit: Visit, exercise: Exercise, rules: AssignmentRules | None, *, number: int | None, graded: bool
) -> None:
    language = visit.language
    # the run that follows a submission shows what came of it and need not ask the record
    fresh: QuestionStatus | None = _OUTCOME(exercise.id).pop()
    stands = fresh or question_status(visit.store, visit.student, exercise, rules)
    variant = stands.variant
    with st.container(border=True, key=f"question-{exercise.id.replace('.', '-')}"):
        _head(stands, language, number=number, graded=graded)
        if rules is not None:
            _window(visit, rules, exercise, stands)
        st.markdown(with_media(variant.question.stem[language]))
        _response(visit, exercise, stands)
        _hints(visit, exercise, stands)
        with st.container(key=f"outcome-{exercise.id.replace('.', '-')}", gap=None):
            answering(f"answering:{exercise.id}", stands.attempts_used)
            _verdict(
                visit,
                exercise,
                stands,
                gains=_gains(stands, language) if graded else "",
                is_new=fresh is not None,
            )
        if stands.reveal is not None:
            with st.expander(say("solution", language), icon=":material/task_alt:", expanded=stands.best < 1):
                st.markdown(with_media(stands.reveal[language]))
            if not graded:
                st.button(
                    say("again" if exercise.is_drawn_anew else "again_same", language),
                    key=f"again:{variant.item}:{variant.group}",
                    on_click=lambda: _ask_for(visit, exercise, partial(again, group=stands.group)),
                )


def _head(stands: QuestionStatus, language: Language, *, number: int | None, graded: bool) -> None:
    facts = [say("question_n", language, n=number)] if number else []
    facts.append(say("graded" if graded else "practice", language))
    if stands.is_pending:
        facts.append(say("waits_for_teacher", language))
    elif stands.attempts_used:
        facts.append(say("earned", language, points=f"{stands.item_points:.2g}"))
    if not stands.is_closed:
        left = stands.attempts_left
        facts.append(say("try_left_one", language) if left == 1 else say("tries_left", language, n=left))
    st.caption(" · ".join(facts))


def _window(visit: Visit, rules: AssignmentRules, exercise: Exercise, stands: QuestionStatus) -> None:
    """Until when answers are taken, and what a right one earns now and later."""
    now = visit.store.clock()
    facts = [window(visit, rules)]
    rates = rules.terms(exercise.attempts.points, now).rates
    if stands.attempts_left:
        facts.append(earns(visit, rates[stands.attempts_used], rules))
    st.caption(" · ".join(facts))


def _response(visit: Visit, exercise: Exercise, stands: QuestionStatus) -> None:
    language, variant = visit.language, stands.variant
    is_closed = stands.is_closed
    # a closed field is another one: what was typed since the response was marked is not what was marked
    root = f"{'marked' if is_closed else 'answer'}:{variant.item}:{variant.group}"
    response: dict[str, object] = {}

    def noted() -> None:
        _CHANGED(root).set(True)

    def keep(name: str, value: object) -> None:
        save_draft(visit.store, visit.student, exercise.id, {**response, name: value})

    last = stands.last.response if stands.last else {}
    draft = last if is_closed else stands.draft or last
    right = right_response(variant) if stands.may_reveal else {}
    for field in variant.question.fields:
        name, answer = field.name, right.get(field.name)
        key, marked = f"{root}:{name}", marked_field(stands.last, name)
        slot = Slot(language, key, draft.get(name), noted, partial(keep, name), is_closed, answer, marked)
        response[field.name] = ask(field, slot)
    if is_closed:
        return
    # what is sent is kept as an attempt, or as a draft if it cannot be read, and need not be kept before
    asked = "hand_in" if exercise.is_marked_by_hand else "check_answer"
    if st.button(say(asked, language), key=f"{root}:send", type="primary"):
        if _send(visit, exercise, response, stands):
            _CHANGED(root).pop()
            st.rerun()
    elif _CHANGED(root).pop():
        save_draft(visit.store, visit.student, exercise.id, response)


def _send(visit: Visit, exercise: Exercise, response: dict[str, object], stands: QuestionStatus) -> bool:
    """Sends the response; whether something came of it, which the next run shows."""
    try:
        outcome = submit(visit.store, visit.student, exercise, response, shown=stands)
    except ReaderError as error:
        st.error(error.text[visit.language])
        return False
    _UNREAD(exercise.id).set(outcome.invalid)
    _OUTCOME(exercise.id).set(outcome.status)
    return True


def _ask_for(visit: Visit, exercise: Exercise, ask: Callable[[Store, Student, Exercise], object]) -> None:
    """A callback's work: what is asked for may have been ruled out since the page was drawn."""
    try:
        ask(visit.store, visit.student, exercise)
    except ReaderError as error:
        _REFUSED(exercise.id).set(error.text[visit.language])


def _hints(visit: Visit, exercise: Exercise, stands: QuestionStatus) -> None:
    language = visit.language
    opened = len(stands.hints)
    if refused := _REFUSED(exercise.id).pop():
        st.error(refused)
    for number, hint in enumerate(stands.hints, 1):
        st.info(f"**{say('hint_n', language, n=number)}** — {with_media(hint.text[language])}")
    if stands.is_closed or stands.next_hint_cost is None:
        return
    st.button(
        say("hint_take", language, cost=f"{stands.next_hint_cost:.0%}"),
        key=f"hint:{exercise.id}:{opened}",
        type="tertiary",
        on_click=lambda: _ask_for(visit, exercise, partial(take_hint, number=opened + 1)),
    )


def _kind_of(grade: Grade) -> str:
    """How a verdict looks: what waits for a teacher is neither right nor wrong."""
    if grade.is_pending:
        return "pending"
    return "right" if grade.score >= 1 else "partly" if grade.score > 0 else "wrong"


def _gains(stands: QuestionStatus, language: Language) -> str:
    """What the latest answer has added to the mark, if anything."""
    points = stands.last.points if stands.last else 0.0
    if points <= 0:
        return ""
    return say("gain_one" if points == 1 else "gain", language, points=f"{points:.2g}")


def _verdict(visit: Visit, exercise: Exercise, stands: QuestionStatus, *, gains: str, is_new: bool) -> None:
    """What came of the latest answer; a right one is ticked, and moves a little if just sent."""
    language = visit.language
    slug = exercise.id.replace(".", "-")
    unread = _UNREAD(exercise.id).get()
    if unread is not None:
        with st.container(key=f"verdict-invalid-{slug}"):
            st.markdown(f"**{say('verdict_invalid', language)}** {unread.message[language]}")
        return
    if stands.last is None:
        return
    last = stands.last.grade
    kind = _kind_of(last)
    with st.container(key=f"verdict-{kind}-{slug}", gap="xsmall"):
        if kind == "right":
            with st.container(key=f"tick-{'new' if is_new else 'old'}-{slug}"):
                st.markdown(f"**{f'✓ {gains}'.strip()}**")
        elif kind == "partly":
            partly = say("verdict_partly", language, share=f"{last.score:.0%}")
            st.markdown(f"**{' · '.join([partly, *([gains] if gains else [])])}**")
        st.markdown(with_media(last.told(is_closed=stands.is_closed)[language]))
        for part in last.parts:
            if (why := part.told(is_closed=stands.is_closed)) is not None:
                label = f"**{with_media(part.label[language])}** — " if part.label is not None else ""
                st.markdown(f"- {label}{with_media(why[language])}")
