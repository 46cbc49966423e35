"""A student without a screen: speaks to the lab over a real websocket, and knows when an answer was told."""

from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.util import calc_hash
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import WebSocketException

from courseware.interface import say
from tests.websocket import Values, dial, messages, read, rerun

TOLD = f" · {say('earned', 'en', points='0')} · "
"""Stands over a question as soon as a wrong answer to it was marked and kept."""


@dataclass(frozen=True)
class Seat:
    """A session at one step of a lesson, which sends one wrong number to one question."""

    lesson: str
    step: int
    item: str
    number: str

    async def answer(self, lab: str) -> bool:
        """Opens the step and sends the number; whether the lab told its mark before the line was cut."""
        try:
            async with dial(lab) as line:
                await line.send(self._asked({}))
                field, button = await self._widgets(line)
                await line.send(self._asked({field: self.number, button: True}))
                return await self._is_told(line)
        except (WebSocketException, OSError):
            return False

    def _asked(self, values: Values) -> bytes:
        query = urlencode({"lang": "en", "step": self.step})
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
