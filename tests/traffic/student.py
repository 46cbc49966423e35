"""A student with a browser elsewhere, who keeps every frame and every body that the lab sends."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Final
from urllib.parse import urlencode, urlsplit

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.server import Lab
from tests.websocket import PATIENCE, STREAM, SUBPROTOCOLS, kind, read, rerun

ELSEWHERE: Final = "192.0.2.7"
"""By this number the student calls the lab; the way there is this computer's own all the same."""


@dataclass
class Student:
    """One browser: its cookies, its connection, and what it has been sent."""

    lab: Lab
    cookies: SimpleCookie = field(default_factory=SimpleCookie)
    bodies: list[bytes] = field(default_factory=list)
    connection: ClientConnection | None = None

    @property
    def port(self) -> int:
        """Where the lab answers."""
        return urlsplit(self.lab.address).port or 0

    @property
    def host(self) -> str:
        """What the student calls the lab."""
        return f"{ELSEWHERE}:{self.port}"

    @property
    def cookie(self) -> str:
        """All cookies, as a browser sends them."""
        return "; ".join(f"{name}={one.coded_value}" for name, one in self.cookies.items())

    def get(self, address: str) -> bytes:
        """The body at this address; cookies that come along are kept."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asked.request("GET", address, headers={"Host": self.host, "Cookie": self.cookie})
        answer = asked.getresponse()
        body = answer.read()
        asked.close()
        for given in answer.headers.get_all("set-cookie", []):
            self.cookies.load(given)
        self.bodies.append(body)
        return body

    def open(self, page: str, **query: str) -> bytes:
        """All frames of one run of a page; the page is fetched before, as browsers do."""
        self.get(f"/{page}?{urlencode(query)}")
        connection = self._connected()
        connection.send(rerun(page, urlencode(query)))
        return b"\n".join(self._run(connection))

    def _connected(self) -> ClientConnection:
        if self.connection is None:
            self.connection = connect(
                f"ws://{self.host}{STREAM}",
                sock=socket.create_connection(("127.0.0.1", self.port), PATIENCE),
                additional_headers={"Cookie": self.cookie},
                origin=Origin(f"http://{self.host}"),
                subprotocols=[Subprotocol(name) for name in SUBPROTOCOLS],
                max_size=None,
                proxy=None,
                legacy=True,  # it is closed by `student_of`
            )
        return self.connection

    def _run(self, connection: ClientConnection) -> Iterator[bytes]:
        while True:
            raw = connection.recv(PATIENCE, decode=False)
            message = read(raw)
            assert kind(message) != "ref_hash", "a message came by its number alone"
            yield raw
            if kind(message) == "script_finished":
                return


@contextmanager
def student_of(lab: Lab) -> Iterator[Student]:
    """A student who leaves at the end."""
    one = Student(lab)
    try:
        yield one
    finally:
        if one.connection is not None:
            one.connection.close()
