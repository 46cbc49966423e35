"""The live class on plain routes: the page of a phone, what it sends, and the stream of what is told."""

from starlette.convertors import Convertor, register_url_convertor
from starlette.routing import BaseRoute, Route

from web.routes.live.joining import join
from web.routes.live.leading import lead, lead_stream, open_a_room
from web.routes.live.phone import act, my_state, stream


class _RoomCode(Convertor[str]):
    """Digits, as many as somebody may mistype; a number without end is no address."""

    regex = "[0-9]{1,12}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def live_routes() -> list[BaseRoute]:
    """``/live`` asks for the code; below it every room has its own addresses."""
    register_url_convertor("room", _RoomCode())
    return [
        Route("/live", join, methods=["GET", "POST"]),
        Route("/live/rooms", open_a_room, methods=["POST"]),
        Route("/live/{code:room}", join, methods=["GET", "POST"]),
        Route("/live/{code:room}/mine", my_state),
        Route("/live/{code:room}/stream", stream),
        Route("/live/{code:room}/do", act, methods=["POST"]),
        Route("/live/{code:room}/lead", lead, methods=["POST"]),
        Route("/live/{code:room}/lead/stream", lead_stream),
    ]
