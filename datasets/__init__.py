"""Seeded tables of customers and what they did: the same seed gives the same bytes for ever."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
from datasets.column import Column, Dataset
from datasets.contact import read_number
from datasets.locales import LOCALE_OF, LOCALES, Locale
from datasets.making import catalogue, chunks, find, make, readable
from datasets.search import matching, only
from datasets.story import story

__all__ = [
    "LOCALES",
    "LOCALE_OF",
    "Column",
    "Dataset",
    "Locale",
    "catalogue",
    "chunks",
    "find",
    "make",
    "matching",
    "only",
    "read_number",
    "readable",
    "story",
]
