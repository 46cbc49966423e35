"""A run's table as a person reads it: headings and words in their language, no more rows than can be read."""

import math
import re
from collections.abc import Mapping
from typing import Final

from courseware.language import conventions
from courseware.table import Table
from courseware.text import Language
from simulations.words import Words

MOST_ROWS: Final = 500
_MARKUP: Final = re.compile(r"<[^>]*>")
_FILLED: Final = re.compile(r"[:：]?\s*\{.*")
"""From here on a phrase speaks of the numbers of one run."""


def readable(table: Table, words: Words, view: str, language: Language) -> Mapping[str, object]:
    """``heads``, ``rows`` (the first `MOST_ROWS`) and ``all``, the number of rows there are; as JSON."""
    columns = [_cells(table, name, words, view, language) for name in table]
    return {
        "heads": [words.columns[name][language] for name in table],
        "rows": list(zip(*columns, strict=True)),
        "all": len(next(iter(table.values()))),
    }


def _cells(table: Table, name: str, words: Words, view: str, language: Language) -> list[object]:
    values = table[name][:MOST_ROWS]
    if values.dtype.kind in "US":
        return [_word(value, words, view, language) for value in values.tolist()]
    if values.dtype.kind == "f":
        return [value if math.isfinite(value) else None for value in values.tolist()]
    return list(values.tolist())


def _word(said: str, words: Words, view: str, language: Language) -> str:
    """What the chart calls a row; a row named after several things is called by all of them."""
    names = [_name(name, words, view, language) for name in said.split()]
    return " – ".join(names)


def _name(name: str, words: Words, view: str, language: Language) -> str:
    """A phrase of the view, else of another view, else the parameter or measure of that name."""
    views = (words.views[view], *words.views.values())
    phrases = [one.phrases[name][language] for one in views if name in one.phrases]
    if phrases:
        on_one_line = phrases[0].replace("-<br>", "").replace("<br>", conventions(language).blank)
        return _FILLED.sub("", _MARKUP.sub("", on_one_line)).strip()
    for known in (words.parameters, words.measures):
        if name in known:
            return known[name].label[language]
    return name
