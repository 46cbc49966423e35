"""After a question was corrected: whose marks change and how, and then the change, with its reason."""

import streamlit as st

from classroom.classes import school_classes
from classroom.regrading.marks import RegradePolicy
from classroom.regrading.preview import RegradedQuestion, RegradePreview, apply, preview
from course import all_exercises
from courseware.interface import say
from courseware.language import conventions
from ui.assignments.acting import acting
from ui.errors import guard
from ui.prose import literal
from ui.question_label import question_label
from ui.session import SessionKeys
from ui.visit import Visit

_DONE = SessionKeys("regrade:{}:done", 0)
"""How many marks were changed a moment ago, to be said once."""


def regrading(visit: Visit) -> None:
    """Draws the choice of a question, what marking again would do, and the button that does it."""
    language = visit.language
    st.markdown(say("regrade_lead", language))
    known = all_exercises()
    item = st.selectbox(
        say("regrade_question", language),
        list(known),
        None,
        format_func=lambda one: question_label(known[one], language),
        placeholder=say("question_find", language),
        key="regrade-item",
    )
    names = [one.name for one in school_classes(visit.store)]
    of = st.selectbox(
        say("regrade_of", language), names, None, placeholder=say("regrade_all", language), key="regrade-of"
    )
    loses = st.checkbox(say("regrade_nobody_loses", language), key="regrade-nobody-loses")
    credit = st.checkbox(say("regrade_full_credit", language), key="regrade-full-credit")
    if item is None:
        return
    st.markdown(f"> {known[item].item.stem[language]}")
    with guard(language):
        _seen(visit, preview(visit.store, known[item], RegradePolicy(loses, credit), of))


def _seen(visit: Visit, seen: RegradePreview) -> None:
    language, done = visit.language, _DONE(seen.item).pop()
    if done:
        st.success(say("regrade_done", language, n=done))
    gaining, losing, others = len(seen.gaining), len(seen.losing), len(seen.others)
    st.markdown(
        say("regrade_counts", language, all=len(seen.questions), gaining=gaining, losing=losing)
        + (f" {say('regrade_others', language, n=others)}" if others else "")
    )
    classes = [
        f"{literal(name) or say('regrade_no_class', language)} ({n})" for name, n in seen.by_class.items()
    ]
    if classes:
        st.markdown(say("regrade_whom", language, whom=conventions(language).list_comma.join(classes)))
    if not seen.changed:
        st.info(say("regrade_nothing", language))
        return
    changing = [one for one in seen.questions if any(part.is_changed for part in one.tries)]
    st.dataframe([_row(visit, one) for one in changing], hide_index=True, key=f"regrade:{seen.item}")
    why = st.text_input(say("regrade_why", language), key=f"regrade-why:{seen.item}")
    if st.button(say("regrade_apply", language), key=f"regrade-apply:{seen.item}", type="primary"):
        _DONE(seen.item).set(apply(visit.store, seen, why=why, by=acting(visit)))
        st.rerun()


def _row(visit: Visit, one: RegradedQuestion) -> dict[str, str]:
    language, student = visit.language, one.student
    return {
        say("class_label", language): student.class_name,
        say("number_label", language): student.number,
        say("name_label", language): student.name,
        say("regrade_where", language): say("exam" if "@" in one.item else "regrade_lesson", language),
        say("regrade_old", language): f"{one.old:.3g}",
        say("regrade_new", language): f"{one.new:.3g}",
    }
