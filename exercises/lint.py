"""What is wrong with a bank that only shows when its questions are drawn for many students."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from courseware.advice import did_you_mean, missing_language
from courseware.chance import seed_for
from courseware.pictures import flaws, pictures_in
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.source import read_source
from courseware.text import LANGUAGES, Text
from exercises.drawing import EMPTY, draw_from, grade, own_data, right_response, wrong_response
from exercises.exercise import Exercise, is_silent, kind_of
from exercises.fillin import names_in
from exercises.formula import Formula
from exercises.grade import Grade
from exercises.item import Item, walk
from exercises.kind import Finding
from exercises.reading import read_banks
from exercises.references import problem_of
from exercises.scope import Scope, draw_scope, has_lots
from exercises.variant import Variant

STUDENTS: Final = 25
GROUPS: Final = 8
"""200 draws of every item: so many students, each with data of their own, in so many try groups."""
FEW: Final = 300
"""At most so many rows are looked at while somebody types."""
UNLUCKY: Final = 0.1
"""The share of students whose data may miss a `require` that cannot be drawn again."""

_SECRET: Final = b"a secret for checking"
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")

Draws = Sequence[tuple[Scope, Variant]]


def check_banks(files: Sequence[Path]) -> tuple[int, list[Problem]]:
    """How many items these banks hold, and every problem of them; all are read before any is drawn."""
    try:
        exercises = read_banks(files)
    except ProblemsFoundError as error:
        return 0, list(error.problems)
    sources = {file: read_source(file) for file in {one.file for one in exercises.values()}}
    problems = [
        problem_of(finding, sources[one.file], one.index)
        for one in exercises.values()
        for finding in findings(one)
    ]
    return len(exercises), problems


def findings(exercise: Exercise) -> list[Finding]:
    """Everything that is wrong with one item; it is drawn 200 times."""
    try:
        draws = draw_many(exercise)
    except ReaderError as error:
        return [*written_findings(exercise), Finding((), error.text, _DRAWN)]
    drawn = kind_of(exercise.kind).lint(exercise.item, draws)
    return [*written_findings(exercise), *_require(exercise.item, draws), *_marks(draws), *drawn]


def quick_findings(exercise: Exercise) -> list[Finding]:
    """What can be told of an item while somebody types: a few draws, a few rows, no simulation."""
    kind = kind_of(exercise.kind)
    try:
        draws = draw_many(_of_a_few(exercise), students=2, groups=2)
    except ReaderError as error:
        return [*written_findings(exercise), Finding((), error.text, _DRAWN)]
    drawn = () if kind.is_slow_to_mark else (*_marks(draws), *kind.lint(exercise.item, draws))
    return [*written_findings(exercise), *drawn]


def written_findings(exercise: Exercise) -> list[Finding]:
    """What can be told of an item without drawing it."""
    item, folder = exercise.item, Path(exercise.file).parent
    return [*_lacking(item), *_unused(item), *_mixed_up(item), *_silent(exercise), *_pictures(item, folder)]


def _of_a_few(exercise: Exercise) -> Exercise:
    """The same item asked about few rows, so that nobody waits for a hundred thousand of them."""
    if exercise.data is None:
        return exercise
    few = min(exercise.data.n, FEW)
    return replace(exercise, data=exercise.data.model_copy(update={"n": few}))


def draw_many(exercise: Exercise, students: int = STUDENTS, groups: int = GROUPS) -> Draws:
    """The item drawn for so many students and try groups."""
    draws = []
    for student in range(students):
        name = str(student)
        use = exercise.data
        make = own_data(exercise, secret=_SECRET, class_name=name, student=name)
        table = make(use.id) if use else EMPTY
        for group in range(groups):
            seed = seed_for(_SECRET, exercise.id, name, str(group))
            scope = draw_scope(exercise.item, seed, table, is_shuffled=exercise.is_shuffled)
            draws.append((scope, draw_from(exercise, scope, group)))
    return draws


def _unused(item: Item) -> Iterator[Finding]:
    used = {name for _, formula in walk(item, Formula) for name in formula.compiled.names}
    used |= {name for _, text in walk(item, Text) for name in names_in(text)}
    for name in item.params:
        if name not in used:
            message = Text(en=f"The param {name} is used nowhere.", zh=f"参数 {name} 没有被用到。")
            yield Finding(
                ("params", name), message, did_you_mean(name, sorted(used - {name}), _DELETE), "warning"
            )


def _lacking(item: Item) -> Iterator[Finding]:
    for loc, text in walk(item, Text):
        if text.lacks:
            yield Finding((*loc, text.lacks), *missing_language(text.lacks), "warning")


def _mixed_up(item: Item) -> Iterator[Finding]:
    for loc, text in walk(item, Text):
        if text.lacks:
            continue
        if _CHINESE.search(text.en):
            yield Finding((*loc, "en"), _NOT_ENGLISH, _REWRITE, "warning")
        if len(_WORD.findall(text.en)) >= 3 and not _CHINESE.search(text.zh):
            yield Finding((*loc, "zh"), _NOT_CHINESE, _REWRITE, "warning")


def _silent(exercise: Exercise) -> Iterator[Finding]:
    if is_silent(exercise):
        yield Finding((), _NO_FEEDBACK, _NO_FEEDBACK_ADVICE, "warning")


def _pictures(item: Item, folder: Path) -> Iterator[Finding]:
    for loc, text in walk(item, Text):
        for language in LANGUAGES:
            if text.lacks == language:
                continue
            for picture in pictures_in(text[language]):
                for sentence in flaws(picture, folder):
                    yield Finding((*loc, language), *sentence, "warning")


def _require(item: Item, draws: Draws) -> Iterator[Finding]:
    unmet = sum(not scope.is_met for scope, _ in draws) / len(draws)
    if unmet > (0 if has_lots(item) else UNLUCKY):
        message = Text(
            en=f"For {unmet:.0%} of the students no draw meets this.",
            zh=f"{unmet:.0%} 的学生无论怎样抽取都不满足。",
        )
        yield Finding(("require",), message, _RELAX, "warning")


def _marks(draws: Draws) -> Iterable[Finding]:
    """Whether the right answer is right, and the answer that should not be is not, for a few students."""
    for _, variant in draws[:: len(draws) // 5 or 1]:
        right, wrong = grade(variant, right_response(variant)), grade(variant, wrong_response(variant))
        if not (isinstance(right, Grade) and right.is_right):
            return (Finding((), _RIGHT_IS_WRONG, _DRAWN),)
        if not isinstance(wrong, Grade) or wrong.is_right:
            return (Finding((), _WRONG_IS_RIGHT, _DRAWN),)
    return ()


_DRAWN: Final = Text(
    en="Look at the item with python -m exercises show.", zh="请用 python -m exercises show 查看这道题。"
)
_DELETE: Final = Text(en="Delete it.", zh="请删除。")
_NOT_ENGLISH: Final = Text(en="There is Chinese in the English text.", zh="英文文本中有中文。")
_NOT_CHINESE: Final = Text(en="The Chinese text is not in Chinese.", zh="中文文本不是中文。")
_REWRITE: Final = Text(en="Write it for its own readers.", zh="请为相应的读者书写。")
_NO_FEEDBACK: Final = Text(
    en="Whoever answers wrongly is told only that it is wrong.", zh="答错的学生只会知道自己错了。"
)
_NO_FEEDBACK_ADVICE: Final = Text(
    en="Write a near miss, a reason (why) or a hint.",
    zh="请写一个典型错解（near）、理由（why）或提示（hints）。",
)
_RELAX: Final = Text(
    en="Relax require, or widen the params.", zh="请放宽 require，或扩大 params 的取值范围。"
)
_RIGHT_IS_WRONG: Final = Text(en="The right answer is not marked right.", zh="正确答案没有被判为正确。")
_WRONG_IS_RIGHT: Final = Text(en="There is no answer that is not right.", zh="没有任何答案会被判为不对。")
