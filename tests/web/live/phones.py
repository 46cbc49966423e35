"""A room with phones and a teacher, without a browser and without a server."""

import asyncio
import json
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.applications import Starlette

from classroom.live import LiveRoom, find_room, open_room, questions_of_lesson
from classroom.teacher_sessions import begin_session
from course import all_exercises, lesson_registry
from courseware.language import Language
from tests.web.asker import Answer, Asker
from tests.web.student_browser import Browser
from web.access.cookies import cookie_name
from web.access.key import key_here
from web.records import records_here
from web.routes.enter import enter_routes
from web.routes.live import live_routes

LESSON: Final = "customers"
HALL: Final = "192.168.1.20"
"""Where phones are: not at the computer that runs the lab."""
OWN: Final = {"origin": "http://lab"}
"""What a browser says of a page of the lab's own."""


@dataclass
class Phone(Browser):
    """A student's phone: it keeps its cookie and talks to the room as the page's script does."""

    address: str = HALL

    def do(self, room: LiveRoom, headers: Mapping[str, str] = OWN, **fields: object) -> Answer:
        """What the room answers to this."""
        return self.send(f"/live/{room.code}/do?lang=en", json.dumps(fields).encode(), headers)

    def send(self, address: str, body: bytes, headers: Mapping[str, str] = OWN) -> Answer:
        """What is answered to a body as it is."""
        path, _, query = address.partition("?")
        sent = self._headers({"content-type": "application/json", **headers})
        return self._asker._send("POST", path, query, sent, body)

    def vote(self, room: LiveRoom, poll: int, value: object, number: int = 1) -> Answer:
        return self.do(room, do="vote", poll=poll, number=number, value=value)

    def mine(self, room: LiveRoom) -> Any:
        return json.loads(self.get(f"/live/{room.code}/mine").text)

    @property
    def _asker(self) -> Asker:
        return Asker(Starlette(routes=[*live_routes(), *enter_routes()]), self.scheme, self.address)


def teacher_cookies() -> dict[str, str]:
    """The cookie of a browser in which a teacher has come in."""
    store = records_here()
    return {cookie_name("lab_teacher", store): begin_session(store, key_here().digest)}


@dataclass
class Teacher(Phone):
    """A window of the teacher's, who has come in with a session."""

    cookies: dict[str, str] = field(default_factory=teacher_cookies)

    def lead(self, room: LiveRoom, do: str, **fields: object) -> Any:
        """Has the room do it, and returns what it answers."""
        answer = self.send(f"/live/{room.code}/lead?lang=en", json.dumps({"do": do, **fields}).encode())
        assert answer.status == 200, answer.text
        return json.loads(answer.text)


def room_here(class_name: str = "", *, allows_guests: bool = True) -> LiveRoom:
    """An open room of the lesson."""
    return open_room(records_here(), LESSON, "hall", class_name, allows_guests=allows_guests)


def seated(room: LiveRoom, name: str = "Mei", language: Language = "en") -> Phone:
    """A phone whose student has sat down under this name."""
    phone = Phone()
    here = f"/live/{room.code}?lang={language}"
    phone.get(here)
    assert phone.post(here, name=name).status == 200
    return phone


def now(room: LiveRoom) -> LiveRoom:
    """The room as the record has it."""
    found = find_room(records_here(), room.code)
    assert found is not None
    return found


def slide_of(kind: str) -> str:
    """A slide of the lesson that asks in this form; one of which something is right if it is a choice."""
    lesson = lesson_registry().lesson(LESSON)
    assert lesson is not None
    bodies = questions_of_lesson(lesson, all_exercises(), "en")
    return next(
        key for key, body in bodies.items() if body.form.kind == kind and (body.right or kind != "choice")
    )


async def first_event(address: str, phone: Phone) -> tuple[Mapping[str, str], str]:
    """The headers and the first message of a stream, which is then left."""
    said: list[MutableMapping[str, Any]] = []
    arrived, path = asyncio.Event(), address.partition("?")[0]

    async def receive() -> MutableMapping[str, Any]:
        await arrived.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)
        if b"data:" in message.get("body", b""):
            arrived.set()

    cookies = phone._headers({"host": "lab"})
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in cookies.items()],
        "client": (phone.address, 1),
        "server": ("lab", 80),
    }
    await asyncio.wait_for(phone._asker.app(scope, receive, send), 10)
    headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in said[1:]).decode()
