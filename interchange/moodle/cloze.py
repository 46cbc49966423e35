"""The notation of Moodle's embedded answers: {2:NUMERICAL:=3.5:0.1#Well done~%50%3:0.1}."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import PortableNumber, PortableWording
from interchange.gift.answers import EXACTLY, OTHERWISE
from interchange.moodle.texts import MoodleTexts
from interchange.numbers import comma_notes, is_code, number

NUMBERS: Final = ("NUMERICAL", "NM")
SEVERAL: Final = (
    *("MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH"),
    *("MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS", "MRHS"),
)
CHOICES: Final = (
    *("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"),
    *("MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"),
)
WORDS: Final = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_HEAD: Final = re.compile(r"\{\s{0,9}(\d{0,6})\s{0,9}:\s{0,9}([A-Z_]{2,20})\s{0,9}:")
_CLOSE: Final = re.compile(r"(?<!\\)\}")
_NEXT: Final = re.compile(r"(?<!\\)~")
_WHY: Final = re.compile(r"(?<!\\)#")
_SHARE: Final = re.compile(r"%(-?\d{1,3}(?:\.\d{0,9})?)%")
_ESCAPED: Final = re.compile(r"\\([}~=#\\/\"])")


@dataclass(frozen=True)
class ClozeAnswer:
    """An answer of a gap as it is written: its words, what it earns, and what is said of it."""

    text: str
    share: float
    why: str


@dataclass(frozen=True)
class ClozeGap:
    """A gap: what it weighs among all, how it is answered, and its answers."""

    weight: int
    kind: str
    answers: tuple[ClozeAnswer, ...]

    @property
    def case_counts(self) -> bool:
        """Whether capitals must be as written."""
        return self.kind in ("SHORTANSWER_C", "SAC", "MWC")

    @property
    def is_shuffled(self) -> bool:
        """Whether Moodle shuffles its answers."""
        return self.kind.endswith("S")

    def right(self) -> ClozeAnswer:
        """Its one right answer; a ReaderError if there are several, or none."""
        found = [one for one in self.answers if one.share >= 1]
        if len(found) != 1:
            raise ReaderError(_ONE_RIGHT)
        return found[0]

    def numbers(self, texts: MoodleTexts) -> tuple[PortableNumber, ...]:
        """Its answers as numbers with their tolerances; that for any other number is left out."""
        said = ((one, one.text.partition(":")) for one in self._said())
        return tuple(
            PortableNumber(number(value), abs(number(width or "0")), one.share, texts.html(one.why))
            for one, (value, _, width) in said
        )

    def exact_numbers(self, texts: MoodleTexts) -> tuple[PortableNumber, ...] | None:
        """Its short answers as numbers; None if one of them is none, or a code."""
        try:
            values = [number(one.text) for one in self._said()]
        except ReaderError:
            return None
        if any(is_code(one.text) for one in self.answers):
            return None
        pairs = zip(values, self._said(), strict=True)
        return tuple(PortableNumber(value, 0.0, one.share, texts.html(one.why)) for value, one in pairs)

    def wordings(self, texts: MoodleTexts) -> tuple[PortableWording, ...]:
        """Its answers as words."""
        return tuple(
            PortableWording(unescape(one.text), one.share, texts.html(one.why)) for one in self.answers
        )

    def notes(self) -> list[Text]:
        """What to say of its numbers."""
        notes = [] if self.kind in NUMBERS else [EXACTLY]
        notes += comma_notes(part for one in self._said() for part in one.text.split(":"))
        return [*notes, *([OTHERWISE] if len(self._said()) < len(self.answers) else [])]

    def _said(self) -> list[ClozeAnswer]:
        """The answers that say something, in plain words."""
        return [replace(one, text=unescape(one.text)) for one in self.answers if one.text != "*"]


def parted(words: str) -> list[str]:
    """The text around the gaps and the gaps between, in turn, beginning and ending with text.

    >>> parted("Tea is {1:MC:=hot~cold}.")
    ['Tea is ', '{1:MC:=hot~cold}', '.']
    """
    pieces, place = [], 0
    while (head := _HEAD.search(words, place)) and (close := _CLOSE.search(words, head.end())):
        pieces += [words[place : head.start()], words[head.start() : close.end()]]
        place = close.end()
    return [*pieces, words[place:]]


def gap_in(written: str) -> ClozeGap:
    """A gap as it is written between braces; a ReaderError if Moodle knows no gaps of its kind."""
    head = _HEAD.match(written)
    kind = head[2] if head else ""
    if head is None or kind not in (*NUMBERS, *CHOICES, *SEVERAL, *WORDS):
        raise ReaderError(_UNKNOWN.fill({"kind": kind}))
    answers = tuple(_answers(written[head.end() : -1]))
    return ClozeGap(int(head[1] or "1"), kind, answers)


def _answers(written: str) -> Iterator[ClozeAnswer]:
    for part in _NEXT.split(written):
        text, *rest = _WHY.split(part.strip(), maxsplit=1)
        why = "".join(rest)
        share = 0.0
        if text.startswith("="):
            share, text = 1.0, text[1:]
        elif found := _SHARE.match(text):
            share, text = float(found[1]) / 100, text[found.end() :]
        if text.strip():
            yield ClozeAnswer(_plain(text), share, _plain(why))


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", words).strip()


_UNKNOWN: Final = Text(
    en="One of its gaps is of the kind “{kind}”, which Moodle does not know.",
    zh="有一个空的类型是“{kind}”，Moodle 没有这种类型。",
)
_ONE_RIGHT: Final = Text(
    en="One of its gaps has several wholly right answers, or none; here it must be exactly one.",
    zh="有一个空的完全正确答案不止一个或没有，这里必须恰好一个。",
)
