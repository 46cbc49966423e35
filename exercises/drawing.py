"""Drawing a question for one student: the same student, item and try group give the same question."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final, Literal

import datasets
from courseware.chance import seed_for
from courseware.table import Table, make_table
from courseware.text import Text
from exercises.bank_file import DataUse
from exercises.exercise import Exercise, kind_of
from exercises.frozen import Json
from exercises.grade import Grade, Invalid
from exercises.question import ANSWER
from exercises.scope import Scope, draw_scope
from exercises.variant import Hint, Variant

Locale = Literal["en_US", "zh_CN"]
Data = Callable[[str], Table]
EMPTY: Table = make_table({})


def draw(
    exercise: Exercise, *, secret: bytes, class_name: str, student: str, group: int, data: Data
) -> Variant:
    """The question of one student in one try group; `data` gives a table by its id in the bank.

    Raises a ReaderError if it cannot be drawn from these data.
    """
    drawn = group if exercise.redraw == "group" else 0
    seed = seed_for(secret, class_name, student, exercise.id, str(drawn))
    table = data(exercise.data.id) if exercise.data else EMPTY
    scope = draw_scope(exercise.item, seed, table, is_shuffled=exercise.is_shuffled)
    return draw_from(exercise, scope, group)


def draw_from(exercise: Exercise, scope: Scope, group: int = 0) -> Variant:
    """The question that this scope gives."""
    question, solution = kind_of(exercise.kind).draw(exercise.item, scope)
    return Variant(
        item=exercise.id,
        kind=exercise.kind,
        question=question,
        solution=solution,
        explain=scope.fill(exercise.explain),
        hints=tuple(Hint(scope.fill(hint.text), hint.cost) for hint in exercise.hints),
        params=dict(scope.params),
        seed=scope.seed,
        digest=digest(scope.columns, exercise.names),
        group=group,
    )


_PEOPLE: Final = "customers"
"""One seed for all datasets of an owner: whose orders or calls are asked for is whom the survey asked."""


def own_table(
    use: DataUse, *, secret: bytes, class_name: str, student: str, locale: Locale = "en_US"
) -> Table:
    """The table that `use` asks for, of this student or of the whole class; made once and kept.

    The numbers are the same in every locale, and the customers the same in every lesson and dataset.
    """
    owner = student if use.per == "student" else f"class {class_name}"
    return _made(use.dataset, use.n, seed_for(secret, "data", owner, _PEOPLE), locale)


def own_data(
    exercise: Exercise, *, secret: bytes, class_name: str, student: str, locale: Locale = "en_US"
) -> Data:
    """The data that the exercise is asked about, by their id in the bank."""

    def data(name: str) -> Table:
        use = exercise.data
        if use is None or use.id != name:
            raise KeyError(name)
        return own_table(use, secret=secret, class_name=class_name, student=student, locale=locale)

    return data


@lru_cache(maxsize=512)
def _made(dataset: str, n: int, seed: int, locale: Locale) -> Table:
    return datasets.make(dataset, n=n, seed=seed, locale=locale)


def digest(table: Table, names: frozenset[str]) -> str:
    """SHA-256 over the names, types and values of these columns, in the order of their names."""
    total = sha256()
    for name in sorted(names & table.keys()):
        column = table[name]
        total.update(f"{name}\x1f{column.dtype.str}\x1f{len(column)}\x1f".encode())
        plain = column.dtype.kind in "biuf"
        total.update(column.tobytes() if plain else "\x1f".join(map(str, column.tolist())).encode())
    return total.hexdigest()


def grade(variant: Variant, response: object) -> Grade | Invalid:
    """The mark of a response, or why it cannot be read; pure, and never raises whatever is sent."""
    given = response if isinstance(response, Mapping) else {}
    asked = variant.question
    answer = given.get(ANSWER) if asked.is_single else {one.name: given.get(one.name) for one in asked.fields}
    return kind_of(variant.kind).grade(variant, answer)


def reveal(variant: Variant) -> Text:
    """The right answer in words and why it is right; only for those whom the policy allows."""
    answer = kind_of(variant.kind).reveal(variant)
    return _REVEALED.fill({"answer": answer, "explain": variant.explain})


_REVEALED: Final = Text(en="The right answer: {answer}\n\n{explain}", zh="正确答案：{answer}\n\n{explain}")


def right_response(variant: Variant) -> dict[str, Json]:
    """A response that earns everything; for tests and teachers, never for a browser."""
    return _in_fields(variant, kind_of(variant.kind).right(variant))


def wrong_response(variant: Variant) -> dict[str, Json]:
    """A response that can be read and does not earn everything; for tests and teachers."""
    return _in_fields(variant, kind_of(variant.kind).wrong(variant))


def _in_fields(variant: Variant, answer: Json) -> dict[str, Json]:
    """An answer by the names of the fields that it is given in."""
    if variant.question.is_single or not isinstance(answer, dict):
        return {ANSWER: answer}
    return answer
