"""XML of questions: elements with their children at a glance, texts that no parser stumbles over."""

import re
from typing import Final
from xml.etree import ElementTree as ET

from courseware.language import Language, conventions

XML: Final = "{http://www.w3.org/XML/1998/namespace}"
SCHEMA: Final = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
QTI: Final = "http://www.imsglobal.org/xsd/imsqti_v2p1"
QTI_FILE: Final = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
TOOL: Final = "CRM teaching lab"
"""By what our own items are known again."""

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Child = ET.Element | str


def element(tag: str, *children: Child, **attributes: str | int | float | bool) -> ET.Element:
    """An element with its attributes, then its texts and elements in this order.

    >>> ET.tostring(element("p", "a ", element("em", "b"), " c", dir="ltr")).decode()
    '<p dir="ltr">a <em>b</em> c</p>'
    """
    made = ET.Element(tag, {name: _value(value) for name, value in attributes.items()})
    add(made, *children)
    return made


def add(parent: ET.Element, *children: Child) -> None:
    """Put texts and elements at the end of `parent`."""
    for child in children:
        if isinstance(child, ET.Element):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + legal(child)
        else:
            parent.text = (parent.text or "") + legal(child)


def in_language(made: ET.Element, language: Language) -> ET.Element:
    """The same element, marked as being in this language."""
    made.set(f"{XML}lang", conventions(language).tag)
    return made


def legal(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def document(root: ET.Element) -> bytes:
    """The root and all below it as a file: UTF-8, the same bytes for the same elements."""
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True, short_empty_elements=True)
    return written + b"\n"


def _value(value: str | int | float | bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return (
        legal(value)
        if isinstance(value, str)
        else f"{value:.12g}"
        if isinstance(value, float)
        else str(value)
    )
