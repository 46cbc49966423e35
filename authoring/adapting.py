"""A lesson about one firm told of another: names replaced in all texts at once, or not at all."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

from authoring.edit import replace_values
from authoring.edit.layout import is_flow, line_end
from authoring.edit.splice import all_changed, splice
from courseware.language import DEFAULT_LANGUAGE, known_language
from courseware.phrases import language_name
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import Source, parse
from courseware.text import LANGUAGES, Language, Text
from courseware.tree import Location, find

SentencePath = tuple[str | int, ...]
_HELD: Final = "\ue000{}\ue001"
"""What stands for a new name while old ones are looked for: letters that no text has."""


@dataclass(frozen=True)
class NameChange:
    """What something is called in a lesson (`old`) and what it shall be called (`new`), by language."""

    old: Mapping[Language, str]
    new: Mapping[Language, str]

    def is_asked(self) -> bool:
        """Whether anything was written."""
        return any(words.strip() for one in (self.old, self.new) for words in one.values())


@dataclass(frozen=True)
class Half:
    """Why a name cannot be replaced whole: what is missing or left over, and in which lines."""

    message: Text


@dataclass(frozen=True)
class Renamed:
    """A text with other names in it, how often each was replaced, and what keeps it from being whole."""

    text: str
    counts: Mapping[tuple[int, Language], int]
    left: Sequence[tuple[str, int]] = ()
    """The old names that still stand in it, spelt otherwise, with their lines."""


def with_names(text: str, names: Sequence[NameChange]) -> Renamed:
    """A lesson or bank with other names in its texts; keys, ids, comments and layout stay as they are.

    Raises ProblemsFoundError or ReaderError if the text cannot be read.
    """
    source = parse(text, "")
    counts: dict[tuple[int, Language], int] = {}
    left: list[tuple[str, int]] = []
    values: dict[Location, str] = {}
    for place, language, words in sentences(source.value):
        held = _hold(words, names, language, counts)
        left += [(found, source.place(place)[0]) for found in _left_over(held, names, language)]
        if (new := _give(held, names, language)) != words:
            values[place] = new
    return Renamed(_written(text, source, values, names), counts, left)


def halves(
    names: Sequence[NameChange], texts: Sequence[Renamed], languages: Sequence[Language]
) -> Iterator[Half]:
    """What keeps names from being replaced whole in these texts together, in the languages of the course."""
    for number, name in enumerate(names):
        called = next((name.old.get(one, "") for one in languages if name.old.get(one)), "…")
        for language in languages:
            if not name.old.get(language) or not name.new.get(language):
                yield Half(_missing(called, language))
            elif not any(one.counts.get((number, language)) for one in texts):
                yield Half(_nowhere(name.old[language], language))
    for one in texts:
        for words, line in one.left:
            yield Half(_LEFT.fill({"words": words, "line": line}))


def candidates(text: str, language: Language) -> tuple[str, ...]:
    """The names that a text uses most, for whoever is asked which to replace."""
    found: dict[str, int] = {}
    for _, spoken, words in sentences(parse(text, "").value):
        if spoken == language:
            for match in _CALLED[language].finditer(words):
                called = next(one for one in match.groups() if one)
                found[called] = found.get(called, 0) + 1
    often = sorted(found, key=lambda one: -found[one])
    return tuple(one for one in often if found[one] > 1)[:_MOST]


def sentences(value: Any, place: SentencePath = ()) -> Iterator[tuple[SentencePath, Language, str]]:
    """Every sentence of a file with its place and language."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in LANGUAGES and isinstance(inner, str):
                yield (*place, key), key, inner
            else:
                yield from sentences(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from sentences(inner, (*place, index))


def _hold(
    words: str, names: Sequence[NameChange], language: Language, counts: dict[tuple[int, Language], int]
) -> str:
    """The words with a mark in place of each old name; links to terms and drawn numbers are left alone."""
    pattern, numbers = _pattern(names, language)
    if pattern is None:
        return words

    def mark(match: re.Match[str]) -> str:
        if match["kept"] is not None:
            return match[0]
        number = numbers[_squeezed(match["name"])]
        counts[number, language] = counts.get((number, language), 0) + 1
        return (match["article"] or "") + _HELD.format(number)

    return pattern.sub(mark, words)


def _give(held: str, names: Sequence[NameChange], language: Language) -> str:
    """The new names in place of their marks, with the article that fits them."""

    def give(match: re.Match[str]) -> str:
        new = names[int(match["number"])].new.get(language, "").strip()
        return _article(match["article"] or "", new) + new

    return _MARK.sub(give, held)


def _article(written: str, new: str) -> str:
    if not written:
        return ""
    first = "a" if written[0] == "a" else "A"
    return first + ("n" if new[:1].lower() in "aeiou" else "") + written.lstrip("aAn")


def _left_over(held: str, names: Sequence[NameChange], language: Language) -> Iterator[str]:
    """Old names that are spelt otherwise: in capitals, joined, with a hyphen or without."""
    for name in names:
        old = name.old.get(language, "").strip()
        if old and name.new.get(language):
            loose = r"[\s_-]*".join(re.escape(one) for one in re.split(r"[\s_-]+", old))
            bound = _bounded(loose, old)
            yield from (match[0] for match in re.finditer(bound, _KEPT.sub(" ", held), re.IGNORECASE))


def _pattern(
    names: Sequence[NameChange], language: Language
) -> tuple[re.Pattern[str] | None, Mapping[str, int]]:
    """What finds the old names of a language, the longest first, and the number of each."""
    numbers = {
        _squeezed(name.old[language]): number
        for number, name in enumerate(names)
        if name.old.get(language, "").strip() and name.new.get(language, "").strip()
    }
    if not numbers:
        return None, numbers
    olds = sorted(numbers, key=len, reverse=True)
    each = "|".join(_bounded(r"\s+".join(map(re.escape, old.split(" "))), old) for old in olds)
    return re.compile(rf"(?P<kept>{_KEPT.pattern})|(?P<article>\b[Aa]n?\s+)?(?P<name>{each})"), numbers


def _bounded(pattern: str, old: str) -> str:
    """The pattern with an end of a word where the name has a Latin one: He is not in Help."""
    before = r"(?<![A-Za-z0-9])" if re.match("[A-Za-z0-9]", old) else ""
    after = r"(?![A-Za-z0-9])" if re.search("[A-Za-z0-9]$", old) else ""
    return f"{before}{pattern}{after}"


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _written(text: str, source: Source, values: Mapping[Location, str], names: Sequence[NameChange]) -> str:
    """The text with these values: in the very letters where that says the same, else value by value."""
    cuts = []
    for place in values:
        node, _ = find(source.root, place)
        start, end = node.start_mark.index, node.end_mark.index
        language = known_language(place[-1]) or DEFAULT_LANGUAGE
        cuts.append((start, end, _give(_hold(text[start:end], names, language, {}), names, language)))
    changed = splice(text, cuts)
    try:
        if parse(changed, "").value == all_changed(source.value, values):
            return changed
    except ProblemsFoundError:  # a new name holds what YAML reads as its own
        pass
    return replace_values(text, values)


def only_items(text: str, kept: Iterable[str]) -> str:
    """A bank with these of its questions alone; comments above the others go with them."""
    source = parse(text, "")
    value: Any = source.value
    node, _ = find(source.root, ("items",))
    wanted = set(kept)
    if is_flow(node) or not wanted:
        raise ReaderError(_IN_LINES)
    starts = [_above(text, item.start_mark.index) for item in node.value]
    ends = [*starts[1:], line_end(text, node.value[-1].end_mark.index - 1) + 1]
    cuts = [
        (start, end, "")
        for start, end, item in zip(starts, ends, value["items"], strict=True)
        if item["id"] not in wanted
    ]
    return splice(text, cuts)


def _above(text: str, index: int) -> int:
    """Where the comments begin that stand right above the line of a character."""
    start = text.rfind("\n", 0, index) + 1
    while start and (before := text[text.rfind("\n", 0, start - 1) + 1 : start]).lstrip().startswith("#"):
        start -= len(before)
    return start


def _missing(called: str, language: Language) -> Text:
    return _MISSING.fill({"name": called, "language": language_name(language)})


def _nowhere(words: str, language: Language) -> Text:
    return _NOWHERE.fill({"name": words, "language": language_name(language)})


def added(counts: Iterable[Mapping[tuple[int, Language], int]]) -> Mapping[tuple[int, Language], int]:
    """How often each name was replaced in several texts together."""
    return reduce(
        lambda all_, one: {key: all_.get(key, 0) + one.get(key, 0) for key in {*all_, *one}}, counts, {}
    )


_KEPT: Final = re.compile(r"\{\{.*?\}\}|\[\[[^\[\]|\n]*|`[^`\n]*`|\]\([^()\n]*\)")
_MARK: Final = re.compile(r"(?P<article>\b[Aa]n?\s+)?\ue000(?P<number>\d+)\ue001")
_MOST: Final = 10
_CALLED: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\*\*([A-Z][A-Za-z' -]{1,30})\*\*|\b((?:Mr|Ms|Mrs|Miss|Dr) [A-Z][a-z]+)"
        r"|(?<=[a-z,] )([A-Z][a-z]{2,})\b"
    ),
    "zh": re.compile(
        r"[*“]{1,2}([\u4e00-\u9fff]{2,6})[*”]{1,2}|([\u4e00-\u9fff](?:师傅|老师|先生|女士|经理|总|老板|姐|哥))"
    ),
}
_MISSING: Final = Text(
    en="{name}: write both what it is called in the {language} texts now and what it shall be called there.",
    zh="“{name}”：请写出它在{language}文本中现在的名称和新的名称。",
)
_NOWHERE: Final = Text(
    en="{name} stands nowhere in the {language} texts. Look at how it is spelt there.",
    zh="{language}文本中没有“{name}”。请检查写法是否与课文一致。",
)
_LEFT: Final = Text(
    en="Line {line} has the old name still, spelt {words}. Add this spelling as a name of its own.",
    zh="第 {line} 行还有旧名称，写作“{words}”。请把这种写法也作为一个名称填入。",
)
_IN_LINES: Final = Text(
    en="The questions of this bank are not written in lines of their own, so none can be taken out.",
    zh="这个题库的题目不是逐行书写的，无法从中选取。",
)
