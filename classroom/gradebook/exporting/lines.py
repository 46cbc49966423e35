"""What of a gradebook goes out: number, name, the parts that the final mark is made of, the final mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.reading import Gradebook
from courseware.text import Text

FINAL = Text(en="Final mark", zh="总评")


@dataclass(frozen=True)
class MarkLine:
    """One student: the marks of the top parts in order, then the final mark; None where there is none."""

    number: str
    name: str
    class_name: str
    marks: tuple[Fraction | None, ...]

    @property
    def final(self) -> Fraction | None:
        """The final mark."""
        return self.marks[-1]


def mark_lines(book: Gradebook) -> Iterator[MarkLine]:
    """Each student of the gradebook, as marks stand by the scheme."""
    for row in book.rows:
        student, mark = row.student, row.mark
        values = (*(child.value for child in mark.children), mark.value)
        yield MarkLine(student.number, student.name, student.class_name, values)


def mark_heads(scheme: MarkingScheme) -> tuple[Text, ...]:
    """What stands over the marks of a line."""
    return (*(part.title for part in scheme.parts), FINAL)
