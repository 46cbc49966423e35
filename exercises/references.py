"""Whether a bank names only things that exist: its data, its datasets, and no item twice."""

from collections.abc import Iterator, Mapping
from typing import Protocol

import datasets
from courseware.advice import did_you_mean
from courseware.problem import Problem
from courseware.source import Source
from courseware.text import Text
from exercises.bank_file import Bank


class _Known(Protocol):
    @property
    def file(self) -> str: ...


def reference_problems(bank: Bank, source: Source, before: Mapping[str, _Known]) -> list[Problem]:
    """What `bank` names that is not there, or is there already in the banks read before."""
    return [*_data_problems(bank, source), *_item_problems(bank, source, before)]


def _data_problems(bank: Bank, source: Source) -> Iterator[Problem]:
    for index, use in enumerate(bank.data):
        if use.dataset not in datasets.NAMES:
            message = Text(en=f"There is no dataset {use.dataset}.", zh=f"没有名为 {use.dataset} 的数据集。")
            advice = did_you_mean(use.dataset, tuple(datasets.NAMES))
            yield source.problem(("data", index, "dataset"), message, advice)


def _item_problems(bank: Bank, source: Source, before: Mapping[str, _Known]) -> Iterator[Problem]:
    files = {id_: one.file for id_, one in before.items()}
    for index, item in enumerate(bank.items):
        if item.id in files:
            message = Text(
                en=f"{item.id} is already an item of {files[item.id]}.",
                zh=f"{files[item.id]} 中已有题目 {item.id}。",
            )
            yield source.problem(("items", index, "id"), message, _RENAME)
        files[item.id] = source.file
        if item.data and item.data not in bank.uses():
            message = Text(en=f"This bank has no data {item.data}.", zh=f"本题库没有数据 {item.data}。")
            yield source.problem(
                ("items", index, "data"), message, did_you_mean(item.data, tuple(bank.uses()))
            )


_RENAME = Text(en="Give every item an id of its own.", zh="请为每道题取一个不重复的 id。")
