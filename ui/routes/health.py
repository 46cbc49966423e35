"""One address that tells a watching machine that the lab is up."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route


async def _health(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok", headers={"cache-control": "no-store"})


def health_routes() -> list[BaseRoute]:
    """The route that answers ``ok``."""
    return [Route("/healthz", _health)]
