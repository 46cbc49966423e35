"""Suggests what fits in a bank of questions where the cursor stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final

import datasets
from authoring.completing import Situation, Suggestion, hint, situation, suggest, unused
from authoring.completing.names import joined, named, parameter_keys, points, simulated, start
from authoring.completing.suggestion import plain
from authoring.examples.bank import example
from authoring.outline import OutlinePath
from courseware.compose import compose
from courseware.expression import FUNCTIONS
from courseware.problem import ReaderError
from courseware.text import Text
from courseware.tree import find
from exercises.bank_file import bank_model
from exercises.kinds import catalogue


def complete(text: str, line: int, column: int) -> tuple[Suggestion, ...]:
    """What may be written at a line and column (from 1) of a bank; never raises."""
    kinds = {name: kind.help.offer for name, kind in catalogue().items()}
    return suggest(_situation(text, line, column), _own, {**kinds, **_WORDS})


def about(text: str, line: int, column: int) -> Text | None:
    """What stands at a line and column (from 1) is for; never raises."""
    return hint(_situation(text, line, column))


@lru_cache(maxsize=8)
def _situation(text: str, line: int, column: int) -> Situation:
    """Asked twice at every key: what may be written, and what stands there."""
    return situation(text, line, column, _schema())


def _own(now: Situation) -> Iterable[Suggestion] | None:
    path, role = now.place.path, now.place.role
    if role == "value" and path[:1] == ("data",) and path[-1:] == ("dataset",):
        return [named(name, joined(one.title, one.story)) for name, one in datasets.catalogue().items()]
    if role == "value" and (found := points(path)) is not None:
        return found
    if path[:1] != ("items",):
        return None
    if role == "item" and len(path) == 1:
        return _new_items("- ")
    if role == "key" and len(path) == 2 and not now.written.keys.get(path):
        return _new_items("")
    simulation = now.written.word(*path[:2], "simulation")
    return _keys(now, simulation) if role == "key" else _values(now, simulation)


def _keys(now: Situation, simulation: str | None) -> Iterable[Suggestion] | None:
    match now.place.path[2:]:
        case ("controls",):
            found = parameter_keys(simulation, lambda one: "{}" if one.bounds is None else _range(one.bounds))
        case ("set",) | ("tests", "pass" | "fail"):
            found = parameter_keys(simulation, start)
        case _:
            return None
    return unused(now, found)


def _range(bounds: Any) -> str:
    return f"{{min: ${{1:{bounds.low:.10g}}}, max: ${{2:{bounds.high:.10g}}}}}"


def _values(now: Situation, simulation: str | None) -> Iterable[Suggestion] | None:
    item: OutlinePath = now.place.path[:2]
    if _PLACE.search(now.before):
        return [
            named(name, _PARAM.fill({"name": name}))
            for name in ("n", *now.written.keys.get((*item, "params"), ()))
        ]
    found = simulated(now.place.path[2:], simulation)
    return _in_bank(now, item) if found is None else found


def _in_bank(now: Situation, item: OutlinePath) -> Iterable[Suggestion] | None:
    """The names that the bank or the question itself gives, and what formulas are made of."""
    match now.place.path[2:]:
        case ("data",):
            return [named(id_, _DATA.fill({"name": id_})) for id_ in _data(now)]
        case ("rows", int(), "right"):
            return [named(id_, _CHOICE.fill({"name": id_})) for id_ in _choices(now, item)]
        case (*_, "expr" | "require" | "where" | "value" | "right"):
            return _formula(now, item)
    return None


def _data(now: Situation) -> dict[str, str]:
    """The datasets of the bank by the ids that items call them."""
    pairs = [
        (now.written.word(*path, "id"), now.written.word(*path, "dataset"))
        for path in now.written.items("data")
    ]
    return {id_: dataset or "" for id_, dataset in pairs if id_}


def _choices(now: Situation, item: OutlinePath) -> list[str]:
    found = [now.written.word(*path, "id") for path in now.written.items(*item, "choices")]
    return [id_ for id_ in found if id_]


def _formula(now: Situation, item: OutlinePath) -> list[Suggestion]:
    """Columns behind col(', else what is drawn and the functions."""
    columns = [named(one.name, joined(one.title, one.meaning)) for one in _columns(now, item)]
    if _COLUMN_OPENS.search(now.before):
        return columns
    drawn = [named(name, _PARAM.fill({"name": name})) for name in now.written.keys.get((*item, "params"), ())]
    words = [
        Suggestion(name, f"{name}(${{1}})", _FUNCTION.fill({"name": name}), "name")
        for name in sorted(FUNCTIONS)
    ]
    truths = [
        Suggestion(word, word, _TRUTH[word], "value") for word in _TRUTH if now.place.path[-1] == "right"
    ]
    return [*truths, *drawn, *words, *columns]


def _columns(now: Situation, item: OutlinePath) -> tuple[datasets.Column, ...]:
    dataset = _data(now).get(now.written.word(*item, "data") or "")
    try:
        return datasets.find(dataset).columns if dataset else ()
    except ReaderError:
        return ()


def _new_items(dash: str) -> Iterator[Suggestion]:
    """One whole question of each kind, from its example."""
    for name, kind in catalogue().items():
        lines = [plain(line) for line in example_lines(name)]
        lines[0] = re.sub(r"^id: .*", "id: ${1:bank.question}", lines[0])
        text = f"\n{' ' * len(dash)}".join(lines).replace("\n" + " " * len(dash) + "\n", "\n\n")
        yield Suggestion(f"{dash}type: {name}", dash + text, kind.help.offer, "part")


@cache
def example_lines(kind: str) -> tuple[str, ...]:
    """The lines of the question in a kind's example, without comments and as far left as they go."""
    text = example(kind).read_text(encoding="utf-8")
    node, _ = find(compose(text, ""), ("items", 0))
    lines = text[node.start_mark.index : node.end_mark.index].rstrip().split("\n")
    inset = " " * node.start_mark.column
    return tuple(line.removeprefix(inset) for line in lines if not line.lstrip().startswith("#"))


@cache
def _schema() -> Mapping[str, Any]:
    return bank_model().model_json_schema(by_alias=True)


_PLACE: Final = re.compile(r"\{\{\s*\w*$")
_COLUMN_OPENS: Final = re.compile(r"col\(\s*['\"]+\w*$")
_WORDS: Final[Mapping[str, Text]] = {
    "student": Text(en="Others for each student.", zh="每位学生各有一份。"),
    "class": Text(en="The same for the whole class.", zh="全班同一份。"),
    "never": Text(en="The question stays as it was drawn.", zh="题目抽定后不再变。"),
    "group": Text(en="Drawn anew when all tries are used up.", zh="次数用完后重新抽题。"),
    "percent": Text(en="Answers in per cent: 62 % for 0.62.", zh="答案填百分数：62 % 即 0.62。"),
    ">=": Text(en="at least", zh="不低于"),
    "<=": Text(en="at most", zh="不高于"),
    ">": Text(en="more than", zh="高于"),
    "<": Text(en="less than", zh="低于"),
}
_TRUTH: Final[Mapping[str, Text]] = {
    "true": Text(en="This is right.", zh="这一项正确。"),
    "false": Text(en="This is wrong.", zh="这一项错误。"),
}
_DATA: Final = Text(en="The data {name} of this bank.", zh="本题库的数据 {name}。")
_CHOICE: Final = Text(en="The choice {name} of this question.", zh="本题的选项 {name}。")
_PARAM: Final = Text(
    en="{name}, drawn or worked out for each student.", zh="{name}：为每位学生抽取或算出的量。"
)
_FUNCTION: Final = Text(en="The function {name}.", zh="函数 {name}。")
