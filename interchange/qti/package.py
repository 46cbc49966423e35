"""The content package: every item, the test that calls them, the data they need, and the list of it all."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element

from courseware.language import conventions
from courseware.text import Text
from exercises.portable.question import WantedLanguage
from interchange.qti.elements import QTI, QTI_FILE, SCHEMA, add, element
from interchange.qti.item import PackageQuestion, main_language
from interchange.qti.kinds import in_qti
from interchange.qti.names import identifier
from interchange.qti.parts import parts_of
from interchange.qti.prose import MEDIA, plain

MANIFEST: Final = "imsmanifest.xml"
TEST: Final = "test.xml"

_CP: Final = "http://www.imsglobal.org/xsd/imscp_v1p1"
_MD: Final = "http://www.imsglobal.org/xsd/imsmd_v1p2"
_QTI_MD: Final = "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1"
_FILES: Final = {
    _CP: "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    _MD: "http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd",
    _QTI_MD: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_metadata_v2p1.xsd",
}
_DIFFICULTY: Final = {1: "easy", 2: "medium", 3: "difficult"}


def manifest(sheets: Sequence[PackageQuestion], title: Text, wanted: WantedLanguage) -> Element:
    """The list of resources: the test first, then each item with what describes it, then the data."""
    root = element("manifest", xmlns=_CP, identifier="MANIFEST")
    root.set(SCHEMA, " ".join(f"{space} {file}" for space, file in _FILES.items()))
    add(
        root,
        element("metadata", element("schema", "QTIv2.1 Package"), element("schemaversion", "1.0.0")),
        element("organizations"),
        element("resources", *_resources(sheets, title, wanted)),
    )
    return root


def assessment_test(sheets: Sequence[PackageQuestion], title: Text, wanted: WantedLanguage) -> Element:
    """The test: a section for each category; of the versions of one question each student gets one."""
    root = element("assessmentTest", xmlns=QTI, identifier="TEST", title=plain(title, wanted))
    root.set(SCHEMA, f"{QTI} {QTI_FILE}")
    score = element("defaultValue", element("value", "0"))
    taken = {"TEST", "PART", *(sheet.name for sheet in sheets)}
    sections = _grouped([(sheet.portable.category, sheet) for sheet in sheets], title, wanted, taken)
    total = element("sum", element("testVariables", variableIdentifier="SCORE"))
    add(
        root,
        element("outcomeDeclaration", score, identifier="SCORE", cardinality="single", baseType="float"),
        element(
            "testPart",
            element("itemSessionControl", maxAttempts=1, showFeedback=True),
            *sections,
            identifier="PART",
            navigationMode="nonlinear",
            submissionMode="individual",
        ),
        element("outcomeProcessing", element("setOutcomeValue", total, identifier="SCORE")),
    )
    return root


def _resources(sheets: Sequence[PackageQuestion], title: Text, wanted: WantedLanguage) -> Iterator[Element]:
    depends = (element("dependency", identifierref=_resource(sheet.name)) for sheet in sheets)
    yield element(
        "resource",
        element("metadata", _lom(plain(title, wanted), wanted, ())),
        element("file", href=TEST),
        *depends,
        identifier="RES-TEST",
        type="imsqti_test_xmlv2p1",
        href=TEST,
    )
    data: dict[str, str] = {}
    for sheet in sheets:
        files = [file for _, file in sheet.tables(wanted)]
        files += [f"{MEDIA}/{quote(file.name)}" for file in sheet.media(wanted)]
        for file in files:
            data.setdefault(file, f"DATA-{len(data) + 1}")
        yield _item(sheet, [data[file] for file in files], wanted)
    for file, name in data.items():
        yield element("resource", element("file", href=file), identifier=name, type="webcontent", href=file)


def _item(sheet: PackageQuestion, data: Iterable[str], wanted: WantedLanguage) -> Element:
    portable = sheet.portable
    words = [*portable.tags, *(f"curriculum-{point}" for point in portable.curriculum)]
    described = element(
        "qtiMetadata",
        element("timeDependent", "false"),
        element("interactionType", in_qti(portable, parts_of(portable)).interaction_type()),
        element("feedbackType", "nonadaptive"),
        element("solutionAvailable", "true"),
        xmlns=_QTI_MD,
    )
    return element(
        "resource",
        element("metadata", _lom(sheet.title, wanted, words, portable.difficulty), described),
        element("file", href=sheet.file),
        *(element("dependency", identifierref=name) for name in data),
        identifier=_resource(sheet.name),
        type="imsqti_item_xmlv2p1",
        href=sheet.file,
    )


def _lom(title: str, wanted: WantedLanguage, words: Iterable[str], difficulty: int | None = None) -> Element:
    """What libraries of learning objects look for: title, language, key words and difficulty."""
    language = conventions(main_language(wanted)).tag

    def said(text: str) -> Element:
        made = element("langstring", text)
        made.set("{http://www.w3.org/XML/1998/namespace}lang", language)
        return made

    general = element(
        "general",
        element("title", said(title)),
        element("language", language),
        *(element("keyword", said(word)) for word in words),
    )
    lom = element("lom", general, xmlns=_MD)
    if difficulty is not None:
        add(lom, element("educational", _vocabulary("difficulty", _DIFFICULTY.get(difficulty, "medium"))))
    return lom


def _vocabulary(tag: str, value: str) -> Element:
    def plainly(name: str, text: str) -> Element:
        made = element("langstring", text)
        made.set("{http://www.w3.org/XML/1998/namespace}lang", "x-none")
        return element(name, made)

    return element(tag, plainly("source", "LOMv1.0"), plainly("value", value))


def _grouped(
    places: Sequence[tuple[tuple[str, ...], PackageQuestion]],
    title: Text,
    wanted: WantedLanguage,
    taken: set[str],
) -> Iterator[Element]:
    """A section for each first name of a category; what has none goes into one that bears the title."""
    groups: dict[str | None, list[tuple[tuple[str, ...], PackageQuestion]]] = {}
    for path, sheet in places:
        groups.setdefault(path[0] if path else None, []).append((path[1:], sheet))
    for name, members in groups.items():
        yield _section(name, members, title, wanted, taken)


def _section(
    name: str | None,
    members: Sequence[tuple[tuple[str, ...], PackageQuestion]],
    title: Text,
    wanted: WantedLanguage,
    taken: set[str],
) -> Element:
    own = identifier(f"SEC-{name or 'all'}", taken)
    taken.add(own)
    made = element("assessmentSection", identifier=own, title=name or plain(title, wanted), visible=True)
    here = [sheet for path, sheet in members if not path]
    if len(here) > 1 and all(sheet.portable.id.startswith(f"{name}-v") for sheet in here):
        add(made, element("selection", select=1))
    add(made, *(element("assessmentItemRef", identifier=one.name, href=one.file) for one in here))
    deeper = [(path, sheet) for path, sheet in members if path]
    add(made, *_grouped(deeper, title, wanted, taken))
    return made


def _resource(name: str) -> str:
    return f"RES-{name}"
