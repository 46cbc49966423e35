"""Portable questions as the text of a bank that a teacher can read and go on writing."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never
from unicodedata import normalize

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable, PortableNumber, PortablePart
from exercises.rubric import Rubric
from interchange.bank_words import apart, entry, quoted, text_lines
from interchange.blanks import language_of
from interchange.conversion import PERCENT, fit, hundredth
from interchange.gift.writing import decimal

LONGEST_ID: Final = 60
_ID: Final = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")
_OTHER: Final = re.compile(r"[^a-z0-9._-]+")
_DOUBLE: Final = re.compile(r"[._-]*([._-])[._-]*")
Lines = Iterator[str]


@dataclass(frozen=True)
class StoredOriginal:
    """The file that questions came from, as it is kept, and the place of each of them in it."""

    file: str
    places: Sequence[int]

    def line(self, place: int) -> str:
        """The line by which a question names it."""
        return f"source: {{file: {self.file}, at: {place}}}"


def into_bank(
    portables: Iterable[Portable],
    bank_id: str,
    taken: Collection[str] = (),
    kept: StoredOriginal | None = None,
) -> str:
    """The YAML of a bank with these questions, each under an id of its own that begins with `bank_id`.

    `taken` are the ids that other banks use; each question names the file that is `kept`.
    Raises a ReaderError if `bank_id` is no id or a question cannot stand in a bank; the readers of the
    formats hand out only questions that can.
    """
    if not _ID.fullmatch(bank_id) or len(bank_id) > LONGEST_ID // 2:
        raise ReaderError(_BAD_ID.fill({"id": bank_id}))
    fitted = [fit(portable)[0] for portable in portables]
    if not fitted:
        raise ReaderError(_NOTHING)
    costly = [one for one in fitted if one.kind != "truth"] or fitted
    usual, _ = Counter(portable.penalty for portable in costly).most_common(1)[0]
    sources = (
        [f"source: {{file: {kept.file}, at: {at}}}" for at in kept.places] if kept else [""] * len(fitted)
    )
    lines = [
        "# Questions that were brought in from another platform. 从其他平台导入的题目。",
        "schema: bank/1",
        f"id: {bank_id}",
        f"defaults: {{attempts: {{points: {points(usual)}}}, shuffle: true}}",
        "items:",
    ]
    headed = _headed(fitted, bank_id, taken)
    for (id_, portable, heading), source in zip(headed, sources, strict=True):
        lines += [f"  # {one}" for one in (heading, _lost_name(portable, id_)) if one]
        lines += [f"  {line}".rstrip() for line in entry(_item(id_, portable, usual, source))]
        lines.append("")
    return "\n".join(lines)


def points(penalty: float) -> str:
    """What each try earns, when a further try costs so much.

    >>> points(0.25), points(0.3333333)
    ('[1, 0.75, 0.5]', '[1, 0.67, 0.33]')
    """
    shares = [round(max(0.0, 1 - penalty * tries), 2) for tries in range(3)]
    return f"[{', '.join(f'{share:g}' for share in shares if share > 0)}]"


def _headed(
    portables: Iterable[Portable], bank_id: str, others: Collection[str]
) -> Iterator[tuple[str, Portable, str]]:
    """Each question with an id that no other has, and its category where another one begins."""
    taken = set(others)
    category: tuple[str, ...] = ()
    for portable in portables:
        id_ = _free(_id(portable.id, bank_id), taken)
        taken.add(id_)
        heading = "" if portable.category == category else " / ".join(portable.category)
        category = portable.category
        yield id_, portable, " ".join(heading.split())


def _lost_name(portable: Portable, id_: str) -> str:
    """The name of a question, if its id does not tell it, as that of a Chinese name never does."""
    name = " ".join(portable.name.zh.split())[:LONGEST_ID]
    return "" if _OTHER.sub("-", name.lower()).strip("._-") in id_ and name.isascii() else name


def _id(written: str, bank_id: str) -> str:
    plain = _OTHER.sub("-", normalize("NFKC", written).lower())
    plain = _DOUBLE.sub(r"\1", plain).strip("._-").removeprefix(f"{bank_id}.")
    return f"{bank_id}.{plain or 'item'}"[: LONGEST_ID - 4].rstrip("._-")


def _free(id_: str, taken: set[str]) -> str:
    number, free = 2, id_
    while free in taken:
        free, number = f"{id_}-{number}", number + 1
    return free


def _item(id_: str, portable: Portable, usual: float, source: str) -> Lines:
    yield f"id: {id_}"
    kind, body = _written(portable)
    yield from kind
    yield f"curriculum: [{', '.join(map(str, portable.curriculum)) or '1'}]" + (
        "" if portable.curriculum else "  # which knowledge point? 请改成对应的知识点"
    )
    yield f"difficulty: {portable.difficulty}"
    yield from [source] * bool(source)
    yield from text_lines("stem", portable.stem)
    yield from body
    yield from _hints(portable)
    yield from text_lines("explain", portable.explain or _NO_EXPLANATION)
    if portable.kind == "truth":  # one try, whatever the others have, and nothing to shuffle
        return
    if portable.penalty != usual:
        yield f"attempts: {{points: {points(portable.penalty)}}}"
    if not portable.is_shuffled:
        yield "shuffle: false"


def _written(portable: Portable) -> tuple[Sequence[str], Lines]:
    """The lines that say which kind it is, and those that say what is asked and right."""
    match portable.kind:
        case "single":
            found: tuple[Sequence[str], Lines] = ("type: choice",), _choice(portable)
        case "several":
            found = ("type: choice", "several: true"), _choice(portable)
        case "truth":
            found = ("type: true_false",), _judged(portable)
        case "number":
            found = ("type: number",), _number(portable)
        case "match":
            found = ("type: match",), _match(portable)
        case "order":
            found = ("type: order",), _order(portable)
        case "blank":
            found = ("type: blank",), _blank(portable)
        case "cloze":
            found = ("type: numbers",), _cloze(portable)
        case "text":
            found = ("type: text",), _text(portable)
        case _:
            assert_never(portable.kind)
    return found


def _choice(portable: Portable) -> Lines:
    yield "options:"
    for option in portable.options:
        lines = [*text_lines("text", option.text)]
        if option.share > 0:
            lines.append("right: true")
        why = option.why or (None if option.share > 0 else _NO_REASON)
        yield from _listed([*lines, *(text_lines("why", why) if why else ())])


def _judged(portable: Portable) -> Lines:
    true, false = portable.options
    is_true = true.share > false.share
    yield f"answer: {'true' if is_true else 'false'}"
    for key, option in (("why_true", true), ("why_false", false)):
        if why := option.why or (None if option.share > 0 else _NO_REASON):
            yield from text_lines(key, why)


def _cloze(portable: Portable) -> Lines:
    yield "numbers:"
    for at, part in enumerate(portable.parts, 1):
        lines = [f"name: n{at}", *text_lines("label", part.label), *_number(part)]
        yield from _listed([*lines, *([f"weight: {part.weight:g}"] if part.weight != 1 else [])])


def _number(asked: Portable | PortablePart) -> Lines:
    is_percent = asked.unit is not None and asked.unit.en == PERCENT
    right, *slips = asked.numbers[:: 2 if is_percent else 1]
    if is_percent:
        yield "unit: percent"
    elif asked.unit:
        yield from text_lines("unit", asked.unit)
    yield f"answer: {{{_target(right, is_percent)}}}"
    if slips:
        yield "near:"
    for slip in slips:
        lines = [f"expr: {quoted(_expression(slip.value, is_percent))}"]
        if slip.tolerance != right.tolerance:
            lines.append(f"tolerance: {{abs: {_expression(slip.tolerance, is_percent)}}}")
        yield from _listed([*lines, f"score: {slip.share:.7g}", *text_lines("why", slip.why or _NO_REASON)])


def _target(number: PortableNumber, is_percent: bool) -> str:
    value, width = (_expression(one, is_percent) for one in (number.value, number.tolerance))
    return f"expr: {quoted(value)}, tolerance: {{abs: {width}}}"


def _expression(value: float, is_percent: bool) -> str:
    return decimal(hundredth(value) if is_percent else value)


def _match(portable: Portable) -> Lines:
    choices = dict.fromkeys((*(pair.choice for pair in portable.pairs), *portable.distractors))
    ids = {text: f"c{number}" for number, text in enumerate(choices, 1)}
    yield "choices:"
    for text, id_ in ids.items():
        yield from _listed([f"id: {id_}", *text_lines("text", text)])
    yield "rows:"
    for pair in portable.pairs:
        why = text_lines("why", pair.why or _NO_REASON)
        yield from _listed([*text_lines("text", pair.row), f"right: {ids[pair.choice]}", *why])


def _order(portable: Portable) -> Lines:
    yield "steps:"
    for step in portable.order:
        yield from _listed([*text_lines("text", step)])


def _blank(portable: Portable) -> Lines:
    if portable.case_counts:
        yield "case_counts: true"
    yield "gaps:"
    for gap in portable.gaps:
        lines = [f"right: {_wordings(one.words for one in gap.wordings if one.share >= 1)}"]
        slips = [one for one in gap.wordings if one.share < 1]
        lines += ["near:"] * bool(slips)
        for slip in slips:
            why = text_lines("why", slip.why or _NO_REASON)
            lines += _listed([f"words: {_wordings([slip.words])}", f"score: {slip.share:.7g}", *why])
        yield from _listed(lines)


def _text(portable: Portable) -> Lines:
    rubric = portable.rubric or Rubric(())
    yield f"form: {rubric.form}"
    if rubric.length is not None:
        yield f"length: {rubric.length}"
    yield "rubric:" if rubric.criteria else "rubric: []  # what earns points? 请补写评分要点"
    for one in rubric.criteria:
        yield from _listed([f"points: {one.points:g}", *text_lines("text", one.text)])
    if rubric.model is not None:
        yield from text_lines("model", rubric.model)


def _wordings(words: Iterable[str]) -> str:
    """The wordings by their languages."""
    by_language: dict[str, list[str]] = {}
    for one in words:
        by_language.setdefault(language_of(one), []).append(quoted(apart(one)))
    sides = (f"{side}: [{', '.join(said)}]" for side, said in sorted(by_language.items()))
    return f"{{{', '.join(sides)}}}"


def _hints(portable: Portable) -> Lines:
    if portable.hints:
        yield "hints:"
    for text, cost in portable.hints:
        yield from _listed([*text_lines("text", text), f"cost: {cost:g}"])


def _listed(lines: list[str]) -> Lines:
    yield from (f"  {line}".rstrip() for line in entry(iter(lines)))


_NO_REASON: Final = Text(en="This is not the right answer.", zh="这不是正确答案。")
_NO_EXPLANATION: Final = Text(en="No explanation came with this question.", zh="这道题导入时没有附解析。")
_BAD_ID: Final = Text(
    en="“{id}” cannot be the id of a bank: small letters and digits, at most 30, parted by . _ or -.",
    zh="“{id}”不能作题库的 id：只用小写字母和数字，不超过 30 个，可用 . _ - 分隔。",
)
_NOTHING: Final = Text(en="There is no question to bring in.", zh="没有可导入的题目。")
