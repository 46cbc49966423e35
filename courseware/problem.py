"""What somebody must mend: where it is, what came, what was expected and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from courseware.language import conventions
from courseware.text import Language, Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing to mend in a file that a teacher wrote; lines and columns count from 1."""

    file: str
    line: int
    column: int
    field: str
    message: Text
    advice: Text
    severity: Severity = "error"

    def __lt__(self, other: "Problem") -> bool:
        """Whether this one stands first: by file, line and column, then by what it says."""
        return self._place() < other._place()

    def _place(self) -> tuple[str, int, int, str, str]:
        return self.file, self.line, self.column, self.field, self.message.en

    def show(self, language: Language = "en") -> str:
        """One line for a terminal: ``file:line:column: field: message — advice``."""
        where = f"{self.file}:{self.line}:{self.column}"
        field = f" {self.field}:" if self.field else ""
        return f"{where}: {self.severity}:{field} {self.message[language]} — {self.advice[language]}"

    def tell(self, language: Language) -> str:
        """The same for a page, in nothing but the reader's words after the place."""
        return f"{self.file}:{self.line}:{self.column}: {self.said(language)}"

    def said(self, language: Language) -> str:
        """What is wrong and what to do, without the place."""
        return conventions(language).blank.join((self.message[language], self.advice[language]))


class ProblemsFoundError(Exception):
    """A file could not be used; `problems` says why, every one of them at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.show() for problem in self.problems))


class ReaderError(ValueError):
    """Somebody's input cannot be used; `text` tells them so in their own language."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text["en"])
