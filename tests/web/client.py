"""A visitor without a browser: opens the lab's socket, runs a page, and asks for plain addresses."""

import http.client
import json
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from tests.websocket import messages, rerun


@dataclass(frozen=True)
class Said:
    """What a plain address answered."""

    status: int
    headers: Mapping[str, str]
    cookies: tuple[str, ...]
    text: str


def fetch(
    address: str,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    *,
    body: bytes | None = None,
    trust: ssl.SSLContext | None = None,
) -> Said:
    """Asks once, on a connection of its own."""
    place = urlsplit(address)
    line = (
        http.client.HTTPSConnection(place.netloc, timeout=30, context=trust)
        if place.scheme == "https"
        else http.client.HTTPConnection(place.netloc, timeout=30)
    )
    if trust is not None:
        # the name in the address is the school's; the proxy that has it is on this computer
        line._create_connection = lambda _place, *more: create_connection(("127.0.0.1", place.port), 30)  # type: ignore[attr-defined]
    with closing(line):
        line.request(method, path, body=body, headers=dict(headers or {}))
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
    cookies = tuple(value for name, value in answer.getheaders() if name.lower() == "set-cookie")
    found = {name.lower(): value for name, value in answer.getheaders()}
    return Said(answer.status, found, cookies, text)


async def run_page(
    line: ClientConnection, page: str = "glossary", query: str = "lang=en"
) -> list[ForwardMsg]:
    """Asks for a page, and waits for all of it."""
    await line.send(rerun(page, query))
    return [message async for message in messages(line)]


def is_drawn(told: list[ForwardMsg]) -> bool:
    """Whether a page was drawn to its end, without an error."""
    kinds = [message.delta.new_element.WhichOneof("type") for message in told]
    return told[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and "exception" not in kinds


def rows(path: Any, table: str) -> int:
    """How many rows a table of a record has."""
    import sqlite3

    with closing(sqlite3.connect(path)) as record:
        return int(record.execute(f"select count(*) from {json.dumps(table)}").fetchone()[0])  # noqa: S608
