"""Matches and orders of QTI: rows joined to choices, gaps filled with words, steps put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable, PortablePair
from interchange.gaps import USED_ONCE, numbered
from interchange.qti.reading.feedback import When, said_of, without_label
from interchange.qti.reading.tree import every
from interchange.qti.reading.trials import Asking, Trial
from interchange.uploads import check_count
from interchange.xml_tree import Element

_MOST_ROWS: Final = 12
_MOST_STEPS: Final = 10
"""With more of them a question is refused for their number, so nobody need try them."""


@dataclass(frozen=True)
class _Joined:
    """What is joined to what: texts by their names, the right choice of each row, how a pair is written."""

    rows: dict[str, Text]
    choices: dict[str, Text]
    right: dict[str, str]
    is_row_first: bool

    def pair(self, row: str, choice: str) -> str:
        """A pair as the response says it."""
        return f"{row} {choice}" if self.is_row_first else f"{choice} {row}"


def match(asking: Asking, shell: Portable) -> Portable:
    """Two sets joined by pairs: the rows are those of which each has one partner."""
    sets = [one.all("simpleassociablechoice") for one in asking.interaction.all("simplematchset")]
    if len(sets) != 2:
        raise ReaderError(_NO_SETS)
    first, second = ({_name(one): asking.texts.must(one.content) for one in each} for each in sets)
    pairs = _pairs_of(asking.right(), first, second)
    if sorted(row for row, _ in pairs) != sorted(first):
        swapped = [(choice, row) for row, choice in pairs]
        return _joined(asking, shell, _sides(second, first, swapped, is_row_first=False))
    return _joined(asking, shell, _sides(first, second, pairs, is_row_first=True))


def gap_match(asking: Asking, shell: Portable) -> Portable:
    """Words dragged into gaps of a text: each gap is a row with its number."""
    if asking.interaction.get("gapimg"):
        raise ReaderError(PICTURES)
    words = {_name(one): asking.texts.must(one.content) for one in asking.interaction.all("gaptext")}
    gaps = {_name(gap): numbered(place) for place, gap in enumerate(every(asking.interaction, "gap"), 1)}
    pairs = [(gap, word) for word, gap in _pairs_of(asking.right(), words, gaps)]
    return _joined(asking, shell, _sides(gaps, words, pairs, is_row_first=False))


def order(asking: Asking, shell: Portable) -> Portable:
    """Steps in an order."""
    found = asking.interaction.all("simplechoice")
    check_count(len(found))
    texts = {_name(one): asking.texts.must(one.content) for one in found}
    right = asking.right()
    if set(right) != set(texts) or len(right) != len(texts):
        raise ReaderError(_SOME_STEPS)
    shell = replace(shell, kind="order", order=tuple(texts[name] for name in right))
    if not 2 < len(right) <= _MOST_STEPS:
        return shell
    if any(one.attributes.get("fixed") == "true" for one in found):
        asking.notes.append(_FIXED)
    swapped = [(*right[:at], right[at + 1], right[at], *right[at + 2 :]) for at in range(len(right) - 1)]
    trials = asking.attempts([right, right[::-1], (*right[1:], right[0]), *swapped])
    best = asking.best(trials[0], trials)
    asking.compare(
        trials, best, lambda answer: _kendall([right.index(str(one)) for one in answer]), _OTHER_MARKS
    )
    return replace(shell, explain=said_of(asking, trials, best, ()).explain)


def _kendall(places: Sequence[int]) -> float:
    pairs = list(combinations(places, 2))
    return max(0.0, 1 - 2 * sum(one > other for one, other in pairs) / len(pairs))


def _joined(asking: Asking, shell: Portable, joined: _Joined) -> Portable:
    check_count(len(joined.rows) + len(joined.choices))
    if _is_limited(asking.interaction, joined):
        asking.notes.append(USED_ONCE)
    choices = {name: text for name, text in joined.choices.items() if name not in joined.right.values()}
    shell = replace(shell, kind="match", is_shuffled=asking.is_shuffled, distractors=tuple(choices.values()))
    pairs = [(row, joined.choices[joined.right[name]]) for name, row in joined.rows.items()]
    if not 2 <= len(pairs) <= _MOST_ROWS or len(joined.choices) < 2:
        return replace(shell, pairs=tuple(PortablePair(row, choice) for row, choice in pairs))
    trials = _trials(asking, joined)
    best = asking.best(trials[0], trials)
    rights = _pairs(joined)
    asking.compare(trials, best, lambda answer: len(rights & {*answer}) / len(rights), _OTHER_MARKS)
    said = said_of(
        asking, trials, best, [_missed(joined.pair(row, joined.right[row])) for row in joined.rows]
    )
    whys = {at: without_label(why, pairs[at][0]) for at, why in said.whys.items()}
    made = (PortablePair(row, choice, whys.get(at)) for at, (row, choice) in enumerate(pairs))
    return replace(shell, pairs=tuple(made), explain=said.explain)


Pairs = list[tuple[str, str]]


def _pairs_of(right: Sequence[str], first: dict[str, Text], second: dict[str, Text]) -> Pairs:
    """The right pairs of names; a ReaderError if one of them joins what is not there."""
    pairs = [(one, other) for one, _, other in (pair.partition(" ") for pair in right)]
    if any(one not in first or other not in second for one, other in pairs):
        raise ReaderError(_STRANGE_PAIR)
    return pairs


def _sides(rows: dict[str, Text], choices: dict[str, Text], pairs: Pairs, *, is_row_first: bool) -> _Joined:
    """Rows with their right choices; a ReaderError if a row has several, or none."""
    if sorted(row for row, _ in pairs) != sorted(rows):
        raise ReaderError(_MANY_PARTNERS)
    return _Joined(rows, choices, dict(pairs), is_row_first)


def _pairs(joined: _Joined) -> set[str]:
    return {joined.pair(row, choice) for row, choice in joined.right.items()}


def _trials(asking: Asking, joined: _Joined) -> list[Trial]:
    """All right, then each row joined wrongly."""
    answers = [joined.right]
    for row, choice in joined.right.items():
        other = next(one for one in joined.choices if one != choice)
        answers.append({**joined.right, row: other})
    return asking.attempts([joined.pair(row, choice) for row, choice in one.items()] for one in answers)


def _is_limited(interaction: Element, joined: _Joined) -> bool:
    """Whether a choice may be joined to fewer rows than there are."""
    found = every(interaction, "simpleassociablechoice", "gaptext")
    most = [one.attributes.get("matchmax", "0") for one in found if _name(one) in joined.choices]
    return any(0 < int(one) < len(joined.rows) for one in most if one.isdecimal())


def _missed(pair: str) -> When:
    return lambda one: pair not in one.answer


def _name(element: Element) -> str:
    return element.attributes.get("identifier", "")


PICTURES: Final = Text(en="It is answered on a picture.", zh="这道题要在图片上作答。")
_NO_SETS: Final = Text(en="A match needs two sets, and it has not.", zh="匹配题应有左右两组，这里没有。")
_STRANGE_PAIR: Final = Text(
    en="One of its right pairs joins what is not there.", zh="正确配对中有一项不在题目里。"
)
_MANY_PARTNERS: Final = Text(
    en="Some of its rows have several right partners, or none; here each row has one.",
    zh="有的行对应多个或没有正确选项，这里每行恰好对应一个。",
)
_SOME_STEPS: Final = Text(
    en="Only some of its steps are put in order there; here all of them are.",
    zh="原题只给部分步骤排序，这里要给全部步骤排序。",
)
_FIXED: Final = Text(
    en="Some of its steps kept their place there; here all of them are moved.",
    zh="原题有的步骤位置固定，这里全部打乱。",
)
_OTHER_MARKS: Final = Text(
    en="A partly right answer earns another share there than here.", zh="部分正确时，原题与这里给的分不同。"
)
