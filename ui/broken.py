"""A broken file of the course: teachers read what to mend, students that the part is being changed."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from courseware.interface import say
from courseware.problem import Problem
from ui.prose import literal
from ui.visit import Visit


def tell_broken(visit: Visit, what: Literal["lesson", "bank"], problems: Iterable[Problem]) -> None:
    """Warns of the problems; a student is told neither files nor what is written in them."""
    found = list(problems)
    if found and not visit.is_teacher:
        st.info(say("being_changed", visit.language))
        return
    for problem in found:
        st.warning(say(f"broken_{what}", visit.language, problem=literal(problem.tell(visit.language))))
