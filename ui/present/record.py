"""A presentation kept in the class record, so that it reopens where it was, whoever has died."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from classroom import Move, PresentationTiming, Presented, Store, keep_move, presented, timing_of
from courseware.language import DisplayLanguage
from courseware.text import Language
from lessons import Lesson, Slide, find_slide, slides
from papers.display_language import offered_display_languages
from ui.desk.author import author_here
from ui.present.merging import changed, merged
from ui.present.pacing import plan_of, position_of
from ui.present.state import State, read_state
from ui.session import SessionKeys
from ui.visit import Visit

ANEW: Final = "anew"
"""What the address says after ``start=`` to begin a presentation anew."""

_ASKED: Final = SessionKeys[Any]("present:{}", None)
"""What the address of a presentation asked for at the last run."""


@dataclass(frozen=True)
class InRecord:
    """The presentation of a lesson by whoever sits here; `is_hall` of the window on the projector."""

    store: Store
    lesson: Lesson
    language: Language
    presenter: str = ""
    is_hall: bool = True

    def state(self) -> State:
        """The newest state that is known.

        A window that has just been opened takes up an open presentation, or begins one; what its address
        asks for is done once and taken out of the address, so that a reload does not do it again.
        """
        known, place = presented(self.store, self.lesson.id, self.presenter), _ASKED(self.lesson.id)
        asked, done = _asked(), place.get()
        place.set(asked)
        # a run that was on its way while the address changed asks for the same once more
        if known is not None and done is not None and asked in ((None, None), done):
            return self._read(known)
        state = self._opened(known, *asked)
        if self.is_hall:
            st.query_params["lang"] = state.display_language
        return state

    def keep(self, state: State) -> None:
        """Keeps what is new in it in the record; the hall's address tells its language."""
        plan = plan_of(self.lesson)
        move, beside = self._move(state), self._beside(state)
        keep_move(self.store, self.lesson.id, self.presenter, move, plan, beside=beside)
        if self.is_hall and st.query_params.get("lang") != state.display_language:
            st.query_params["lang"] = state.display_language

    def timing(self) -> PresentationTiming:
        """The timing of the presentation; only after `state` has been asked for."""
        known = presented(self.store, self.lesson.id, self.presenter)
        if known is None:
            raise LookupError(f"{self.lesson.id} is not being presented")
        return timing_of(self.store, known)

    def _beside(self, said: State) -> Callable[[Presented], Move | None]:
        """What is to be kept of a state beside what is known of the same run; None if all of it is."""

        def beside(known: Presented) -> Move | None:
            before = self._read(known)
            after = merged(before, said)
            return None if after == before else self._move(after)

        return beside

    def _move(self, state: State) -> Move:
        position = position_of(self.lesson, self._slide(state.slide))
        return Move(state.run, state.at, state.to_json(), state.clock, position)

    def _opened(self, known: Presented | None, asked: str | None, start: str | None) -> State:
        display_language, now = self._display_language(), round(self.store.clock().timestamp() * 1000)
        state = State("", display_language) if known is None else self._read(known)
        if known is None or start == ANEW or not known.is_open(self.store.clock()):
            state = State("", display_language, run=state.run + (known is not None), at=now)
        elif asked is None:
            return state
        if asked is not None:
            state = changed(
                state, now, slide=asked, display_language=display_language, black=False, tool=None
            )
        state = changed(state, now, slide=self._slide(state.slide).key)
        self.keep(state)
        return state

    def _display_language(self) -> DisplayLanguage:
        wanted: DisplayLanguage = "both" if st.query_params.get("lang") == "both" else self.language
        return _offered(wanted)

    def _read(self, known: Presented) -> State:
        state = read_state(known.state, State("", self.language))
        return replace(
            state, display_language=_offered(state.display_language), run=known.run, at=known.moment
        )

    def _slide(self, key: str) -> Slide:
        made = slides(self.lesson)
        return find_slide(made, key) or made[0]


def _offered(display_language: DisplayLanguage) -> DisplayLanguage:
    """The language itself, or that of the course if it is taught in another one alone."""
    offered = offered_display_languages()
    return display_language if display_language in offered else offered[0]


def _asked() -> tuple[str | None, str | None]:
    """The slide that the address asks for and whether to start anew; taken out of the address."""
    found = st.query_params.get("slide"), st.query_params.get("start")
    for name in {"slide", "start"} & set(st.query_params):
        del st.query_params[name]
    return found


def in_record(visit: Visit, lesson: Lesson, *, is_hall: bool) -> InRecord:
    """The presentation of this lesson by the reader of this page."""
    return InRecord(visit.store, lesson, visit.language, author_here(), is_hall=is_hall)
