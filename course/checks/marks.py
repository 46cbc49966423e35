"""Whether the marking scheme of a course adds up and says of every part where it comes from."""

from collections.abc import Iterator, Sequence
from typing import Final

from course.checks.unknown import unknown
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from lessons.marking import MarkPart, Marks
from lessons.plan import Course

KeyPath = tuple[str | int, ...]
_SHORT: Final = ("usual", "exam", "usual_parts")
_ONLY_WITH: Final = {"lessons": "lessons", "mode": "assignments", "late": "attendance"}
"""Keys that mean something only where the value comes from there."""
_OF_LEAVES: Final = ("from_", "lessons", "mode", "best_of", "drop_lowest", "missing", "late")


def mark_problems(course: Course, source: Source) -> Iterator[Problem]:
    """Schemes that are said twice or not at all, shares that do not add up, parts that come from nowhere."""
    marks = course.marks
    yield from _ways(marks, source)
    if marks.usual_parts is not None:
        yield from _sum(_usual_shares(marks), ("marks", "usual_parts"), source)
    if marks.usual is not None and marks.exam is not None:
        yield from _sum([marks.usual, marks.exam], ("marks",), source)
    if marks.parts:
        yield from _level(marks.parts, ("marks",), source)
        yield from _each(course, ("marks",), marks.parts, source)
        yield from _names(marks.parts, ("marks",), source, set())


def _usual_shares(marks: Marks) -> list[int]:
    parts = marks.usual_parts
    return [parts.attendance, parts.class_performance, parts.homework] if parts else []


def _ways(marks: Marks, source: Source) -> Iterator[Problem]:
    """The scheme is said in one way, and that way is whole."""
    short = [key for key in _SHORT if key in marks.model_fields_set]
    ways = [key for key in ("preset", "parts") if key in marks.model_fields_set] + short[:1]
    if len(ways) > 1:
        said = {"first": ways[0], "second": ways[1]}
        yield source.problem(("marks", ways[1]), _TWO_WAYS[0].fill(said), _TWO_WAYS[1])
    elif not ways or (ways == ["preset"] and marks.preset is None) or (ways == ["parts"] and not marks.parts):
        yield source.problem(("marks",), *_NO_WAY)
    elif short and (missing := [key for key in _SHORT if getattr(marks, key) is None]):
        yield source.problem(("marks",), _HALF[0].fill({"keys": ", ".join(missing)}), _HALF[1])


def _level(parts: Sequence[MarkPart], path: KeyPath, source: Source) -> Iterator[Problem]:
    """The shares of each level add up."""
    yield from _sum([part.weight for part in parts], (*path, "parts"), source)
    for index, part in enumerate(parts):
        if part.parts:
            yield from _level(part.parts, (*path, "parts", index), source)


def _sum(shares: Sequence[int], path: KeyPath, source: Source) -> Iterator[Problem]:
    if sum(shares) != 100:
        yield source.problem(path, _SHARES[0].fill({"total": sum(shares)}), _SHARES[1])


def _each(course: Course, path: KeyPath, parts: Sequence[MarkPart], source: Source) -> Iterator[Problem]:
    for index, part in enumerate(parts):
        here: KeyPath = (*path, "parts", index)
        yield from _part(course, part, here, source)
        yield from _each(course, here, part.parts, source)


def _part(course: Course, part: MarkPart, path: KeyPath, source: Source) -> Iterator[Problem]:
    given = part.model_fields_set
    if part.parts:
        for field in (field for field in _OF_LEAVES if field in given):
            name = field.rstrip("_")
            yield source.problem((*path, name), _HAS_PARTS[0].fill({"key": name}), _HAS_PARTS[1])
        return
    if part.from_ is None:
        yield source.problem(path, _NOWHERE[0].fill({"part": part.id}), _NOWHERE[1])
    for key, origin in _ONLY_WITH.items():
        if key in given and part.from_ != origin:
            values = {"key": key, "origin": origin}
            yield source.problem((*path, key), _NOT_HERE[0].fill(values), _NOT_HERE[1])
    if part.best_of is not None and part.drop_lowest:
        yield source.problem((*path, "drop_lowest"), *_BOTH)
    for place, lesson in enumerate(part.lessons):
        if lesson not in course.lessons:
            yield unknown(lesson, course.lessons, (*path, "lessons", place), source, _LESSON)


def _names(parts: Sequence[MarkPart], path: KeyPath, source: Source, met: set[str]) -> Iterator[Problem]:
    """Every part has a name of its own, since marks are entered by it."""
    for index, part in enumerate(parts):
        here: KeyPath = (*path, "parts", index)
        if part.id in met:
            yield source.problem((*here, "id"), _AGAIN[0].fill({"name": part.id}), _AGAIN[1])
        met.add(part.id)
        yield from _names(part.parts, here, source, met)


_LESSON: Final = Text(en="lesson", zh="课")
_SHARES: Final = (
    Text(en="The shares add up to {total} per cent.", zh="各部分合计 {total}%。"),
    Text(en="Make them add up to 100.", zh="请使合计为 100。"),
)
_TWO_WAYS: Final = (
    Text(
        en="The scheme is said twice: by {first} and by {second}.",
        zh="成绩构成写了两遍：{first} 和 {second}。",
    ),
    Text(en="Keep one of the two.", zh="请只保留其中一个。"),
)
_NO_WAY: Final = (
    Text(en="Nothing says how the final mark is made up.", zh="没有写明总评成绩的构成。"),
    Text(
        en="Write `preset: course`, or `parts:` of your own.",
        zh="请写 `preset: course`，或用 `parts:` 自定各部分。",
    ),
)
_HALF: Final = (
    Text(en="The short way lacks {keys}.", zh="简写缺少 {keys}。"),
    Text(
        en="It has usual, exam and usual_parts together; or write `preset: course`.",
        zh="usual、exam、usual_parts 要一起写；也可以写 `preset: course`。",
    ),
)
_NOWHERE: Final = (
    Text(en="Nothing says where the marks of {part} come from.", zh="没有写明 {part} 的成绩从哪里来。"),
    Text(
        en="Give it `from:` (attendance, entered, lessons, assignments or peer), or `parts:` of its own.",
        zh="请写 `from:`（attendance、entered、lessons、assignments 或 peer），或给它下级 `parts:`。",
    ),
)
_HAS_PARTS: Final = (
    Text(
        en="A part with parts of its own is made of those; {key} has no meaning here.",
        zh="有下级部分的成绩由下级合成，{key} 在这里没有意义。",
    ),
    Text(en="Move it to one of its parts, or leave it out.", zh="请移到下级部分，或删去。"),
)
_NOT_HERE: Final = (
    Text(en="{key} means something only with `from: {origin}`.", zh="{key} 只在 `from: {origin}` 时有意义。"),
    Text(en="Leave it out here.", zh="请在这里删去。"),
)
_BOTH: Final = (
    Text(en="best_of and drop_lowest cannot both hold.", zh="best_of 与 drop_lowest 不能同时使用。"),
    Text(en="Keep one of the two.", zh="请只保留其中一个。"),
)
_AGAIN: Final = (
    Text(en="Two parts are called {name}.", zh="有两个部分都叫 {name}。"),
    Text(en="Give each a name of its own.", zh="请给每个部分不同的名称。"),
)
