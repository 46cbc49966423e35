"""Presentations in the record, as a browser would have left them there."""

from dataclasses import replace

from hypothesis import strategies as st

from classroom import presented
from lessons import Lesson
from ui.present.merging import changed
from ui.present.record import InRecord
from ui.present.state import State, read_state
from web.records import records_here

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def put(lesson: Lesson, state: State) -> None:
    """Makes this the state of the lesson's presentation, and the presentation a new one."""
    known = presented(records_here(), lesson.id, "")
    _keep(lesson, replace(state, run=known.run + 1 if known else 1, at=1))


def change(lesson: Lesson, **changes: object) -> None:
    """Changes the presentation that is under way."""
    state = kept(lesson)
    _keep(lesson, changed(state, state.at + 1, **changes))


def kept(lesson: Lesson) -> State:
    """The state that the record holds."""
    known = presented(records_here(), lesson.id, "")
    assert known is not None
    return replace(read_state(known.state, State("", "en")), run=known.run, at=known.moment)


def _keep(lesson: Lesson, state: State) -> None:
    InRecord(records_here(), lesson, "en", is_hall=False).keep(state)
