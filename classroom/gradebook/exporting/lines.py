"""What of a gradebook goes out: number, name, the parts that the final mark is made of, the final mark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.nodes import MarkNode
from classroom.gradebook.reading import Gradebook
from classroom.gradebook.rounding import plain
from courseware.text import Text

FINAL = Text(en="Final mark", zh="总评")
PROVISIONAL_FINAL = Text(en="Final mark (provisional)", zh="总评（暂定）")
REMARK = Text(en="Remark", zh="备注")
_WAITS = Text(
    en="Provisional: {n} waiting for marking, left out so far; then {low} to {high}",
    zh="暂定：{n} 题待批改，暂未计入；批改后总评 {low} 到 {high}",
)
_STAYS = Text(
    en="Provisional in its parts: {n} waiting for marking, left out so far; the final mark stays",
    zh="分项成绩暂定：{n} 题待批改，暂未计入；总评不受影响",
)


@dataclass(frozen=True)
class MarkLine:
    """One student: the marks of the top parts in order, then the final mark; None where there is none."""

    number: str
    name: str
    class_name: str
    marks: tuple[Fraction | None, ...]
    remark: Text | None = None
    """That marks of this line are provisional; they never go out as final without it."""

    @property
    def final(self) -> Fraction | None:
        """The final mark."""
        return self.marks[-1]


def mark_lines(book: Gradebook) -> Iterator[MarkLine]:
    """Each student of the gradebook, as marks stand by the scheme."""
    for row in book.rows:
        student, mark = row.student, row.mark
        values = (*(child.value for child in mark.children), mark.value)
        yield MarkLine(student.number, student.name, student.class_name, values, _remark(mark))


def has_remarks(lines: Iterable[MarkLine]) -> bool:
    """Whether any of the marks is provisional."""
    return any(line.remark is not None for line in lines)


def _remark(mark: MarkNode) -> Text | None:
    if (then := mark.once_marked) is not None:
        ends = {"low": plain(then.lowest), "high": plain(then.highest)}
        return _WAITS.fill({"n": mark.waiting(), **ends})
    return _STAYS.fill({"n": n}) if (n := mark.waiting()) else None


def mark_heads(scheme: MarkingScheme) -> tuple[Text, ...]:
    """What stands over the marks of a line."""
    return (*(part.title for part in scheme.parts), FINAL)
