"""What a student is asked: a stem and the fields to answer in, with no trace of what is right."""

from dataclasses import dataclass
from typing import TypeVar

from courseware.text import Text
from exercises.fields import Field
from exercises.fields.field import AnswerField

ANSWER = "answer"
"""The name of the field of a question that has one field only."""

F = TypeVar("F", bound=AnswerField)


@dataclass(frozen=True)
class Question:
    """All that may reach a browser before an answer has come."""

    stem: Text
    fields: tuple[Field, ...]

    @property
    def is_single(self) -> bool:
        """Whether all is asked for in the one field called `ANSWER`."""
        return [field.name for field in self.fields] == [ANSWER]

    def field(self, of: type[F], name: str = ANSWER) -> F:
        """The field of this name; a TypeError if it is not the one that the question's kind asks with."""
        found = next(field for field in self.fields if field.name == name)
        if not isinstance(found, of):
            raise TypeError(f"the field {name} is a {type(found).__name__} and no {of.__name__}")
        return found
