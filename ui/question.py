"""One question on the screen: stem, fields, hints, and under the answer what it earned and why."""

from functools import partial

import streamlit as st

from classroom import Standing, again, save_draft, standing, submit, take_hint, variant_for
from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from exercises import Exercise, Invalid, Variant, right_response
from ui.components.answering import answering
from ui.fields import ask
from ui.fields.slot import Slot
from ui.media import with_media
from ui.trouble import guarded
from ui.visit import Visit


def void(_: object) -> None:
    """A callback returns nothing."""


@st.fragment
def question(visit: Visit, exercise: Exercise, *, number: int | None, graded: bool) -> None:
    """Draws a question; an answer is marked outside of it and the page shows what it earned."""
    guarded(lambda: _question(visit, exercise, number=number, graded=graded), visit.language)


def _question(visit: Visit, exercise: Exercise, *, number: int | None, graded: bool) -> None:
    language = visit.language
    stands = standing(visit.store, visit.student, exercise)
    variant = variant_for(visit.store, visit.student, exercise)
    with st.container(border=True, key=f"question-{exercise.id.replace('.', '-')}"):
        _head(stands, language, number=number, graded=graded)
        st.markdown(with_media(variant.question.stem[language]))
        _answer(visit, exercise, variant, stands)
        _hints(visit, exercise, stands)
        with st.container(key=f"outcome-{exercise.id.replace('.', '-')}", gap=None):
            answering(f"answering:{exercise.id}", stands.tries_used)
            _verdict(visit, exercise, stands)
        if stands.reveal is not None:
            with st.expander(say("solution", language), icon=":material/task_alt:", expanded=stands.best < 1):
                st.markdown(with_media(stands.reveal[language]))
            if not graded:
                st.button(
                    say("again" if exercise.is_drawn_anew else "again_same", language),
                    key=f"again:{variant.item}:{variant.group}",
                    on_click=lambda: void(again(visit.store, visit.student, exercise, group=stands.group)),
                )


def _head(stands: Standing, language: Language, *, number: int | None, graded: bool) -> None:
    facts = [say("question_n", language, n=number)] if number else []
    facts.append(say("graded" if graded else "practice", language))
    if stands.tries_used:
        facts.append(say("earned", language, points=f"{stands.item_points:.2g}"))
    if not stands.may_reveal:
        left = stands.tries_left
        facts.append(say("try_left_one", language) if left == 1 else say("tries_left", language, n=left))
    st.caption(" · ".join(facts))


def _answer(visit: Visit, exercise: Exercise, variant: Variant, stands: Standing) -> None:
    language = visit.language
    is_closed = stands.may_reveal
    # a closed field is another one: what was typed since the answer was marked is not what was marked
    root = f"{'marked' if is_closed else 'answer'}:{variant.item}:{variant.group}"
    given: dict[str, object] = {}

    def noted() -> None:
        st.session_state[f"{root}:changed"] = True

    def keep(name: str, value: object) -> None:
        save_draft(visit.store, visit.student, exercise.id, {**given, name: value})

    last = stands.last.response if stands.last else {}
    draft = last if is_closed else stands.draft or last
    right = right_response(variant) if is_closed else {}
    for field in variant.question.fields:
        name, answer = field.name, right.get(field.name)
        slot = Slot(
            language, f"{root}:{name}", draft.get(name), noted, partial(keep, name), is_closed, answer
        )
        given[field.name] = ask(field, slot)
    if is_closed:
        return
    if st.session_state.pop(f"{root}:changed", False):
        save_draft(visit.store, visit.student, exercise.id, given)
    if st.button(say("check_answer", language), key=f"{root}:send", type="primary"):
        _send(visit, exercise, given, variant.group)


def _send(visit: Visit, exercise: Exercise, given: dict[str, object], group: int) -> None:
    language = visit.language
    try:
        outcome = submit(visit.store, visit.student, exercise, given, group=group)
    except ReaderError as error:
        st.error(error.text[language])
        return
    st.session_state[f"unread:{exercise.id}"] = outcome.invalid
    st.rerun()


def _hints(visit: Visit, exercise: Exercise, stands: Standing) -> None:
    language = visit.language
    opened = len(stands.hints)
    for number, hint in enumerate(stands.hints, 1):
        st.info(f"**{say('hint_n', language, n=number)}** — {with_media(hint.text[language])}")
    if stands.may_reveal or stands.next_hint_cost is None:
        return
    st.button(
        say("hint_take", language, cost=f"{stands.next_hint_cost:.0%}"),
        key=f"hint:{exercise.id}:{opened}",
        type="tertiary",
        on_click=lambda: void(take_hint(visit.store, visit.student, exercise, opened + 1)),
    )


def _verdict(visit: Visit, exercise: Exercise, stands: Standing) -> None:
    language = visit.language
    slug = exercise.id.replace(".", "-")
    unread: Invalid | None = st.session_state.get(f"unread:{exercise.id}")
    if unread is not None:
        with st.container(key=f"verdict-invalid-{slug}"):
            st.markdown(f"**{say('verdict_invalid', language)}** {unread.message[language]}")
        return
    if stands.last is None:
        return
    last = stands.last.grade
    kind = "right" if last.score >= 1 else "partly" if last.score > 0 else "wrong"
    with st.container(key=f"verdict-{kind}-{slug}", gap="xsmall"):
        if kind == "partly":
            st.markdown(f"**{say('verdict_partly', language, share=f'{last.score:.0%}')}**")
        st.markdown(with_media(last.told(is_closed=stands.may_reveal)[language]))
        reasons = [part for part in last.parts if part.why is not None]
        for part in reasons:
            label = f"**{with_media(part.label[language])}** — " if part.label is not None else ""
            st.markdown(f"- {label}{with_media(part.why[language]) if part.why else ''}")
