"""One address that tells a watching machine whether the lab works, or which part of it does not."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from web.front.health import Health, page_runs, record_is_read


def health_routes(health: Health | None = None) -> list[BaseRoute]:
    """The route that answers ``ok``, or 503 with the names of the parts that failed."""
    looked = health or Health({"page": page_runs, "record": record_is_read})

    async def answer(_request: Request) -> PlainTextResponse:
        failed = await looked.failed()
        text = f"failed: {failed}" if failed else "ok"
        return PlainTextResponse(text, 503 if failed else 200, headers={"cache-control": "no-store"})

    return [Route("/healthz", answer)]
