"""An Excel file written by hand as Excel itself would: texts shared between cells, with their runs."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

TEXTS: Final = ("题型", "题干", "答案", "选项A", "选项B", "单选题", "B", "甲", "乙")
RUNS: Final = "<si><r><t>哪一</t></r><r><rPr><b/></rPr><t>个？</t></r><rPh sb='0' eb='1'><t>na</t></rPh></si>"
"""A text of which one part is bold, with what tells how it is pronounced."""


def shared_file() -> bytes:
    """A sheet with one question, all texts of which are shared."""
    shared = "".join(f"<si><t>{text}</t></si>" for text in TEXTS) + RUNS
    head = _row(1, range(5))
    line = _row(2, (5, 9, 6, 7, 8))
    parts = {
        "_rels/.rels": _links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="题库" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_MAIN}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{head}{line}</sheetData>'
        "</worksheet>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _row(number: int, shared: "range | tuple[int, ...]") -> str:
    cells = (
        f'<c r="{letter}{number}" t="s"><v>{at}</v></c>' for letter, at in zip("ABCDE", shared, strict=True)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _links(*links: tuple[str, str]) -> str:
    said = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}">{"".join(said)}</Relationships>'


SHEET: Final = "xl/worksheets/sheet1.xml"
GOOD: Final = shared_file()


def with_parts(changed: Mapping[str, bytes], whole: bytes = GOOD) -> bytes:
    """The good file with other contents of some of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *changed}:
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return out.getvalue()


def part(name: str) -> bytes:
    """A part of the good file."""
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        return archive.read(name)


def cells(xml: bytes) -> bytes:
    """The good file with these rows for its sheet."""
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return with_parts({SHEET: b"<worksheet " + space + b"><sheetData>" + xml + b"</sheetData></worksheet>"})
