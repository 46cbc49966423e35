"""Who of those that ask the web front is a teacher."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import Scope

from web.access.identity import is_asked_by_teacher


async def is_teacher(scope: Scope) -> bool:
    """Whether a teacher asks; the answer may need a file or the record, so it is found in a thread."""
    return bool(await run_in_threadpool(is_asked_by_teacher, HTTPConnection(scope)))
