"""One student of a class, without a screen: speaks Streamlit's own protocol and moves one slider."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.websocket import PATIENCE, dial, kind, read, rerun


@dataclass
class Seat:
    """A session at one address; it knows the page's first slider and the fragment it stands in."""

    address: str
    luck: random.Random
    waits: list[float] = field(default_factory=list)
    slider: Any = None
    fragment: str = ""
    page: str = ""
    failures: list[str] = field(default_factory=list)

    async def attend(self, moves: int, think: float) -> None:
        """Open the page, then move the slider so many times with pauses; waits are in milliseconds."""
        async with dial(self.address) as line:
            await self._run(line, self._question())
            for _ in range(moves):
                await asyncio.sleep(min(self.luck.expovariate(1 / think), 4 * think))
                started = time.perf_counter()
                await self._run(line, self._question(move=True))
                self.waits.append((time.perf_counter() - started) * 1000)

    def _question(self, *, move: bool = False) -> bytes:
        place = urlsplit(self.address)
        if move and self.slider is None:
            raise RuntimeError(f"There is no slider at {self.address}.")
        return rerun(
            "" if self.page else place.path.strip("/"),
            place.query,
            {self.slider.id: self._other()} if move else {},
            url=self.address,
            page_script_hash=self.page,
            fragment_id=self.fragment if move else "",
        )

    def _other(self) -> float:
        steps = round((self.slider.max - self.slider.min) / self.slider.step)
        return float(self.slider.min + self.luck.randint(0, steps) * self.slider.step)

    async def _run(self, line: Any, question: bytes) -> None:
        await line.send(question)
        mine = ""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = read(await line.recv())
                if kind(message) == "new_session":
                    mine = message.metadata.run.script_run_id
                    self.page = message.new_session.page_script_hash
                self._note(message)
                if kind(message) == "script_finished" and self._is_over(message, mine):
                    return

    def _is_over(self, message: ForwardMsg, mine: str) -> bool:
        early = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return message.metadata.run.script_run_id == mine and not early

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            self.failures.append(element.exception.message)
        if element.WhichOneof("type") == "slider" and self.slider is None:
            self.slider, self.fragment = element.slider, message.delta.fragment_id
