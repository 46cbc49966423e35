"""A form that somebody sends: a few short fields, from one of the lab's own pages."""

from html import escape
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


def field(name: str, label: str, value: str = "", **attributes: str | bool) -> str:
    """A field with its label, in HTML."""
    said = {"name": name, "id": name, "value": value, **attributes}
    return f'<label for="{name}">{escape(label)}</label><input {_written(said)}>'


def secret(name: str, label: str, keeper: str) -> str:
    """A field for a PIN or passphrase; `keeper` tells password managers what it is."""
    return field(name, label, type="password", required=True, autocomplete=keeper)


def tick(name: str, label: str) -> str:
    """A box to tick, with its words beside it."""
    return f'<label><input type="checkbox" name="{name}" value="1">{escape(label)}</label>'


def hidden(**values: str) -> str:
    """Values that the form sends along."""
    return "".join(f'<input type="hidden" name="{name}" value="{escape(v)}">' for name, v in values.items())


def form(address: str, inner: str, send: str) -> str:
    """A form with these fields in HTML and one button."""
    return f'<form method="post" action="{escape(address)}">{inner}<button>{escape(send)}</button></form>'


def _written(attributes: dict[str, str | bool]) -> str:
    return " ".join(
        name if value is True else f'{name}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not False
    )
