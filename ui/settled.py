"""The settings of a play step on their way into the record: once they have settled, not at every move."""

from datetime import timedelta
from typing import Final

from classroom.work_settings import Settings, keep_settings
from lessons import Lesson, PlayStep
from ui.play_setup import PlaySetup
from ui.scenario import current_values
from ui.session import SessionKey, SessionKeys
from ui.visit import Visit

_EVERY: Final = timedelta(seconds=10)
"""A hand that moves a slider writes no more often than this; what it moved last is written when it leaves."""
_KEPT: Final = SessionKeys[Settings | None]("settings:{}:{}:{}", None)
"""How each step was set when it was written last, by record, lesson and step."""
_KEPT_AT: Final = SessionKey("settings-kept-at", 0.0)
_WAITING: Final = SessionKey[tuple[Visit, str, str, Settings] | None]("settings-waiting", None)
"""What was moved since: by whom, lesson, step and settings."""


def note_settings(visit: Visit, lesson: Lesson, step: PlayStep, setup: PlaySetup) -> None:
    """Notes how the step is set now; it is written at once unless something was written a moment ago."""
    values, kept = current_values(setup), _KEPT(visit.store.where, lesson.id, step.id).get()
    is_moved = values != (setup.defaults() if kept is None else kept)
    _WAITING.set((visit, lesson.id, step.id, values) if is_moved else None)
    if is_moved and visit.store.clock().timestamp() - _KEPT_AT.get() >= _EVERY.total_seconds():
        keep_waiting()


def keep_waiting(still_at: tuple[str, str] | None = None) -> None:
    """Writes what is still waiting, unless the reader is still at that lesson and step."""
    waiting = _WAITING.get()
    if waiting is None or waiting[1:3] == still_at:
        return
    visit, lesson, step, values = waiting
    _WAITING.set(None)
    keep_settings(visit.store, visit.student, lesson, step, values)
    _KEPT(visit.store.where, lesson, step).set(values)
    _KEPT_AT.set(visit.store.clock().timestamp())
