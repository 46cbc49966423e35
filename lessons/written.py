"""What every piece of a lesson file shares: it is frozen, it forbids unknown keys, it explains its keys."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from courseware.about import about
from courseware.curriculum import knowledge_points
from courseware.problem import ReaderError
from courseware.text import Language, NonEmptyText, Text, as_text


class LessonModel(BaseModel):
    """Something that a teacher writes."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.-]*$", max_length=60)]
"""What lessons, steps, terms and exercises are called in files and addresses."""

Minutes = Annotated[int, Field(ge=0, le=600)]
ParameterSetting = float | int | str
"""A value of a simulation's parameter."""


def _known_point(number: int) -> int:
    if number not in knowledge_points():
        raise ReaderError(_NO_POINT.fill({"got": number, "first": _FIRST, "last": _LAST}))
    return number


_FIRST, _LAST = min(knowledge_points()), max(knowledge_points())
_NO_POINT = Text(
    en="There is no knowledge point {got}: they have the numbers {first} to {last}. "
    "The form lets you choose by name, and the help of the desk lists them all.",
    zh="没有知识点 {got}：编号为 {first} 到 {last}。可以在表单中按名称选择，备课台的帮助里有完整列表。",
)
CurriculumItem = Annotated[
    int, AfterValidator(_known_point), Field(json_schema_extra={"minimum": _FIRST, "maximum": _LAST})
]


def _as_several(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    return (value,) if isinstance(value, str) else value


Names = Annotated[
    tuple[Name, ...],
    Field(min_length=1),
    BeforeValidator(_as_several, json_schema_input_type=str | list[str]),
]
"""One name, or a list of them."""


class Citation(LessonModel):
    """Where a fact comes from, as it would stand in a list of sources."""

    id: Annotated[Name | None, about("A short name for it.", "简短的代号。")] = None
    cite: Annotated[
        NonEmptyText | Text,
        about(
            "Author, title, year; plain if it is the same for every reader.",
            "作者、题名、年份；中英文相同时只写一份。",
        ),
    ]

    def __str__(self) -> str:
        return self["en"]

    def __getitem__(self, language: Language) -> str:
        """The reference as a reader of this language finds it."""
        return as_text(self.cite)[language]
