"""Parts of a plain page in HTML: fields with labels and faults, forms, the way to the other languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from course.languages import course_languages
from courseware.language import Language, conventions


@dataclass(frozen=True)
class Fault:
    """What is wrong with what was typed, and in which field, beside which it is said."""

    at: str
    words: str


def field(
    name: str, label: str, value: str = "", *, fault: Fault | None = None, **attributes: str | bool
) -> str:
    """A field with its label, and beside it what is wrong with what was typed."""
    said: dict[str, str | bool] = {"name": name, "id": name, "value": value, **attributes}
    words = ""
    if fault is not None and fault.at == name:
        said |= {"aria-invalid": "true", "aria-describedby": f"{name}-fault", "autofocus": True}
        words = f'<p class="fault" id="{name}-fault" role="alert">{escape(fault.words)}</p>'
    return f'<div><label for="{name}">{escape(label)}</label><input {_written(said)}>{words}</div>'


def secret(name: str, label: str, keeper: str, *, fault: Fault | None = None, **attributes: str) -> str:
    """A field for a PIN or passphrase; `keeper` tells password managers what it is."""
    return field(name, label, fault=fault, type="password", required=True, autocomplete=keeper, **attributes)


def tick(name: str, label: str) -> str:
    """A box to tick, with its words beside it."""
    return f'<label><input type="checkbox" name="{name}" value="1"><span>{escape(label)}</span></label>'


def hidden(**values: str) -> str:
    """Values that the form sends along."""
    return "".join(f'<input type="hidden" name="{name}" value="{escape(v)}">' for name, v in values.items())


def form(address: str, inner: str, send: str, *, is_second: bool = False) -> str:
    """A form with these fields in HTML and one button, which steps back if it is the second of its page."""
    look = ' class="second"' if is_second else ""
    button = f"<button{look}>{escape(send)}</button>"
    return f'<form method="post" action="{escape(address)}">{inner}{button}</form>'


def language_links(language: Language, kept: Mapping[str, str] | None = None) -> str:
    """The same address in the other languages; `kept` stays in it."""
    return "".join(
        f'<a href="?{escape(urlencode({"lang": other, **(kept or {})}))}" {_named(other)}</a>'
        for other in course_languages()
        if other != language
    )


def language_buttons(language: Language, address: str, inner: str) -> str:
    """The same page in the other languages, if it is the answer to these fields."""
    return "".join(
        f'<form method="post" action="{escape(address)}?lang={other}">{inner}'
        f"<button {_named(other)}</button></form>"
        for other in course_languages()
        if other != language
    )


def _named(language: Language) -> str:
    known = conventions(language)
    return f'lang="{known.tag}">{escape(known.name)}'


def _written(attributes: Mapping[str, str | bool]) -> str:
    return " ".join(
        name if value is True else f'{name}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not False
    )
