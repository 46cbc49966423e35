"""The students of a class: who has signed in, and what a teacher does for one who cannot."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from classroom import SchoolClass
from classroom.sign_in.overview import EnrolledStudent, enrolled_students
from classroom.sign_in.pin_tries import PinTries
from classroom.sign_in.pins import reset_pin
from classroom.sign_in.sessions import sign_out_everywhere
from courseware.interface import say
from courseware.text import Language
from ui.session import SessionKeys
from ui.visit import Visit
from web.routes.enter import tries_of

_CHOSEN: Final = SessionKeys[int | None]("class-student-{}", None)


def show_students(visit: Visit, of: SchoolClass) -> None:
    """Draws the list, and below it what may be done for one student."""
    language = visit.language
    known = enrolled_students(visit.store, of)
    st.header(say("class_students", language, n=sum(not one.is_former for one in known)), anchor=False)
    if not known:
        return
    st.dataframe(_table(known, language), hide_index=True)
    current = {one.student.id: one for one in known if not one.is_former}
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("class_help", language),
            list(current),
            index=None,
            placeholder=say("class_choose", language),
            format_func=lambda id_: _named(current[id_]),
            key=_CHOSEN(of.id).name,
        )
        one = current.get(chosen) if chosen is not None else None
        st.button(
            say("class_reset", language),
            key="class-reset",
            disabled=one is None or not one.has_pin,
            help=say("class_reset_why", language),
            on_click=lambda: _reset(visit, of, one),
        )
        st.button(
            say("class_sign_out", language),
            key="class-sign-out",
            disabled=one is None or not one.devices,
            on_click=lambda: _sign_out(visit, one),
        )


def _reset(visit: Visit, of: SchoolClass, one: EnrolledStudent | None) -> None:
    if one is not None:
        reset_pin(visit.store, one.student, visit.actor)
        for is_theirs in (False, True):
            PinTries(visit.store).forgive(tries_of(of.name, one.student, is_theirs=is_theirs))
        st.toast(say("class_reset_done", visit.language, who=one.student.name))


def _sign_out(visit: Visit, one: EnrolledStudent | None) -> None:
    if one is not None:
        ended = sign_out_everywhere(visit.store, one.student, by=visit.actor)
        st.toast(say("class_signed_out", visit.language, who=one.student.name, n=ended))


def _table(known: Sequence[EnrolledStudent], language: Language) -> pd.DataFrame:
    heads = [say(head, language) for head in ("number_label", "name_label", "class_pin", "class_devices")]
    rows = [(one.student.number, one.student.name, _state(one, language), one.devices) for one in known]
    return pd.DataFrame(rows, columns=heads)


def _state(one: EnrolledStudent, language: Language) -> str:
    if one.is_former:
        return say("class_former", language)
    return say("class_has_pin" if one.has_pin else "class_no_pin", language)


def _named(one: EnrolledStudent) -> str:
    return " · ".join(filter(None, [one.student.number, one.student.name]))
