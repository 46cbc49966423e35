"""Where a presentation stands: what the windows tell each other and what outlives a reload."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Annotated, Final, Literal, Protocol, cast

from pydantic import Field, JsonValue, TypeAdapter

from classroom import ClockState
from courseware.language import DisplayLanguage
from ui.present.reading import ELSE_AS_BEFORE, ELSE_NONE, LATEST, WHOLE, Entries, FewEntries, Moment
from ui.present.setting import SlideSetting

Tool = Literal["timer", "pick", "groups", "board", "qr"]
"""What can lie over a slide: the timer in full size, the draw of a name, groups, a board, the QR code."""
TOUCHED: Final = "touched"
"""Nothing but a moment: it is later whenever every window is to draw anew."""
BY_SERVER: Final = frozenset({"settings", TOUCHED})
"""The parts that the server sets: how simulations stand, and that something in the record has changed."""
Seconds = Annotated[int, Field(strict=True, ge=0, le=24 * 3600), WHOLE]
Reveals = Annotated[int, Field(strict=True, ge=1, le=9), WHOLE]
"""How many times something was revealed on a slide."""
Stamp = Annotated[int, Field(strict=True, ge=1, le=LATEST), WHOLE]


@dataclass(frozen=True)
class Timer:
    """A countdown on the screen: of so many seconds, over at `ends` (ms since 1970 on this computer's clock).

    While it is paused, `left` holds the seconds that were left.
    """

    seconds: Seconds
    ends: Moment
    left: Annotated[Seconds | None, ELSE_NONE] = None


@dataclass(frozen=True)
class State:
    """Which slide is on the screen, whether it is black, what has been revealed, and which tool lies over it.

    `revealed` counts the reveals of each slide by its key, `settings` has its simulation as the hall has
    moved it. `clock` is that of the class hour. `run` counts
    the presentations of the lesson, `at` (ms since 1970) is the last moment that is known. `stamps` says of
    each part when it was said; `ui.present.merging` makes one state of two by them.

    The browser (`ui/types/stage.d.ts`) and the record have the same names, but for the key
    "tongue", which is the older name of `display_language`.
    """

    slide: Annotated[str, ELSE_AS_BEFORE]
    display_language: Annotated[DisplayLanguage, Field(alias="tongue"), ELSE_AS_BEFORE]
    black: Annotated[bool, Field(strict=True), ELSE_AS_BEFORE] = False
    revealed: Annotated[Entries[Reveals], ELSE_AS_BEFORE] = field(
        default_factory=lambda: MappingProxyType({})
    )
    settings: Annotated[FewEntries[SlideSetting], ELSE_AS_BEFORE] = field(
        default_factory=lambda: MappingProxyType({})
    )
    timer: Annotated[Timer | None, ELSE_AS_BEFORE] = None
    tool: Annotated[Tool | None, ELSE_AS_BEFORE] = None
    clock: Annotated[ClockState, ELSE_AS_BEFORE] = "waiting"
    run: Annotated[int, Field(strict=True, ge=1, le=10**6), WHOLE, ELSE_AS_BEFORE] = 1
    at: Annotated[Moment, ELSE_AS_BEFORE] = 0
    stamps: Annotated[Entries[Stamp], ELSE_AS_BEFORE] = field(default_factory=lambda: MappingProxyType({}))

    def phase(self, slide: str) -> int:
        """How many times something was revealed on a slide."""
        return self.revealed.get(slide, 0)

    def to_json(self) -> dict[str, JsonValue]:
        """This state as the browser and the record keep it."""
        return cast("dict[str, JsonValue]", STATE.dump_python(self, mode="json", by_alias=True))


STATE: Final = TypeAdapter(State)
"""What reads and writes every state, and knows its schema."""


def read_state(said: object, before: State) -> State:
    """The state that somebody tells of; what is missing or cannot be read stays as it was before."""
    if not isinstance(said, Mapping):
        return before
    return STATE.validate_python({**before.to_json(), **said}, context=before)


def read_told(said: object, before: State) -> State:
    """The state that a browser tells of; what the server sets is kept by the server and read from nobody."""
    found = read_state(said, before)
    stamps = {
        name: moment for name, moment in found.stamps.items() if name.partition(":")[0] not in BY_SERVER
    }
    return replace(found, settings=MappingProxyType({}), stamps=MappingProxyType(stamps))


class Presentation(Protocol):
    """Where the state of a presentation is kept."""

    @property
    def presenter(self) -> str:
        """Whose presentation it is."""

    def state(self) -> State:
        """The newest state that is known."""

    def keep(self, state: State) -> None:
        """Keeps what is new in a state beside what is known already."""
