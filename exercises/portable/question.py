"""A question as any platform could hold it: nothing left to draw, everything said in plain values."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from courseware.text import Language, Text, as_text
from exercises.rubric import Rubric

PortableKind = Literal["single", "several", "truth", "number", "match", "order", "blank", "cloze", "text"]
WantedLanguage = Language | Literal["both"]
"""The language to write in; "both" puts the two of them into one file."""


@dataclass(frozen=True)
class PortableOption:
    """Something to choose.

    `share` is what ticking it adds to the score: 1 for the one right option of a `single`; in a `several`
    with r right and w wrong options 1/r for each right one and −1/w for each wrong one (the sum, not
    below nothing, is Youden's J, by which the lab marks).
    """

    text: Text
    share: float
    why: Text | None = None


@dataclass(frozen=True)
class PortableNumber:
    """A number that earns `share` (1 right) if an answer lies no further than `tolerance` from it."""

    value: float
    tolerance: float
    share: float
    why: Text | None = None


@dataclass(frozen=True)
class PortablePair:
    """A row of a `match`, the choice it belongs to, and why."""

    row: Text
    choice: Text
    why: Text | None = None


@dataclass(frozen=True)
class PortableWording:
    """Words that earn `share` of their gap (1 right), in whatever language they are."""

    words: str
    share: float
    why: Text | None = None


@dataclass(frozen=True)
class PortableGap:
    """A gap of a `blank`: what is told as right, and all wordings that earn or are told something."""

    right: Text
    wordings: tuple[PortableWording, ...]


@dataclass(frozen=True)
class PortablePart:
    """One of several answers of a question: what stands before it, what is right, and how much it counts.

    Either `numbers` or `options` are filled, as in a question of its own (`number`, `single`).
    """

    label: Text
    weight: float = 1.0
    numbers: tuple[PortableNumber, ...] = ()
    unit: Text | None = None
    options: tuple[PortableOption, ...] = ()
    follows: bool = False
    """Whether the lab also takes what follows rightly from a slip in an earlier one."""

    def texts(self) -> Iterator[Text]:
        """Every text of it that a student may read."""
        yield self.label
        yield from (option.text for option in self.options)
        whys = [*(one.why for one in self.numbers), *(one.why for one in self.options)]
        yield from (text for text in (self.unit, *whys) if text)

    def shares(self) -> Iterator[float]:
        """What each of its answers earns."""
        yield from (one.share for one in self.numbers)
        yield from (one.share for one in self.options)


@dataclass(frozen=True)
class PortableTable:
    """The data that a question is about, too long for its text: one CSV file for each language."""

    name: str
    csv: Mapping[Language, str]

    def file_name(self, language: Language) -> str:
        """What the file of this language is called."""
        return f"{self.name}.{language}.csv"

    def file(self, language: Language) -> "SideFile":
        """The file of this language, as Excel opens it in the right characters, hence the mark in front."""
        return SideFile(self.file_name(language), "text/csv", ("\ufeff" + self.csv[language]).encode())

    def sentence(self, language: Language, link: str = "{name}") -> str:
        """Where the data are, for the end of the stem; `link` says how the name of the file is written."""
        name = link.format(name=self.file_name(language))
        return _WHERE.fill({"name": name})[language]


@dataclass(frozen=True)
class Portable:
    """One question with nothing left to draw; texts are Markdown without HTML.

    Only the parts of its `kind` are filled: `options` (single, several; of a truth the two that call the
    stem `TRUE` and `FALSE`, in this order), `numbers` (right ones first, then
    foreseen slips; the first that takes an answer counts; in units of `unit`, so that 60 % is 60), `pairs`
    and `distractors` (match), `order` (order, in the right order), `gaps` (blank; the stem has a mark for
    each, see `exercises.gap_marks`), `parts` (cloze), `rubric` (text). `category` runs from the outermost
    inwards. The cost of a hint and the `penalty` of a further try are shares of the score.
    """

    id: str
    category: tuple[str, ...]
    name: Text
    stem: Text
    kind: PortableKind
    explain: Text | None = None
    options: tuple[PortableOption, ...] = ()
    numbers: tuple[PortableNumber, ...] = ()
    unit: Text | None = None
    pairs: tuple[PortablePair, ...] = ()
    distractors: tuple[Text, ...] = ()
    order: tuple[Text, ...] = ()
    gaps: tuple[PortableGap, ...] = ()
    parts: tuple[PortablePart, ...] = ()
    case_counts: bool = False
    rubric: Rubric | None = None
    hints: tuple[tuple[Text, float], ...] = ()
    difficulty: int = 2
    curriculum: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    penalty: float = 0.25
    is_shuffled: bool = True
    table: PortableTable | None = None

    def shares(self) -> tuple[float, ...]:
        """What its answers earn, each by itself."""
        wordings = (one.share for gap in self.gaps for one in gap.wordings)
        parts = (share for part in self.parts for share in part.shares())
        return (*(one.share for one in self.options), *(one.share for one in self.numbers), *wordings, *parts)

    def texts(self) -> Iterator[Text]:
        """Every text of it that a student may read, at the latest when it has been marked."""
        yield self.stem
        for option in self.options:
            yield option.text
        for pair in self.pairs:
            yield from (pair.row, pair.choice)
        yield from (*self.distractors, *self.order, *(hint for hint, _ in self.hints))
        if self.rubric:
            yield from (one.text for one in self.rubric.criteria)
            yield from [self.rubric.model] if self.rubric.model else []
        yield from (text for part in self.parts for text in part.texts())
        whys = [one.why for one in self.options] + [one.why for one in self.numbers]
        whys += [one.why for one in self.pairs]
        wordings = [one for gap in self.gaps for one in gap.wordings]
        whys += [one.why for one in wordings]
        yield from (as_text(one.words) for one in wordings)
        yield from (text for text in (self.unit, self.explain, *whys) if text)


@dataclass(frozen=True)
class Loss:
    """Something of an item that does not travel as it is; `item` is empty if it holds for all of them."""

    item: str
    what: Text


@dataclass(frozen=True)
class SideFile:
    """A file that belongs beside the exported one, such as the data of a question."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class ExportedFile:
    """An exported file, what could not travel, and the files that belong beside it."""

    name: str
    media_type: str
    data: bytes
    losses: tuple[Loss, ...] = ()
    beside: tuple[SideFile, ...] = ()


@dataclass(frozen=True)
class RowReport:
    """What became of one question of a file that was brought in.

    `row` is the line of a text or XML file, the row of a sheet or the place in a package, counted from 1
    (0: the whole file); `name` is what the file calls the question. It was taken if `ok`; `message` says
    what was left behind or changed, or why it was not taken.
    """

    row: int
    name: str
    ok: bool
    message: Text

    @property
    def is_question(self) -> bool:
        """Whether it speaks of one question and not of the whole file or a sheet of it."""
        return self.row > 0


def bundle(outcome: ExportedFile) -> ExportedFile:
    """The same as one file: a zip if something belongs beside the exported file, else as it is."""
    if not outcome.beside:
        return outcome
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((outcome.name, outcome.data), *((one.name, one.data) for one in outcome.beside)):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    stem = outcome.name.rpartition(".")[0] or outcome.name
    return ExportedFile(f"{stem}.zip", "application/zip", out.getvalue(), outcome.losses)


TRUE: Final = Text(en="True", zh="对")
FALSE: Final = Text(en="False", zh="错")
_WHERE: Final = Text(en="The data are in the file {name}.", zh="数据见文件 {name}。")
