"""A lesson for a local firm in one go: a new lesson with its own bank, the names in both replaced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from authoring.adapting import Half, NameChange, added, halves, only_items, with_names
from authoring.edit import replace_values
from authoring.examples.lesson import is_free
from authoring.renaming import copied_id, placed, under
from course import bank_layers, find_exercise
from course.documents import PARTS, document_of
from course.folders import lesson_layers, parts
from course.status import CourseStatus
from courseware.example import check_name
from courseware.problem import Problem, ReaderError
from courseware.source import parse, read_text
from courseware.text import Language, Text
from courseware.tree import Location


@dataclass(frozen=True)
class Localised:
    """What would be written: the texts by their names in the course, beside what they were made from.

    `counts` tells how often each name was replaced; `halves` and `problems` keep it from being written.
    """

    texts: Mapping[str, str]
    before: Mapping[str, str]
    counts: Mapping[tuple[int, Language], int] = field(default_factory=dict)
    halves: tuple[Half, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it may be written."""
        return not self.halves and not self.problems


def localised(
    lesson: str,
    stem: str,
    names: Sequence[NameChange],
    languages: Sequence[Language],
    title: Text | None = None,
) -> Localised:
    """The lesson of this id told of another firm, under the name `stem`, with a bank of its own questions.

    Raises a ReaderError if there is no such lesson or the name cannot be had.
    """
    check_name(stem)
    if not is_free(stem):
        raise ReaderError(_TAKEN.fill({"name": stem}))
    path = lesson_layers().path(f"{lesson}.yaml")
    if not path.is_file():
        raise ReaderError(_UNKNOWN.fill({"name": lesson}))
    asked = [name for name in names if name.is_asked()]
    text = read_text(path, f"lessons/{lesson}.yaml")
    before, ids = _banks(text, stem)
    own = under(_with_ids(_titled(text, title), ids), "lessons", stem)
    before = {f"lessons/{stem}.yaml": placed(own, "lessons"), **before}
    after = {name: with_names(words, asked) for name, words in before.items()}
    texts = {name: one.text for name, one in after.items()}
    broken = tuple(halves(asked, tuple(after.values()), languages))
    counts = added(one.counts for one in after.values())
    return Localised(texts, before, counts, broken, () if broken else _problems(texts))


def _banks(text: str, stem: str) -> tuple[dict[str, str], dict[str, str]]:
    """The questions that the lesson asks, as banks of its own, and the new id of each."""
    value: Any = parse(text, "").value
    asked = [item for step in value["steps"] for item in _several(step.get("use"))]
    by_file: dict[str, list[str]] = {}
    for item in dict.fromkeys(asked):
        by_file.setdefault(find_exercise(item).file.rpartition("/")[2], []).append(item)
    texts: dict[str, str] = {}
    ids: dict[str, str] = {}
    for file, items in by_file.items():
        name = _free_bank(stem, {one.removeprefix("bank/").removesuffix(".yaml") for one in texts})
        whole = read_text(bank_layers().path(file), f"bank/{file}")
        own = under(only_items(whole, items), "bank", name, is_copy=True)
        texts[f"bank/{name}.yaml"] = placed(own, "bank")
        ids |= {item: copied_id(item, name) for item in items}
    return texts, ids


def _free_bank(stem: str, taken: set[str]) -> str:
    numbered = (stem if number == 1 else f"{stem}_{number}" for number in count(1))
    return next(
        name for name in numbered if name not in taken and not bank_layers().path(f"{name}.yaml").exists()
    )


def _with_ids(text: str, ids: Mapping[str, str]) -> str:
    value: Any = parse(text, "").value
    changes: dict[Location, str] = {}
    for index, step in enumerate(value["steps"]):
        used = step.get("use")
        if isinstance(used, str):
            changes["steps", index, "use"] = ids[used]
        for place, item in enumerate(used if isinstance(used, list) else ()):
            changes["steps", index, "use", place] = ids[item]
    return replace_values(text, changes)


def _titled(text: str, title: Text | None) -> str:
    if title is None:
        return text
    return replace_values(text, {("title", "en"): title.en, ("title", "zh"): title.zh})


def _several(used: object) -> list[str]:
    return [used] if isinstance(used, str) else list(used) if isinstance(used, list) else []


def _problems(texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """The errors that the new files would have in the course."""
    lessons, banks = (
        {name: document_of(part, text, name) for name, text in texts.items() if name.startswith(part)}
        for part in PARTS
    )
    found = CourseStatus.of(parts()).with_these(CourseStatus(lessons, banks)).problems()
    return tuple(one for name in texts for one in found[name] if one.severity == "error")


_TAKEN: Final = Text(
    en="{name} is taken: there is a lesson or a page of this name. Choose another.",
    zh="{name} 已被占用：已有同名的课或页面。请换个名称。",
)
_UNKNOWN: Final = Text(en="There is no lesson {name}.", zh="没有名为 {name} 的课。")
