"""One question as a QTI 2.1 assessment item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from course.media import MediaFile
from courseware.text import LANGUAGES, Language
from exercises.portable.question import Portable, WantedLanguage
from interchange.media import files_in, texts_of
from interchange.notes import asked
from interchange.qti.elements import QTI, QTI_FILE, SCHEMA, TOOL, add, element, in_language
from interchange.qti.kinds import QtiKind, in_qti
from interchange.qti.marking import EXPLAIN, declarations, processing
from interchange.qti.parts import parts_of
from interchange.qti.prose import line, passage, plain, wanted_languages
from interchange.qti.rules import FEEDBACK

DATA: Final = "data"
"""The folder of the package in which the data of questions lie."""


@dataclass(frozen=True)
class PackageQuestion:
    """A question with the identifier and the title that it bears in the package."""

    name: str
    title: str
    portable: Portable

    @property
    def file(self) -> str:
        """Where it lies in the package."""
        return f"items/{self.name}.xml"

    def tables(self, wanted: WantedLanguage) -> Iterator[tuple[Language, str]]:
        """The files of its data in the package, if it has any."""
        if table := self.portable.table:
            for language in wanted_languages(wanted):
                yield language, f"{DATA}/{table.file_name(language)}"

    def media(self, wanted: WantedLanguage) -> tuple[MediaFile, ...]:
        """What its texts show."""
        return files_in(texts_of(self.portable), wanted)


def sheet(name: str, portable: Portable, wanted: WantedLanguage) -> PackageQuestion:
    """The question under this identifier; its title is its name, which is short."""
    return PackageQuestion(name, plain(portable.name, wanted) or name, portable)


def assessment_item(sheet: PackageQuestion, wanted: WantedLanguage) -> Element:
    """The whole item."""
    portable = sheet.portable
    kind = in_qti(portable, parts_of(portable))
    root = element("assessmentItem", xmlns=QTI, identifier=sheet.name, title=sheet.title)
    root.set(SCHEMA, f"{QTI} {QTI_FILE}")
    root.set("toolName", TOOL)
    root.set("adaptive", "false")
    root.set("timeDependent", "false")
    in_language(root, main_language(wanted))
    add(root, *declarations(kind))
    stem = passage(asked(portable, f"[{{name}}](../{DATA}/{{name}})"), wanted)
    add(root, element("itemBody", *stem, *kind.interaction(wanted)))
    add(root, processing(portable, kind), *_feedback(portable, kind, wanted))
    return root


def main_language(wanted: WantedLanguage) -> Language:
    """The language that a file as a whole is said to be in."""
    return LANGUAGES[0] if wanted == "both" else wanted


def _feedback(portable: Portable, kind: QtiKind, wanted: WantedLanguage) -> Iterator[Element]:
    for name, label, why in kind.reasons():
        named = [element("p", element("strong", *line(label, wanted)))] if label else []
        yield _modal(name, [*named, *passage(why, wanted)])
    if portable.explain is not None:
        yield _modal(EXPLAIN, passage(portable.explain, wanted))


def _modal(name: str, content: list[Element]) -> Element:
    return element("modalFeedback", *content, outcomeIdentifier=FEEDBACK, identifier=name, showHide="show")
