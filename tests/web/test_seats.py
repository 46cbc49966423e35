"""Seats and the queue before the lab: who gets in, in which order, and who keeps a seat."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.web.passage import Behind, ask, handshake, request
from web.front.seating import COOKIE, Seating
from web.front.seats import HELD_FOR_ARRIVAL, HELD_FOR_RETURN, Seats
from web.front.turn_queue import FirstRuns, TurnQueue


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        """What the clock shows."""
        return self.now


def hall(total: int, per_address: int = 100) -> tuple[Seats, Clock]:
    """A lab with this many seats, and its clock."""
    clock = Clock()
    return Seats(total, per_address, clock), clock


def test_the_first_in_line_gets_the_seat_that_becomes_free() -> None:
    seats, _clock = hall(1)
    seats.take("a", "x")
    assert [seats.admit(name, "x") for name in "bc"] == [False, False]

    seats.leave("a", returns=False)

    assert not seats.admit("c", "x")
    assert not seats.take("new", "x")
    assert seats.admit("b", "x")
    assert seats.take("b", "x")
    assert not seats.admit("c", "x")


def test_a_reload_and_a_locked_phone_find_their_seat_again() -> None:
    seats, clock = hall(1)
    assert seats.admit("a", "x")
    assert seats.take("a", "x")
    assert not seats.admit("b", "x")

    assert seats.admit("a", "x")  # the page is asked for before the old socket has gone
    seats.leave("a")
    clock.now += HELD_FOR_RETURN - 1
    assert not seats.admit("b", "x")
    assert seats.take("a", "x")


def test_a_seat_that_nobody_takes_is_given_to_the_next() -> None:
    seats, clock = hall(1)
    assert seats.admit("a", "x")
    assert not seats.admit("b", "x")

    clock.now += HELD_FOR_ARRIVAL + 1

    assert seats.admit("b", "x")


def test_a_session_that_is_still_here_comes_back_even_to_a_full_lab() -> None:
    seats, _clock = hall(4)
    for name in "abcd":
        assert seats.take(name, "x")

    assert not seats.take("new", "x")
    assert seats.take("lost its cookie", "x", comes_back=True)


def test_one_address_has_its_share_and_this_computer_has_all() -> None:
    seats, _clock = hall(10, per_address=3)

    assert [seats.take(f"x{n}", "203.0.113.1") for n in range(5)] == [True] * 3 + [False] * 2
    assert [seats.take(f"h{n}", "127.0.0.1") for n in range(8)] == [True] * 7 + [False]


def test_one_browser_opens_a_dozen_windows_and_no_more() -> None:
    seats, _clock = hall(100)

    assert [seats.take("a", "x") for _ in range(14)] == [True] * 12 + [False] * 2


@given(
    st.lists(
        st.tuples(st.sampled_from(["admit", "take", "leave", "wait"]), st.sampled_from("abcdef")), max_size=60
    )
)
def test_whatever_happens_no_more_are_in_than_seats_and_no_seat_is_lost(steps: list[tuple[str, str]]) -> None:
    seats, clock = hall(4)
    live = dict.fromkeys("abcdef", 0)
    for act, who in steps:
        if act == "admit":
            seats.admit(who, "x")
        elif act == "take":
            live[who] += seats.take(who, "x")
        elif act == "leave" and live[who]:
            live[who] -= 1
            seats.leave(who)
        clock.now += 50 if act == "wait" else 1

        assert sum(live.values()) <= 5
    for who, number in live.items():
        for _ in range(number):
            seats.leave(who)
    clock.now += 1000

    assert all(seats.admit(name, "x") for name in ("p", "q", "r", "s"))
    assert seats.occupied == 4


@pytest.mark.parametrize(("display_language", "words"), [("en", "Nothing is lost"), ("zh-CN", "不会丢失")])
def test_a_full_lab_asks_to_wait_in_the_readers_language_and_asks_again_by_itself(
    display_language: str, words: str
) -> None:
    seats, _clock = hall(1)
    seats.take("a", "x")
    seating = Seating(Behind(), seats)
    said = ask(seating, request(headers={"accept-language": display_language}))
    socket = ask(seating, handshake())

    assert (said.status, socket.status) == (503, 503)
    assert words in said.text
    assert "<script" not in said.text
    assert 8 <= int(said.headers["retry-after"]) <= 15
    assert said.headers["refresh"] == said.headers["retry-after"]
    assert ask(seating, request(path="/healthz")).status == 200


def test_the_waiting_page_gives_a_place_in_the_line_that_is_kept() -> None:
    seats, _clock = hall(1)
    seats.take("a", "x")
    seating = Seating(Behind(), seats)
    first = ask(seating, request()).headers["set-cookie"].partition(";")[0]
    second = ask(seating, request()).headers["set-cookie"].partition(";")[0]
    seats.leave("a", returns=False)

    assert first.startswith(f"{COOKIE}=")
    assert ask(seating, request(headers={"cookie": second})).status == 503
    assert ask(seating, request(headers={"cookie": first})).status == 200
    assert ask(seating, handshake({"cookie": first})).status == 101


def test_the_seat_cookie_is_secret_over_https_and_not_given_twice() -> None:
    seating = Seating(Behind(), hall(5)[0])
    cookie = ask(seating, request(scheme="https")).headers["set-cookie"]

    assert "Secure" in cookie
    assert "HttpOnly" in cookie
    assert "set-cookie" not in ask(seating, request(headers={"cookie": cookie.partition(";")[0]})).headers


def test_a_socket_that_ends_gives_its_seat_back_whatever_ended_it() -> None:
    async def breaks(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("on purpose")

    seats, _clock = hall(1)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            ask(Seating(breaks, seats), handshake())

    assert seats.occupied == 0


DONE: Message = {
    "type": "websocket.send",
    "bytes": ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString(),
}
FIRST: Message = {"type": "websocket.receive", "bytes": b"first"}


class Line:
    """Pages that arrive: each says which it is when its first message is let through, and ends when told."""

    def __init__(self, at_once: int, patience: float = 60) -> None:
        self.turn_queue = TurnQueue(at_once)
        self.app = FirstRuns(
            self._page, self.turn_queue, patience, comes_back=lambda session: session == "known"
        )
        self.begun: list[str] = []
        self.ends: dict[str, asyncio.Event] = {}

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = scope["name"]
        await receive()
        if (await receive())["type"] == "websocket.disconnect":
            return
        self.begun.append(name)
        await self.ends[name].wait()
        await send(DONE)
        while (await receive())["type"] != "websocket.disconnect":
            pass

    async def arrive(
        self, name: str, session: str = ""
    ) -> tuple["asyncio.Task[None]", "asyncio.Queue[Message]"]:
        """Another page at the door; what its browser sends goes into the queue."""
        self.ends[name] = asyncio.Event()
        browser: asyncio.Queue[Message] = asyncio.Queue()
        browser.put_nowait({"type": "websocket.connect"})
        browser.put_nowait(FIRST)
        scope = {**handshake(subprotocols=["streamlit", "", session]), "name": name}

        async def send(_message: Message) -> None:
            pass

        task = asyncio.create_task(self.app(scope, browser.get, send))
        await settle()
        return task, browser


async def settle() -> None:
    """Lets everything run that can run without waiting."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_pages_are_made_a_few_at_a_time_in_the_order_of_arrival_and_returns_first() -> None:
    async def story() -> list[str]:
        line = Line(at_once=2)
        for name in ("a", "b", "c", "d"):
            await line.arrive(name)
        await line.arrive("returning", "known")
        assert line.begun == ["a", "b"]
        for name in ("b", "a", "returning", "c"):
            line.ends[name].set()
            await settle()
        return line.begun

    assert asyncio.run(story()) == ["a", "b", "returning", "c", "d"]


def test_who_leaves_the_queue_takes_no_turn() -> None:
    async def story() -> tuple[list[str], int]:
        line = Line(at_once=1)
        await line.arrive("a")
        gone, browser = await line.arrive("gone")
        await line.arrive("c")
        browser.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await settle()
        assert gone.done()
        line.ends["a"].set()
        await settle()
        return line.begun, line.turn_queue.waiting

    assert asyncio.run(story()) == (["a", "c"], 0)


def test_what_is_sent_while_waiting_arrives_afterwards_in_order() -> None:
    async def story() -> list[bytes]:
        turn_queue = TurnQueue(1)
        await turn_queue.wait(comes_back=False)
        behind = Behind()
        browser: asyncio.Queue[Message] = asyncio.Queue()
        for message in ({"type": "websocket.connect"}, FIRST, {**FIRST, "bytes": b"second"}):
            browser.put_nowait(message)

        async def send(_message: Message) -> None:
            pass

        task = asyncio.create_task(FirstRuns(behind, turn_queue)(handshake(), browser.get, send))
        await settle()
        assert not [one for one in behind.received if "bytes" in one]
        turn_queue.give_back()
        browser.put_nowait({**FIRST, "bytes": b"third"})
        browser.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await task
        return [one["bytes"] for one in behind.received if "bytes" in one]

    assert asyncio.run(story()) == [b"first", b"second", b"third"]


def test_a_page_that_never_ends_holds_its_turn_no_longer_than_patience_lasts() -> None:
    async def story() -> list[str]:
        line = Line(at_once=1, patience=0.01)
        await line.arrive("stuck")
        await line.arrive("next")
        async with asyncio.timeout(5):
            while "next" not in line.begun:
                await asyncio.sleep(0.005)
        return line.begun

    assert asyncio.run(story()) == ["stuck", "next"]


def test_a_page_that_breaks_lets_the_next_one_in() -> None:
    async def story() -> tuple[list[str], int]:
        line = Line(at_once=1)
        task, _ = await line.arrive("breaks")
        await line.arrive("next")
        task.cancel()
        await settle()
        return line.begun, line.turn_queue.waiting

    assert asyncio.run(story()) == (["breaks", "next"], 0)


def test_a_crowded_door_asks_to_wait_though_seats_are_free() -> None:
    seating = Seating(Behind(), hall(5)[0], is_crowded=lambda: True)

    assert ask(seating, request()).status == 503
