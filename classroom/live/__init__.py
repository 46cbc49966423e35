"""The live class: a room that phones join, what is asked there, and what the class answers."""

from classroom.live.forms import (
    ChoiceForm,
    LeversForm,
    NumberForm,
    OrderForm,
    PointForm,
    PollForm,
    WordsForm,
)
from classroom.live.polls import Poll, ask, ask_again, close_poll, newest_poll, poll_of_slide, reveal_poll
from classroom.live.questions import questions_of_lesson
from classroom.live.rooms import LiveRoom, close_room, find_room, open_room, room_of, touch_room
from classroom.live.seats import LiveSeat, seat_of, seats_of, take_seat
from classroom.live.tally import Tally, tally_of
from classroom.live.votes import Vote, vote, votes_of

__all__ = [
    "ChoiceForm",
    "LeversForm",
    "LiveRoom",
    "LiveSeat",
    "NumberForm",
    "OrderForm",
    "PointForm",
    "Poll",
    "PollForm",
    "Tally",
    "Vote",
    "WordsForm",
    "ask",
    "ask_again",
    "close_poll",
    "close_room",
    "find_room",
    "newest_poll",
    "open_room",
    "poll_of_slide",
    "questions_of_lesson",
    "reveal_poll",
    "room_of",
    "seat_of",
    "seats_of",
    "take_seat",
    "tally_of",
    "touch_room",
    "vote",
    "votes_of",
]
