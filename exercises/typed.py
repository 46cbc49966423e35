"""Numbers as students type them: 1,234.5, 60%, ６０％, −3, 1.2万, 3.6:1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

MAX_TYPED: Final = 60

_MARKS: Final = str.maketrans({"。": ".", "、": ",", "−": "-", "–": "-", "—": "-", "‐": "-", "’": "'"})
_DIGITS: Final = r"\d{1,18}"
_GROUPED: Final = r"\d{1,3}(?:[,' ]\d{3})+"
_FORM: Final = re.compile(
    rf"(?P<sign>[+-]?) ?(?:(?P<whole>{_GROUPED}|{_DIGITS})?(?P<part>\.\d{{0,40}})?"
    r"|(?P<comma>\d{1,9},\d{1,2}))(?P<power>e[+-]?\d{1,2})? ?(?P<many>[万亿]?) ?(?P<percent>%?)",
    re.IGNORECASE,
)
_CURRENCY: Final = re.compile(r"[$€£¥元]|CNY|RMB|USD", re.IGNORECASE)
_MANY: Final = {"": 1.0, "万": 1e4, "亿": 1e8}


@dataclass(frozen=True)
class Typed:
    """A number that was read; `is_percent` says that a percent sign was typed and already counted in."""

    value: float
    is_percent: bool = False


def read_number(text: str, units: Sequence[str] = ()) -> Typed | None:
    """The number that `text` writes, perhaps followed by one of `units`; None if it writes none.

    >>> read_number("６０％")
    Typed(value=0.6, is_percent=True)
    >>> [read_number(text).value for text in ("1,234.5", "3.6:1", "1.2 万")]
    [1234.5, 3.6, 12000.0]
    """
    if len(text) > MAX_TYPED:
        return None
    plain = _without_units(" ".join(normalize("NFKC", text).translate(_MARKS).split()), units)
    if plain.startswith("百分之"):
        plain = plain.removeprefix("百分之") + "%"
    top, slash, bottom = plain.replace(":", "/", 1).partition("/")
    first = _read_one(top.strip())
    if first is None or not slash:
        return first
    second = _read_one(bottom.strip())
    if second is None or second.value == 0 or first.is_percent or second.is_percent:
        return None
    return Typed(first.value / second.value)


def _without_units(text: str, units: Sequence[str]) -> str:
    text = _CURRENCY.sub("", text).strip()
    for unit in sorted((normalize("NFKC", unit).strip() for unit in units), key=len, reverse=True):
        if unit and unit != "%" and text.casefold().endswith(unit.casefold()):
            return text[: -len(unit)].strip()
    return text


def _read_one(text: str) -> Typed | None:
    form = _FORM.fullmatch(text)
    if form is None or not any(character.isdigit() for character in text.casefold().partition("e")[0]):
        return None
    whole = (form["comma"] or "").replace(",", ".") or re.sub("[,' ]", "", form["whole"] or "0") + (
        form["part"] or ""
    )
    # _FORM bounds digits and power, so that no product and no quotient is too large for a float
    value = float(form["sign"] + whole + (form["power"] or "")) * _MANY[form["many"]]
    return Typed(value / 100, is_percent=True) if form["percent"] else Typed(value)
