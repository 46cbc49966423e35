"""One question as a QTI 2.1 assessment item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from course.media import MediaFile
from courseware.text import LANGUAGES, Language, Text
from exercises.portable.question import Portable, Wanted
from interchange.media import files_in, texts_of
from interchange.notes import asked
from interchange.qti.asking import Parts, interaction, parts_of
from interchange.qti.elements import QTI, QTI_FILE, SCHEMA, TOOL, add, element, in_language
from interchange.qti.marking import EXPLAIN, FEEDBACK, declarations, processing, slip
from interchange.qti.prose import line, passage, plain, wanted_languages

DATA: Final = "data"
"""The folder of the package in which the data of questions lie."""


@dataclass(frozen=True)
class Sheet:
    """A question with the identifier and the title that it bears in the package."""

    name: str
    title: str
    portable: Portable

    @property
    def file(self) -> str:
        """Where it lies in the package."""
        return f"items/{self.name}.xml"

    def tables(self, wanted: Wanted) -> Iterator[tuple[Language, str]]:
        """The files of its data in the package, if it has any."""
        if table := self.portable.table:
            for language in wanted_languages(wanted):
                yield language, f"{DATA}/{table.file_name(language)}"

    def media(self, wanted: Wanted) -> tuple[MediaFile, ...]:
        """What its texts show."""
        return files_in(texts_of(self.portable), wanted)


def sheet(name: str, portable: Portable, wanted: Wanted) -> Sheet:
    """The question under this identifier; its title is its name, which is short."""
    return Sheet(name, plain(portable.name, wanted) or name, portable)


def assessment_item(sheet: Sheet, wanted: Wanted) -> Element:
    """The whole item."""
    portable = sheet.portable
    parts = parts_of(portable)
    root = element("assessmentItem", xmlns=QTI, identifier=sheet.name, title=sheet.title)
    root.set(SCHEMA, f"{QTI} {QTI_FILE}")
    root.set("toolName", TOOL)
    root.set("adaptive", "false")
    root.set("timeDependent", "false")
    in_language(root, main_language(wanted))
    add(root, *declarations(portable, parts))
    stem = passage(asked(portable, f"[{{name}}](../{DATA}/{{name}})"), wanted)
    add(root, element("itemBody", *stem, *interaction(portable, parts, wanted)))
    add(root, processing(portable, parts), *_feedback(portable, parts, wanted))
    return root


def main_language(wanted: Wanted) -> Language:
    """The language that a file as a whole is said to be in."""
    return LANGUAGES[0] if wanted == "both" else wanted


def _feedback(portable: Portable, parts: Parts, wanted: Wanted) -> Iterator[Element]:
    for name, label, why in _reasons(portable, parts):
        named = [element("p", element("strong", *line(label, wanted)))] if label else []
        yield _modal(name, [*named, *passage(why, wanted)])
    if portable.explain is not None:
        yield _modal(EXPLAIN, passage(portable.explain, wanted))


def _reasons(portable: Portable, parts: Parts) -> Iterator[tuple[str, Text | None, Text]]:
    """The identifier of each reason, what it is about if several may show at once, and the reason."""
    for name, option in zip(parts.options, portable.options, strict=False):
        if option.why:
            yield name, option.text if portable.kind == "several" else None, option.why
    for name, pair in zip(parts.options, portable.pairs, strict=False):
        if pair.why:
            yield name, pair.row, pair.why
    for index, number in enumerate(portable.numbers):
        if number.why:
            yield slip(index), None, number.why


def _modal(name: str, content: list[Element]) -> Element:
    return element("modalFeedback", *content, outcomeIdentifier=FEEDBACK, identifier=name, showHide="show")
