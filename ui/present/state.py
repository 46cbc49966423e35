"""Where a presentation stands: what the windows tell each other and what outlives a reload."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Final, Literal, Protocol, get_args

from pydantic import JsonValue

from classroom import Clock
from ui.present.setting import Setting, read_settings

Tongue = Literal["en", "zh", "both"]
"""The language of the slides, or both at once."""
TONGUES: Final[tuple[Tongue, ...]] = get_args(Tongue)
CLOCKS: Final[tuple[Clock, ...]] = get_args(Clock)

Tool = Literal["timer", "pick", "groups", "board", "qr"]
"""What can lie over a slide: the timer in full size, the draw of a name, groups, a board, the QR code."""
_TOOLS: Final[tuple[Tool, ...]] = get_args(Tool)

_LATEST: Final = 2**53
_MOST_RUNS: Final = 10**6
_MOST_PARTS: Final = 1000
_MOST_SECONDS: Final = 24 * 3600


@dataclass(frozen=True)
class Timer:
    """A countdown on the screen: of so many seconds, over at `ends` (ms since 1970 on this computer's clock).

    While it is paused, `left` holds the seconds that were left.
    """

    seconds: int
    ends: int
    left: int | None = None


@dataclass(frozen=True)
class State:
    """Which slide is on the screen, whether it is black, what has been revealed, and which tool lies over it.

    `revealed` counts the reveals of each slide by its key, `settings` has its simulation as the hall has
    moved it. `clock` is that of the class hour. `run` counts
    the presentations of the lesson, `at` (ms since 1970) is the last moment that is known. `stamps` says of
    each part when it was said; `ui.present.merging` makes one state of two by them.
    """

    slide: str
    tongue: Tongue
    is_black: bool = False
    revealed: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    settings: Mapping[str, Setting] = field(default_factory=lambda: MappingProxyType({}))
    timer: Timer | None = None
    tool: Tool | None = None
    clock: Clock = "waiting"
    run: int = 1
    at: int = 0
    stamps: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def phase(self, slide: str) -> int:
        """How many times something was revealed on a slide."""
        return self.revealed.get(slide, 0)

    def to_json(self) -> dict[str, JsonValue]:
        """This state as the browser and the record keep it."""
        return {
            "slide": self.slide,
            "tongue": self.tongue,
            "black": self.is_black,
            "revealed": dict(self.revealed),
            "settings": {key: setting.to_json() for key, setting in self.settings.items()},
            "tool": self.tool,
            "timer": None if self.timer is None else {**asdict(self.timer)},
            "clock": self.clock,
            "run": self.run,
            "at": self.at,
            "stamps": dict(self.stamps),
        }


def read_state(said: object, before: State) -> State:
    """The state that a browser tells of; what cannot be read stays as it was before."""
    if not isinstance(said, Mapping):
        return before
    tool = said.get("tool")
    slide, tongue, clock = said.get("slide"), said.get("tongue"), said.get("clock")
    run, at = _whole(said.get("run"), _MOST_RUNS), _whole(said.get("at"), _LATEST)
    return State(
        slide=slide if isinstance(slide, str) else before.slide,
        tongue=tongue if tongue in TONGUES else before.tongue,
        is_black=said.get("black") is True,
        revealed=_revealed(said.get("revealed")),
        settings=read_settings(said.get("settings")),
        timer=_timer(said.get("timer")),
        tool=tool if tool in _TOOLS else None,
        clock=clock if clock in CLOCKS else before.clock,
        run=run or before.run,
        at=before.at if at is None else at,
        stamps=_stamps(said.get("stamps")),
    )


def _revealed(said: object) -> Mapping[str, int]:
    if not isinstance(said, Mapping):
        return MappingProxyType({})
    counts = {str(key): _whole(count, 9) for key, count in said.items()}
    return MappingProxyType({key: count for key, count in counts.items() if count})


def _stamps(said: object) -> Mapping[str, int]:
    if not isinstance(said, Mapping):
        return MappingProxyType({})
    moments = {str(name): _whole(moment, _LATEST) for name, moment in list(said.items())[:_MOST_PARTS]}
    return MappingProxyType({name: moment for name, moment in moments.items() if moment})


def _timer(said: object) -> Timer | None:
    if not isinstance(said, Mapping):
        return None
    seconds, ends = _whole(said.get("seconds"), _MOST_SECONDS), _whole(said.get("ends"), _LATEST)
    if seconds is None or ends is None:
        return None
    return Timer(seconds, ends, _whole(said.get("left"), _MOST_SECONDS))


def _whole(said: object, most: int) -> int | None:
    is_number = isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= most
    return int(said) if is_number else None  # type: ignore[call-overload]


class Presentation(Protocol):
    """Where the state of a presentation is kept."""

    @property
    def presenter(self) -> str:
        """Whose presentation it is."""

    def state(self) -> State:
        """The newest state that is known."""

    def keep(self, state: State) -> None:
        """Keeps what is new in a state beside what is known already."""
