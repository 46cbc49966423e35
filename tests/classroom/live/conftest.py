"""A room that is open, with a question of four options on its first slide."""

import pytest

from classroom import Store, guest_of
from classroom.live import ChoiceForm, LiveRoom, LiveSeat, open_room, take_seat
from classroom.live.polls import PollBody
from courseware.text import Text

OPTIONS = tuple(Text(en=f"option {place}", zh=f"选项 {place}") for place in range(4))


def asked(question: str = "Which?", most: int = 1) -> PollBody:
    """A question with four options."""
    return PollBody(
        question=Text(en=question, zh=f"问：{question}"), form=ChoiceForm(options=OPTIONS, most=most)
    )


def sit(store: Store, room: LiveRoom, name: str) -> LiveSeat:
    """The seat of a guest who gives this name."""
    return take_seat(store, room, guest_of(store, name), name)


@pytest.fixture
def room(store: Store) -> LiveRoom:
    return open_room(store, "satisfaction", "Ms Li")
