"""Whatever a phone sends, it moves nobody's vote but its own student's, and no room."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from classroom.live import (
    LiveRoom,
    Poll,
    ask,
    close_poll,
    newest_poll,
    open_room,
    seats_of,
    tally_of,
    votes_of,
)
from classroom.live.forms import ChoiceForm, NumberForm, OrderForm, PollForm, WordsForm
from classroom.live.polls import PollBody
from classroom.live.rooms import room_of
from courseware.text import Text
from tests.web.asker import Answer
from tests.web.live.phones import LESSON, Phone, Teacher, now, room_here, seated, slide_of
from web.access.cookies import cookie_name, new_guest_token
from web.records import records_here

THREE = tuple(Text(en=f"Option {n}", zh=f"选项 {n}") for n in range(3))
QUESTION = Text(en="Which?", zh="哪一个？")
CHOICE = ChoiceForm(options=THREE)


def asked(room: LiveRoom, form: PollForm = CHOICE, slide: str = "a") -> Poll:
    """An open poll of the room."""
    return ask(records_here(), room, slide, PollBody(question=QUESTION, form=form))


def values(poll: Poll) -> list[object]:
    return [vote.value for vote in votes_of(records_here(), poll)]


def why(answer: Answer) -> str:
    """What a refusal says; it is never a page with a traceback."""
    assert answer.headers["content-type"] == "application/json"
    said = json.loads(answer.text)
    assert set(said) == {"why"}
    return str(said["why"])


def refused(answer: Answer, poll: Poll) -> None:
    assert answer.status in {400, 403}
    assert why(answer)
    assert values(poll) == []


# Who it is


def test_who_has_no_seat_has_no_vote(room: LiveRoom) -> None:
    poll, stranger = asked(room), Phone()
    stranger.get(f"/live/{room.code}")

    refused(Phone().vote(room, poll.id, [0]), poll)
    refused(stranger.vote(room, poll.id, [0]), poll)
    assert [stranger.get(f"/live/{room.code}/{what}").status for what in ("mine", "stream")] == [403, 403]


@pytest.mark.parametrize(
    "change", [lambda c: c[:-3], lambda c: c[3:], lambda c: c + "x", lambda _: "made.up"]
)
def test_a_cut_or_made_up_cookie_is_nobody(room: LiveRoom, change: Any) -> None:
    poll, phone = asked(room), seated(room)
    forged = Phone(cookies={name: change(value) for name, value in phone.cookies.items()})

    refused(forged.vote(room, poll.id, [0]), poll)


def test_another_browser_of_the_lab_does_not_have_the_seat(room: LiveRoom) -> None:
    poll, store = asked(room), records_here()
    seated(room)
    other = Phone(cookies={cookie_name("lab_guest", store): new_guest_token(store)})

    refused(other.vote(room, poll.id, [0]), poll)


def test_a_seat_in_one_room_is_none_in_another(room: LiveRoom) -> None:
    other = open_room(records_here(), LESSON, "another hall")
    here, there, phone = asked(room), asked(other), seated(room)

    refused(phone.vote(other, there.id, [0]), there)
    refused(phone.vote(room, there.id, [0]), there)
    assert phone.vote(room, here.id, [1]).status == 200
    assert (values(here), values(there)) == ([[1]], [])


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "http://elsewhere.example"}, {"origin": "null"}, {"origin": "http://lab.example"}],
)
def test_another_page_does_not_vote_with_the_cookie_of_a_student(
    room: LiveRoom, headers: Mapping[str, str]
) -> None:
    poll, phone = asked(room), seated(room)

    refused(phone.do(room, headers, do="vote", poll=poll.id, number=1, value=[0]), poll)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_student_leads_nothing(room: LiveRoom, language: str) -> None:
    phone, store = seated(room), records_here()
    before, lesson = now(room), json.dumps({"lesson": "relationships", "presenter": "hall"}).encode()
    answers = [phone.send(f"/live/rooms?lang={language}", lesson)]
    for fields in (
        {"do": "open", "slide": slide_of("choice")},
        {"do": "close_room"},
        {"do": "press", "key": "next"},
    ):
        answers.append(phone.send(f"/live/{room.code}/lead?lang={language}", json.dumps(fields).encode()))  # noqa: PERF401 - one after the other
    answers.append(phone.get(f"/live/{room.code}/lead/stream?lang={language}"))

    assert [answer.status for answer in answers] == [403] * 5
    assert {why(answer) for answer in answers} == {
        {
            "en": "Only a teacher may lead the room. Sign in at the desk.",
            "zh": "只有教师可以主持课堂，请先登录工作台。",
        }[language]
    }
    assert now(room) == before
    assert newest_poll(store, room) is None
    assert room_of(store, "relationships", "hall") is None


def test_another_page_does_not_lead_with_the_cookie_of_a_teacher(room: LiveRoom) -> None:
    before, body = now(room), b'{"do": "close_room"}'
    answers = [
        Teacher().send(f"/live/{room.code}/lead", body, headers)
        for headers in ({}, {"origin": "http://elsewhere.example"})
    ]

    assert [answer.status for answer in answers] == [403, 403]
    assert now(room) == before


@pytest.mark.parametrize(
    "action", ["open", "close", "show", "hide", "again", "close_room", "set_class", "press"]
)
def test_what_teachers_ask_for_is_unknown_on_the_way_of_phones(room: LiveRoom, action: str) -> None:
    poll, phone = asked(room), seated(room)
    before = now(room)

    refused(phone.do(room, do=action, slide="a", key="next"), poll)
    assert now(room) == before


# What is sent


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"vote",
        b"[]",
        b"null",
        b'"vote"',
        b'{"do": "vote"',
        b"\xff\xfe{}",
        b"[" * 16_000,
        b'{"do":' * 2_000,
        b'{"do": "vote", "value": NaN}',
        b'{"do": "vote", "value": -Infinity}',
        b'{"do": "vote", "value": "\\ud800"}',
        b'{"do": ' + b"9" * 10_000 + b"}",
    ],
)
def test_what_is_no_object_is_not_read(room: LiveRoom, body: bytes) -> None:
    poll, phone = asked(room), seated(room)
    answer = phone.send(f"/live/{room.code}/do?lang=en", body)

    refused(answer, poll)
    assert why(answer) == "This could not be read. Reload the page and try again."


@pytest.mark.parametrize("depth", [100, 800, 900, 950, 1000, 4000])
def test_boxes_within_boxes_break_nothing(room: LiveRoom, depth: int) -> None:
    poll, phone = asked(room), seated(room)
    nested = "[" * depth + "]" * depth
    for body in (
        f'{{"do": "vote", "poll": {poll.id}, "number": 1, "value": {nested}}}',
        f'{{"do": "vote", "poll": {poll.id}, "number": 1, "value": [{nested}]}}',
        f'{{"do": {nested}}}',
    ):
        refused(phone.send(f"/live/{room.code}/do", body.encode()), poll)


def test_a_body_without_end_is_not_read_to_its_end(room: LiveRoom) -> None:
    poll, phone = asked(room, WordsForm()), seated(room)
    answer = phone.vote(room, poll.id, "x" * 20_000)

    refused(answer, poll)
    assert "far longer" in why(answer)


@pytest.mark.parametrize("action", [None, 5, "", "no such thing", ["vote"], {"do": "vote"}, "__class__"])
def test_an_unknown_action_is_said_to_be_unknown(room: LiveRoom, action: object) -> None:
    poll = asked(room)
    answer = seated(room).do(room, do=action, poll=poll.id, number=1, value=[0])

    refused(answer, poll)
    assert why(answer) == "The room does not know how to do this."


@pytest.mark.parametrize("number", [0, -1, 10**5, 10**30, 1.0, True, "1", None, [1]])
def test_a_count_that_is_none_is_no_vote(room: LiveRoom, number: object) -> None:
    poll = asked(room)

    refused(seated(room).do(room, do="vote", poll=poll.id, number=number, value=[0]), poll)


@pytest.mark.parametrize("other", [0, -1, 2**31, 10**30, 10**4000, 1.5, True, "1", None, {}])
def test_a_question_that_is_none_is_no_vote(room: LiveRoom, other: object) -> None:
    poll = asked(room)

    refused(seated(room).do(room, do="vote", poll=other, number=1, value=[0]), poll)


@pytest.mark.parametrize(
    ("form", "given"),
    [
        (CHOICE, [3]),
        (CHOICE, [-1]),
        (CHOICE, [0, 1]),
        (CHOICE, []),
        (CHOICE, [True]),
        (CHOICE, [[0]]),
        (CHOICE, "0"),
        (CHOICE, None),
        (NumberForm(low=0, high=10), 11),
        (NumberForm(low=0, high=10), 10**400),
        (NumberForm(low=0, high=10), "5"),
        (NumberForm(low=0, high=10), [5]),
        (NumberForm(low=0, high=10), True),
        (OrderForm(items=THREE), [0, 1]),
        (OrderForm(items=THREE), [0, 1, 1]),
        (OrderForm(items=THREE), [0, 1, "2"]),
        (OrderForm(items=THREE), {"0": 1}),
        (WordsForm(), ""),
        (WordsForm(), " \t\n"),
        (WordsForm(), 5),
        (WordsForm(), ["a"]),
        (WordsForm(), "x" * 10_000),
    ],
)
def test_what_is_no_answer_to_the_question_is_refused(room: LiveRoom, form: PollForm, given: object) -> None:
    poll = asked(room, form)

    refused(seated(room).vote(room, poll.id, given), poll)


def test_markup_in_words_is_kept_as_words_and_reaches_nobody(room: LiveRoom) -> None:
    poll, text = asked(room, WordsForm()), "<script>alert('x')</script>\u202e\x00"
    phone = seated(room)
    answer = phone.vote(room, poll.id, text)

    assert answer.headers["content-type"] == "application/json"
    assert values(poll) == ["<script>alert('x')</script>"]
    assert tally_of(records_here(), poll).to_json() == {"voters": 1}


# When it comes


def test_a_vote_after_the_question_closed_is_refused_with_the_reason(room: LiveRoom) -> None:
    poll, phone, late = asked(room), seated(room), seated(room, "Li")
    phone.vote(room, poll.id, [0])
    close_poll(records_here(), poll)
    answers = [late.vote(room, poll.id, [1]), phone.vote(room, poll.id, [1], number=2)]

    assert [answer.status for answer in answers] == [400, 400]
    assert all("not open any more" in why(answer) for answer in answers)
    assert values(poll) == [[0]]


def test_a_double_tap_is_one_vote_and_the_first_counts(room: LiveRoom) -> None:
    poll, phone = asked(room), seated(room)
    answers = [phone.vote(room, poll.id, [place]) for place in (1, 1, 2)]

    assert [json.loads(answer.text)["value"] for answer in answers] == [[1]] * 3
    assert values(poll) == [[1]]


def test_nobody_changes_their_mind_without_end(room: LiveRoom) -> None:
    poll, phone = asked(room), seated(room)
    answers = [phone.vote(room, poll.id, [n % 3], n) for n in (1, 19, 20, 21, 22)]

    assert [answer.status for answer in answers] == [200, 200, 200, 400, 400]
    assert values(poll) == [[20 % 3]]


def test_two_tabs_of_one_browser_are_one_student(room: LiveRoom) -> None:
    poll, phone = asked(room), seated(room)
    tab = Phone(cookies=dict(phone.cookies))
    phone.vote(room, poll.id, [0])
    tab.vote(room, poll.id, [2], number=2)

    assert values(poll) == [[2]]
    assert len(seats_of(records_here(), room)) == 1


# A teacher's window that sends what it should not


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "press", "key": ["next"]},
        {"do": "press", "key": "reboot"},
        {"do": "press"},
        {"do": "open", "slide": "no such slide"},
        {"do": "open", "slide": ["a"]},
        {"do": "open", "slide": "x" * 5_000},
        {"do": "show", "slide": "never-asked"},
        {"do": "vote"},
        {"do": {}},
    ],
)
def test_what_a_room_cannot_do_is_refused_to_teachers_with_the_reason(
    room: LiveRoom, fields: Mapping[str, object]
) -> None:
    before = now(room)
    answer = Teacher().send(f"/live/{room.code}/lead?lang=en", json.dumps(fields).encode())

    assert answer.status == 403
    assert why(answer)
    assert now(room) == before


@pytest.mark.parametrize("lesson", [None, 5, "no-such-lesson", ["customers"], "\u0000"])
def test_no_room_is_opened_for_a_lesson_that_is_none(lesson: object) -> None:
    answer = Teacher().send("/live/rooms?lang=en", json.dumps({"lesson": lesson}).encode())

    assert answer.status == 403
    assert why(answer) == "There is no lesson of this name."


def test_a_lesson_has_one_room_however_often_it_is_opened() -> None:
    body = json.dumps({"lesson": LESSON, "presenter": "hall"}).encode()
    codes = {Teacher().send("/live/rooms", body).text for _ in range(3)}

    assert codes == {json.dumps({"code": room_here().code}, separators=(",", ":"))}
