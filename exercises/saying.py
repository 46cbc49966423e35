"""A response in words, as a summary or a teacher's list shows it."""

from collections.abc import Mapping

from courseware.phrases import clauses
from courseware.text import Text
from exercises.question import Question


def say_response(question: Question, response: Mapping[str, object]) -> Text:
    """What was answered, in both languages; a dash for what was left open or cannot be told."""
    return clauses([field.say(response.get(field.name)) for field in question.fields])
