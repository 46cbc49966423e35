"""A form that somebody sends: a few short fields, from one of the lab's own pages."""

from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request

from web.front.authority import is_same_place

_LARGEST: Final = 4096
"""Bytes of a form with a few names and numbers."""
_LONGEST: Final = 200


async def read_form(request: Request) -> dict[str, str] | None:
    """The fields of the form by their names; None if what came is no such form."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return None
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return None
    return {name: values[0].strip()[:_LONGEST] for name, values in fields.items()}


def is_own_form(request: Request) -> bool:
    """Whether a page of the lab sent this: browsers say where every form comes from."""
    origin, host = request.headers.get("origin"), request.headers.get("host", "")
    return origin is not None and is_same_place(origin, host)
