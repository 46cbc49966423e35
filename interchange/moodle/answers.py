"""The answers of a Moodle question, one reader for each of its types that the lab knows as well."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import (
    FALSE,
    TRUE,
    Portable,
    PortableNumber,
    PortableOption,
    PortablePair,
    PortableWording,
)
from exercises.rubric import Rubric
from interchange.blanks import from_moodle
from interchange.gift.answers import EXACTLY, OTHERWISE
from interchange.languages import is_chinese
from interchange.moodle.texts import MoodleTexts
from interchange.notes import are_ours
from interchange.numbers import comma_notes, is_code, number
from interchange.xml_tree import Element

MoodleAnswers = tuple[Portable, list[Text]]
Reader = Callable[[Element, Portable, MoodleTexts], MoodleAnswers]


def _multichoice(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    options = tuple(
        PortableOption(texts.must(answer), _share(answer), texts.passage(answer.get("feedback")))
        for answer in question.all("answer")
    )
    is_single = question.said("single") not in ("false", "0")
    return replace(shell, kind="single" if is_single else "several", options=options), []


def _truefalse(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    found = {answer.said("text").lower(): answer for answer in question.all("answer")}
    if found.keys() != {"true", "false"}:
        raise ReaderError(_TRUE_FALSE)
    options = tuple(
        PortableOption(text, _share(found[name]), texts.passage(found[name].get("feedback")))
        for name, text in (("true", TRUE), ("false", FALSE))
    )
    return replace(shell, kind="truth", options=options, is_shuffled=False), []


def _numerical(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    answers = [answer for answer in question.all("answer") if _words(answer) != "*"]
    numbers = tuple(
        PortableNumber(
            number(_words(answer)),
            abs(number(answer.said("tolerance") or "0")),
            _share(answer),
            texts.passage(answer.get("feedback")),
        )
        for answer in answers
    )
    unit, notes = _unit(question)
    notes += comma_notes([*map(_words, answers), *(answer.said("tolerance") for answer in answers)])
    if len(answers) < len(question.all("answer")):
        notes.append(OTHERWISE)
    return replace(shell, kind="number", numbers=numbers, unit=unit), notes


def _unit(question: Element) -> tuple[Text | None, list[Text]]:
    """The unit in which the numbers are, in both languages if there are two names for it."""
    found = [unit for units in question.all("units") for unit in units.all("unit")]
    names = {unit.said("unit_name"): number(unit.said("multiplier") or "1") for unit in found}
    same = [name for name, factor in names.items() if factor == 1 and name]
    notes = [_UNITS] if len(same) < len(names) else []
    if not same:
        return None, notes
    zh = next((name for name in same if is_chinese(name)), same[0])
    en = next((name for name in same if not is_chinese(name)), same[0])
    return Text(en=en, zh=zh), notes


def _shortanswer(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    answers = [answer for answer in question.all("answer") if _words(answer) != "*"]
    try:
        numbers = tuple(
            PortableNumber(number(_words(one)), 0.0, _share(one), texts.passage(one.get("feedback")))
            for one in answers
        )
    except ReaderError:
        return _typed(question, shell, texts)
    said = [_words(answer) for answer in answers]
    if not answers or any(map(is_code, said)):
        return _typed(question, shell, texts)
    notes = [EXACTLY, *comma_notes(said)]
    notes += [OTHERWISE] if len(answers) < len(question.all("answer")) else []
    return replace(shell, kind="number", numbers=numbers), notes


def _essay(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """An answer that a teacher marks; what those who mark should know is taken for a model answer."""
    return replace(shell, kind="text", rubric=Rubric((), texts.passage(question.get("graderinfo")))), []


def _typed(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """A short answer in words: one gap."""
    notes: list[Text] = []
    wordings = (
        PortableWording(_words(one), _share(one), texts.passage(one.get("feedback")))
        for one in question.all("answer")
    )
    case_counts = question.said("usecase") in ("1", "true")
    return replace(shell, kind="blank", gaps=(from_moodle(wordings, notes),), case_counts=case_counts), notes


def _matching(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    rows = [(texts.passage(row), _choice(row, texts)) for row in question.all("subquestion")]
    places = [str(place) for place in range(1, len(rows) + 1)]
    steps = {choice.en: row for row, choice in rows if row and choice}
    if are_ours(tags_of(question)) and len(rows) >= 3 and sorted(steps) == sorted(places):
        order = tuple(step for place in places if (step := steps[place]))
        return replace(shell, kind="order", order=order), []
    if any(choice is None for _, choice in rows):
        raise ReaderError(_NO_CHOICE)
    pairs = tuple(PortablePair(row, choice) for row, choice in rows if row and choice)
    distractors = tuple(choice for row, choice in rows if not row and choice)
    return replace(shell, kind="match", pairs=pairs, distractors=distractors), []


def _choice(row: Element, texts: MoodleTexts) -> Text | None:
    """The choice of a row: plain words in a `matching`, a passage where its format says so (`ddmatch`)."""
    answer = row.get("answer")
    if answer is not None and "format" in answer.attributes:
        return texts.passage(answer)
    return texts.words(row.said("answer", "text") or row.said("answer"))


def tags_of(question: Element) -> list[str]:
    """The tags of a question, as they are written."""
    return [tag.said("text") for tags in question.all("tags") for tag in tags.all("tag")]


def _ordering(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    answers = question.all("answer")
    notes = []
    if question.said("selecttype") not in ("", "ALL", "0") and question.said("selectcount") != str(
        len(answers)
    ):
        notes.append(_SUBSET)
    if question.said("gradingtype") in ("ALL_OR_NOTHING", "-1"):
        notes.append(_ALL_OR_NOTHING)
    return replace(shell, kind="order", order=tuple(map(texts.must, answers))), notes


def _words(answer: Element) -> str:
    return answer.said("text") or answer.said()


def _share(answer: Element) -> float:
    """What an answer earns; very old files say it in a tag of its own."""
    if written := answer.said("fraction"):
        return number(written)
    return number(answer.attributes.get("fraction", "0")) / 100


READERS: Final[Mapping[str, Reader]] = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "numerical": _numerical,
    "shortanswer": _shortanswer,
    "essay": _essay,
    "matching": _matching,
    "match": _matching,
    "ddmatch": _matching,
    "ordering": _ordering,
}
_SUBSET: Final = Text(
    en="There only some of its steps were shown, drawn by lot; here all of them are put in order.",
    zh="原题每次只抽取部分步骤，这里要给全部步骤排序。",
)
_ALL_OR_NOTHING: Final = Text(
    en="There only the whole order earned marks; here pairs in the right order are counted.",
    zh="原题全部排对才得分，这里按前后顺序正确的对数计分。",
)
_UNITS: Final = Text(
    en="Units that have to be converted were left behind; only the unit of the answer is known here.",
    zh="需要换算的单位没有带入，这里只认答案本身的单位。",
)
_TRUE_FALSE: Final = Text(
    en="Its answers are not called true and false.", zh="判断题的答案不是 true 和 false。"
)
_NO_CHOICE: Final = Text(en="One of its rows has no choice.", zh="有一行没有对应的选项。")
