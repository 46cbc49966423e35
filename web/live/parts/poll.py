"""The poll: opened, closed, shown and asked again by the teacher; answered on the phones."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import JsonValue

from classroom import Store
from classroom.live import (
    LiveRoom,
    LiveSeat,
    Poll,
    Tally,
    ask,
    ask_again,
    close_poll,
    newest_poll,
    poll_of_slide,
    reveal_poll,
    tally_of,
    vote,
)
from classroom.live.polls import polls_of
from classroom.live.questions import question_on
from classroom.live.votes import my_vote
from course import all_exercises, lesson_registry
from courseware.problem import ReaderError
from courseware.text import Text
from web.live.part import Fields, Lead, LeadAction, PhoneAction

_NOTHING: Final = Text(
    en="Nothing on this slide can be asked on the phones.", zh="这一页没有可以发到手机上的问题。"
)


def phone(store: Store, room: LiveRoom) -> JsonValue:
    """The newest question; what the class has answered once that is shown, and never before."""
    poll = newest_poll(store, room)
    if poll is None:
        return None
    told = _told(poll)
    if poll.is_revealed:
        told["tally"] = tally_of(store, poll).to_json()
        told["right"] = None if poll.is_open else _places(poll)  # who can still vote is not told
    return told


def staff(store: Store, room: LiveRoom) -> JsonValue:
    """The newest question with its tally, and the round before it if the class was asked twice."""
    poll = newest_poll(store, room)
    if poll is None:
        return None
    told = _told(poll) | {
        "slide": poll.slide,
        "tally": tally_of(store, poll).to_json(),
        "right": _places(poll),
    }
    if poll.round > 1:
        told["before"] = _before(store, room, poll).to_json()
    return told


def mine(store: Store, room: LiveRoom, seat: LiveSeat) -> JsonValue:
    """What this student has answered to the newest question."""
    poll = newest_poll(store, room)
    kept = my_vote(store, poll, seat.student_id) if poll is not None else None
    if poll is None or kept is None:
        return None
    return {"poll": poll.id, "number": kept.number, "value": kept.value}


def _told(poll: Poll) -> dict[str, Any]:
    state = "open" if poll.is_open else "shown" if poll.is_revealed else "closed"
    return {
        "id": poll.id,
        "round": poll.round,
        "question": poll.body.question.model_dump(),
        "form": poll.body.form.model_dump(mode="json"),
        "state": state,
        "shown": poll.is_revealed,
    }


def _places(poll: Poll) -> JsonValue:
    return list(poll.body.right) if poll.body.right is not None else None


def _before(store: Store, room: LiveRoom, poll: Poll) -> Tally:
    earlier = [one for one in polls_of(store, room) if one.slide == poll.slide and one.round < poll.round]
    return tally_of(store, earlier[-1]) if earlier else Tally(0)


def _vote(store: Store, room: LiveRoom, seat: LiveSeat, fields: Fields) -> JsonValue:  # noqa: ARG001
    poll, number = fields.get("poll"), fields.get("number")
    if type(poll) is not int or type(number) is not int:
        raise ReaderError(_UNREAD)
    if not 1 <= poll <= _MOST_POLLS or not 1 <= number <= _MOST_VOTES:
        raise ReaderError(_UNREAD)
    kept = vote(store, seat, poll, number, fields.get("value"))
    return {"poll": poll, "number": kept.number, "value": kept.value}


def _open(lead: Lead, fields: Fields) -> JsonValue:
    slide = _slide(fields)
    lesson = lesson_registry().lesson(lead.room.lesson)
    body = question_on(lesson, slide, all_exercises(), lead.language) if lesson is not None else None
    if body is None:
        raise ReaderError(_NOTHING)
    return _told(ask(lead.store, lead.room, slide, body))


def _again(lead: Lead, fields: Fields) -> JsonValue:
    poll = ask_again(lead.store, lead.room, _slide(fields))
    if poll is None:
        raise ReaderError(_NOTHING)
    return _told(poll)


def _close(lead: Lead, fields: Fields) -> JsonValue:
    return _told(close_poll(lead.store, _poll(lead, fields)))


def _show(lead: Lead, fields: Fields) -> JsonValue:
    return _told(reveal_poll(lead.store, _poll(lead, fields)))


def _hide(lead: Lead, fields: Fields) -> JsonValue:
    return _told(reveal_poll(lead.store, _poll(lead, fields), is_shown=False))


def _poll(lead: Lead, fields: Fields) -> Poll:
    poll = poll_of_slide(lead.store, lead.room, _slide(fields))
    if poll is None:
        raise ReaderError(_NOTHING)
    return poll


def _slide(fields: Fields) -> str:
    slide = fields.get("slide")
    if not isinstance(slide, str) or not slide or len(slide) > _LONGEST:
        raise ReaderError(_NOTHING)
    return slide


_LONGEST: Final = 200
_MOST_POLLS: Final = 2**31 - 1
"""The largest number that the record can count to."""
_MOST_VOTES: Final = 10_000
_UNREAD: Final = Text(
    en="This answer could not be read. Reload the page and answer once more.",
    zh="无法读取这个回答，请刷新页面后重新作答。",
)
PHONE_ACTIONS: Final[Mapping[str, PhoneAction]] = {"vote": _vote}
LEAD_ACTIONS: Final[Mapping[str, LeadAction]] = {
    "open": _open,
    "close": _close,
    "show": _show,
    "hide": _hide,
    "again": _again,
}
