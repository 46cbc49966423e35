"""Where a preview is played: a record of its own, forgotten when what is shown becomes another thing."""

from dataclasses import dataclass

import streamlit as st

from classroom import Store, Student, rehearsal
from courseware.text import Language
from ui.visit import Visit

_PLACE = "desk-stage"
_PREFIXES = ("answer:", "unread:", "hint:", "again:")


@dataclass(frozen=True)
class Stage:
    """A rehearsal and what is played in it."""

    playing: str
    store: Store
    student: Student


def visit_for(visit: Visit, language: Language, seed: int, playing: str) -> Visit:
    """A visit that reaches nobody's record, of the student whose questions are those of `seed`.

    `playing` names what is shown, down to its wording: answers to an older wording are forgotten.
    """
    wanted = f"{seed}:{playing}"
    stage: Stage | None = st.session_state.get(_PLACE)
    if stage is None or stage.playing != wanted:
        if stage is not None:
            stage.store.close()
        _forget_answers()
        store, student = rehearsal(seed, visit.store.clock)
        stage = Stage(wanted, store, student)
        st.session_state[_PLACE] = stage
    return Visit(language, stage.student, visit.role, stage.store, visit.shelf)


def _forget_answers() -> None:
    for key in [key for key in st.session_state if str(key).startswith(_PREFIXES)]:
        del st.session_state[key]
