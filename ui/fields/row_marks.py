"""The verdict beside each row of an answer: what its mark told, as long as the row is as it was marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import streamlit as st

from classroom import Attempt
from courseware.interface import say
from courseware.text import Language

RowVerdict = Literal["right", "partly", "wrong", "missed"]


@dataclass(frozen=True)
class MarkedField:
    """What stood in a field when it was marked, and what those of its rows were worth that were told of."""

    response: Any = None
    rows: Mapping[str, float] = field(default_factory=dict)

    def verdict(self, row: str, now: Any) -> RowVerdict | None:
        """How a row was marked; nothing if it was not told, or is another one since.

        >>> MarkedField({"r1": "c2"}, {"r1": 0.0}).verdict("r1", "c2")
        'wrong'
        """
        if row not in self.rows or now != self._then(row):
            return None
        score = self.rows[row]
        return "right" if score >= 1 else "partly" if score > 0 else "wrong"

    def ordered(self, now: Sequence[str], right: Any) -> Mapping[str, RowVerdict]:
        """The verdicts of a list put in order: of every place once the answer is due, else what was told."""
        if now != self.response:
            return {}
        if isinstance(right, list):
            places = zip(now, right, strict=True)
            return {row: "right" if row == belongs else "wrong" for row, belongs in places}
        return {row: "right" if score >= 1 else "wrong" for row, score in self.rows.items()}

    def _then(self, row: str) -> Any:
        """What stood in a row; of options that are ticked, whether it was."""
        if isinstance(self.response, Mapping):
            return self.response.get(row)
        return row in self.response if isinstance(self.response, list) else self.response


NOTHING_MARKED: Final = MarkedField()


def marked_field(last: Attempt | None, name: str) -> MarkedField:
    """What the latest attempt says of one field."""
    return MarkedField(last.response.get(name), last.grade.rows) if last else NOTHING_MARKED


def show_verdict(verdict: RowVerdict | None, key: str, language: Language) -> None:
    """Draws the verdict of a row beside it, as a sign and in words."""
    if verdict is not None:
        with st.container(key=f"row-{verdict}-{key}", width="content"):
            st.markdown(say(f"row_{verdict}", language), width="content")
