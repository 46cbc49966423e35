"""An answer in words, as a summary or a teacher's list shows it."""

from collections.abc import Mapping, Sequence
from functools import singledispatch
from unicodedata import normalize

from courseware.phrases import clauses
from courseware.text import LANGUAGES, Language, Text
from exercises.question import Assign, Controls, ManyOf, NumberField, OneOf, Option, Ordering, Question

NOTHING = Text(en="—", zh="—")


def say_answer(question: Question, response: Mapping[str, object]) -> Text:
    """What was answered, in both languages; a dash for what was left open or cannot be told."""
    said = [_say(field, response.get(field.name)) for field in question.fields]
    return clauses(said)


@singledispatch
def _say(field: object, given: object) -> Text:
    raise TypeError(f"no words for a {type(field).__name__} answered with {given!r}")


@_say.register
def _(field: OneOf, given: object) -> Text:
    return _named(field.options, [given])


@_say.register
def _(field: ManyOf, given: object) -> Text:
    return _named(field.options, given)


@_say.register
def _(field: Ordering, given: object) -> Text:
    return _named(field.options, given, between=(" → ", " → "))


@_say.register
def _(field: NumberField, given: object) -> Text:
    text = str(given).strip() if isinstance(given, str | int | float) else ""
    if not text:
        return NOTHING
    return _joined({language: [_with_unit(text, field, language)] for language in LANGUAGES})


def _with_unit(text: str, field: NumberField, language: Language) -> str:
    """What was typed and its unit, unless the unit was typed, too."""
    units = {unit.casefold() for unit in (field.unit.en, field.unit.zh)} if field.unit else set()
    is_said = normalize("NFKC", text).casefold().endswith(tuple(units))
    return text if field.unit is None or is_said else f"{text} {field.unit[language]}"


@_say.register
def _(field: Assign, given: object) -> Text:
    rows = given if isinstance(given, Mapping) else {}
    choices = {choice.id: choice.text for choice in field.choices}
    chosen = [(row.text, rows.get(row.id)) for row in field.rows]
    pairs = [(row, choices[id_]) for row, id_ in chosen if isinstance(id_, str) and id_ in choices]
    return _joined(
        {language: [f"{row[language]} → {one[language]}" for row, one in pairs] for language in LANGUAGES}
    )


@_say.register
def _(field: Controls, given: object) -> Text:
    values = given if isinstance(given, Mapping) else {}
    said = [f"{one.name} = {values[one.name]}" for one in field.controls if one.name in values]
    return _joined(dict.fromkeys(LANGUAGES, said))


def _named(options: Sequence[Option], given: object, between: tuple[str, str] = (", ", "、")) -> Text:
    names = {option.id: option.text for option in options}
    ids = given if isinstance(given, list) else []
    chosen = [names[one] for one in ids if isinstance(one, str) and one in names]
    return _joined({language: [text[language] for text in chosen] for language in LANGUAGES}, between)


def _joined(parts: Mapping[Language, Sequence[str]], between: tuple[str, str] = ("; ", "；")) -> Text:
    if not parts["en"]:
        return NOTHING
    return Text(en=between[0].join(parts["en"]), zh=between[1].join(parts["zh"]))
