"""Places in a text that are filled in for each student: {{n}}, {{price:.2f}}."""

import re
from collections.abc import Mapping
from typing import Final

from courseware.expression import Scalar
from courseware.problem import ReaderError
from courseware.text import Text

_PLACE: Final = re.compile(r"\{\{\s*(?P<name>[^\W\d]\w*)\s*(?::(?P<format>[^{}]*))?\}\}")
_FORMAT: Final = re.compile(r"\+?,?(\.\d)?[fdge%]?")
_BRACES: Final = re.compile(r"\{\{|\}\}")


def names_in(text: Text) -> frozenset[str]:
    """The names that the places of `text` ask for, in either language."""
    return frozenset(found["name"] for side in (text.en, text.zh) for found in _PLACE.finditer(side))


def without_places(text: Text) -> Text:
    """`text` with a gap for each place: what is the same for everybody who is asked.

    >>> without_places(Text(en="What is {{a}} plus 1?", zh="{{a}} 加 1 得几？")).en
    'What is … plus 1?'
    """
    return text.changed(_PLACE.sub("…", text.en), _PLACE.sub("…", text.zh))


def fill(text: Text, values: Mapping[str, Scalar]) -> Text:
    """`text` with every place filled; a ReaderError names a place that cannot be.

    >>> fill(Text(en="{{share:.0%}} of {{n}}", zh="{{n}} 人"), {"share": 0.25, "n": 120})["en"]
    '25% of 120'
    """
    if not any(_BRACES.search(side) for side in (text.en, text.zh)):
        return (
            text  # most texts have no place, and checking one anew is what drawing spent most of its time on
        )
    return text.changed(_fill(text.en, values), _fill(text.zh, values))


def _fill(text: str, values: Mapping[str, Scalar]) -> str:
    if _BRACES.search(_PLACE.sub("", text)):
        raise ReaderError(
            Text(
                en=f"A place is written {{{{name}}}} or {{{{name:.2f}}}}: {text}",
                zh=f"占位符应写成 {{{{name}}}} 或 {{{{name:.2f}}}}：{text}",
            )
        )
    return _PLACE.sub(lambda place: _show(place["name"], (place["format"] or "").strip(), values), text)


def _show(name: str, form: str, values: Mapping[str, Scalar]) -> str:
    if name not in values:
        known = ", ".join(values)
        raise ReaderError(
            Text(
                en=f"Nothing is called {name} in {{{{{name}}}}}. Known: {known}.",
                zh=f"{{{{{name}}}}} 中的 {name} 不存在。可用的有：{known}。",
            )
        )
    return show(values[name], form)


def show(value: Scalar, form: str = "") -> str:
    """One value as it is read: whole numbers plain, `form` such as .2f or .0% if given.

    >>> show(-5.0), show(0.256, ".0%")
    ('−5', '26%')
    """
    if isinstance(value, bool | str):
        if form:
            raise _bad_format(form)
        return str(value)
    if not _FORMAT.fullmatch(form):
        raise _bad_format(form)
    number: float | int = round(value) if form.endswith("d") else value
    text = format(number, form or ".10g")
    return text.replace("-", "−", 1) if text.startswith("-") else text


def _bad_format(form: str) -> ReaderError:
    return ReaderError(
        Text(
            en=f"{form} is no format; write .2f, d, ,d or .0%.",
            zh=f"{form} 不是可用的格式，请写 .2f、d、,d 或 .0%。",
        )
    )
