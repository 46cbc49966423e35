"""The fields of a form for the commonest changes to a question: its texts, options and tolerance."""

from collections.abc import Mapping
from typing import Final

from authoring.forms.field import Asked, Choice, FormField, fields_of
from courseware.curriculum import knowledge_points
from courseware.text import Text
from courseware.words import Words

_WORDS: Final = Words.beside(__file__, "bank.words.yaml")


def fields_at(text: str, item: int) -> tuple[FormField, ...]:
    """The fields for the item at `item` (from 0) of a bank; none while the text cannot be read."""
    return fields_of(text, ("items", item), _ITEM)


_DIFFICULTIES: Final[tuple[Choice, ...]] = (
    (1, _WORDS["1_recognise"]),
    (2, _WORDS["2_work_out"]),
    (3, _WORDS["3_put_together"]),
)
_RIGHT: Final[tuple[Choice, ...]] = (
    (True, _WORDS["right"]),
    (False, _WORDS["wrong"]),
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
    Asked(("answer", "expr"), _WORDS["right_answer_formula"], "line"),
    Asked(("answer", "tolerance", "abs"), _WORDS["tolerance_plus_or_minus"], "number"),
    Asked(("answer", "tolerance", "rel"), _WORDS["tolerance_share_of_it"], "number"),
    Asked(("answer", "tolerance", "figures"), _WORDS["significant_figures"], "number"),
    Asked(("unit",), _WORDS["unit"]),
    Asked(("options", "*", "text"), _WORDS["option_n"]),
    Asked(("options", "*", "right"), _WORDS["option_n_is"], "choice", _RIGHT),
    Asked(("options", "*", "why"), _WORDS["option_n_why_not"]),
    Asked(("choices", "*", "text"), _WORDS["choice_n"]),
    Asked(("rows", "*", "text"), _WORDS["row_n"]),
    Asked(("rows", "*", "why"), _WORDS["row_n_why"]),
    Asked(("sample", "rows"), _WORDS["how_many_customers"], "number"),
    Asked(("sample", "text"), _WORDS["text_of_a_row"]),
    Asked(("steps", "*", "text"), _WORDS["step_n"]),
    Asked(("steps", "*", "why"), _WORDS["step_n_why"]),
    Asked(("near", "*", "why"), _WORDS["slip_n_why"]),
    Asked(("near", "*", "score"), _WORDS["slip_n_share_of_the"], "number"),
    Asked(("goals", "*", "value"), _WORDS["goal_n_to_be_reached"], "line"),
    Asked(("goals", "*", "why"), _WORDS["goal_n_why_missed"]),
    Asked(("hints", "*", "text"), _WORDS["hint_n"]),
    Asked(("hints", "*", "cost"), _WORDS["hint_n_cost"], "number"),
    Asked(("explain",), _WORDS["explanation"], "passage"),
)

LABELS: Final[Mapping[tuple[str, ...], Text]] = {
    tuple(step for step in asked.path if step != "*"): asked.label for asked in _ITEM
}
"""What each text of a question is called, by the keys that lead to it."""
