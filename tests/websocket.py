"""A browser's side of the lab's websocket: how it is opened, what is asked, and where an answer ends."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE: Final = 60
STREAM: Final = "/_stcore/stream"
SUBPROTOCOLS: Final = "streamlit", "PLACEHOLDER_AUTH_TOKEN"
"""What Streamlit's own page offers; a session that it comes back to is named behind them."""

EVENTS: Final = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
"""The widget that holds what a component has told, as Streamlit names it."""

Values = Mapping[str, str | bool | float | list[dict[str, Any]]]
"""What widgets hold, by their ids: a text, a button that was pressed, the place of a slider, or events."""


def dial(address: str, *, origin: str = "", session: str = "", **more: Any) -> connect:
    """A handshake as a page of the lab at this address makes it; `origin` is another page's."""
    place = urlsplit(address)
    return connect(
        f"{'wss' if place.scheme == 'https' else 'ws'}://{place.netloc}{STREAM}",
        subprotocols=[*SUBPROTOCOLS, *([session] if session else [])],  # type: ignore[list-item]
        origin=origin or f"{place.scheme}://{place.netloc}",  # type: ignore[arg-type]
        proxy=None,
        compression=None,
        max_size=None,
        open_timeout=PATIENCE,
        **more,
    )


def rerun(
    page: str = "", query: str = "", values: Values | None = None, *, url: str = "", **more: str
) -> bytes:
    """The message that asks for a run of a page, with what is set on it; `more` are fields of the message."""
    message = BackMsg()
    asked = message.rerun_script
    asked.page_name, asked.query_string = page, query
    asked.context_info.locale, asked.context_info.timezone = "en-US", "UTC"
    asked.context_info.url = url
    for name, text in more.items():
        setattr(asked, name, text)
    for name, value in (values or {}).items():
        state = asked.widget_states.widgets.add(id=name)
        if isinstance(value, bool):
            state.trigger_value = value
        elif isinstance(value, str):
            state.string_value = value
        elif isinstance(value, list):
            state.json_trigger_value = json.dumps(value)
        else:
            state.double_array_value.data.append(value)
    sent: bytes = message.SerializeToString()
    return sent


def read(frame: str | bytes) -> ForwardMsg:
    """The message in a frame."""
    message: ForwardMsg = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
    return message


def kind(message: ForwardMsg) -> str:
    """What a message is about."""
    return str(message.WhichOneof("type"))


async def messages(line: ClientConnection) -> AsyncIterator[ForwardMsg]:
    """The messages that come, up to the end of the run."""
    while True:
        message = read(await line.recv(decode=False))
        yield message
        if kind(message) == "script_finished":
            return
