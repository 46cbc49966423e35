"""The address for watching machines: what it says when a part does not answer, and how often it looks."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette

from tests.web.asker import Asker
from web.front.health import Health
from web.routes.health import health_routes


async def good() -> bool:
    """A part that works."""
    return True


async def bad() -> bool:
    """A part that says that it does not work."""
    return False


async def broken() -> bool:
    """A part that breaks."""
    raise RuntimeError("/secret/path")


async def silent() -> bool:
    """A part that never answers."""
    await asyncio.Event().wait()
    return True


def said_of(**checks: Callable[[], Awaitable[bool]]) -> tuple[int, str]:
    """What the address says of these parts."""
    answer = Asker(Starlette(routes=health_routes(Health(checks, within=0.05)))).get("/healthz")
    return answer.status, answer.text


def test_a_lab_that_works_is_ok() -> None:
    assert said_of(page=good, record=good) == (200, "ok")


def test_the_parts_that_failed_are_named_and_nothing_else() -> None:
    assert said_of(page=bad, record=good) == (503, "failed: page")
    assert said_of(page=good, record=broken) == (503, "failed: record")
    assert said_of(page=silent, record=broken) == (503, "failed: page, record")


def test_many_who_ask_at_once_cost_one_look_and_the_result_is_kept_for_a_while() -> None:
    looks = 0
    now = 0.0

    async def counted() -> bool:
        nonlocal looks
        looks += 1
        await asyncio.sleep(0)
        return True

    async def story() -> list[int]:
        nonlocal now
        health = Health({"page": counted}, clock=lambda: now, kept_for=5)
        seen = []
        for moment in (0.0, 4.9, 5.1):
            now = moment
            await asyncio.gather(*(health.failed() for _ in range(20)))
            seen.append(looks)
        return seen

    assert asyncio.run(story()) == [1, 1, 2]
