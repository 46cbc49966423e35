"""Where a field is asked, and what was given there before."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from courseware.text import Language
from exercises import Option
from ui.fields.row_marks import NOTHING_MARKED, MarkedField
from ui.session import SessionKey

Json = Any


@dataclass(frozen=True)
class Slot:
    """Where a field is asked: its language and key, what was drafted, whom to tell of a change.

    What changes without a run of the question, as the controls of a simulation do, is handed to `keep`.
    A closed field shows what was answered, whatever stood in it before, and takes nothing more;
    simulations begin there and may still be played with.
    """

    language: Language
    key: str
    draft: Json
    noted: Callable[[], None]
    keep: Callable[[Json], None]
    is_closed: bool = False
    answer: Json = None
    """What would have been right, once it is due; of a simulation, where its sliders stand then."""
    marked: MarkedField = NOTHING_MARKED
    """What was marked last, and what of it was told row by row."""

    def start(self, key: str, value: Json) -> None:
        """Puts what was drafted into a widget not shown before, what was marked into a closed one."""
        widget = SessionKey[Any](key, None)
        if self.is_closed or not widget.is_kept:
            widget.set(value)

    def names(self, options: tuple[Option, ...], shown: Callable[[str], str]) -> Callable[[str], str]:
        """What each option is called by its id."""
        names = {option.id: shown(option.text[self.language]) for option in options}
        return lambda one: names[one]
