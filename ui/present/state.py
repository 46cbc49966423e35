"""Where a presentation stands: what the windows tell each other and what outlives a reload."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal, Protocol, get_args

import streamlit as st

from courseware.text import Language

Tongue = Literal["en", "zh", "both"]
"""The language of the slides, or both at once."""
TONGUES: Final[tuple[Tongue, ...]] = get_args(Tongue)

Tool = Literal["timer", "pick", "groups", "board", "qr"]
"""What can lie over a slide: the timer in full size, the draw of a name, groups, a board, the QR code."""
_TOOLS: Final[tuple[Tool, ...]] = get_args(Tool)

_LATEST: Final = 2**53
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

    `revealed` counts the reveals of each slide by its key. `at` (ms since 1970) is when it came to be
    so: of two states the newer one holds.
    """

    slide: str
    tongue: Tongue
    is_black: bool = False
    revealed: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    timer: Timer | None = None
    tool: Tool | None = None
    at: int = 0

    def phase(self, slide: str) -> int:
        """How many times something was revealed on a slide."""
        return self.revealed.get(slide, 0)

    def to_json(self) -> dict[str, object]:
        """This state as the browser and the record keep it."""
        timer = self.timer and {
            "seconds": self.timer.seconds,
            "ends": self.timer.ends,
            "left": self.timer.left,
        }
        return {
            "slide": self.slide,
            "tongue": self.tongue,
            "black": self.is_black,
            "revealed": dict(self.revealed),
            "timer": timer,
            "tool": self.tool,
            "at": self.at,
        }


def read_state(said: object, before: State) -> State:
    """The state that a browser tells of; what cannot be read stays as it was before."""
    if not isinstance(said, Mapping):
        return before
    slide, tongue, at = said.get("slide"), said.get("tongue"), _whole(said.get("at"), _LATEST)
    tool = said.get("tool")
    return State(
        slide=slide if isinstance(slide, str) else before.slide,
        tongue=tongue if tongue in TONGUES else before.tongue,
        is_black=said.get("black") is True,
        revealed=_revealed(said.get("revealed")),
        timer=_timer(said.get("timer")),
        tool=tool if tool in _TOOLS else None,
        at=before.at if at is None else at,
    )


def touched(state: State) -> State:
    """The same a moment later, so that every window draws it anew."""
    return replace(state, at=state.at + 1)


def _revealed(said: object) -> Mapping[str, int]:
    if not isinstance(said, Mapping):
        return MappingProxyType({})
    counts = {str(key): _whole(count, 9) for key, count in said.items()}
    return MappingProxyType({key: count for key, count in counts.items() if count})


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

    def state(self) -> State:
        """The newest state that is known."""

    def keep(self, state: State) -> None:
        """Keeps a state unless a newer one is known."""


@dataclass(frozen=True)
class InSession:
    """A presentation kept in this browser window's session and in its address."""

    lesson: str
    language: Language

    @property
    def _place(self) -> str:
        return f"present:{self.lesson}"

    def state(self) -> State:
        """The state of the session; in a new one, what the address says."""
        held: State | None = st.session_state.get(self._place)
        asked, slide = st.query_params.get("lang"), st.query_params.get("slide")
        tongue: Tongue = "both" if asked == "both" else self.language
        if held is None:
            return State(slide or "", tongue)
        return replace(held, slide=slide or held.slide)

    def keep(self, state: State) -> None:
        """Keeps it for the session and writes slide and language into the address."""
        held: State | None = st.session_state.get(self._place)
        if held is not None and held.at > state.at:
            return
        st.session_state[self._place] = state
        st.query_params["slide"] = state.slide
        st.query_params["lang"] = state.tongue
