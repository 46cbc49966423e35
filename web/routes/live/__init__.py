"""The live class on plain routes: the page of a phone, what it sends, and the stream of what is told."""

from starlette.routing import BaseRoute, Route

from web.routes.live.joining import join
from web.routes.live.leading import lead, lead_stream, open_a_room
from web.routes.live.phone import act, my_state, stream


def live_routes() -> list[BaseRoute]:
    """``/live`` asks for the code; below it every room has its own addresses."""
    return [
        Route("/live", join, methods=["GET", "POST"]),
        Route("/live/rooms", open_a_room, methods=["POST"]),
        Route("/live/{code:int}", join, methods=["GET", "POST"]),
        Route("/live/{code:int}/mine", my_state),
        Route("/live/{code:int}/stream", stream),
        Route("/live/{code:int}/do", act, methods=["POST"]),
        Route("/live/{code:int}/lead", lead, methods=["POST"]),
        Route("/live/{code:int}/lead/stream", lead_stream),
    ]
