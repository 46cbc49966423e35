"""A student without a screen: speaks to the lab over a real websocket, and knows when an answer was told."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.util import calc_hash

from ui.wording import say

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
        place = urlsplit(lab)
        try:
            async with websockets.connect(
                f"ws://{place.netloc}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                origin=lab,  # type: ignore[arg-type]
                max_size=None,
                compression=None,
                proxy=None,
                open_timeout=60,
            ) as line:
                await line.send(self._asked({}))
                field, button = await self._widgets(line)
                await line.send(self._asked({field: self.number, button: True}))
                return await self._is_told(line)
        except (websockets.WebSocketException, OSError):
            return False

    def _asked(self, values: dict[str, str | bool]) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = urlencode({"lang": "en", "step": self.step})
        asked.page_script_hash = calc_hash(self.lesson)
        for name, value in values.items():
            state = asked.widget_states.widgets.add(id=name)
            if isinstance(value, bool):
                state.trigger_value = value
            else:
                state.string_value = value
        sent: bytes = message.SerializeToString()
        return sent

    async def _widgets(self, line: Any) -> tuple[str, str]:
        """Where the number is typed, and what sends it."""
        field = button = ""
        while not (field and button):
            element = ForwardMsg.FromString(await line.recv()).delta.new_element
            if f"answer:{self.item}:" in element.text_input.id:
                field = element.text_input.id
            if element.button.id.endswith(":send") and f"answer:{self.item}:" in element.button.id:
                button = element.button.id
        while ForwardMsg.FromString(await line.recv()).WhichOneof("type") != "script_finished":
            pass
        return field, button

    async def _is_told(self, line: Any) -> bool:
        """Waits for the mark over its own question; only the lab's end ends the waiting."""
        over = ""
        while True:
            element = ForwardMsg.FromString(await line.recv()).delta.new_element
            if element.markdown.element_type == Markdown.CAPTION:
                over = element.markdown.body
            if f"answer:{self.item}:" in element.text_input.id and TOLD in over:
                return True
