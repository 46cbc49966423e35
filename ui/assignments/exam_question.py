"""One question of an exam: while it is written every change is kept, and nothing is said of what is right."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st
from pydantic import JsonValue

import exercises
from classroom.assignments.sittings import Sitting, save_answer
from classroom.question_record import QuestionRecord
from courseware.interface import say
from courseware.problem import ReaderError
from exercises import Invalid, say_response
from ui.errors import guarded
from ui.fields import ask
from ui.fields.slot import Slot
from ui.media import with_media
from ui.session import SessionKeys
from ui.visit import Visit

_CHANGED: Final = SessionKeys("exam-answer:{}:changed", False)
"""Whether a field of a question has been changed since it was drawn."""


def is_answered(record: QuestionRecord) -> bool:
    """Whether something was written to it, however it will be marked."""
    return _says_something(_written(record))


def _written(record: QuestionRecord) -> Mapping[str, JsonValue]:
    """The draft, or what was handed in before the student was let in again."""
    return record.draft or (record.attempts[-1].response if record.attempts else {})


def _says_something(response: Mapping[str, object]) -> bool:
    return any(value not in (None, "", [], {}) for value in response.values())


@st.fragment
def exam_question(visit: Visit, sitting: Sitting, item: str, record: QuestionRecord, number: int) -> None:
    """Draws a question that is being written; each change runs and keeps this question alone."""
    guarded(lambda: _question(visit, sitting, item, record, number), visit.language)


def _question(visit: Visit, sitting: Sitting, item: str, record: QuestionRecord, number: int) -> None:
    language, variant = visit.language, record.variant
    root = f"exam-answer:{variant.item}"
    changed = _CHANGED(variant.item)
    response: dict[str, object] = {}

    def noted() -> None:
        changed.set(True)

    def keep(name: str, value: object) -> None:
        save_answer(visit.store, visit.student, sitting, item, {**response, name: value})

    draft = _written(record)
    with st.container(border=True, key=f"exam-question-{number}"):
        st.caption(say("question_n", language, n=number))
        st.markdown(with_media(variant.question.stem[language]))
        for field in variant.question.fields:
            name = field.name
            slot = Slot(language, f"{root}:{name}", draft.get(name), noted, partial(keep, name))
            response[name] = ask(field, slot)
        if changed.pop():
            _save(visit, sitting, item, response, was_answered=is_answered(record))


def _save(
    visit: Visit, sitting: Sitting, item: str, response: dict[str, object], *, was_answered: bool
) -> None:
    try:
        save_answer(visit.store, visit.student, sitting, item, response)
    except ReaderError as error:
        st.error(error.text[visit.language])
        return
    if was_answered != _says_something(response):
        st.rerun()  # the marks on top are the page's
    st.caption(say("exam_kept", visit.language))


def marked_question(visit: Visit, record: QuestionRecord, number: int) -> None:
    """Draws a question once results are released: what was written, what it earned and why, what is right."""
    language, variant = visit.language, record.variant
    last = record.attempts[-1] if record.attempts else None
    with st.container(border=True, key=f"exam-marked-{number}"):
        points = f"{record.points:.2g}"
        st.caption(f"{say('question_n', language, n=number)} · {say('earned', language, points=points)}")
        st.markdown(with_media(variant.question.stem[language]))
        if last is not None:
            answer = say_response(variant.question, last.response)[language]
            st.markdown(f"{say('exam_your_answer', language)} {with_media(answer)}")
            st.markdown(with_media(last.grade.told(is_closed=True)[language]))
        else:
            st.markdown(_unmarked(visit, record))
        st.markdown(with_media(exercises.reveal(variant)[language]))


def _unmarked(visit: Visit, record: QuestionRecord) -> str:
    """Why a question earned nothing without being marked: nothing was written, or it could not be read."""
    read = exercises.grade(record.variant, record.draft) if record.draft else None
    if isinstance(read, Invalid):
        return f"**{say('verdict_invalid', visit.language)}** {read.message[visit.language]}"
    return say("exam_no_answer", visit.language)
