"""A student with a browser elsewhere, who keeps every frame and every body that the lab sends."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.server import Lab

ELSEWHERE: Final = "192.0.2.7"
"""By this number the student calls the lab; the way there is this computer's own all the same."""
PATIENCE: Final = 30


@dataclass
class Student:
    """One browser: its cookie, its connection, and what it has been sent."""

    lab: Lab
    cookie: str = ""
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

    def get(self, address: str) -> bytes:
        """The body at this address; a cookie that comes along is kept."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asked.request("GET", address, headers={"Host": self.host, "Cookie": self.cookie})
        answer = asked.getresponse()
        body = answer.read()
        asked.close()
        self.cookie = (answer.getheader("set-cookie") or self.cookie).partition(";")[0]
        self.bodies.append(body)
        return body

    def open(self, page: str, **query: str) -> bytes:
        """All frames of one run of a page; the page is fetched before, as browsers do."""
        self.get(f"/{page}?{urlencode(query)}")
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = urlencode(query)
        asked.rerun_script.context_info.timezone = "UTC"
        connection = self._connected()
        connection.send(asked.SerializeToString())
        return b"\n".join(self._run(connection))

    def _connected(self) -> ClientConnection:
        if self.connection is None:
            self.connection = connect(
                f"ws://{self.host}/_stcore/stream",
                sock=socket.create_connection(("127.0.0.1", self.port), PATIENCE),
                additional_headers={"Cookie": self.cookie},
                origin=Origin(f"http://{self.host}"),
                subprotocols=[Subprotocol("streamlit")],
                max_size=None,
                proxy=None,
                legacy=True,  # it is closed by `student_of`
            )
        return self.connection

    def _run(self, connection: ClientConnection) -> Iterator[bytes]:
        while True:
            frame = connection.recv(PATIENCE)
            raw = frame if isinstance(frame, bytes) else frame.encode()
            message = ForwardMsg.FromString(raw)
            assert message.WhichOneof("type") != "ref_hash", "a message came by its number alone"
            yield raw
            if message.WhichOneof("type") == "script_finished":
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
