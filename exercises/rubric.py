"""What an answer in words is marked by: criteria with points, a model answer, the form that is asked for."""

from dataclasses import dataclass
from typing import Final, Literal

from courseware.text import Text
from exercises.frozen import from_json
from exercises.grade import Grade, GradePart
from exercises.variant import Variant

TextForm = Literal["define", "short", "case"]
"""A term to define (名词解释), a short answer (简答), a case to analyse (案例分析)."""


@dataclass(frozen=True)
class Criterion:
    """Something that earns points, at most so many."""

    text: Text
    points: float


@dataclass(frozen=True)
class Rubric:
    """What a teacher marks an answer by; it stays on the server until that is done."""

    criteria: tuple[Criterion, ...]
    model: Text | None = None
    form: TextForm = "short"
    length: int | None = None

    @property
    def parts(self) -> tuple[Criterion, ...]:
        """The criteria; the answer as a whole where none is written."""
        return self.criteria or (Criterion(_WHOLE, 10.0),)

    @property
    def total(self) -> float:
        """The most that an answer earns."""
        return sum(one.points for one in self.parts)

    def grade(self, points: tuple[float, ...], comment: str) -> Grade:
        """The grade of an answer that earns so many points by each criterion.

        A ValueError if these are not the points of this rubric: the page lets nobody enter others.
        """
        if len(points) != len(self.parts) or not all(
            0 <= given <= one.points for given, one in zip(points, self.parts, strict=True)
        ):
            raise ValueError(f"{points} are no points of a rubric of {[one.points for one in self.parts]}")
        parts = tuple(
            GradePart(one.text, given / one.points, _OF.fill({"n": f"{given:g}", "all": f"{one.points:g}"}))
            for given, one in zip(points, self.parts, strict=True)
        )
        said = {"n": f"{sum(points):g}", "all": f"{self.total:g}"}
        told = _MARKED.fill(said)
        feedback = _WITH_COMMENT.fill({"marked": told, "comment": comment}) if comment else told
        return Grade(min(1.0, sum(points) / self.total), parts, feedback)

    def points_in(self, grade: Grade) -> tuple[float, ...]:
        """The points by each criterion that `grade` was made of."""
        pairs = zip(grade.parts, self.parts, strict=True)
        return tuple(round(part.score * one.points, 6) for part, one in pairs)


def rubric_of(variant: Variant) -> Rubric:
    """The rubric of a question that is answered in words, as it was when it was drawn."""
    return from_json(Rubric, variant.solution)


_WHOLE: Final = Text(en="The answer as a whole", zh="整体作答")
_OF: Final = Text(en="{n} of {all} points", zh="{n} / {all} 分")
_MARKED: Final = Text(en="Your teacher gave {n} of {all} points.", zh="老师批改：{n} 分（满分 {all} 分）。")
_WITH_COMMENT: Final = Text(en="{marked} {comment}", zh="{marked}{comment}")
