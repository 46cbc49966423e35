"""A student without a screen: speaks to the lab over a real websocket, and knows when an answer was told."""

from dataclasses import dataclass
from itertools import cycle
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.util import calc_hash
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import WebSocketException

from course import find_exercise, lesson_registry
from courseware.interface import say
from lessons import ExerciseStep
from tests.websocket import Values, dial, messages, read, rerun

TOLD = f" · {say('earned', 'en', points='0')} · "
"""Stands over a question as soon as a wrong answer to it was marked and kept."""


def seats(number: int) -> "list[Seat]":
    """Students, each with an answer of its own to one of the questions that ask for a number."""
    asked = [
        (lesson.id, place, number, item)
        for lesson in lesson_registry().lessons().values()
        for place, step in enumerate(lesson.steps, 1)
        if isinstance(step, ExerciseStep)
        for number, item in enumerate(step.items, 1)
        if find_exercise(item).kind == "number"
    ]
    return [Seat(*place, f"-{90000 + n}.25") for n, place in zip(range(number), cycle(asked), strict=False)]


@dataclass(frozen=True)
class Seat:
    """A session at one step of a lesson, which sends one wrong number to one question."""

    lesson: str
    step: int
    place: int
    item: str
    number: str

    async def answer(self, lab: str, **more: Any) -> bool:
        """Opens the step and sends the number; whether the lab told its mark before the line was cut.

        `more` is what the handshake needs besides: cookies, a way through a proxy.
        """
        try:
            async with dial(lab, **more) as line:
                await line.send(self._asked({}))
                field, button = await self._widgets(line)
                await line.send(self._asked({field: self.number, button: True}))
                return await self._is_told(line)
        except (WebSocketException, OSError):
            return False

    def _asked(self, values: Values) -> bytes:
        query = urlencode({"lang": "en", "step": self.step, "question": self.place})
        return rerun(query=query, values=values, page_script_hash=calc_hash(self.lesson))

    async def _widgets(self, line: ClientConnection) -> tuple[str, str]:
        """Where the number is typed, and what sends it."""
        field = button = ""
        async for message in messages(line):
            element = message.delta.new_element
            if f"answer:{self.item}:" in element.text_input.id:
                field = element.text_input.id
            if element.button.id.endswith(":send") and f"answer:{self.item}:" in element.button.id:
                button = element.button.id
        return field, button

    async def _is_told(self, line: ClientConnection) -> bool:
        """Waits for the mark over its own question; only the lab's end ends the waiting."""
        over = ""
        while True:
            element = read(await line.recv()).delta.new_element
            if element.markdown.element_type == Markdown.CAPTION:
                over = element.markdown.body
            if f"answer:{self.item}:" in element.text_input.id and TOLD in over:
                return True
