"""Whether a bank names only things that exist: its data, their columns, its params, and no item twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import datasets
from courseware.advice import did_you_mean
from courseware.problem import Problem, ReaderError
from courseware.source import Source
from courseware.text import Text
from exercises.bank_file import Bank, DataUse
from exercises.exercise import kind_of
from exercises.fillin import names_in
from exercises.formula import Formula
from exercises.item import Item, KeyPath, walk
from exercises.kind import Finding


def reference_problems(bank: Bank, source: Source, taken: Mapping[str, str]) -> list[Problem]:
    """What `bank` names that is not there; `taken` tells the file of each item read before."""
    found = [problem for index, use in enumerate(bank.data) for problem in _data_problems(index, use, source)]
    if found:
        return found
    files = dict(taken)
    for index, item in enumerate(bank.items):
        findings = (*_twice(item, files), *item_findings(item, bank.uses()))
        found += [problem_of(finding, source, index) for finding in findings]
        files.setdefault(item.id, source.file)
    return found


def twice_problems(bank: Bank, source: Source, taken: Mapping[str, str]) -> list[Problem]:
    """The items of `bank` that stand in another file already."""
    found = [(index, finding) for index, item in enumerate(bank.items) for finding in _twice(item, taken)]
    return [problem_of(finding, source, index) for index, finding in found]


def problem_of(finding: Finding, source: Source, index: int) -> Problem:
    """A finding about the item at `index` as a problem with its line and column."""
    loc = ("items", index, *finding.loc)
    return source.problem(loc, finding.message, finding.advice, at=finding.at, severity=finding.severity)


def unused(id_: str) -> Finding:
    """What to say of an item that no lesson asks."""
    return Finding(("id",), _UNUSED.fill({"id": id_}), _UNUSED_ADVICE, "warning")


def item_findings(item: Item, uses: Mapping[str, DataUse]) -> list[Finding]:
    """What an item names that is not there."""
    if item.data and item.data not in uses:
        message = Text(en=f"This bank has no data {item.data}.", zh=f"本题库没有数据 {item.data}。")
        return [Finding(("data",), message, did_you_mean(item.data, tuple(uses), _DECLARE))]
    known = _known(item, uses)
    return [*kind_of(item.type).check(item), *_formula_findings(item, known), *_place_findings(item, known)]


@dataclass(frozen=True)
class _KnownNames:
    names: tuple[str, ...]
    columns: tuple[str, ...]
    row_parts: tuple[str, ...]

    def at(self, loc: KeyPath) -> tuple[str, ...]:
        """The names that may be used there."""
        if loc[0] == "params":
            return self.names[: self.names.index(str(loc[1]))]
        return (*self.names, *self.columns) if loc[0] in self.row_parts else self.names


def _known(item: Item, uses: Mapping[str, DataUse]) -> _KnownNames:
    columns: tuple[str, ...] = ()
    if item.data:
        columns = tuple(column.name for column in datasets.find(uses[item.data].dataset).columns)
    size = ("n",) if item.data else ()
    return _KnownNames((*size, *item.params), columns, kind_of(item.type).row_names)


def _formula_findings(item: Item, known: _KnownNames) -> Iterator[Finding]:
    for loc, formula in walk(item, Formula):
        for column in sorted(formula.compiled.columns - set(known.columns)):
            message = Text(en=f"The data have no column {column}.", zh=f"数据中没有 {column} 这一列。")
            yield Finding(loc, message, did_you_mean(column, known.columns, _DECLARE))
        own = kind_of(item.type).names_at(item, loc)
        yield from _unknown_names(loc, formula.compiled.names, known.at(loc) if own is None else own)


def _place_findings(item: Item, known: _KnownNames) -> Iterator[Finding]:
    for loc, text in walk(item, Text):
        yield from _unknown_names(loc, names_in(text), known.at(loc))


def _unknown_names(loc: KeyPath, used: Iterable[str], known: tuple[str, ...]) -> Iterator[Finding]:
    for name in sorted(set(used) - set(known)):
        message = Text(en=f"Nothing here is called {name}.", zh=f"这里没有名为 {name} 的量。")
        yield Finding(loc, message, did_you_mean(name, known, _DEFINE))


def _twice(item: Item, files: Mapping[str, str]) -> Iterator[Finding]:
    if item.id in files:
        file = files[item.id]
        message = Text(en=f"{item.id} is already an item of {file}.", zh=f"{file} 中已有题目 {item.id}。")
        yield Finding(("id",), message, _RENAME)


def _data_problems(index: int, use: DataUse, source: Source) -> Iterator[Problem]:
    try:
        datasets.find(use.dataset)
    except ReaderError as error:
        advice = did_you_mean(use.dataset, tuple(datasets.catalogue()))
        yield source.problem(("data", index, "dataset"), error.text, advice)


_UNUSED: Final = Text(en="No lesson asks {id}.", zh="没有任何一课用到 {id}。")
_UNUSED_ADVICE: Final = Text(
    en="Name it after use: in an exercise step, or leave it for later.",
    zh="请在某个 exercise 步骤的 use 中写上它，或留待以后使用。",
)
_RENAME: Final = Text(en="Give every item an id of its own.", zh="请为每道题取一个不重复的 id。")
_DECLARE: Final = Text(
    en="Declare data at the top of the bank, and name it in the item.",
    zh="请在题库开头声明 data，并在题目中引用。",
)
_DEFINE: Final = Text(en="Define it under params.", zh="请在 params 中定义它。")
