"""Uploads, messages, connections and log lines: how much of each, from whom."""

import logging

import pytest

from tests.web.passage import Behind, anybody, ask, handshake, nobody, request
from web.front.descriptors import connections_for, raise_limit, seats_for, soft_limit
from web.front.messages import MOST_FROM_STUDENTS, MOST_FROM_TEACHERS, MessageLimit
from web.front.protocol import Connections
from web.front.quiet import Throttle
from web.front.uploads import MOST_A_FILE, MOST_A_SESSION, MOST_IN_ALL, PLACE, UploadLimit

FILE = f"{PLACE}some-session/some-file"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_a_student_sends_no_file_and_takes_none_away(method: str) -> None:
    behind = Behind()
    said = ask(UploadLimit(behind, nobody), request(method, FILE, {"accept-language": "zh"}))

    assert said.status == 403
    assert "只有教师" in said.text
    assert said.headers["connection"] == "close"
    assert not behind.seen


def test_a_teacher_sends_a_file_and_nobody_else_is_asked_who_they_are() -> None:
    assert ask(UploadLimit(Behind(), anybody), request("PUT", FILE, {"content-length": "5"})).status == 200
    assert ask(UploadLimit(Behind(), nobody), request("PUT", "/elsewhere")).status == 200


@pytest.mark.parametrize(
    ("mine", "everybodys", "length"),
    [
        (0, 0, str(MOST_A_FILE + 1)),
        (0, 0, "9" * 30),
        (MOST_A_SESSION, MOST_A_SESSION, "10"),
        (0, MOST_IN_ALL - 5, "10"),
        (MOST_A_SESSION - 100, 0, ""),
    ],
)
def test_a_file_for_which_there_is_no_room_is_refused_in_a_sentence(
    mine: int, everybodys: int, length: str
) -> None:
    behind = Behind()
    full = UploadLimit(behind, anybody, lambda _session: (mine, everybodys))
    said = ask(full, request("PUT", FILE, {"content-length": length}))

    assert said.status == 413
    assert "Nothing was kept" in said.text
    assert not behind.seen


def test_a_file_that_grows_beyond_what_it_announced_is_cut_off() -> None:
    behind = Behind()
    body = [{"type": "http.request", "body": bytes(1024 * 1024), "more_body": True}] * 8
    ask(UploadLimit(behind, anybody), request("PUT", FILE, {"content-length": "1"}), body)

    assert sum(len(message.get("body", b"")) for message in behind.received) <= MOST_A_FILE
    assert behind.received[-1]["type"] == "http.disconnect"


@pytest.mark.parametrize(("who", "most"), [(nobody, MOST_FROM_STUDENTS), (anybody, MOST_FROM_TEACHERS)])
def test_a_message_that_is_too_large_ends_the_socket(who: object, most: int) -> None:
    behind = Behind()
    limit = MessageLimit(behind, who)  # type: ignore[arg-type]
    small = {"type": "websocket.receive", "bytes": bytes(most)}
    large = {"type": "websocket.receive", "bytes": bytes(most + 1)}

    assert ask(limit, handshake(), [small]).code is None
    assert ask(limit, handshake(), [small, large, small]).code == 1009
    assert [len(one["bytes"]) for one in behind.received if "bytes" in one] == [most, most]


def test_words_in_place_of_bytes_end_the_socket_without_an_error() -> None:
    said = ask(MessageLimit(Behind(), nobody), handshake(), [{"type": "websocket.receive", "text": "hello"}])

    assert said.code == 1003


def test_one_address_cannot_take_all_connections_and_a_named_proxy_can() -> None:
    open_now = Connections(most=10, most_per_address=4, trusted={"10.0.0.1"})

    assert [open_now.take("a") for _ in range(6)] == [True] * 4 + [False] * 2
    assert [open_now.take("10.0.0.1") for _ in range(8)] == [True] * 6 + [False] * 2
    open_now.give_back("a")
    assert open_now.take("b")
    assert not open_now.take("c")


def test_a_closed_connection_leaves_nothing_behind() -> None:
    open_now = Connections(most=10, most_per_address=4)
    for number in range(100):
        open_now.take(f"10.0.0.{number}")
        open_now.give_back(f"10.0.0.{number}")

    assert not open_now.open


def test_the_lab_takes_as_many_files_as_the_system_gives() -> None:
    limit = raise_limit()

    assert limit == soft_limit()
    assert limit > 3 * seats_for(limit, 400) + connections_for(limit)


@pytest.mark.parametrize("limit", [256, 1024, 4096, 10_240, 65_536])
def test_seats_and_connections_fit_into_what_the_system_gives(limit: int) -> None:
    assert 3 * seats_for(limit, 10_000) + connections_for(limit) <= limit
    assert seats_for(65_536, 400) == 400


def test_a_line_that_repeats_is_written_once_a_minute_with_its_number() -> None:
    now = 0.0
    throttle = Throttle(lambda: now, every=60)

    def line(words: str, *values: object) -> logging.LogRecord:
        return logging.LogRecord("asyncio", logging.ERROR, "", 0, words, values, None)

    assert [throttle.filter(line("refused %s", caller)) for caller in range(50)] == [True] + [False] * 49
    assert throttle.filter(line("something else"))
    now = 61.0
    last = line("refused %s", 51)
    assert throttle.filter(last)
    assert last.getMessage() == "refused 51 (and 49 more lines like this)"
