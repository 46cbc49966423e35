"""Reads questions from QTI 2.1, 2.2 and 3: a package, or a single item."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from courseware.phrases import listed
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable, RowReport
from interchange.qti.reading.archive import OLD, PackagedItem, unpack
from interchange.qti.reading.expressions import Budget
from interchange.qti.reading.item import Described, pieces, portable_of
from interchange.qti.reading.tree import qti_tree
from interchange.reading import FoundQuestion, ReadQuestions, one_line, take
from interchange.xml_tree import Element

ITEM: Final = "assessmentitem"


def read(data: bytes) -> ReadQuestions:
    """The questions of a package or an item that a bank can hold, and a report on all.

    Raises a ReaderError if the file cannot be read at all.
    """
    budget = Budget()
    if not data.startswith(b"PK"):
        root = qti_tree(data)
        if root.tag == "questestinterop":
            raise ReaderError(OLD)
        if root.tag != ITEM:
            raise ReaderError(_NO_ITEM.fill({"tag": root.tag[:40]}))
        return take(
            [
                FoundQuestion(
                    root.line,
                    _name(root),
                    partial(portable_of, root, Described(), budget),
                    partial(pieces, root),
                )
            ]
        )
    package = unpack(data)
    portables, rows = take(_found(package.items, budget))
    return portables, (*rows, *_left(package.settings))


def _found(items: tuple[PackagedItem, ...], budget: Budget) -> Iterator[FoundQuestion]:
    """Each item of a package; one that is no XML does not spoil the others."""
    for number, packed in enumerate(items, 1):
        try:
            root = qti_tree(packed.data)
        except ReaderError as error:
            yield FoundQuestion(number, packed.name, partial(_refuse, error))
            continue
        if root.tag == ITEM:
            read_item = partial(portable_of, root, packed.described, budget)
            yield FoundQuestion(number, _name(root), read_item, partial(pieces, root))
        else:
            refusal = ReaderError(_NO_ITEM.fill({"tag": root.tag[:40]}))
            yield FoundQuestion(number, packed.name, partial(_refuse, refusal))


def _refuse(error: ReaderError) -> tuple[Portable, list[Text]]:
    raise error


def _name(root: Element) -> str:
    return one_line(root.attributes.get("title") or root.attributes.get("identifier", ""))


def _left(settings: tuple[str, ...]) -> Iterator[RowReport]:
    """What is told of the test around the items, if it says more than their order."""
    if settings:
        named = listed(_SETTINGS[one] for one in settings)
        yield RowReport(0, "", ok=False, message=_TEST.fill({"named": named}))


_SETTINGS: Final[Mapping[str, Text]] = {
    "timelimits": Text(en="time limits", zh="时间限制"),
    "selection": Text(en="how many questions are drawn", zh="抽题数量"),
    "ordering": Text(en="the order of the questions", zh="题目顺序"),
    "precondition": Text(en="conditions", zh="出题条件"),
    "branchrule": Text(en="branches", zh="跳转规则"),
    "weight": Text(en="weights", zh="权重"),
    "itemsessioncontrol": Text(en="number of tries", zh="作答次数"),
    "testfeedback": Text(en="feedback on the whole test", zh="整卷反馈"),
    "rubricblock": Text(en="instructions", zh="说明"),
}
_TEST: Final = Text(
    en="The test around the questions was left behind ({named}); its sections stand above their questions.",
    zh="试卷本身的设置没有带入（{named}），各部分的标题写在题目上方。",
)
_NO_ITEM: Final = Text(
    en="This is XML, but no QTI item: it begins with <{tag}> and not with <assessmentItem>.",
    zh="这是 XML 文件，但不是 QTI 题目：开头是 <{tag}>，而不是 <assessmentItem>。",
)
