"""A response in words, as a summary or a teacher's list shows it."""

from collections.abc import Mapping
from typing import Final

from courseware.phrases import clauses
from courseware.text import Text
from exercises.question import Question


def say_response(question: Question, response: Mapping[str, object]) -> Text:
    """What was answered, in both languages; a dash for what was left open or cannot be told.

    Where a question asks for several things, each stands behind its label.
    """
    said = [(field.label, field.say(response.get(field.name))) for field in question.fields]
    if question.is_single:
        return clauses(text for _, text in said)
    return clauses(_LABELLED.fill({"label": label, "said": text}) for label, text in said)


_LABELLED: Final = Text(en="{label}: {said}", zh="{label}：{said}")
