"""The pictures, sounds and videos of the course, at addresses that nobody finds but in a page."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from course.media import MediaFile, media_store
from course.media.store import PREFIX
from web.routes.once import FOR_EVER


async def _media(request: Request) -> Response:
    file = await run_in_threadpool(_asked_for, request)
    if file is None:
        return PlainTextResponse("There is no such file; reload the page.", 404)
    # in parts too, if only a part is asked for: Safari plays no video otherwise
    return FileResponse(file.path, media_type=file.media_type, headers={"cache-control": FOR_EVER})


def _asked_for(request: Request) -> MediaFile | None:
    return media_store().at(request.path_params["digest"], request.path_params["name"])


def media_routes() -> list[BaseRoute]:
    """``/lab-media/<digest>/<name>``; without the digest of its bytes nobody gets a file."""
    return [Route(f"{PREFIX}/{{digest}}/{{name}}", _media)]
