"""One row of the sheet with its cells by name, and what every kind of question takes from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from courseware.problem import ReaderError
from courseware.text import Language, Text
from exercises.portable.question import Portable, PortableKind, PortableNumber
from exercises.typed import read_number
from interchange.reading import said_with
from interchange.spreadsheets.sheet import UNREADABLE, cell_name, error_in
from interchange.xuexitong.columns import Columns
from interchange.xuexitong.layout import ID_TAG, NOTE, REASON
from interchange.xuexitong.lettered import without_letters
from interchange.xuexitong.refusals import LETTERED, POINT_NAMES
from interchange.xuexitong.texts import CellText, explained

_SEPARATORS: Final = re.compile(r"[;；,，、\n]+")
_POINT: Final = re.compile(r"(?:知识点|curriculum)?\s*(\d{1,4})", re.IGNORECASE)
_FOLDERS: Final = re.compile(r"[/\\>]+")
_BLANK: Final[Mapping[Language, re.Pattern[str]]] = {
    "zh": re.compile(r"\n?^答案：____(?: (?P<unit>.*))?\Z", re.MULTILINE),
    "en": re.compile(r"\n?^Answer: ____(?: (?P<unit>.*))?\Z", re.MULTILINE),
}
_SLIP: Final = re.compile(rf"^{REASON}(?P<number>[^：]+)：(?P<why>.+)$")
DIFFICULTIES: Final = {
    **dict.fromkeys(("易", "容易", "简单", "较易", "1", "EASY"), 1),
    **dict.fromkeys(("中", "中等", "一般", "适中", "2", "MEDIUM"), 2),
    **dict.fromkeys(("难", "困难", "较难", "3", "HARD"), 3),
}


@dataclass(frozen=True)
class SheetRow:
    """A row below the head."""

    number: int
    cells: Mapping[int, str]
    columns: Columns
    alone: Language | None = None
    """The language of the file, if it is in one language only."""
    unlike: Mapping[int, Text] = field(default_factory=dict)
    """What is to be said of cells, by column, that were not read as they look."""

    def __getitem__(self, name: str) -> str:
        """The text of a cell; nothing if the column or the text is missing."""
        return self._cell(self.columns.places.get(name, 0))

    def passage(self, name: str) -> CellText:
        """The text of a cell in the languages that it is in."""
        return CellText.of(self[name], self.alone)

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing in the columns of questions."""
        return not any(self.cells.get(column, "").strip() for column in self._known())

    @property
    def name(self) -> str:
        """What a report calls the question: its id, or how it begins."""
        stem = whole(self.cells.get(self.columns.places.get("stem", 0), ""))
        return next(self._ids(), "" if UNREADABLE in stem else stem[:40])

    def options(self) -> list[CellText]:
        """The options in their order; a ReaderError if one between others is empty."""
        texts = self._options()
        return [CellText.of(text, self.alone) for text in without_letters(texts) or texts]

    def notes(self) -> list[Text]:
        """What is to be said of a question that was taken: what of its cells was not kept as it looks."""
        names = self.named_points()
        notes = [said_with(POINT_NAMES, names)] if names else []
        if without_letters(self._options()):
            notes.append(LETTERED)
        unlike = [(column, self.unlike[column]) for column in self._known() if column in self.unlike]
        return [*notes, *(_at(self.number, column, note) for column, note in unlike)]

    def explain(self) -> Text | None:
        """The explanation of a question whose parts have no reasons."""
        return explained(self.passage("explain"), ())[0]

    def blank(self) -> tuple[Text, CellText | None]:
        """The stem without the line that only marks where the answer goes, and the unit in that line."""
        stem = self.passage("stem")
        zh, en = _BLANK["zh"].search(stem.zh), _BLANK["en"].search(stem.en)
        en = en or (_BLANK["zh"].search(stem.en) if stem.zh == stem.en else None)
        zh = zh or (en if stem.zh == stem.en else None)
        if not (zh and en):
            return stem.markdown(), None
        unit = CellText((zh["unit"] or "").strip(), (en["unit"] or "").strip(), stem.lacks)
        bare = CellText(stem.zh[: zh.start()], stem.en[: en.start()], stem.lacks)
        return bare.markdown(), None if unit.is_blank else unit

    def slips(self, tolerance: float) -> tuple[Text | None, list[PortableNumber]]:
        """The explanation without the lines about foreseen slips, and these slips, which earn nothing."""
        passage = self.passage("explain")
        zh, slips_zh = _slips(passage.zh)
        en, slips_en = _slips(passage.en)
        slips = [
            PortableNumber(value, tolerance, 0.0, CellText(why, slips_en[value], passage.lacks).markdown())
            for value, why in slips_zh.items()
            if value in slips_en
        ]
        rest = CellText(zh, en, passage.lacks)
        return None if rest.is_blank else rest.markdown(), slips

    def portable(self, kind: PortableKind, explain: Text | None) -> Portable:
        """The question with what its kind does not change."""
        id_ = next(self._ids(), f"row-{self.number}")
        points = [_POINT.fullmatch(one) for one in self._listed("points")]
        named = self.named_points()
        stem = self.passage("stem")
        difficulty = normalize("NFKC", whole(self["difficulty"])).upper()
        return Portable(
            id=id_,
            category=tuple(filter(None, (one.strip() for one in _FOLDERS.split(self["folder"])))),
            name=Text(en=id_, zh=id_),
            stem=stem.markdown(),
            kind=kind,
            explain=explain,
            difficulty=DIFFICULTIES.get(difficulty, 2),
            curriculum=tuple(sorted({int(found[1]) for found in points if found and int(found[1])})),
            tags=tuple(one for one in (*self._listed("tags"), *named) if not one.startswith(ID_TAG)),
        )

    def named_points(self) -> list[str]:
        """The knowledge points that are called by a name, which is none of the lab's."""
        return [one for one in self._listed("points") if not _POINT.fullmatch(one)]

    def _options(self) -> list[str]:
        texts = {at: self._cell(column) for at, column in self.columns.options.items()}
        count = max((at + 1 for at, text in texts.items() if text), default=0)
        if any(not texts.get(at) for at in range(count)):
            raise ReaderError(_GAP)
        return [texts[at] for at in range(count)]

    def _known(self) -> list[int]:
        """The columns that say something of a question."""
        return sorted({*self.columns.places.values(), *self.columns.options.values()})

    def _cell(self, column: int) -> str:
        text = self.cells.get(column, "")
        if error := error_in(text):
            raise ReaderError(_at(self.number, column, error))
        return text.replace("\r\n", "\n").strip()

    def _ids(self) -> "filter[str]":
        tags = _SEPARATORS.split(self.cells.get(self.columns.places.get("tags", 0), ""))
        return filter(None, (tag.strip()[len(ID_TAG) :] for tag in tags if tag.strip().startswith(ID_TAG)))

    def _listed(self, name: str) -> list[str]:
        return [one.strip() for one in _SEPARATORS.split(self[name]) if one.strip()]


def whole(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def _slips(text: str) -> tuple[str, dict[float, str]]:
    kept: list[str] = []
    slips: dict[float, str] = {}
    for line in text.splitlines():
        found = _SLIP.match(line)
        typed = read_number(found["number"]) if found else None
        if found and typed:
            slips.setdefault(typed.value, found["why"].strip())
        elif not line.startswith(NOTE):
            kept.append(line)
    return "\n".join(kept), slips


def _at(row: int, column: int, said: Text) -> Text:
    return _CELL.fill({"cell": cell_name(row, column), "en": said.en, "zh": said.zh})


_CELL: Final = Text(en="Cell {cell}: {en}", zh="{cell} 单元格：{zh}")
_GAP: Final = Text(
    en="An option between others is empty. Close the gap.", zh="中间有空着的选项，请把选项连续填写。"
)
