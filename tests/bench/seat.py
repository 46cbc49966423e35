"""One student of a class, without a screen: speaks Streamlit's own protocol and moves one slider."""

import asyncio
import json
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.websocket import EVENTS, PATIENCE, Values, dial, kind, read, rerun


class Slider(Protocol):
    """What is moved, as the server sent it last."""

    def moved(self, luck: random.Random) -> Values:
        """What is told when it stands elsewhere."""

    def is_heard(self, after: "Slider | None") -> bool:
        """Whether what the server sent after the move knows of it."""

    def sweep(self) -> str:
        """Where a browser asks for the runs along it; empty if there are none."""

    def another(self, luck: random.Random) -> "Slider":
        """Any slider that stands beside it, or itself."""


@dataclass(frozen=True)
class Plain:
    """The slider of the bare page, which is Streamlit's own."""

    proto: Any

    def moved(self, luck: random.Random) -> Values:
        """Its new place."""
        return {self.proto.id: somewhere(luck, self.proto.min, self.proto.max, self.proto.step)}

    def is_heard(self, after: Slider | None) -> bool:
        """Streamlit tells nothing of it."""
        return True

    def sweep(self) -> str:
        """Streamlit has no runs along a slider."""
        return ""

    def another(self, luck: random.Random) -> Slider:
        """There is none beside it."""
        return self


@dataclass(frozen=True)
class InPanel:
    """A slider of a panel, the first unless another is named; it tells what stands in all its controls."""

    id: str
    message: Mapping[str, Any]
    name: str = ""

    def moved(self, luck: random.Random) -> Values:
        """The event that a hand's move is told by; its number is one that was not heard before."""
        mine = self._mine
        values = {one["name"]: one["value"] for one in self.message["controls"]}
        values[mine["name"]] = somewhere(luck, mine["low"], mine["high"], mine["step"])
        told = {"n": self.message["heard"] + 1, "values": values, "actions": []}
        return {EVENTS.format(id=self.id): [{"event": "moved", "value": told}]}

    def is_heard(self, after: Slider | None) -> bool:
        """The panel that comes back has heard the number of the move."""
        return isinstance(after, InPanel) and after.message["heard"] > self.message["heard"]

    def sweep(self) -> str:
        """The address as ui/components/panel/sweep.js makes it, at the moment at which the view begins."""
        if not self.message["sweep"]:
            return ""
        mine = self._mine
        ends = {"along": mine["name"], **{f"along-{end}": mine[end] for end in ("low", "high", "step")}}
        shown = ",".join(one["name"] for one in self.message["measures"])
        place = urlsplit(self.message["sweep"])
        rest = [one for one in parse_qsl(place.query) if one[0] != mine["name"]]
        return f"{place.path}?{urlencode([*rest, *ends.items(), ('along-show', shown)])}"

    def another(self, luck: random.Random) -> Slider:
        """Any slider of the panel."""
        return replace(self, name=luck.choice(self._sliders)["name"])

    @property
    def _mine(self) -> Mapping[str, Any]:
        return next((one for one in self._sliders if one["name"] == self.name), self._sliders[0])

    @property
    def _sliders(self) -> list[Mapping[str, Any]]:
        return [one for one in self.message["controls"] if one["kind"] == "slider"]


def somewhere(luck: random.Random, low: float, high: float, step: float) -> float:
    """Any place of a slider."""
    return float(low + luck.randint(0, round((high - low) / step)) * step)


@dataclass
class Seat:
    """A session at one address; it knows the page's first slider and the fragment it stands in."""

    address: str
    luck: random.Random
    cookie: str = ""
    drags: bool = False
    waits: list[float] = field(default_factory=list)
    slider: Slider | None = None
    fragment: str = ""
    page: str = ""
    failures: list[str] = field(default_factory=list)

    async def attend(self, moves: int, think: float) -> None:
        """Open the page, then move the slider so many times with pauses; waits are in milliseconds."""
        async with dial(self.address, additional_headers=self._sent) as line:
            await self._run(line, self._question())
            await self._look_along()
            for _ in range(moves):
                await asyncio.sleep(min(self.luck.expovariate(1 / think), 4 * think))
                if self.drags and self.slider is not None:
                    self.slider = self.slider.another(self.luck)
                    await self._look_along()
                started = time.perf_counter()
                before = self.slider
                await self._run(line, self._question(move=True))
                self.waits.append((time.perf_counter() - started) * 1000)
                if before is not None and not before.is_heard(self.slider):
                    self.failures.append(f"A move was not heard at {self.address}.")

    @property
    def _sent(self) -> dict[str, str]:
        return {"Cookie": self.cookie} if self.cookie else {}

    def _question(self, *, move: bool = False) -> bytes:
        place = urlsplit(self.address)
        if move and self.slider is None:
            raise RuntimeError(f"There is no slider at {self.address}.")
        return rerun(
            "" if self.page else place.path.strip("/"),
            place.query,
            self.slider.moved(self.luck) if move and self.slider is not None else {},
            url=self.address,
            page_script_hash=self.page,
            fragment_id=self.fragment if move else "",
        )

    async def _look_along(self) -> None:
        if self.slider is not None and (sweep := self.slider.sweep()):
            await asyncio.to_thread(self._fetch, sweep)

    def _fetch(self, address: str) -> None:
        """Loads the runs along the slider, or nothing where the server has no time for them."""
        with urlopen(Request(urljoin(self.address, address), headers=self._sent), timeout=PATIENCE) as answer:  # noqa: S310
            answer.read()

    async def _run(self, line: Any, question: bytes) -> None:
        await line.send(question)
        mine = ""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = read(await line.recv())
                if kind(message) == "new_session":
                    mine = message.metadata.run.script_run_id
                    self.page = message.new_session.page_script_hash
                if kind(message) == "navigation":
                    self.page = message.navigation.page_script_hash
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
            self.slider, self.fragment = Plain(element.slider), message.delta.fragment_id
        component = element.bidi_component
        if component.component_name == "lab_panel" and self._is_mine(component.id):
            self.slider = InPanel(component.id, json.loads(component.bytes))
            self.fragment = message.delta.fragment_id

    def _is_mine(self, panel: str) -> bool:
        """Whether this is the panel whose slider is moved: the first of the page."""
        return self.slider is None or (isinstance(self.slider, InPanel) and self.slider.id == panel)
