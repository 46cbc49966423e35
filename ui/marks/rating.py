"""Where a student rates teammates, oneself and other groups, and reads what was given on average."""

from typing import Final

import streamlit as st

from classroom.gradebook.rounding import plain
from classroom.peers.computing import means_for
from classroom.peers.rounds import (
    HIGHEST,
    PeerRound,
    Ratings,
    rate_group,
    rate_member,
    ratings_of,
    rounds_with,
    teammates,
)
from courseware.interface import both, say
from courseware.text import Text
from ui.marks.sections import attempt, tell
from ui.prose import literal
from ui.session import SessionKeys
from ui.visit import Visit

_SCORE: Final = SessionKeys[int | None]("rate-{}-{}-{}", None)
_MARK: Final = SessionKeys[float | None]("rate-group-{}-{}", None)


def rating_section(visit: Visit) -> None:
    """The rounds that the reader is in: open ones to rate in, closed ones with the means."""
    language = visit.language
    tell(language)
    for one in rounds_with(visit.store, visit.student):
        ratings = ratings_of(visit.store, one)
        if one.is_open:
            with st.expander(say("rate_open", language, title=literal(one.title))):
                _form(visit, one, ratings)
        elif means := means_for(
            one.members(one.group_of[visit.student.id]), ratings.scores, visit.student.id
        ):
            given = (
                f"{literal(asked)}: {plain(mean)}" for asked, mean in zip(one.questions, means, strict=True)
            )
            st.markdown(f"**{literal(one.title)}**\n\n" + "\n".join(f"- {line}" for line in given))


def _form(visit: Visit, one: PeerRound, ratings: Ratings) -> None:
    language, me = visit.language, visit.student.id
    st.caption(say("rate_why", language, most=HIGHEST))
    names = teammates(visit.store, one, visit.student)
    for who, name in names.items():
        kept = ratings.scores.get((me, who), ())
        st.markdown(f"**{say('rate_myself', language) if who == me else literal(name)}**")
        for at, asked in enumerate(one.questions):
            st.segmented_control(
                asked,
                range(HIGHEST + 1),
                default=kept[at] if at < len(kept) else None,
                key=_SCORE(one.id, who, at).name,
            )
    for group in one.groups:
        if group != one.group_of[me]:
            given = ratings.between.get(group, {}).get(me)
            st.number_input(
                say("peers_group_mark", language, group=group),
                0.0,
                100.0,
                value=None if given is None else float(given),
                step=1.0,
                key=_MARK(one.id, group).name,
            )
    args = (visit, one, tuple(names))
    st.button(
        say("rate_keep", language), key=f"rate-keep-{one.id}", type="primary", on_click=_keep, args=args
    )


def _keep(visit: Visit, one: PeerRound, members: tuple[int, ...]) -> None:
    """Keeps every rating that is whole. A callback's work."""

    def work() -> Text:
        kept = 0
        for who in members:
            scores = [_SCORE(one.id, who, at).get() for at in range(len(one.questions))]
            whole = [score for score in scores if score is not None]
            if len(whole) == len(scores):
                rate_member(visit.store, visit.student, one.id, who, whole)
                kept += 1
        for group in one.groups:
            mark = _MARK(one.id, group).get()
            if mark is not None and group != one.group_of[visit.student.id]:
                rate_group(visit.store, visit.student, one.id, group, mark)
                kept += 1
        return both("rate_kept").fill({"n": kept})

    attempt(work)
