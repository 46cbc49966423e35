"""One QTI item as a question of the lab, or the reason why it cannot be one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable
from exercises.rubric import Rubric
from interchange.gaps import BLANK, mark_of
from interchange.moodle.settings import settings_note
from interchange.qti.reading.choices import choice
from interchange.qti.reading.expressions import Budget
from interchange.qti.reading.feedback import said_of
from interchange.qti.reading.matches import PICTURES, gap_match, match, order
from interchange.qti.reading.numbers import typed
from interchange.qti.reading.prose import FEEDBACK, Content, QtiTexts
from interchange.qti.reading.rules import Rules
from interchange.qti.reading.tree import every, walk
from interchange.qti.reading.trials import Asking
from interchange.reading import LEFT_BEHIND, holding_for_both, name_for, said_with
from interchange.unsupported import tags_left_behind
from interchange.uploads import check_count
from interchange.xml_tree import Element

_LONGEST_UNIT: Final = 20


@dataclass(frozen=True)
class Described:
    """What a package says of an item: where it belongs, what it is about, how hard it is."""

    category: tuple[str, ...] = ()
    curriculum: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    difficulty: int = 2


def portable_of(item: Element, described: Described, budget: Budget) -> tuple[Portable, list[Text]]:
    """The question and what was left behind; a ReaderError says why the lab cannot ask it."""
    body = item.get("itembody")
    interaction = _interaction(item, body)
    notes: list[Text] = []
    asking = Asking(item, interaction, Rules(item, budget), QtiTexts.of(item), notes)
    stem, unit = _stem(asking, body) if body else (None, None)
    if stem is None:
        raise ReaderError(_NO_STEM)
    title = item.attributes.get("title", "")
    id_, name = name_for(item.attributes.get("identifier", ""), title, stem)
    shell = Portable(
        id=id_,
        category=described.category,
        name=holding_for_both(asking.texts.languages.words(title)) or name,
        stem=stem,
        kind="single",
        unit=unit,
        curriculum=described.curriculum,
        difficulty=described.difficulty,
        tags=described.tags,
    )
    portable = _READERS[interaction.tag](asking, shell)
    if asking.rules.is_silent:
        notes.append(_SILENT)
    notes += settings_note(_others(item))
    if portable.tags:
        notes.append(tags_left_behind(portable.tags))
    if asking.texts.lost:
        notes.append(said_with(LEFT_BEHIND, asking.texts.lost))
    return portable, notes


def pieces(item: Element) -> Iterator[str]:
    """Every text that an item says to those who answer it, and what it is called."""
    yield item.attributes.get("title", "")
    for part in item.inside:
        if part.tag not in _RULES:
            yield from (words for one in walk(part) for words in one.words)


def _others(item: Element) -> Iterator[str]:
    """What the item holds or says of itself that is not read here."""
    yield from (one.tag[:40] for one in item.inside if one.tag not in _READ)
    if item.attributes.get("timedependent") == "true":
        yield "timeDependent"
    if label := item.attributes.get("label"):
        yield f"label ({label[:40]})"


def _interaction(item: Element, body: Element | None) -> Element:
    """The one thing that is asked; a ReaderError if it is none, several, or none that the lab knows."""
    if item.attributes.get("adaptive") == "true" or item.get("templateprocessing"):
        raise ReaderError(_DRAWN)
    found = [one for one in walk(body) if one.tag.endswith("interaction")] if body else []
    if not found:
        raise ReaderError(_NO_QUESTION)
    for one in found:
        if one.tag not in _READERS:
            raise ReaderError(_REFUSED.get(one.tag) or _OTHER.fill({"tag": one.tag[:40]}))
    if len(found) > 1:
        raise ReaderError(_SEVERAL.fill({"n": len(found)}))
    return found[0]


def _stem(asking: Asking, body: Element) -> tuple[Text | None, Text | None]:
    """What is asked, and the unit if the field stands in a line of its own that names one."""
    field, texts = asking.interaction, asking.texts
    gaps = every(field, "gap")
    check_count(len(gaps))
    line = next(one for one in walk(body) if field in one.inside)
    at = line.content.index(field)
    before, after = line.content[:at], line.content[at + 1 :]
    is_alone = field.tag == "textentryinteraction" and line is not body and not _says(before)

    def place(element: Element) -> Content | None:
        if is_alone and element is line:
            return []
        if element.tag == "gap" and element in gaps:
            return [mark_of(1 + gaps.index(element))]
        return _asked(field) if element is field else None

    stem = texts.passage(body.content, place)
    unit = texts.passage(after) if is_alone and _says(after) else None
    if stem is None or (unit and max(len(unit.en), len(unit.zh)) > _LONGEST_UNIT):
        is_alone, unit = False, None
        stem = texts.passage(body.content, place)
    if field.tag not in _INLINE and _says(_behind(body, field)):
        asking.notes.append(_BELOW)
    return stem, unit


def _asked(field: Element) -> Content:
    """What stands in the text in place of the field: a blank, or what is said above the answers."""
    if field.tag in _INLINE:
        return [BLANK]
    if field.tag == "gapmatchinteraction":
        return [one for one in field.content if isinstance(one, str) or one.tag not in ("gaptext", "gapimg")]
    prompt = field.get("prompt")
    return [prompt] if prompt else []


def _behind(body: Element, field: Element) -> Content:
    """What follows the field in the body."""
    at = next(at for at, one in enumerate(body.content) if isinstance(one, Element) and field in walk(one))
    return body.content[at + 1 :]


def _says(content: Content) -> bool:
    """Whether there are words in it."""
    return any(
        bool(one.strip()) if isinstance(one, str) else one.tag not in FEEDBACK and _says(one.content)
        for one in content
    )


def _written(asking: Asking, shell: Portable) -> Portable:
    """An answer that a teacher marks; what is told whatever is written explains it."""
    said = said_of(asking, [asking.attempt(("…",))], 0.0, ())
    return replace(shell, kind="text", rubric=Rubric(()), explain=said.explain)


_RULES: Final = (
    *("responsedeclaration", "outcomedeclaration", "templatedeclaration"),
    *("responseprocessing", "templateprocessing"),
)
_READ: Final = (
    *("responsedeclaration", "outcomedeclaration", "templatedeclaration", "itembody"),
    *("responseprocessing", "modalfeedback"),
)
_INLINE: Final = ("textentryinteraction", "inlinechoiceinteraction")
_READERS: Final[Mapping[str, Callable[[Asking, Portable], Portable]]] = {
    "choiceinteraction": choice,
    "inlinechoiceinteraction": choice,
    "orderinteraction": order,
    "matchinteraction": match,
    "gapmatchinteraction": gap_match,
    "textentryinteraction": typed,
    "extendedtextinteraction": _written,
}
_HANDED_IN: Final = Text(
    en="Something is drawn, spoken or handed in there, which nobody but a reader can mark.",
    zh="原题要画图、录音或上传文件，无法自动判分。",
)
_REFUSED: Final[Mapping[str, Text]] = {
    **dict.fromkeys(("uploadinteraction", "drawinginteraction"), _HANDED_IN),
    **dict.fromkeys(
        (
            "hotspotinteraction",
            "selectpointinteraction",
            "graphicorderinteraction",
            "graphicassociateinteraction",
            "graphicgapmatchinteraction",
            "positionobjectinteraction",
        ),
        PICTURES,
    ),
}
_OTHER: Final = Text(
    en="The lab has no questions of QTI's kind “{tag}”.", zh="实验室没有 QTI 的“{tag}”这种题型。"
)
_SEVERAL: Final = Text(
    en="It asks {n} things at once; the lab asks one thing at a time.",
    zh="一道题里问了 {n} 处，实验室一次只问一处。",
)
_DRAWN: Final = Text(
    en="It is drawn anew or changes while it is answered, by rules of QTI; write it with params in the lab.",
    zh="题目按 QTI 的规则随机生成或随作答变化，请在实验室里用 params 重写。",
)
_NO_QUESTION: Final = Text(en="It is text without a question.", zh="这是没有提问的说明文字。")
_NO_STEM: Final = Text(en="It has no text.", zh="没有题干。")
_SILENT: Final = Text(
    en="It has no rules for marking; what it calls right was taken for the key.",
    zh="题中没有判分规则，以其中标明的正确答案为准。",
)
_BELOW: Final = Text(
    en="What stood below the answers stands above them here.", zh="原在选项下方的文字移到了选项上方。"
)
