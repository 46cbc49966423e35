"""An answer whose bytes never change: packed once, told to be kept for ever."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

FOR_EVER = "public, immutable, max-age=31536000"


def takes_gzip(request: HTTPConnection) -> bool:
    """Whether the browser can unpack gzip."""
    return "gzip" in request.headers.get("accept-encoding", "")


def answer(request: HTTPConnection, body: bytes, packed: bytes, kind: str, keep: str = FOR_EVER) -> Response:
    """`packed` for a browser that unpacks, else `body`; `kind` is the media type, `keep` the caching."""
    headers = {"cache-control": keep, "vary": "accept-encoding"}
    if not takes_gzip(request):
        return Response(body, media_type=kind, headers=headers)
    return Response(packed, media_type=kind, headers={**headers, "content-encoding": "gzip"})
