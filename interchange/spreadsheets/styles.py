"""The number format of each style of an Excel file."""

from collections.abc import Mapping, Sequence

from interchange.spreadsheets.number_formats import BUILT_IN, GENERAL, LONGEST_FORMAT
from interchange.spreadsheets.xml_events import walk


def formats_of(data: bytes) -> Sequence[str]:
    """The number format of every cell style in the order in which cells name them."""
    own: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def opens(tag: str, attributes: Mapping[str, str]) -> None:
        inside.append(tag)
        if tag == "numFmt":
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)[:LONGEST_FORMAT]
        elif tag == "xf" and "cellXfs" in inside:
            styles.append(attributes.get("numFmtId", "0"))

    def closes(_: str, __: str) -> None:
        inside.pop()

    walk(data, opens, closes)
    return [own[id_] if id_ in own else _built_in(id_) for id_ in styles]


def _built_in(id_: str) -> str:
    return BUILT_IN.get(int(id_), GENERAL) if id_.isascii() and id_.isdigit() and len(id_) < 4 else GENERAL
