"""The fields of a form for the commonest changes to a question: its texts, options and tolerance."""

from collections.abc import Mapping
from typing import Final

from authoring.forms.field import FormField, fields_of
from courseware.asked import Asked, Choice
from courseware.curriculum import knowledge_points
from courseware.text import Text
from courseware.words import WordFile
from exercises.kinds import catalogue

_WORDS: Final = WordFile.beside(__file__, "bank.words.yaml")


def fields_at(text: str, item: int) -> tuple[FormField, ...]:
    """The fields for the item at `item` (from 0) of a bank; none while the text cannot be read."""
    return fields_of(text, ("items", item), _ITEM)


_DIFFICULTIES: Final[tuple[Choice, ...]] = (
    (1, _WORDS["1_recognise"]),
    (2, _WORDS["2_work_out"]),
    (3, _WORDS["3_put_together"]),
)
_ITEM: Final = (
    Asked(("stem",), _WORDS["question"], "passage"),
    Asked(
        ("curriculum",),
        _WORDS["knowledge_points"],
        "several",
        tuple(knowledge_points().items()),
    ),
    Asked(("difficulty",), _WORDS["difficulty"], "choice", _DIFFICULTIES),
    *(asked for kind in catalogue().values() for asked in kind.help.form),
    Asked(("hints", "*", "text"), _WORDS["hint_n"]),
    Asked(("hints", "*", "cost"), _WORDS["hint_n_cost"], "number"),
    Asked(("explain",), _WORDS["explanation"], "passage"),
)

LABELS: Final[Mapping[tuple[str, ...], Text]] = {
    tuple(step for step in asked.path if step != "*"): asked.label for asked in _ITEM
}
"""What each text of a question is called, by the keys that lead to it."""
