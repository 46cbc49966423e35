"""The addresses of the pages: the lab's own, and one for each lesson."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, unique
from types import MappingProxyType
from typing import Final, Literal

import streamlit as st

from course import lesson_registry


@dataclass(frozen=True)
class PageFacts:
    """What is to be known of a page of the lab's own; nothing has a default."""

    url: str
    """Where it is; empty for the home page."""
    words: str
    """What the words of the interface call it, in the bar and on the browser's tab."""
    reader: Literal["everybody", "teachers", "instructors"]
    """Whom it tells something; others read there how to get in. Assistants are teachers, not instructors."""
    link: Literal["bar", "class", "own", "none"]
    """Where it is linked, for those who may read it: in the bar, in its menu of the class, in the bar of who
    learns in a class, or nowhere but on other pages."""
    has_bar: bool
    """Whether the bar stands above it; not on the projector."""
    needs_charts: bool
    """Whether the script of the charts is fetched at once and not when there is time."""


@unique
class Page(Enum):
    """Every page of the lab's own, in the order of the bar; `ui.pages` draws them."""

    HOME = PageFacts("", "lab", "everybody", link="none", has_bar=True, needs_charts=False)
    LAB = PageFacts("lab", "free_play", "everybody", link="bar", has_bar=True, needs_charts=True)
    OWN_CUSTOMERS = PageFacts(
        "my-customers", "own_customers", "everybody", link="bar", has_bar=True, needs_charts=True
    )
    GLOSSARY = PageFacts("glossary", "glossary", "everybody", link="bar", has_bar=True, needs_charts=True)
    SUMMARY = PageFacts("summary", "my_summary", "everybody", link="none", has_bar=True, needs_charts=True)
    CERTIFICATE = PageFacts(
        "certificate", "certificate", "everybody", link="none", has_bar=True, needs_charts=True
    )
    PRIVACY = PageFacts("privacy", "privacy", "everybody", link="none", has_bar=True, needs_charts=False)
    EXAM = PageFacts("exam", "exam", "everybody", link="none", has_bar=True, needs_charts=False)
    MY_WORK = PageFacts("my-work", "my_work", "everybody", link="own", has_bar=True, needs_charts=False)
    MARKS = PageFacts("marks", "my_marks", "everybody", link="own", has_bar=True, needs_charts=False)
    CLASSES = PageFacts("classes", "classes", "instructors", link="class", has_bar=True, needs_charts=False)
    ASSIGNMENTS = PageFacts(
        "assignments", "assignments", "teachers", link="class", has_bar=True, needs_charts=False
    )
    MARKING = PageFacts("marking", "marking", "teachers", link="class", has_bar=True, needs_charts=False)
    GRADEBOOK = PageFacts(
        "gradebook", "gradebook", "teachers", link="class", has_bar=True, needs_charts=False
    )
    ANALYSIS = PageFacts("analysis", "analysis", "teachers", link="class", has_bar=True, needs_charts=True)
    DESK = PageFacts("desk", "desk", "instructors", link="bar", has_bar=True, needs_charts=True)
    PRESENT = PageFacts("present", "present", "teachers", link="none", has_bar=False, needs_charts=True)
    SPEAKER = PageFacts("speaker", "speaker", "teachers", link="none", has_bar=False, needs_charts=True)

    @property
    def key(self) -> str:
        """What the pages call each other in their links."""
        return self.name.lower()


DESK: Final = Page.DESK.value.url
PRESENT: Final = Page.PRESENT.value.url
SPEAKER: Final = Page.SPEAKER.value.url
STAMP: Final = "/desk/stamp"
"""Tells whether a file of the course has been written since."""
PAGES: Final[Mapping[str, Page]] = MappingProxyType({page.value.url: page for page in Page})
"""The lab's own pages by their addresses."""
OWN: Final = frozenset(PAGES) - {""}
"""The addresses that no lesson can have."""
MISSING: Final = "missing"
"""What the home page's address says of a page that was asked for and is not there."""


def is_page(name: str) -> bool:
    """Whether a page answers at this address."""
    return name in OWN or name in lesson_registry().names()


def needs_charts(name: str) -> bool:
    """Whether the page at this address will probably show a chart at once; a lesson will."""
    page = PAGES.get(name)
    return page is None or page.value.needs_charts


def tell_address() -> None:
    """Tells the browser what this run was asked for, so that its next one is asked for the same.

    A link to the page that one is on asks for its own run alone: in the address the old words would stay,
    and every click after it would ask for them again.
    """
    st.query_params.from_dict(st.query_params.to_dict())
