"""What every field of a question must be able to do; each module beside this one holds one field."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from courseware.text import Language, Text
from exercises.grade import Invalid


@dataclass(frozen=True)
class AnswerField(ABC):
    """Something to answer in: its name in a response, and what it asks for."""

    name: str
    label: Text
    made_of: ClassVar[Literal["options", "number", "words"]] = "words"
    """What a response is made of: what the question offers, a number, or words of one's own.

    Words are personal: they go when a student is deleted and the marks are to stay.
    """

    @abstractmethod
    def read(self, given: object) -> object | Invalid:
        """The answer in a form to mark, or why it cannot be read; `given` may be anything at all."""

    @abstractmethod
    def say(self, given: object) -> Text:
        """What was answered, in words; `NOTHING` for what was left open or cannot be told."""

    @abstractmethod
    def preview(self, language: Language) -> Iterator[str]:
        """The field in plain text, for a teacher at a terminal."""

    def unread(self, message: Text | None = None) -> Invalid:
        """Why an answer cannot be read: unless it is said, because the label was not followed."""
        return Invalid(self.name, message or self.label)
