"""Whether the lab works: a page is run as for a reader, and the record is read."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.script_data import ScriptData

from classroom import class_names
from web.front import pulse
from web.front.inside import runtime
from web.records import records_here

_LOG: Final = logging.getLogger("lab.web")
KEPT_FOR: Final = 5.0
"""Seconds for which a result is given again: many watching machines cost one run."""
WITHIN: Final = 8.0
"""Seconds within which the page and the record must answer; a class that arrives takes two."""

HealthCheck = Callable[[], Awaitable[bool]]


class Health:
    """The result of all `checks`, by name: looked for `within` seconds, then kept for `kept_for` seconds."""

    def __init__(
        self,
        checks: Mapping[str, HealthCheck],
        clock: Callable[[], float] = time.monotonic,
        within: float = WITHIN,
        kept_for: float = KEPT_FOR,
    ) -> None:
        self._checks, self._clock, self._within, self._kept_for = checks, clock, within, kept_for
        self._until, self._failed = float("-inf"), ""
        self._now: asyncio.Task[str] | None = None

    async def failed(self) -> str:
        """The names of the parts that failed; empty if the lab works."""
        if self._clock() < self._until:
            return self._failed
        if self._now is None:
            self._now = asyncio.create_task(self._look())
            self._now.add_done_callback(lambda _done: setattr(self, "_now", None))
        return await asyncio.shield(self._now)

    async def _look(self) -> str:
        tasks = {name: asyncio.ensure_future(check()) for name, check in self._checks.items()}
        await asyncio.wait(tasks.values(), timeout=self._within)
        bad = [name for name, task in tasks.items() if not _is_good(name, task)]
        self._failed, self._until = ", ".join(bad), self._clock() + self._kept_for
        return self._failed


def _is_good(name: str, task: "asyncio.Future[bool]") -> bool:
    if not task.done():
        task.cancel()  # a thread goes on by itself; nobody waits for it
        _LOG.error("health: %s did not answer in time", name)
        return False
    if error := task.exception():
        _LOG.error("health: %s failed", name, exc_info=error)
        return False
    return task.result()


async def record_is_read() -> bool:
    """Whether the class record answers; nothing is written."""
    await run_in_threadpool(lambda: class_names(records_here()))
    return True


async def page_runs() -> bool:
    """Whether a page is run from its beginning to its end, as it is for each reader.

    The session is made as Streamlit makes it for its own check: no browser knows of it, it is in no
    list, and it is shut down at once.
    """
    running = runtime()
    if running is None:
        return False
    loop, news = asyncio.get_running_loop(), asyncio.Event()

    def told() -> None:
        loop.call_soon_threadsafe(news.set)

    session = AppSession(
        script_data=ScriptData(str(Path(pulse.__file__)), is_hello=False),
        uploaded_file_manager=running.uploaded_file_mgr,
        script_cache=running._script_cache,
        message_enqueued_callback=told,
        user_info={},
    )
    try:
        session.request_rerun(None)
        return await _ends_well(session, news)
    finally:
        session.shutdown()


async def _ends_well(session: AppSession, news: asyncio.Event) -> bool:
    is_said = False
    while True:
        await news.wait()
        news.clear()
        for message in session.flush_browser_queue():
            is_said = is_said or message.delta.new_element.markdown.body == pulse.DONE
            if message.WhichOneof("type") == "script_finished":
                return is_said and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
