"""The addresses of the pages: the lab's own, and one for each lesson."""

from typing import Final

import streamlit as st

from course import lesson_shelf

LAB: Final = "lab"
OWN_CUSTOMERS: Final = "my-customers"
GLOSSARY: Final = "glossary"
SUMMARY: Final = "summary"
CERTIFICATE: Final = "certificate"
DESK: Final = "desk"
STAMP: Final = "/desk/stamp"
"""Tells whether a file of the course has been written since."""
PRESENT: Final = "present"
SPEAKER: Final = "speaker"
OWN: Final = frozenset({LAB, OWN_CUSTOMERS, GLOSSARY, SUMMARY, CERTIFICATE, DESK, PRESENT, SPEAKER})
MISSING: Final = "missing"
"""What the home page's address says of a page that was asked for and is not there."""


def is_page(name: str) -> bool:
    """Whether a page answers at this address."""
    return name in OWN or name in lesson_shelf().names()


def tell_address() -> None:
    """Tells the browser what this run was asked for, so that its next one is asked for the same.

    A link to the page that one is on asks for its own run alone: in the address the old words would stay,
    and every click after it would ask for them again.
    """
    st.query_params.from_dict(st.query_params.to_dict())
