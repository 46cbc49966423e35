"""The problems of a text as one types: where, what and what to do; a click goes there."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from courseware.interface import say
from courseware.language import conventions
from courseware.problem import Problem
from courseware.text import Language
from ui.desk.verdict import TextVerdict
from ui.prose import literal

MOST = 40
"""More problems than this are counted and not shown: mending the first ones mends many of them."""


def show_problems(found: TextVerdict, language: Language, on_go: Callable[[int, int], None]) -> None:
    """Draws the list, errors first; `on_go` is called with line and column before the next run."""
    with st.container(key="desk-problems", gap="xsmall"):
        if not found.problems:
            st.markdown(f":material/task_alt: {say('desk_no_problems', language)}")
            return
        st.markdown(f"**{counted(found, language)}**")
        for number, problem in enumerate((*found.errors, *found.warnings)[:MOST]):
            _row(number, problem, language, on_go)
        if len(found.problems) > MOST:
            st.caption(say("desk_more_problems", language, n=len(found.problems) - MOST))


def counted(found: TextVerdict, language: Language) -> str:
    """How many errors and warnings there are."""
    parts = []
    for name, problems in (("error", found.errors), ("warning", found.warnings)):
        if problems:
            ending = "" if len(problems) == 1 else "s"
            parts.append(say(f"desk_{name}{ending}", language, n=len(problems)))
    return conventions(language).comma.join(parts)


def _row(number: int, problem: Problem, language: Language, on_go: Callable[[int, int], None]) -> None:
    is_error = problem.severity == "error"
    place = say("desk_line", language, line=problem.line)
    with st.container(key=f"desk-problem-{problem.severity}-{number}"):
        st.button(
            f"**{place}** {literal(problem.said(language))}",
            key=f"desk-go-{number}",
            icon=":material/error:" if is_error else ":material/warning:",
            type="tertiary",
            on_click=partial(on_go, problem.line, problem.column),
        )
