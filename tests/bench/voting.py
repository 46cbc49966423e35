"""A hall full of phones that vote within two seconds; beside them, as many that ask for a plain page."""

import asyncio
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from classroom import guest_of, open_store
from classroom.live import ChoiceForm, ask, find_room, newest_poll, open_room, take_seat, votes_of
from classroom.live.polls import PollBody
from courseware.text import Text
from tests.browser.server import Lab
from web.access.cookies import cookie_name, new_guest_token
from web.settings import SEATS, SEATS_PER_ADDRESS

HALL: Final = {"LAB_SHARED": "1", SEATS: "800", SEATS_PER_ADDRESS: "800"}
WITHIN: Final = 2.0
"""Seconds in which all of them vote."""
_BODY: Final = PollBody(
    question=Text(en="Which?", zh="哪一个？"),
    form=ChoiceForm(options=tuple(Text(en=name, zh=name) for name in "ABCD")),
)


@dataclass(frozen=True)
class Voted:
    """Milliseconds from tap to acknowledgement, what went wrong, and how many votes the record has."""

    waits: list[float]
    failures: list[str]
    kept: int


def vote_all(lab: Lab, phones: int) -> Voted:
    """So many phones at one address, each with a seat, vote once."""
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    room = open_room(store, "satisfaction", "")
    poll = ask(store, room, "slide", _BODY)
    tokens = [new_guest_token(store) for _ in range(phones)]
    for number, token in enumerate(tokens):
        take_seat(store, room, guest_of(store, token), f"Phone {number}")
    name, luck = cookie_name("lab_guest", store), random.Random(0)
    asked = [
        _post(
            lab.address,
            f"/live/{room.code}/do",
            f"{name}={token}",
            {"do": "vote", "poll": poll.id, "number": 1, "value": [luck.randrange(4)]},
        )
        for token in tokens
    ]
    waits, failures = asyncio.run(_all(lab.address, asked))
    room_now = find_room(store, room.code)
    newest = newest_poll(store, room_now) if room_now is not None else None
    kept = len(votes_of(store, newest)) if newest is not None else 0
    store.close()
    return Voted(waits, failures, kept)


def ask_all(address: str, phones: int) -> Voted:
    """So many that ask for the plain word that a server is well."""
    host = urlsplit(address).netloc
    asked = f"GET /_stcore/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    waits, failures = asyncio.run(_all(address, [asked] * phones))
    return Voted(waits, failures, 0)


def _post(address: str, path: str, cookie: str, fields: dict[str, object]) -> bytes:
    host, body = urlsplit(address).netloc, json.dumps(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


async def _all(address: str, asked: Sequence[bytes]) -> tuple[list[float], list[str]]:
    luck = random.Random(1)
    ends = await asyncio.gather(
        *(_one(address, one, luck.uniform(0, WITHIN)) for one in asked), return_exceptions=True
    )
    waits = [end for end in ends if isinstance(end, float)]
    return waits, [repr(end) for end in ends if not isinstance(end, float)]


async def _one(address: str, asked: bytes, after: float) -> float:
    await asyncio.sleep(after)
    where = urlsplit(address)
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(asked)
    await writer.drain()
    answer = await reader.read()
    writer.close()
    if b" 200 " not in answer.split(b"\r\n", 1)[0]:
        raise RuntimeError(answer[:200].decode("utf-8", "replace"))
    return 1000 * (time.perf_counter() - started)
