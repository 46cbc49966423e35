"""Somebody who reads along what the lab sends to a page."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page, WebSocket


class Eavesdropper:
    """Keeps every frame that a page receives over its sockets; to be set before the page is opened."""

    def __init__(self, page: Page) -> None:
        self._frames: list[bytes] = []
        self._page = page
        page.on("websocket", self._listen)

    def leave(self) -> None:
        """Listens no more."""
        self._page.remove_listener("websocket", self._listen)

    def heard(self, sentences: Iterable[str]) -> list[str]:
        """Those of the sentences that have come over a socket."""
        all_frames = b"\n".join(self._frames)
        return [sentence for sentence in sentences if sentence.encode() in all_frames]

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._keep)

    def _keep(self, payload: str | bytes) -> None:
        self._frames.append(payload.encode() if isinstance(payload, str) else payload)


def letters(text: str) -> str:
    """The letters and digits alone, so that markup, line breaks and bullets make no difference."""
    return re.sub(r"[\W_]+", "", re.sub(r"(?m)^\s*(\d+\.|-) ", "", text))


def seen_in(text: str, sentences: Iterable[str]) -> list[str]:
    """Those of the sentences that stand in the text, whatever the markup."""
    plain = letters(text)
    return [sentence for sentence in sentences if letters(sentence) in plain]
