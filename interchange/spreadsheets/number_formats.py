"""What a number in a sheet looks like under its format: 00000012, 60%, 3.50, or a day of the year."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from courseware.text import Text

LONGEST_FORMAT: Final = 200
LONGEST_NUMBER: Final = 40
"""Characters of a number as any spreadsheet writes it into its file."""
DIGITS_KEPT: Final = 15
"""Digits of a number that spreadsheets keep; those behind are noughts."""
GENERAL: Final = "General"
BUILT_IN: Final = {
    **dict.fromkeys((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)), "yyyy-m-d"),
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((37, 38), "#,##0;(#,##0)"),
    **dict.fromkeys((39, 40), "#,##0.00;(#,##0.00)"),
    48: "##0.0E+0",
    49: "@",
}
"""The formats that files name by a number alone; which order day and month have does not matter here."""

_FIRST_DAY: Final = datetime(1899, 12, 30)
_LAST_DAY: Final = 2_958_465
_ELAPSED: Final = re.compile(r"\[[hms]{1,3}\]", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\[[^\]]{0,40}\]|[_*].")
_LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)')
_PARTS: Final = re.compile(
    r"(?P<before>[^#0?.,%/@]*)(?P<whole>[#0,]+)(?:\.(?P<rest>0*#*))?(?P<percent>%?)(?P<after>[^#0?.,%/@]*)"
)


@dataclass(frozen=True)
class Shown:
    """A number as its reader is to have it, and what is to be said where that is not what the sheet shows."""

    text: str
    note: Text | None = None
    is_date: bool = False


def shown(written: str, form: str) -> Shown:
    """The number `written` in a cell as it looks under the format `form`.

    >>> [shown("12", "00000000").text, shown("0.6", "0%").text, shown("3.0", "General").text]
    ['00000012', '60%', '3']
    >>> shown("45293", 'm"月"d"日"')
    Shown(text='2024-01-02', note=None, is_date=True)
    """
    value = _number(written)
    if value is None:
        return Shown(written)
    form = form[:LONGEST_FORMAT]
    if is_date(form):
        return Shown(_day(value), is_date=True)
    plain = plain_number(value)
    if abs(value) >= 10**DIGITS_KEPT:
        return Shown(plain, _DIGITS.fill({"value": plain, "most": DIGITS_KEPT}))
    if form in ("", "@") or form.lower() == GENERAL.lower():
        return Shown(plain)
    text = _formatted(value, form)
    return Shown(plain, _FORMAT.fill({"form": form[:20], "value": plain})) if text is None else Shown(text)


def is_date(form: str) -> bool:
    """Whether a format shows a day or a time.

    >>> is_date("yyyy/m/d"), is_date("[h]:mm"), is_date('0"d"'), is_date("General"), is_date("[Red]0.00")
    (True, True, False, False, False)
    """
    if _ELAPSED.search(form):
        return True
    bare = _LITERAL.sub("", _ASIDE.sub("", form)).lower()
    return bare != GENERAL.lower() and any(sign in bare for sign in "ymdhs")


def plain_number(value: Decimal) -> str:
    """A number as people write it: 3, not 3.0; 0.1, not 0.1000000000000001.

    >>> plain_number(Decimal("2.0240011234567898E+17"))
    '202400112345679000'
    """
    kept = Decimal(f"{value:.{DIGITS_KEPT}g}")
    text = f"{kept:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _number(written: str) -> Decimal | None:
    try:
        value = Decimal(written.strip()) if len(written) <= LONGEST_NUMBER else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() and abs(value.adjusted()) <= 300 else None


def _day(value: Decimal) -> str:
    if not 0 <= value <= _LAST_DAY:
        return str(value)
    day = _FIRST_DAY + timedelta(days=float(value))
    return day.date().isoformat() if value == int(value) else day.isoformat(" ", "minutes")


def _formatted(value: Decimal, form: str) -> str | None:
    """The number under the format; None if that does more than digits, per cent and words around them."""
    sections = form.split(";")
    if value < 0 and len(sections) > 1:
        return None
    words: list[str] = []

    def kept(found: re.Match[str]) -> str:
        words.append(found[1] if found[1] is not None else found[2])
        return chr(0xE000 + len(words) - 1)

    parts = _PARTS.fullmatch(_LITERAL.sub(kept, _ASIDE.sub("", sections[0])))
    if parts is None or "[$" in sections[0] or parts["whole"].endswith(","):
        return None
    places = parts["rest"] or ""
    if len(places) > DIGITS_KEPT - 3:
        return None
    scaled = value * 100 if parts["percent"] else value
    rounded = scaled.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    if rounded != Decimal(f"{scaled:.{DIGITS_KEPT}g}"):
        return None
    digits = _digits(rounded, parts["whole"], places)
    text = f"{parts['before']}{digits}{parts['percent']}{parts['after']}"
    return "".join(
        words[ord(sign) - 0xE000] if 0 <= ord(sign) - 0xE000 < len(words) else sign for sign in text
    )


def _digits(number: Decimal, whole: str, places: str) -> str:
    before, _, after = f"{abs(number):f}".partition(".")
    before = before.zfill(whole.count("0"))
    after = after[: places.count("0")] + after[places.count("0") :].rstrip("0")
    before = f"{int(before):,}" if "," in whole and not before.startswith("0") else before
    return f"{'-' if number < 0 else ''}{before}{'.' if after else ''}{after}"


_FORMAT: Final = Text(
    en="It has the number format {form}, which is not imitated here; it was read as {value}.",
    zh="它使用数字格式 {form}，这里不能照样显示，已读作 {value}。",
)
_DIGITS: Final = Text(
    en="It was typed as a number, of which a spreadsheet keeps {most} digits; it reads {value}: the last "
    "digits may be lost. Type it as text.",
    zh="它是按数值录入的，电子表格只保留 {most} 位有效数字，读到的是 {value}，末尾几位可能已丢失。"
    "请改用文本格式录入。",
)
