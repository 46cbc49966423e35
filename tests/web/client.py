"""A visitor without a browser: opens the lab's socket, runs a page, and asks for plain addresses."""

import http.client
import json
import ssl
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


@dataclass(frozen=True)
class Said:
    """What a plain address answered, and how long it took."""

    status: int
    headers: Mapping[str, str]
    cookies: tuple[str, ...]
    text: str
    seconds: float


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
    started = time.perf_counter()
    with closing(line):
        line.request(method, path, body=body, headers=dict(headers or {}))
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
    cookies = tuple(value for name, value in answer.getheaders() if name.lower() == "set-cookie")
    found = {name.lower(): value for name, value in answer.getheaders()}
    return Said(answer.status, found, cookies, text, time.perf_counter() - started)


def socket(address: str, origin: str | None = None, session: str = "", **more: Any) -> connect:
    """A handshake as a page of the lab makes it; `origin` is another page's."""
    place = urlsplit(address)
    names = ["streamlit", "PLACEHOLDER_AUTH_TOKEN", *([session] if session else [])]
    return connect(
        f"{'wss' if place.scheme == 'https' else 'ws'}://{place.netloc}/_stcore/stream",
        subprotocols=names,  # type: ignore[arg-type]
        origin=origin or f"{place.scheme}://{place.netloc}",  # type: ignore[arg-type]
        proxy=None,
        compression=None,
        max_size=None,
        open_timeout=60,
        **more,
    )


async def run_page(
    line: ClientConnection, page: str = "glossary", query: str = "lang=en"
) -> list[ForwardMsg]:
    """Asks for a page, and waits for all of it."""
    await line.send(question(page, query))
    told = []
    while True:
        message = ForwardMsg.FromString(bytes(await line.recv(decode=False)))
        told.append(message)
        if message.WhichOneof("type") == "script_finished":
            return told


def question(page: str, query: str = "lang=en", thought: str = "") -> bytes:
    """The message by which a browser asks for a page; `thought` is what is written in some field."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    message.rerun_script.context_info.locale = "en-US"
    if thought:
        message.rerun_script.widget_states.widgets.add(id="$$ID-none-x", string_value=thought)
    sent: bytes = message.SerializeToString()
    return sent


def is_drawn(told: list[ForwardMsg]) -> bool:
    """Whether a page was drawn to its end, without an error."""
    kinds = [message.delta.new_element.WhichOneof("type") for message in told]
    return told[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and "exception" not in kinds


def rows(path: Any, table: str) -> int:
    """How many rows a table of a record has."""
    import sqlite3

    with closing(sqlite3.connect(path)) as record:
        return int(record.execute(f"select count(*) from {json.dumps(table)}").fetchone()[0])  # noqa: S608
