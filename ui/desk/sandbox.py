"""The sandbox of a preview: a record of its own, forgotten when what is shown becomes another thing."""

from dataclasses import dataclass
from typing import Final

from classroom import Store, Student, sandbox
from courseware.text import Language
from ui.session import SessionKey, forget_where
from ui.visit import Visit

_PREFIXES = ("answer:", "unread:", "hint:", "again:")


@dataclass(frozen=True)
class PreviewSandbox:
    """A sandbox and what is played in it."""

    playing: str
    store: Store
    student: Student


_PLACE: Final = SessionKey[PreviewSandbox | None]("desk-stage", None)


def visit_for(visit: Visit, language: Language, seed: int, playing: str) -> Visit:
    """A visit that reaches nobody's record, of the student whose questions are those of `seed`.

    `playing` names what is shown, down to its wording: answers to an older wording are forgotten.
    """
    wanted = f"{seed}:{playing}"
    stage = _PLACE.get()
    if stage is None or stage.playing != wanted:
        if stage is not None:
            stage.store.close()
        _forget_answers()
        store, student = sandbox(seed, visit.store.clock)
        stage = PreviewSandbox(wanted, store, student)
        _PLACE.set(stage)
    return Visit(language, stage.student, visit.role, stage.store, visit.registry, visit.actor)


def _forget_answers() -> None:
    forget_where(lambda name: name.startswith(_PREFIXES))
